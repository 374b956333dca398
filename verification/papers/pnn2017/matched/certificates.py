"""The counterexamples to Theorem 7 as data for anybody's program."""

from fractions import Fraction

from verification.certificates import gaussian_minimum

HALF = Fraction(1, 2)


def dependent_lines():
    """Three lines in a plane with both signs, which are three of the target's; and the target itself, of risk 0."""
    lines = (1, 0, 0), (0, 1, 0), (3, 4, 0), (0, 0, 1)
    net = [(0, "+"), (0, "-"), (1, "+"), (1, "-"), (2, "+"), (2, Fraction(-1, 5)), (3, "+"), (3, HALF)]
    target = [(line, sign * (Fraction(1, 5) if line[0] == 3 else 1)) for line in lines for sign in (1, -1)]
    numbered = [(k, c) for (_, c), k in zip(target, (0, 0, 1, 1, 2, 2, 3, 3), strict=True)]
    return gaussian_minimum(lines, target, net, others=[numbered])


def zero_weights():
    """A zero weight beside a positive one on two lines; and the target itself, of risk 0."""
    lines = Fraction(0), Fraction(1, 3), Fraction(7, 6)
    target = [(line, HALF) for line in lines[:2] for _ in range(2)] + [(lines[2], 1), (lines[2], -1)]
    net = [(0, "+"), (0, 0), (1, "+"), (1, 0), (2, "+"), (2, Fraction(1, 10))]
    numbered = [(k, c) for (_, c), k in zip(target, (0, 0, 1, 1, 2, 2), strict=True)]
    return gaussian_minimum(lines, target, net, others=[numbered])
