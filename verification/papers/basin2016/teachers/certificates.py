"""Widths and chances of Theorem 3 as data for anybody's program."""

from sympy import Rational, Sum, Symbol, binomial, exp, pi, sqrt

from verification.inequalities import inequalities

ACCURACY, TEACHERS, CHANCE = Rational(1, 100), 13, Rational(1, 100)


def half_odd_width():
    """The printed chance at rank 2 and accuracy 1/100, for one teacher neuron of norm one, and c = 5/2."""
    inverse = 2 * pi / (sqrt(ACCURACY) * sqrt(1 - ACCURACY / 4))
    return inequalities(
        ("one over the printed chance, from below", inverse, ">", 62),
        ("one over the printed chance, from above", inverse, "<", 63),
        ("c = 5/2 times 63, from below", 63 * Rational(5, 2), ">", 157),
        ("c = 5/2 times 63, from above", 63 * Rational(5, 2), "<", 158),
    )


def counting():
    """Fewer than 13 successes of 2600, each of the chance 1/100, and the printed rate."""
    k, width = Symbol("k"), 2 * TEACHERS * 100
    term = binomial(width, k) * CHANCE**k * (1 - CHANCE) ** (width - k)
    return inequalities(
        ("P[Bin(2600, 1/100) < 13], and exp(-13/2)", Sum(term, (k, 0, TEACHERS - 1)), ">", exp(-Rational(TEACHERS, 2)))
    )
