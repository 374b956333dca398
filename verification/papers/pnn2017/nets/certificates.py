"""Numbers of lines and directions that fall short of what directions need, as data for anybody's program."""

from sympy import Rational, cos, pi, sqrt

from verification.inequalities import inequalities

DEGREES = 89


def count(dimension, cosine):
    """(1 + sqrt(2 / (1 - cos delta)))^dimension / 2."""
    return (1 + sqrt(2 / (1 - cosine))) ** dimension / 2


def directions():
    """The bound for sets of directions in two inputs at 89 degrees, and in one input at a right angle."""
    return inequalities(
        ("the bound in the plane at 89 degrees", count(2, cos(DEGREES * pi / 180)), "<", 3),
        ("degrees that two directions cover, 89 to either side", 4 * DEGREES, "<", 360),
        ("the bound in one input at 90 degrees", count(1, Rational(0)), "<", 2),
    )


def directions_of_two_entries():
    """The bound for one support of two entries."""
    return inequalities(
        ("the bound for the one support of two entries at 89 degrees", count(2, cos(DEGREES * pi / 180)), "<", 3),
        ("degrees that two directions cover, 89 to either side", 4 * DEGREES, "<", 360),
    )
