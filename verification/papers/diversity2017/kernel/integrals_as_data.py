"""A normal density over the quadrant as data for anybody's program."""

from sympy import Rational, Symbol, acos, pi, sin, sqrt

from verification.inequalities import expression, inequalities, integral

ANGLE = Symbol("x")
NEAR = Rational(1, 10**9)  # to which numbers are compared


def along_rays():
    """The chance that two normal numbers of correlation t are positive, against 1/2 - arccos(t)/(2 pi).

    Their density is exp(-r^2 (1 - t sin 2 x) / (2 (1 - t^2))) / (2 pi sqrt(1 - t^2)) at the distance r and the angle x;
    times r and integrated over r it is sqrt(1 - t^2) / (2 pi (1 - t sin 2 x)).
    """
    found = []
    for t in (Rational(k, 10) for k in (-5, 0, 3)):
        density = sqrt(1 - t**2) / (2 * pi * (1 - t * sin(2 * ANGLE)))
        chance, claimed = integral(ANGLE, 0, pi / 2, 6, density), Rational(1, 2) - acos(t) / (2 * pi)
        found.append((f"chance of the quadrant, t = {t}", ["abs", ["-", chance, expression(claimed)]], "<", NEAR))
    return inequalities(*found)
