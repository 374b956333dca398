"""The counterexamples to Lemma 2 as data for anybody's program."""

from fractions import Fraction

from verification.certificates import gaussian_minimum

AXES = ((1, 0, 0), (0, 1, 0), (0, 0, 1))


def dependent_lines():
    """Three lines in a plane with both signs: a minimum above the bound by the norm of the Schur complement."""
    thirteenth = Fraction(1, 13)
    target = [(way, sign * (thirteenth if way[0] == 5 else 1)) for way in (*AXES, (5, 12, 0)) for sign in (1, -1)]
    net = [(0, "+"), (0, "-"), (1, "+"), (1, "-"), (2, "+"), (2, Fraction(-1, 12)), (3, "+"), (3, Fraction(1, 2))]
    return gaussian_minimum((*AXES[:2], (3, 4, 0), AXES[2]), target, net, bounds=["schur norm"])


def least_risk_on_the_axes():
    """Two target neurons between and on the axes: the least risk of all networks, above the bound."""
    half = Fraction(1, 2)
    target = [(Fraction(1, 4), Fraction(1)), (half, Fraction(1, 10))]
    return gaussian_minimum((Fraction(0), half), target, [(0, "+"), (1, "+")], "global", bounds=["schur norm"])
