"""Proofs of the kernel's closed form, its slope and its relatives; those in modules of their own are brought in."""

import sympy
from sympy import Rational, Symbol, acos, cos, diff, integrate, pi, sqrt

from verification.gaussian_means import THETA, gaussian_means, projections
from verification.methods import symbolic
from verification.papers.pnn2017.kernel.formulas import HALF, arc_cosine, psi, psi_derivative, psi_of_angle, rho
from verification.papers.pnn2017.kernel.proofs_of_bounds import (
    above_the_diagonal,
    above_the_parabola,
    below_the_chord,
    half_hoelder,
    rising_to_one,
    slope_between_its_ends,
    strictly_above,
)
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
    kernel_integrated_in_odd_dimensions,
    squared_norm_of_a_gaussian,
)

__all__ = [
    "above_the_diagonal",
    "above_the_parabola",
    "absolute_value_by_rodrigues",
    "absolute_value_in_hermite_polynomials",
    "absolute_value_term_by_term",
    "below_the_chord",
    "fourier_coefficients",
    "gap_term_by_term",
    "gauss_at_one",
    "green_function",
    "half_hoelder",
    "kernel_integrated_in_odd_dimensions",
    "ratio_of_positive_numbers",
    "recurrence_from_the_differential_equation",
    "rising_to_one",
    "slope_between_its_ends",
    "squared_norm_of_a_gaussian",
    "squares_of_hermite_coefficients",
    "strictly_above",
    "tail_by_wallis_and_the_midpoint_rule",
    "tail_from_below",
]

COSINE_FORM = {r"$\frac1\pi$ for $\frac2\pi$": {"scale": 1 / pi}, r"0.63 for $\frac2\pi$": {"scale": Rational(63, 100)}}


def constant(phi):
    """1, the product of two positive signs."""
    return sympy.Integer(1)


def in_cosine(expression):
    """An expression in the angle, in terms of the angle's cosine."""
    return expression.subs(THETA, acos(rho))


@symbolic.check(
    "pnn.psi.closed-form",
    "value",
    wrong={r"$\arccos$ for $\arcsin$": {"angle": acos}, **COSINE_FORM},
    forms={"psi": psi},
)
def polar_integral(**formula):
    r"""Integrate $|u^\top x| |v^\top x|$ over the plane of two lines, split at the sign changes; minus the formula it
    vanishes.

    The two halves of the plane contribute equally, since $x$ and $-x$ give the same product.
    """
    same, opposite = gaussian_means(projections, degree=2)
    return in_cosine(2 * (same - opposite)) - psi(rho, **formula).rewrite(acos)


@symbolic.check("pnn.psi.closed-form", "ends", wrong={r"$\arccos$ for $\arcsin$": {"angle": acos}, **COSINE_FORM})
def special_values(**formula):
    r"""Evenness of $\psi$ with a free argument; its value at 0 is the square of $E |g|$, and at 1 and $-1$ it is
    $E g^2$, both from Gaussian integrals."""
    x = Symbol("x", positive=True)
    density = sqrt(2 / pi) * sympy.exp(-(x**2) / 2)  # of |g|
    first, second = (integrate(x**k * density, (x, 0, sympy.oo)) for k in (1, 2))
    even = psi(-rho, **formula) - psi(rho, **formula)
    return [even, *(psi(sympy.Integer(k), **formula) - v for k, v in ((0, first**2), (1, second), (-1, second)))]


@symbolic.check(
    "pnn.psi.derivatives",
    "first",
    wrong={r"$\arccos$ for $\arcsin$": {"angle": acos}, **COSINE_FORM},
    forms={"psi_derivative": psi_derivative},
)
def slope_of_the_closed_form(**formula):
    r"""The derivative of the proved $\psi$; minus the formula for $\psi'$ it vanishes."""
    return diff(psi(rho), rho) - psi_derivative(rho, **formula)


@symbolic.check("pnn.psi.derivatives", "signs", wrong={r"$\arccos$ for $\arcsin$": {"angle": acos}, **COSINE_FORM})
def mean_of_signs(**formula):
    r"""The mean of the signs over the arcs where they agree and differ; minus the formula for $\psi'$ it vanishes."""
    same, opposite = gaussian_means(constant, degree=0)
    return in_cosine(2 * (same - opposite)) - psi_derivative(rho, **formula).rewrite(acos)


@symbolic.check(
    "pnn.psi.derivatives",
    "second",
    wrong={r"exponent $-1$ for $-\frac12$": {"exponent": -1}, r"$\frac1\pi$ for $\frac2\pi$": {"scale": 1 / pi}},
)
def curvature(scale=2 / pi, exponent=-HALF):
    r"""The second derivative of the proved $\psi$, minus the formula."""
    return diff(psi(rho), rho, 2) - scale * (1 - rho**2) ** exponent


@symbolic.check(
    "pnn.psi.arc-cosine",
    "relu",
    wrong={
        r"$\theta$ for $\pi - \theta$": {"whole": 0, "sign": 1},
        r"$\pi + \theta$ for $\pi - \theta$": {"sign": 1},
        r"$\frac1\pi$ for $\frac1{2 \pi}$": {"share": 1 / pi},
    },
    forms={"arc_cosine": arc_cosine},
)
def relu_over_the_common_arc(share=1 / (2 * pi), **formula):
    r"""Integrate $u^\top x \, v^\top x$ over the arc where both are positive; minus the formula it vanishes."""
    same, _ = gaussian_means(projections, degree=2)
    return same - share * arc_cosine(THETA, **formula)


@symbolic.check(
    "pnn.psi.arc-cosine",
    "relations",
    wrong={
        "difference for sum": {"sign": -1},
        "a whole turn for half": {"half_turn": 2 * pi},
        r"$\frac1\pi$ for $\frac2\pi$": {"scale": 1 / pi},
    },
    forms={"psi_of_angle": psi_of_angle},
)
def sum_and_difference(sign=1, half_turn=pi, scale=2 / pi):
    r"""$\psi$ is a sum over an angle and its supplement, as it is a formula in the angle; and the difference of the
    two, $\pi \cos\theta$.

    The first two are compared at $\theta = \arccos\rho$, which covers $[0, \pi]$.
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
    wrong={r"$2 \theta$ for $\theta$": {"rate": 2 / pi}, r"$\psi' = k_0$": {"factor": 1, "shift": 0}},
)
def measure_of_the_common_arc(rate=1 / pi, factor=2, shift=1):
    r"""Twice the Gaussian measure of the sector where both are positive, and $\psi'$ in terms of it."""
    order_zero = 1 - rate * THETA
    same, _ = gaussian_means(constant, degree=0)
    slope = psi_derivative(rho).rewrite(acos)
    return [2 * same - order_zero, in_cosine(factor * order_zero - shift) - slope]
