"""The printed number of lines below one, as data for anybody's program."""

from sympy import Rational, sqrt

from verification.inequalities import inequalities

ERROR = 10


def bound():
    """Two inputs, s = 2, weights up to 1."""
    return inequalities(
        ("the number of lines for an error of 10", (1 + 2 * sqrt(2) / ERROR) ** 2 / 2, "<", 1),
        ("the cosine of the angle there", 1 - Rational(ERROR**2, 4), "<", -1),
    )
