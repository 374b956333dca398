"""Risks, slopes and optima of small networks in ball arithmetic, and the networks that serve as counterexamples.

A line is a Fraction, its angle in units of pi, or a tuple of Fractions, a rational vector along it that need not have
length one. A neuron is a line, a sign and a size. `psi` is the kernel on balls.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from flint import arb, arb_mat, fmpq

from verification.balls import ARB

Line = Fraction | tuple[Fraction, ...]
Kernel = Callable[[arb], arb]


class Neuron(NamedTuple):
    """relu(sign * size * u.x) for the unit vector u of a line."""

    line: Line
    sign: int
    size: arb


def kernel(forms: Mapping[str, Callable], share: Fraction | int = 1) -> Kernel:
    """psi on balls, the closed form that the symbolic stage proved, or a share of it."""
    return lambda rho: ball(share) * forms["psi"](rho, arithmetic=ARB)


def ball(value: Fraction | int) -> arb:
    """The ball of a rational number."""
    fraction = Fraction(value)
    return arb(fmpq(fraction.numerator, fraction.denominator))


def cosine(first: Line, second: Line) -> arb:
    """u.v of two lines' unit vectors, exactly 1 for a line with itself."""
    if first == second:
        return arb(1)
    if isinstance(first, Fraction) and isinstance(second, Fraction):
        return arb.cos_pi(ball(first - second))
    squares = ball(inner(first, first) * inner(second, second))
    return ball(inner(first, second)) / squares.sqrt()


def inner(first: Line, second: Line) -> Fraction:
    """The inner product of the rational vectors of two lines. Raises TypeError for an angle."""
    if isinstance(first, Fraction) or isinstance(second, Fraction):
        raise TypeError(f"wanted two rational vectors, got {first!r} and {second!r}")
    return sum((a * b for a, b in zip(first, second, strict=True)), Fraction(0))


def pair_mean(psi: Kernel, first: Neuron, second: Neuron) -> arb:
    """E of the product of two neurons' outputs, a b (s t u.v + psi(u.v)) / 4."""
    rho = cosine(first.line, second.line)
    return first.size * second.size * (first.sign * second.sign * rho + psi(rho)) / 4


def overlap(psi: Kernel, net: Sequence[Neuron], other: Sequence[Neuron]) -> arb:
    """E h h' of two nets."""
    return sum((pair_mean(psi, a, b) for a in net for b in other), arb(0))


def risk(psi: Kernel, net: Sequence[Neuron], target: Sequence[Neuron]) -> arb:
    """E (h - h*)^2, pair by pair."""
    return overlap(psi, net, net) - 2 * overlap(psi, net, target) + overlap(psi, target, target)


def slope(psi: Kernel, line: Line, sign: int, net: Sequence[Neuron], target: Sequence[Neuron]) -> arb:
    """One-sided derivative of the risk as a weight grows in the direction `sign` along a line."""
    return 2 * (overlap(psi, one(line, sign), net) - overlap(psi, one(line, sign), target))


def stationary(psi: Kernel, groups: Sequence[Sequence[Neuron]], target: Sequence[Neuron]) -> list[Neuron]:
    """The one net, a multiple of each group of neurons, at which the risk is stationary in the multiples.

    The multiples need not be positive. Raises ZeroDivisionError where the groups are not seen to be independent.
    """
    gram = arb_mat([[overlap(psi, a, b) for b in groups] for a in groups])
    moment = arb_mat([[overlap(psi, group, target)] for group in groups])
    multiples = gram.solve(moment)
    return [n._replace(size=multiples[i, 0] * n.size) for i, group in enumerate(groups) for n in group]


def masses(net: Sequence[Neuron]) -> dict[Line, arb]:
    """q: the sum of the sizes on every line."""
    total: dict[Line, arb] = {}
    for neuron in net:
        total[neuron.line] = total.get(neuron.line, arb(0)) + neuron.size
    return total


def even_solution(psi: Kernel, lines: Sequence[Line], target: Sequence[Neuron]) -> list[arb]:
    """psi11^-1 psi12 q*: the masses on the lines that would make the even part of the error least, of any sign."""
    gram = arb_mat([[psi(cosine(a, b)) for b in lines] for a in lines])
    moment = arb_mat([[_even_overlap(psi, line, target)] for line in lines])
    return [row[0] for row in gram.solve(moment).tolist()]


def schur_value(psi: Kernel, lines: Sequence[Line], target: Sequence[Neuron]) -> arb:
    """q*' S q* / 4, the value of (6.8)."""
    q = even_solution(psi, lines, target)
    explained = sum((v * _even_overlap(psi, line, target) for v, line in zip(q, lines, strict=True)), arb(0))
    whole = sum((size * _even_overlap(psi, line, target) for line, size in masses(target).items()), arb(0))
    return (whole - explained) / 4


def _even_overlap(psi: Kernel, line: Line, target: Sequence[Neuron]) -> arb:
    return sum((neuron.size * psi(cosine(line, neuron.line)) for neuron in target), arb(0))


def circle_risk(net: Sequence[Neuron], target: Sequence[Neuron]) -> arb:
    """E (h - h*)^2 in the plane as an integral over the circle, without the kernel.

    Between the angles at which a neuron switches on or off, h - h* is r (A cos phi + B sin phi), and the square of
    the radius has mean 2. The cuts are rational multiples of pi, so their order is exact.
    """
    sided = [*((n, 1) for n in net), *((n, -1) for n in target)]
    cuts = {(n.line + turn) % 2 for n, _ in sided for turn in (Fraction(1, 2), Fraction(3, 2))}  # type: ignore[operator]
    bounds = sorted(cuts | {Fraction(0), Fraction(2)})
    return sum((_arc(sided, start, end) for start, end in pairwise(bounds)), arb(0)) / arb.pi()


def _arc(sided: Sequence[tuple[Neuron, int]], start: Fraction, end: Fraction) -> arb:
    """Integral of (A cos phi + B sin phi)^2 over an arc on which no neuron switches; angles in units of pi."""
    middle = (start + end) / 2
    a = b = arb(0)
    for neuron, side in sided:
        towards = neuron.line + (0 if neuron.sign > 0 else 1)  # type: ignore[operator]
        if (middle - towards + Fraction(1, 2)) % 2 < 1:
            a += side * neuron.size * arb.cos_pi(ball(towards))
            b += side * neuron.size * arb.sin_pi(ball(towards))
    double = [(arb.sin_pi(ball(2 * at)), arb.cos_pi(ball(2 * at))) for at in (start, end)]
    sines, cosines = (double[1][k] - double[0][k] for k in (0, 1))
    length = arb.pi() * ball(end - start)
    return (a * a + b * b) * length / 2 + (a * a - b * b) * sines / 4 - a * b * cosines / 2


def one(line: Line, sign: int = 1) -> list[Neuron]:
    """A unit neuron on one side of a line."""
    return [Neuron(line, sign, arb(1))]


def times(factor: Fraction | int, net: Sequence[Neuron]) -> list[Neuron]:
    """The net with every size multiplied by a rational number."""
    return [neuron._replace(size=ball(factor) * neuron.size) for neuron in net]


def both(line: Line) -> list[Neuron]:
    """A unit neuron on either side of a line."""
    return one(line) + one(line, -1)
