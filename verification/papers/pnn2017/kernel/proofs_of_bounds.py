"""Proofs of the kernel's inequalities: its Lipschitz constant, its bounds and what Figure 6 shows.

The residuals bring a difference, or its derivative, to a form whose sign is plain; the docstring says how the
inequality follows.
"""

import sympy
from sympy import Rational, Symbol, acos, asin, cos, diff, pi, sin, sqrt

from verification.methods import symbolic
from verification.papers.pnn2017.kernel.formulas import HALF, psi, psi_derivative, psi_of_angle, rho

THETA = Symbol("theta", real=True)
ROOT, ONE = sqrt(2), sympy.Integer(1)


@symbolic.check(
    "pnn.psi.lipschitz",
    "slope-identities",
    wrong={"2/pi for 1": {"constant": 2 / pi}, "2 for 1": {"constant": 2}, "arccos for arcsin": {"angle": acos}},
)
def slope_between_its_ends(constant=1, angle=asin):
    """psi'' sqrt(1 - rho^2) is the positive number 2/pi, so that psi' rises strictly from its value at -1 to that at 1.

    These are -1 and 1. By the mean value theorem no quotient of differences exceeds 1, and those at rho = 1 tend
    to psi'(1) = 1, psi' being continuous up to the end: 1 is the least constant, and |psi'| < 1 inside.
    """
    slope = diff(psi(rho, angle=angle), rho)
    return {
        "second derivative": diff(slope, rho) * sqrt(1 - rho**2) - 2 / pi,
        "slope": slope - psi_derivative(rho),
        "slope at 1": psi_derivative(ONE) - constant,
        "slope at -1": psi_derivative(-ONE) + constant,
    }


@symbolic.check(
    "pnn.psi.lipschitz",
    "angle-identities",
    wrong={
        "1 for the root of 2": {"constant": 1},
        "exponent 1: Lipschitz": {"exponent": 1},
        "4/pi": {"rate": 4 / pi},
        "1 for 2 in the products": {"twice": 1},
        "arccos for arcsin": {"angle": acos},
    },
)
def half_hoelder(constant=ROOT, exponent=HALF, rate=2 * ROOT / pi, twice=2, angle=asin):
    """With rho, sigma the cosines of m -+ h, 0 <= h <= m <= pi - h, psi' differs by 4h/pi.

    The difference of the cosines is 2 sin m sin h, and sin m >= sin h since sin m - sin h is twice a cosine and a
    sine of angles in [0, pi/2]. Jordan's inequality, sin h >= 2h/pi, gives
    |rho - sigma| >= 8 h^2/pi^2: so 4h/pi, at |rho - sigma| = 8 h^2/pi^2, is the constant times the power, and
    equality holds for h = m = pi/2. At the end, with epsilon = 2 s^2, 1 - psi' is (4/pi) arcsin s.
    """
    m, h, s = sympy.symbols("m h s", positive=True)
    near_end = 1 - psi_derivative(1 - 2 * s**2, angle=angle)
    return {
        "difference of cosines": sympy.expand_trig(cos(m - h) - cos(m + h)) - twice * sin(m) * sin(h),
        "difference of sines": sin(m) - sin(h) - twice * cos((m + h) / 2) * sin((m - h) / 2),
        "constant": 4 * h / pi - constant * (8 * h**2 / pi**2) ** exponent,
        "equality": constant * (2 * ONE) ** exponent - (psi_derivative(ONE) - psi_derivative(-ONE)),
        "near the end": diff(near_end, s) - diff(4 / pi * asin(s), s),
        "at the end": near_end.subs(s, 0),
        "rate at the end": sympy.limit(4 / pi * asin(s) / (sqrt(2) * s), s, 0) - rate,
    }


@symbolic.check(
    "pnn.psi.bounds",
    "linear-identities",
    wrong={"1.01 rho": {"below": lambda r: Rational(101, 100) * r}, "the root of rho": {"below": sqrt}},
)
def above_the_diagonal(below=lambda r: r):
    """psi - rho vanishes at 1 and falls on [0, 1], its slope being -(2/pi) arccos rho: it is nowhere negative.

    As psi is even, the same holds on [-1, 0]. At the angle 0 the difference vanishes to second order.
    """
    r, theta = Symbol("r", positive=True), Symbol("theta", positive=True)
    falls = diff(psi(r) - below(r), r) + 2 / pi * acos(r)
    return {
        "slope": falls.rewrite(acos),
        "at 1": psi(ONE) - below(ONE),
        "contact at the angle 0": contact(below, theta, 0, 3),
    }


@symbolic.check(
    "pnn.psi.bounds",
    "tangent-identities",
    wrong={
        "2 rho^2/pi": {"below": lambda r: (2 + 2 * r**2) / pi},
        "1.1 rho^2/pi": {"below": lambda r: (2 + Rational(11, 10) * r**2) / pi},
        "0.64 for 2/pi": {"below": lambda r: Rational(64, 100) + r**2 / pi},
        "rho added": {"below": lambda r: (2 + r + r**2) / pi},
    },
)
def above_the_parabola(below=lambda r: (2 + r**2) / pi):
    """The difference has value and slope 0 at 0, and the second derivative (2/pi) r^2/(s + s^2), s = sqrt(1 - r^2).

    So it is convex with its minimum, 0, at 0. At the angle pi/2 it vanishes to third order.
    """
    s = sqrt(1 - rho**2)
    difference = psi(rho) - below(rho)
    convex = diff(difference, rho, 2) - 2 / pi * rho**2 / (s + s**2)
    theta = Symbol("theta", positive=True)
    return {
        "second derivative": convex,
        "value at 0": difference.subs(rho, 0),
        "slope at 0": diff(difference, rho).subs(rho, 0),
        "contact at the angle pi/2": contact(below, theta, pi / 2, 4),
    }


@symbolic.check(
    "pnn.psi.bounds",
    "chord-identities",
    wrong={
        "0.99 of the rise": {"above": lambda r: 2 / pi + Rational(99, 100) * (1 - 2 / pi) * r**2},
        "the fourth power": {"above": lambda r: 2 / pi + (1 - 2 / pi) * r**4},
        "0.64 for 2/pi": {"above": lambda r: Rational(64, 100) * (1 - r**2) + r**2},
        "arccos for arcsin in k": {"angle": acos},
    },
)
def below_the_chord(above=lambda r: 2 / pi + (1 - 2 / pi) * r**2, angle=asin):
    """In t = r^2 the difference is concave and vanishes at t = 0 and t = 1, so that it is nowhere negative.

    Its second derivative in t is -k/(2 pi r^3), where k = r/sqrt(1 - r^2) - arcsin r vanishes at 0 and has the
    slope r^2 (1 - r^2)^(-3/2) >= 0. At the angles 0 and pi/2 the difference vanishes to first order.
    """
    r, theta = Symbol("r", positive=True), Symbol("theta", positive=True)
    in_square = diff(diff(above(r) - psi(r), r) / (2 * r), r) / (2 * r)
    k = r / sqrt(1 - r**2) - angle(r)
    difference = above(rho) - psi(rho)
    return {
        "second derivative": in_square + k / (2 * pi * r**3),
        "k at 0": k.subs(r, 0),
        "slope of k": diff(k, r) - r**2 / (1 - r**2) ** Rational(3, 2),
        "value at 0": difference.subs(rho, 0),
        "value at 1": difference.subs(rho, 1),
        "contact at the angle 0": contact(above, theta, 0, 2),
        "contact at the angle pi/2": contact(above, theta, pi / 2, 2),
    }


def contact(bound, theta, where, order):
    """The derivatives below `order`, in the angle, of psi minus a bound at a point where the two touch."""
    difference = psi_of_angle(theta) - bound(cos(theta))
    return [diff(difference, theta, k).subs(theta, where) for k in range(order)]


@symbolic.check(
    "pnn.figure-6",
    "angle-slopes",
    wrong={
        "1.01 rho": {"slope": Rational(101, 100)},
        "a gap at 1": {"end": HALF},
        "arccos for arcsin": {"angle": acos},
    },
)
def strictly_above(slope=1, end=1, angle=asin):
    """At the angle theta in (0, pi/2] psi - rho has the derivative (2/pi) theta sin theta > 0 and starts from 0.

    So psi > rho for 0 <= rho < 1, and, psi being even, psi > |rho| inside; at the end both are 1.
    """
    difference = psi_of_angle(THETA) - slope * cos(THETA)
    return {
        "slope": diff(difference, THETA) - 2 / pi * THETA * sin(THETA),
        "at the angle 0": difference.subs(THETA, 0),
        "even": psi(-rho, angle=angle) - psi(rho, angle=angle),
        "at 1": psi(ONE, angle=angle) - end,
    }


@symbolic.check(
    "pnn.figure-6",
    "slopes",
    wrong={
        "below 0.99": {"end": Rational(99, 100)},
        "arccos for arcsin": {"angle": acos},
        "pi for pi/2 in the angle": {"quarter": pi},
    },
)
def rising_to_one(end=1, angle=asin, quarter=pi / 2):
    """The slope is (2/pi) arcsin rho, which has the sign of rho: psi falls to 0, then rises to its value 1 at 1.

    In the angle the slope is -(2/pi)(pi/2 - theta) sin theta, which vanishes at 0 and at pi/2.
    """
    slope = psi_derivative(rho, angle=angle)
    in_angle = -2 / pi * (quarter - THETA) * sin(THETA)
    return {
        "slope": diff(psi(rho), rho) - slope,
        "slope at 0": slope.subs(rho, 0),
        "at 1": psi(ONE) - end,
        "at -1": psi(-ONE) - end,
        "slope in the angle": diff(psi_of_angle(THETA), THETA) - in_angle,
    }
