"""A bad local minimum in balls: an exact net is solved for, inside its region, and another net has a smaller risk.

Lines and target weights are tuples of fractions, of any length; a line stands for its unit vector.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from flint import arb, arb_mat, fmpq, fmpq_mat

from verification.balls import precision
from verification.papers.pnn2017.hunted.stationary import BOTH, HALF, candidate, least_risk, signs_of

Vector = tuple[Fraction, ...]
Kernel = Callable[[arb], arb]
SHOWN = 1e-12  # risks of less are shown as such


@dataclass(frozen=True)
class BadMinimum:
    """A certified local minimum with the region's signs, and the risk of a net that undercuts it."""

    masses: list[arb]
    sums: list[arb]
    risk: arb
    lower: arb

    def shown(self) -> str:
        """The two risks."""
        lower = self.lower.str(6, radius=False) if self.lower > SHOWN else f"less than {SHOWN:.0e}"
        return f"a local minimum has the risk {self.risk.str(6, radius=False)}, another net {lower}"


def rank(rows: Sequence[Vector]) -> int:
    """The exact rank of rational rows."""
    return fmpq_mat([[_rational(entry) for entry in row] for row in rows]).rank() if rows else 0


def _rational(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)


def unit_rows(rows: Sequence[Vector]) -> list[list[arb]]:
    """The rows over their lengths."""
    lengths = [arb(_rational(_dot(row, row))).sqrt() for row in rows]
    return [[arb(_rational(entry)) / length for entry in row] for row, length in zip(rows, lengths, strict=True)]


def _dot(left: Vector, right: Vector) -> Fraction:
    return sum((a * b for a, b in zip(left, right, strict=True)), Fraction(0))


def gram(left: Sequence[Vector], right: Sequence[Vector]) -> fmpq_mat:
    """The products u.v of rational vectors, at least one on either side."""
    first, second = ([[_rational(entry) for entry in row] for row in rows] for rows in (left, right))
    return fmpq_mat(first) * fmpq_mat(second).transpose()


def cosines(left: Sequence[Vector], right: Sequence[Vector]) -> list[list[arb]]:
    """u.v of unit vectors, exactly 1 or -1 where two vectors are parallel."""
    if not left or not right:
        return [[] for _ in left]
    products = gram(left, right)
    of_left, of_right = ([_rational(_dot(row, row)) for row in rows] for rows in (left, right))

    def cosine(product: fmpq, squares: fmpq) -> arb:
        if product * product == squares:
            return arb(1 if product > 0 else -1)
        return arb(product) / arb(squares).sqrt()

    return [[cosine(products[i, j], a * b) for j, b in enumerate(of_right)] for i, a in enumerate(of_left)]


@dataclass(frozen=True)
class Problem:
    """A net's lines and target in balls: cosines and kernel between lines, and what the target gives."""

    lines: list[list[arb]]
    kernel: list[list[arb]]
    across: list[arb]
    wanted: list[arb]
    square: arb

    def risk(self, q: Sequence[arb], p: Sequence[arb]) -> arb:
        """(|z|^2 + q'Psi q - 2 q'Psi12 q* + q*'Psi22 q*)/4."""
        z = self.balance(p)
        even = sum(
            (a * b * k for a, row in zip(q, self.kernel, strict=True) for b, k in zip(q, row, strict=True)), arb(0)
        )
        towards = sum((a * b for a, b in zip(q, self.across, strict=True)), arb(0))
        return (inner(z, z) + even - 2 * towards + self.square) / 4

    def balance(self, p: Sequence[arb]) -> list[arb]:
        """z = sum_r p_r u_r - sum of the target's weights."""
        size = range(len(self.wanted))
        return [sum((c * u[i] for c, u in zip(p, self.lines, strict=True)), arb(0)) - self.wanted[i] for i in size]


def inner(left: Sequence[arb], right: Sequence[arb]) -> arb:
    """The product of two vectors of balls."""
    return sum((a * b for a, b in zip(left, right, strict=True)), arb(0))


def problem(psi: Kernel, lines: Sequence[Vector], target: Sequence[Vector]) -> Problem:
    """Everything that the risk needs, each number once."""
    kernel = [[psi(c) for c in row] for row in cosines(lines, lines)]
    lengths = [arb(_rational(_dot(row, row))).sqrt() for row in target]
    across = [inner(lengths, [psi(c) for c in row]) for row in cosines(lines, target)]
    pairs = cosines(target, target)
    square = sum((a * inner(lengths, [psi(c) for c in row]) for a, row in zip(lengths, pairs, strict=True)), arb(0))
    wanted = [arb(_rational(sum(column, Fraction(0)))) for column in zip(*target, strict=True)]
    return Problem(unit_rows(lines), kernel, across, wanted, square)


def certify(psi: Kernel, lines: Sequence[Vector], target: Sequence[Vector], region: Sequence[int]) -> BadMinimum | None:
    """A local minimum in the region that is not global, or None where balls do not show one.

    The risk is convex where signs are fixed, so a point inside the region with zero slopes is a local minimum; at a
    zero weight the even force is positive, so that both slopes out of it are.
    """
    with precision():
        found = problem(psi, lines, target)
        masses = _inner_minimum(found, lines, target, region)
        if masses is None:
            return None
        risk, lower = found.risk(*masses), found.risk(*_better(lines, target))
        return BadMinimum(*masses, risk, lower) if risk > lower else None


def minimum(psi: Kernel, lines: Sequence[Vector], target: Sequence[Vector], region: Sequence[int]) -> arb | None:
    """The risk of a local minimum in the region, global or not; None where balls do not show one."""
    with precision():
        found = problem(psi, lines, target)
        masses = _inner_minimum(found, lines, target, region)
        return found.risk(*masses) if masses else None


def _inner_minimum(found: Problem, lines, target, region) -> tuple[list[arb], list[arb]] | None:
    try:
        q, p = _stationary(found, lines, target, np.array(region))
    except (ZeroDivisionError, np.linalg.LinAlgError):
        return None
    return (q, p) if _inside(found, q, p, region) else None


def _stationary(found: Problem, lines, target, region) -> tuple[list[arb], list[arb]]:
    """q and p with zero slopes: b_r = 0 and u_r.z = 0 on lines with both signs, s_r u_r.z + 2 b_r = 0 on the others.

    Lines with both signs beyond a basis of their span get the signed sums of floating point, as exact numbers.
    """
    floats = np.array([[float(e) for e in row] for row in found.lines])
    guess = candidate(floats, np.array(target, dtype=float), region)
    mixed = [r for r in range(len(lines)) if region[r] == BOTH]
    basis = _basis(lines, mixed, guess.q)
    fixed = {r: arb(float(guess.p[r])) for r in mixed if r not in basis}
    signs = [arb(float(s)) for s in signs_of(region)]
    count, moving = len(lines), [[s * e for e in row] for s, row in zip(signs, found.lines, strict=True)]
    moving += [found.lines[r] for r in basis]  # how z moves with each unknown: the masses, then the basis's sums
    still = [
        found.wanted[i] - sum((c * found.lines[r][i] for r, c in fixed.items()), arb(0)) for i in range(len(floats[0]))
    ]
    rows = [[inner(a, b) for b in moving] for a in moving]
    right = [inner(a, still) for a in moving]
    for r in range(count):
        right[r] += found.across[r]
        for other in range(count):
            rows[r][other] += found.kernel[r][other]
    solved = [row[0] for row in arb_mat(rows).solve(arb_mat([[entry] for entry in right])).tolist()]
    sums = {**fixed, **dict(zip(basis, solved[count:], strict=True))}
    return solved[:count], [sums[r] if r in sums else signs[r] * solved[r] for r in range(count)]


def _basis(lines, mixed: list[int], q) -> list[int]:
    """Independent lines that span what the lines with both signs do, those with the largest masses first."""
    chosen: list[int] = []
    for r in sorted(mixed, key=lambda r: -q[r]):
        if rank([lines[i] for i in (*chosen, r)]) > len(chosen):
            chosen.append(r)
    return chosen


def _inside(found: Problem, q: list[arb], p: list[arb], region: Sequence[int]) -> bool:
    for r, code in enumerate(region):
        if not (q[r] > 0 and (code != BOTH or abs(p[r]) < q[r])):
            return False
        if code == HALF and not inner(found.kernel[r], q) - found.across[r] > 0:
            return False
    return True


def _better(lines, target) -> tuple[list[arb], list[arb]]:
    """q and p of the optimum as floating point sees it, taken as exact masses of a net."""
    rows = np.array(lines, dtype=float)
    found = least_risk(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.array(target, dtype=float))
    positive, negative = ([arb(float(max(m, 0.0))) for m in side] for side in (found.positive, found.negative))
    pairs = list(zip(positive, negative, strict=True))
    return [a + b for a, b in pairs], [a - b for a, b in pairs]
