"""A line more that leaves the norm of the Schur complement as it is, as data for anybody's program."""

from sympy import pi, sqrt

from verification.inequalities import inequalities

ACROSS, ALONG = 2 / pi, 2 / pi * (sqrt(2) / 2 + sqrt(2) / 2 * pi / 4)  # psi at a right angle, and at half of one


def lines_on_the_diagonals():
    """S of the axes for one diagonal and for both: the value of (1, -1) is 1 - 2/pi, that of (1, 1) is less.

    Both diagonals have the same products with the axes, so that (1, -1) is orthogonal to what they take off.
    """
    kept, both = 1 - ACROSS, 1 + ACROSS
    one, two = both - 2 * ALONG**2, both - 4 * ALONG**2 / both
    return inequalities(
        ("the value of (1, 1) for one diagonal, and of (1, -1)", one, "<", kept),
        ("the value of (1, 1) for both, and for one", two, "<", one),
        ("the value of (1, 1) for both", two, ">", 0),
    )
