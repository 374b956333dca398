"""Axes turned towards each other, and the cosines of acute angles, as data for anybody's program."""

from sympy import Integer, asin, pi, sqrt

from verification.inequalities import inequalities


def psi(cosine):
    """The kernel of two lines."""
    return 2 / pi * (sqrt(1 - cosine**2) + cosine * asin(cosine))


def turned_axes():
    """v' S v at v = (1, 1)/sqrt(2) for lines e_1, e_2 and target lines along (20, 1), (1, 20), and |U - U*|^2.

    By symmetry B v is a multiple of v, and so is A^-1 B v. U - U* has the norm sin t + 1 - cos t.
    """
    root = sqrt(Integer(401))
    across = psi(20 / root) + psi(1 / root)
    form = 1 + psi(Integer(40) / 401) - across**2 / (1 + 2 / pi)
    return inequalities(("v' S v, and |U - U*|^2", form, ">", (1 / root + 1 - 20 / root) ** 2))


def acute_angles():
    """v' |U U'| v at v = (1, -1, 1, -1), lines at multiples of 45 degrees, absolute cosines entry by entry."""
    entry = ["abs", ["cos", ["/", ["*", ["-", "i", "j"], "pi"], 4]]]
    rows = ["sum", "j", 0, 3, ["*", ["^", -1, ["+", "i", "j"]], entry]]
    return inequalities(("v' |U U'| v", ["sum", "i", 0, 3, rows], "<", 0))
