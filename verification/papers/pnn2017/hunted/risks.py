"""The risk of nets by its definition, against formulas for it, in balls at rational vectors.

An instance has `lines` and `target`, vectors along them, shapes (lines, inputs) and (target lines, inputs); `weights`
and `amounts`, the signed sizes of two neurons on each of these; and `turns`, what is added to the second of a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from flint import arb, arb_mat, fmpq, fmpq_mat

from verification.comparisons import ball
from verification.methods.hunt import Instance
from verification.papers.pnn2017.hunted.certificates import Kernel, Vector, cosines, gram, rank
from verification.papers.pnn2017.hunted.strata import LINES, whole

Neuron = tuple[arb, Vector]


def dot(left: Vector, right: Vector) -> Fraction:
    """The product of two rational vectors."""
    return sum((a * b for a, b in zip(left, right, strict=True)), Fraction(0))


def length(vector: Vector) -> arb:
    """The length of a rational vector."""
    return ball(dot(vector, vector)).sqrt()


def relu_mean(left: Vector, right: Vector) -> arb:
    """E max(u.x, 0) max(v.x, 0) for standard normal x: |u||v| (sin t + (pi - t) cos t)/(2 pi), t their angle."""
    return _relu_mean(gram([left, right], [left, right]), 0, 1)


def _relu_mean(products: fmpq_mat, i: int, j: int) -> arb:
    """The same of two vectors among those of which all products are known."""
    product, squares = products[i, j], products[i, i] * products[j, j]
    if product * product == squares:  # parallel, or one of them zero
        return arb(max(product, fmpq(0))) / 2
    sizes = arb(squares).sqrt()
    sine = arb(squares - product * product).sqrt()
    angle = (arb(product) / sizes).acos()
    return (sine + (arb.pi() - angle) * arb(product)) / (2 * arb.pi())


def risk(neurons: Sequence[Neuron], target: Sequence[Neuron]) -> arb:
    """E (h - h*)^2 of neurons, each a size that is not negative and a vector."""
    signed = [*neurons, *((-size, vector) for size, vector in target)]
    vectors = [vector for _, vector in signed]
    products = gram(vectors, vectors)
    pairs = [(a * b, i, j, 1 + (i < j)) for i, (a, _) in enumerate(signed) for j, (b, _) in enumerate(signed) if i <= j]
    return sum((size * _relu_mean(products, i, j) * times for size, i, j, times in pairs), arb(0))


@dataclass(frozen=True)
class Nets:
    """The vectors of an instance: two neurons on each line, of the net and of the target."""

    lines: list[Vector]
    target_lines: list[Vector]
    net: list[list[Vector]]
    target: list[list[Vector]]

    @property
    def risk(self) -> arb:
        """The risk by its definition."""
        of_net, of_target = ([(arb(1), v) for pair in one for v in pair] for one in (self.net, self.target))
        return risk(of_net, of_target)

    @property
    def balance(self) -> list[Fraction]:
        """The sum of the net's weights minus that of the target's."""
        weights, towards = ([v for pair in one for v in pair] for one in (self.net, self.target))
        size = range(len(self.lines[0]))
        return [sum((v[i] for v in weights), Fraction(0)) - sum((v[i] for v in towards), Fraction(0)) for i in size]

    @property
    def square(self) -> Fraction:
        """|z|^2."""
        return sum((e * e for e in self.balance), Fraction(0))


def nets(instance: Instance) -> Nets:
    """The nets of an instance, the target on the net's lines where it names none."""
    lines = instance.fractions("lines")
    target_lines = instance.fractions("target") if "target" in instance.numbers else lines
    turns = instance.fractions("turns")
    rows = zip(lines, instance.fractions("weights"), turns, strict=True)
    net = [[_times(a, u), _plus(_times(b, u), t)] for u, (a, b), t in rows]
    pairs = zip(target_lines, instance.fractions("amounts"), strict=True)
    return Nets(lines, target_lines, net, [[_times(a, u), _times(b, u)] for u, (a, b) in pairs])


def _times(size: Fraction, vector: Vector) -> Vector:
    return tuple(size * entry for entry in vector)


def _plus(left: Vector, right: Vector) -> Vector:
    return tuple(a + b for a, b in zip(left, right, strict=True))


def masses(pairs: Sequence[Sequence[Vector]]) -> arb_mat:
    """q: the lengths of each line's weights added up, a column."""
    return arb_mat([[sum(map(length, pair), arb(0))] for pair in pairs])


def kernel_matrix(psi: Kernel, left: Sequence[Vector], right: Sequence[Vector], unit: bool = True) -> arb_mat:
    """psi of the cosines; without `unit` of the products of the vectors as they are, kept between -1 and 1."""
    if unit:
        return arb_mat([[psi(c) for c in row] for row in cosines(left, right)])
    return arb_mat([[psi(ball(max(min(dot(u, v), Fraction(1)), Fraction(-1)))) for v in right] for u in left])


def form(left: arb_mat, middle: arb_mat, right: arb_mat) -> arb:
    """x'Ay of columns."""
    return (left.transpose() * middle * right)[0, 0]


def two_squares(psi: Kernel, at: Nets, unit: bool = True) -> arb:
    """(|z|^2 + q'Psi11 q - 2 q'Psi12 q* + q*'Psi22 q*)/4."""
    q, wanted = masses(at.net), masses(at.target)
    inner = form(q, kernel_matrix(psi, at.lines, at.lines, unit), q)
    across = form(q, kernel_matrix(psi, at.lines, at.target_lines, unit), wanted)
    outer = form(wanted, kernel_matrix(psi, at.target_lines, at.target_lines, unit), wanted)
    return (ball(at.square) + inner - 2 * across + outer) / 4


def schur(psi: Kernel, at: Nets) -> arb_mat:
    """S = Psi22 - Psi21 Psi11^-1 Psi12. Raises ZeroDivisionError where balls do not show that Psi11 is invertible."""
    across = kernel_matrix(psi, at.lines, at.target_lines)
    solved = kernel_matrix(psi, at.lines, at.lines).solve(across)
    return kernel_matrix(psi, at.target_lines, at.target_lines) - across.transpose() * solved


def distinct(lines: Sequence[Vector]) -> bool:
    """Whether no line is zero and no two are equal or opposite."""
    return all(map(any, lines)) and all(rank([u, v]) == 2 for i, u in enumerate(lines) for v in lines[:i])


def strata(matched: bool = False, turned: bool = False, lines=LINES):
    """A sampler of whole instances for every stratum of lines; at most three target lines."""

    def sampler(sample):
        def draw(rng):
            rows = sample(rng)
            found = {"lines": rows, "weights": sizes(rng, len(rows)), "turns": np.zeros(rows.shape)}
            if turned:
                found["turns"] = whole(rng, rows.shape)
            if not matched:
                found["target"] = targets(rng, rows)
            return Instance({**found, "amounts": sizes(rng, len(found.get("target", rows)))})

        return draw

    return {name: sampler(sample) for name, sample in lines.items()}


def targets(rng, lines):
    """One to three target lines: whole numbers, at random, or one of the net's lines and an axis."""
    inputs, choice = lines.shape[1], int(rng.integers(3))
    if choice == 2:
        return np.concatenate([lines[:1], np.eye(inputs)[:1]])
    shape = (int(rng.integers(1, 4)), inputs)
    return whole(rng, shape) if choice else rng.standard_normal(shape)


def sizes(rng, count):
    """Signed sizes of two neurons a line: whole numbers with zeros, at random, or far apart."""
    choice = int(rng.integers(3))
    if choice == 0:
        return rng.integers(-2, 3, (count, 2)).astype(float)
    found = rng.standard_normal((count, 2))
    return found * 10.0 ** rng.integers(-3, 4, (count, 2)) if choice == 2 else found
