"""Stationary points where no line has neurons of both orientations: Section 7.2 of Feizi et al. (2017), certified.

Where all neurons on line u_r have the sign s_r, with total mass q_r > 0, they lie in an open orthant of coefficients,
on which the risk is a convex quadratic. With D the lines s_r u_r as columns, q* the target's masses and w0 the sum of
its weights, the risk is stationary exactly at (psi11 + D'D) q = psi12 q* + D'w0.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import NamedTuple

import numpy as np
from flint import arb, arb_mat, ctx, fmpq
from numpy.typing import ArrayLike

from pnn.lines import Floats, check_lines, check_rows, check_weights
from pnn.numbers import not_negative

MOST_LINES = 12  # 2^lines regions are solved
_BITS = (128, 512)

Row = list[fmpq]


class BadRegionPoint(NamedTuple):
    """A stationary point: the lines' `signs` (+1 or -1) and `masses` (> 0), (lines,) each, and its `risk`.

    Every network with a neuron or more on each line has a local minimum there: sum of s_r q_r relu(s_r u_r.x) over
    its lines, however a line's mass is shared among its neurons.
    """

    signs: Floats
    masses: Floats
    risk: float


def bad_region_points(lines: ArrayLike, target_weights: ArrayLike) -> list[BadRegionPoint]:
    """The stationary points of the 2^lines regions in which each line's neurons share one sign, lowest risk first.

    lines (lines, inputs), distinct, of any non-zero length; target_weights (target neurons, inputs). The numbers are
    taken for exact, every region is solved in balls, and a point stands only where all its masses are certified to
    be positive; it is unique in its region. A mass that 512 bits do not tell from 0 counts as 0, which is no point of
    the open region. The masses and the risk are rounded to float64.
    Raises ValueError for bad lines, shapes that do not fit, more than 12 lines.
    """
    check_lines(lines)
    rows = check_rows(lines)
    targets = check_weights(target_weights, rows.shape[1], "target_weights")
    if len(rows) > MOST_LINES:
        raise ValueError(f"2^lines regions are tried, so lines must be at most {MOST_LINES}, got {len(rows)}")
    return sorted(_points(_exact(rows), _exact(targets[targets.any(axis=1)])), key=lambda point: point.risk)


def _points(lines: list[Row], targets: list[Row]) -> Iterator[BadRegionPoint]:
    """Each region in turn, at the first precision that decides it, if it holds a point."""
    problems = []
    for bits in _BITS:
        with ctx.workprec(bits):
            problems.append(_Problem(lines, targets))
    for signs in product((1, -1), repeat=len(lines)):
        for bits, problem in zip(_BITS, problems, strict=True):
            with ctx.workprec(bits):
                right, masses = problem.solve(signs)
                if all(mass > 0 for mass in masses):
                    explained = sum((a * b for a, b in zip(right, masses, strict=True)), arb(0))
                    risk = not_negative(float(((problem.constant - explained) / 4).mid()))
                    floats = np.array([float(mass.mid()) for mass in masses])
                    yield BadRegionPoint(np.array(signs, dtype=float), floats, risk)
                    break
                if any(mass < 0 for mass in masses):
                    break


class _Problem:
    """The system's balls at the current precision, before signs are chosen."""

    def __init__(self, lines: list[Row], targets: list[Row]) -> None:
        total = [sum(column, fmpq(0)) for column in zip(*targets, strict=True)] or [fmpq(0)] * len(lines[0])
        units = [(u, 1 / arb(_dot(u, u)).sqrt()) for u in lines]
        self.kernel = [[_kernel(u, v) * a * b for v, b in units] for u, a in units]
        self.products = [[_dot(u, v) * a * b for v, b in units] for u, a in units]
        self.even = [sum((_kernel(u, w) for w in targets), arb(0)) * a for u, a in units]
        self.odd = [_dot(u, total) * a for u, a in units]
        self.constant = sum((_kernel(v, w) for v in targets for w in targets), arb(_dot(total, total)))

    def solve(self, signs: tuple[int, ...]) -> tuple[list[arb], list[arb]]:
        """The right-hand side and the masses of a region; a singular system gives balls that decide nothing."""
        count = range(len(signs))
        matrix = [[self.kernel[i][j] + signs[i] * signs[j] * self.products[i][j] for j in count] for i in count]
        right = [self.even[i] + signs[i] * self.odd[i] for i in count]
        column = arb_mat([[entry] for entry in right])
        return right, arb_mat(matrix).solve(column, nonstop=True).entries()


def _exact(rows: Floats) -> list[Row]:
    fractions = [[Fraction(float(entry)) for entry in row] for row in rows]
    return [[fmpq(entry.numerator, entry.denominator) for entry in row] for row in fractions]


def _dot(u: Row, v: Row) -> fmpq:
    return sum((a * b for a, b in zip(u, v, strict=True)), fmpq(0))


def _kernel(u: Row, v: Row) -> arb:
    """E|u.x||v.x| = (2/pi)(s + c arcsin) with c = u.v and s = |u||v| sin of the angle; s^2 is an exact rational."""
    cosine = _dot(u, v)
    sine = arb(_dot(u, u) * _dot(v, v) - cosine * cosine).sqrt()
    return 2 / arb.pi() * (sine + cosine * arb.atan2(arb(cosine), sine))
