"""The risk of two networks in the plane as an integral over the circle, for certificates."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from sympy import Expr, Rational, Symbol, cos, pi, sin, sympify

from verification.inequalities import inequalities, integral

Neuron = tuple[Fraction, Fraction]  # an angle over pi, which is that of its line, and a weight of either sign
T, HALF, NEAR = Symbol("t"), Fraction(1, 2), Rational(1, 10**9)


def risk(net: Sequence[Neuron], target: Sequence[Neuron]) -> list:
    """E (h - h*)^2 over normal inputs: 1/pi times the integral of the square over the circle, arc by arc.

    On an arc where no neuron switches the difference is a cos t + b sin t.
    """
    every = [((angle + (w < 0)) % 2, abs(w)) for angle, w in net]
    every += [((angle + (w < 0)) % 2, -abs(w)) for angle, w in target]
    breaks = sorted({(angle + side) % 2 for angle, _ in every for side in (HALF, -HALF)})
    arcs = []
    for low, high in pairwise([*breaks, breaks[0] + 2]):
        active = [(pi * Rational(a), Rational(w)) for a, w in every if ((low + high) / 2 - a + HALF) % 2 < 1]
        a, b = (sum((w * wave(angle) for angle, w in active), sympify(0)) for wave in (cos, sin))
        arcs.append(integral(T, pi * Rational(low), pi * Rational(high), 2, (a * cos(T) + b * sin(T)) ** 2))
    return ["/", ["+", *arcs], pi]


def formula(net: Sequence[Neuron], target: Sequence[Neuron]) -> Expr:
    """A quarter of |z|^2 and of the form of psi, z and q by line, of the network less the target."""
    lines = sorted({angle for angle, _ in (*net, *target)})
    given = [(angle, w, 1) for angle, w in net] + [(angle, w, -1) for angle, w in target]
    signed = [Rational(sum(side * w for angle, w, side in given if angle == line)) for line in lines]
    sizes = [Rational(sum(side * abs(w) for angle, w, side in given if angle == line)) for line in lines]
    found = sympify(0)
    for i, one in enumerate(lines):
        for j, other in enumerate(lines):
            apart = pi * Rational(min(abs(one - other), 1 - abs(one - other)))
            psi = 2 / pi * (sin(apart) + (pi / 2 - apart) * cos(apart))
            found += signed[i] * signed[j] * cos(pi * Rational(one - other)) + sizes[i] * sizes[j] * psi
    return found / 4


def agreement(net: Sequence[Neuron], target: Sequence[Neuron]) -> dict:
    """The two less than a billionth apart."""
    apart = ["abs", ["-", risk(net, target), formula(net, target)]]
    return inequalities(("the risk over the circle less its formula", apart, "<", NEAR))


def neurons(lines: Sequence[Fraction], given: Sequence[tuple[int, Fraction | int]]) -> list[Neuron]:
    """Neurons from the numbers of their lines."""
    return [(lines[k], Fraction(w)) for k, w in given]


def on_the_same_lines() -> dict:
    """A network and a target of seven neurons each on the same five lines."""
    lines = [Fraction(n, 60) for n in (0, 11, 23, 38, 54)]
    net = neurons(lines, [(0, 2), (0, -1), (1, 3), (2, HALF), (2, -2), (3, -1), (4, 1)])
    target = neurons(lines, [(0, -1), (1, 1), (1, 1), (2, Fraction(5, 2)), (3, 1), (3, -2), (4, -1)])
    return agreement(net, target)


def on_other_lines() -> dict:
    """Six neurons on three lines, all with both signs, against four on two others, of both signs on each."""
    lines = [Fraction(n, 997) for n in (31, 402, 871, 118, 655)]
    net = neurons(lines, [(0, 2), (0, -HALF), (1, 1), (1, Fraction(-3, 4)), (2, -1), (2, Fraction(1, 3))])
    return agreement(net, neurons(lines, [(3, 1), (3, Fraction(-2, 5)), (4, HALF), (4, -2)]))
