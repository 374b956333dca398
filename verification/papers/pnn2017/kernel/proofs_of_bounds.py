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
    "pnn.psi.lipschitz", "slope-identities", wrong={"2/pi for 1": {"constant": 2 / pi}, "2 for 1": {"constant": 2}}
)
def slope_between_its_ends(constant=1):
    """psi'' sqrt(1 - rho^2) is the positive number 2/pi, so that psi' rises strictly from its value at -1 to that at 1.

    These are -1 and 1. By the mean value theorem no quotient of differences exceeds 1, and those at rho = 1 tend
    to psi'(1) = 1, psi' being continuous up to the end: 1 is the least constant, and |psi'| < 1 inside.
    """
    slope = diff(psi(rho), rho)
    return [
        diff(slope, rho) * sqrt(1 - rho**2) - 2 / pi,
        slope - psi_derivative(rho),
        psi_derivative(ONE) - constant,
        psi_derivative(-ONE) + constant,
    ]


@symbolic.check(
    "pnn.psi.lipschitz",
    "angle-identities",
    wrong={"1 for the root of 2": {"constant": 1}, "exponent 1: Lipschitz": {"exponent": 1}, "4/pi": {"rate": 4 / pi}},
)
def half_hoelder(constant=ROOT, exponent=HALF, rate=2 * ROOT / pi):
    """With rho, sigma the cosines of m -+ h, 0 <= h <= m <= pi - h, psi' differs by 4h/pi.

    The difference of the cosines is 2 sin m sin h, and sin m >= sin h since sin m - sin h is twice a cosine and a
    sine of angles in [0, pi/2]. Jordan's inequality (sin h >= 2h/pi, by concavity and equality at 0 and pi/2) gives
    |rho - sigma| >= 8 h^2/pi^2: so 4h/pi, at |rho - sigma| = 8 h^2/pi^2, is the constant times the power, and
    equality holds for h = m = pi/2. At the end, with epsilon = 2 s^2, 1 - psi' is (4/pi) arcsin s.
    """
    m, h, s = sympy.symbols("m h s", positive=True)
    near_end = 1 - psi_derivative(1 - 2 * s**2)
    return [
        sympy.expand_trig(cos(m - h) - cos(m + h)) - 2 * sin(m) * sin(h),
        sin(m) - sin(h) - 2 * cos((m + h) / 2) * sin((m - h) / 2),
        diff(sin(h), h, 2) + sin(h),
        sin(pi / 2) - (2 / pi) * (pi / 2),
        4 * h / pi - constant * (8 * h**2 / pi**2) ** exponent,
        constant * (2 * ONE) ** exponent - (psi_derivative(ONE) - psi_derivative(-ONE)),
        diff(near_end, s) - diff(4 / pi * asin(s), s),
        near_end.subs(s, 0),
        sympy.limit(4 / pi * asin(s) / (sqrt(2) * s), s, 0) - rate,
    ]


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
    return [falls.rewrite(acos), psi(ONE) - below(ONE), *contact(below, theta, 0, 3)]


@symbolic.check(
    "pnn.psi.bounds",
    "tangent-identities",
    wrong={
        "2 rho^2/pi": {"below": lambda r: (2 + 2 * r**2) / pi},
        "1.1 rho^2/pi": {"below": lambda r: (2 + Rational(11, 10) * r**2) / pi},
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
    return [convex, difference.subs(rho, 0), diff(difference, rho).subs(rho, 0), *contact(below, theta, pi / 2, 4)]


@symbolic.check(
    "pnn.psi.bounds",
    "chord-identities",
    wrong={
        "0.99 of the rise": {"above": lambda r: 2 / pi + Rational(99, 100) * (1 - 2 / pi) * r**2},
        "the fourth power": {"above": lambda r: 2 / pi + (1 - 2 / pi) * r**4},
    },
)
def below_the_chord(above=lambda r: 2 / pi + (1 - 2 / pi) * r**2):
    """In t = r^2 the difference is concave and vanishes at t = 0 and t = 1, so that it is nowhere negative.

    Its second derivative in t is -k/(2 pi r^3), where k = r/sqrt(1 - r^2) - arcsin r vanishes at 0 and has the
    slope r^2 (1 - r^2)^(-3/2) >= 0. At the angles 0 and pi/2 the difference vanishes to first order.
    """
    r, theta = Symbol("r", positive=True), Symbol("theta", positive=True)
    in_square = diff(diff(above(r) - psi(r), r) / (2 * r), r) / (2 * r)
    k = r / sqrt(1 - r**2) - asin(r)
    difference = above(rho) - psi(rho)
    return [
        in_square + k / (2 * pi * r**3),
        k.subs(r, 0),
        diff(k, r) - r**2 / (1 - r**2) ** Rational(3, 2),
        difference.subs(rho, 0),
        difference.subs(rho, 1),
        *contact(above, theta, 0, 2),
        *contact(above, theta, pi / 2, 2),
    ]


def contact(bound, theta, where, order):
    """The derivatives below `order`, in the angle, of psi minus a bound at a point where the two touch."""
    difference = psi_of_angle(theta) - bound(cos(theta))
    return [diff(difference, theta, k).subs(theta, where) for k in range(order)]


@symbolic.check(
    "pnn.figure-6", "angle-slopes", wrong={"1.01 rho": {"slope": Rational(101, 100)}, "a gap at 1": {"end": HALF}}
)
def strictly_above(slope=1, end=1):
    """At the angle theta in (0, pi/2] psi - rho has the derivative (2/pi) theta sin theta > 0 and starts from 0.

    So psi > rho for 0 <= rho < 1, and, psi being even, psi > |rho| inside; at the end both are 1.
    """
    difference = psi_of_angle(THETA) - slope * cos(THETA)
    return [
        diff(difference, THETA) - 2 / pi * THETA * sin(THETA),
        difference.subs(THETA, 0),
        psi(-rho) - psi(rho),
        psi(ONE) - end,
    ]


@symbolic.check(
    "pnn.figure-6",
    "slopes",
    wrong={"below 0.99": {"end": Rational(99, 100)}, "arccos for arcsin": {"angle": acos}},
)
def rising_to_one(end=1, angle=asin):
    """The slope is (2/pi) arcsin rho, which has the sign of rho: psi falls to 0, then rises to its value 1 at 1.

    In the angle the slope is -(2/pi)(pi/2 - theta) sin theta, which vanishes at 0 and at pi/2.
    """
    slope = psi_derivative(rho, angle=angle)
    in_angle = -2 / pi * (pi / 2 - THETA) * sin(THETA)
    return [
        diff(psi(rho), rho) - slope,
        slope.subs(rho, 0),
        psi(ONE) - end,
        psi(-ONE) - end,
        diff(psi_of_angle(THETA), THETA) - in_angle,
    ]
