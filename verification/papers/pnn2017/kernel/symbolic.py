"""Proofs of the kernel's closed form, slope, relatives and bounds; those of its expansions are brought in.

A residual that SymPy brings to zero is an identity. Where a check proves an inequality, its residuals show that
a difference, or its derivative, is a form whose sign is plain, and the docstring says how the proof follows.
"""

import sympy
from sympy import Rational, Symbol, acos, asin, cos, diff, integrate, pi, sin, sqrt

from verification.methods import symbolic
from verification.papers.pnn2017.kernel.formulas import HALF, arc_cosine, psi, psi_derivative, psi_of_angle, rho
from verification.papers.pnn2017.kernel.proofs_of_series import (
    absolute_value_in_hermite_polynomials,
    gap_term_by_term,
    gauss_at_one,
    ratio_of_positive_numbers,
    recurrence_from_the_differential_equation,
    squares_of_hermite_coefficients,
    tail_by_wallis_and_the_midpoint_rule,
    tail_from_below,
)
from verification.papers.pnn2017.kernel.proofs_on_spheres import (
    absolute_value_by_rodrigues,
    absolute_value_term_by_term,
    fourier_coefficients,
    green_function,
    kernel_from_the_absolute_value,
    kernel_integrated_in_odd_dimensions,
)

__all__ = [
    "absolute_value_by_rodrigues",
    "absolute_value_in_hermite_polynomials",
    "absolute_value_term_by_term",
    "fourier_coefficients",
    "gap_term_by_term",
    "gauss_at_one",
    "green_function",
    "kernel_from_the_absolute_value",
    "kernel_integrated_in_odd_dimensions",
    "ratio_of_positive_numbers",
    "recurrence_from_the_differential_equation",
    "squares_of_hermite_coefficients",
    "tail_by_wallis_and_the_midpoint_rule",
    "tail_from_below",
]

THETA = Symbol("theta", real=True)
ROOT, ONE = sqrt(2), sympy.Integer(1)
COSINE_FORM = {"1/pi for 2/pi": {"scale": 1 / pi}, "0.63 for 2/pi": {"scale": Rational(63, 100)}}


def gaussian_means(product, degree):
    """Integrals over the part of the plane where u.x, v.x > 0, and where u.x > 0 > v.x, at the angle theta.

    `product` is a function of the polar angle phi, times radius^degree; u lies at phi = 0 and v at phi = theta
    in (0, pi), so that cos(phi) > 0 on (-pi/2, pi/2) and cos(phi - theta) changes sign at theta - pi/2.
    """
    phi, radius = Symbol("phi", real=True), Symbol("r", positive=True)
    radial = integrate(radius ** (degree + 1) * sympy.exp(-(radius**2) / 2), (radius, 0, sympy.oo)) / (2 * pi)
    integrand = sympy.expand_trig(product(phi))
    same = integrate(integrand, (phi, THETA - pi / 2, pi / 2))
    opposite = integrate(integrand, (phi, -pi / 2, THETA - pi / 2))
    return radial * same, radial * opposite


def projections(phi):
    """u.x v.x at radius 1."""
    return cos(phi) * cos(phi - THETA)


def in_cosine(expression):
    """An expression in the angle, in terms of the angle's cosine."""
    return expression.subs(THETA, acos(rho))


@symbolic.check(
    "pnn.psi.closed-form",
    "value",
    wrong={"arccos for arcsin": {"angle": acos}, **COSINE_FORM},
    forms={"psi": psi},
)
def polar_integral(**formula):
    """Integrate |u.x||v.x| over the plane of two lines, split at the sign changes; minus the formula it vanishes.

    The two halves of the plane contribute equally, since x and -x give the same product.
    """
    same, opposite = gaussian_means(projections, degree=2)
    return in_cosine(2 * (same - opposite)) - psi(rho, **formula).rewrite(acos)


@symbolic.check("pnn.psi.closed-form", "ends", wrong={"arccos for arcsin": {"angle": acos}, **COSINE_FORM})
def special_values(**formula):
    """Evenness with a free argument; at 0 the square of E|g|, at 1 and -1 E g^2, from the Gaussian integrals."""
    x = Symbol("x", positive=True)
    density = sqrt(2 / pi) * sympy.exp(-(x**2) / 2)  # of |g|
    first, second = (integrate(x**k * density, (x, 0, sympy.oo)) for k in (1, 2))
    even = psi(-rho, **formula) - psi(rho, **formula)
    return [even, *(psi(sympy.Integer(k), **formula) - v for k, v in ((0, first**2), (1, second), (-1, second)))]


@symbolic.check(
    "pnn.psi.derivatives",
    "first",
    wrong={"arccos for arcsin": {"angle": acos}, **COSINE_FORM},
    forms={"psi_derivative": psi_derivative},
)
def slope_and_mean_of_signs(**formula):
    """The derivative of the proved psi, and the mean of the signs over the arcs; minus the formula both vanish."""
    slope = psi_derivative(rho, **formula)
    same, opposite = gaussian_means(lambda phi: ONE, degree=0)
    return [diff(psi(rho), rho) - slope, in_cosine(2 * (same - opposite)) - slope.rewrite(acos)]


@symbolic.check(
    "pnn.psi.derivatives",
    "second",
    wrong={"exponent -1 for -1/2": {"exponent": -1}, "1/pi for 2/pi": {"scale": 1 / pi}},
)
def curvature(scale=2 / pi, exponent=-HALF):
    """The second derivative of the proved psi, minus the formula."""
    return diff(psi(rho), rho, 2) - scale * (1 - rho**2) ** exponent


@symbolic.check(
    "pnn.psi.arc-cosine",
    "relu",
    wrong={
        "theta for pi - theta": {"whole": 0, "sign": 1},
        "pi + theta for pi - theta": {"sign": 1},
        "1/pi for 1/(2 pi)": {"share": 1 / pi},
    },
    forms={"arc_cosine": arc_cosine},
)
def relu_over_the_common_arc(share=1 / (2 * pi), **formula):
    """Integrate u.x v.x over the arc where both are positive; minus the formula it vanishes."""
    same, _ = gaussian_means(projections, degree=2)
    return same - share * arc_cosine(THETA, **formula)


@symbolic.check(
    "pnn.psi.arc-cosine",
    "relations",
    wrong={
        "difference for sum": {"sign": -1},
        "a whole turn for half": {"half_turn": 2 * pi},
        "1/pi for 2/pi": {"scale": 1 / pi},
    },
    forms={"psi_of_angle": psi_of_angle},
)
def sum_and_difference(sign=1, half_turn=pi, scale=2 / pi):
    """psi as the sum over an angle and its supplement, psi in the angle, and the difference of the two.

    The first two are compared at theta = arccos rho, which covers [0, pi].
    """
    here, there = arc_cosine(THETA), arc_cosine(half_turn - THETA)
    return [
        in_cosine((here + sign * there) / pi) - psi(rho).rewrite(acos),
        in_cosine(psi_of_angle(THETA, scale)) - psi(rho).rewrite(acos),
        sympy.expand(here - there - pi * cos(THETA)),
    ]


@symbolic.check(
    "pnn.psi.arc-cosine",
    "order-zero",
    wrong={"2 theta for theta": {"rate": 2 / pi}, "psi' = k_0": {"factor": 1, "shift": 0}},
)
def measure_of_the_common_arc(rate=1 / pi, factor=2, shift=1):
    """Twice the Gaussian measure of the sector where both are positive, and psi' in terms of it."""
    order_zero = 1 - rate * THETA
    same, _ = gaussian_means(lambda phi: ONE, degree=0)
    slope = psi_derivative(rho).rewrite(acos)
    return [2 * same - order_zero, in_cosine(factor * order_zero - shift) - slope]


@symbolic.check("pnn.psi.lipschitz", "constant", wrong={"2/pi for 1": {"constant": 2 / pi}, "2 for 1": {"constant": 2}})
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
    "slope",
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
    "linear",
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
    "tangent",
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
    "chord",
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


@symbolic.check("pnn.figure-6", "above", wrong={"1.01 rho": {"slope": Rational(101, 100)}, "a gap at 1": {"end": HALF}})
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
    "below-one",
    wrong={"below 0.99": {"end": Rational(99, 100)}, "arccos for arcsin": {"angle": acos}},
)
def rising_to_one(end=1, angle=asin):
    """The slope is (2/pi) arcsin rho, which has the sign of rho: psi falls to 0, then rises to its value 1 at 1."""
    slope = psi_derivative(rho, angle=angle)
    return [diff(psi(rho), rho) - slope, slope.subs(rho, 0), psi(ONE) - end, psi(-ONE) - end]
