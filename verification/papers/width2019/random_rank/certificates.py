"""Wendel's chance as data for anybody's program."""

from sympy import Rational, Sum, Symbol, binomial

from verification.inequalities import inequalities

J = Symbol("j")


def a_hundred_samples():
    """m = 100, d_x = 10: 2^(1 - m) times the sum of C(m - 1, j) over j < d_x."""
    chance = Sum(binomial(99, J) * Rational(1, 2) ** 99, (J, 0, 9))
    return inequalities(
        ("the chance, from below", chance, ">", Rational(29, 10**19)),
        ("the chance, from above", chance, "<", Rational(31, 10**19)),
    )
