"""Proofs behind the decay: constants of the upper bound, one neighbour's sides, and moments of the nearest line."""

import sympy
from sympy import Rational, Symbol, cos, exp, gamma, integrate, oo, pi, sin, sqrt, symbols, tan

from verification.methods import symbolic

d, p, c, r, t, radius = symbols("d p c r t rho", positive=True)
theta = Symbol("theta", positive=True)


def sphere(dimension):
    """The area of the unit sphere in that many dimensions."""
    return 2 * pi ** (dimension / 2) / gamma(dimension / 2)


@symbolic.check(
    "ours.decay-in-lines",
    "constant",
    wrong={"8 for 16": {"factor": 8}, r"$\Gamma(\frac d2)$ for $\Gamma(\frac d2 + 1)$": {"shift": 0}},
)
def third_moment_of_a_length(factor=16, shift=1):
    r"""$E |y|^3$ by the radial integral in $d - 1$ dimensions, $d$ a symbol, times $4 \sqrt{2/\pi}$, is $K_d$."""
    radial = integrate(radius ** (d + 1) * exp(-(radius**2) / 2), (radius, 0, oo))
    mean = sphere(d - 1) * radial / (2 * pi) ** ((d - 1) / 2)
    stated = factor / sqrt(pi) * gamma(d / 2 + shift) / gamma((d - 1) / 2)
    return sympy.gammasimp(sympy.powsimp(sympy.simplify(4 * sqrt(2 / pi) * mean / stated), force=True)) - 1


@symbolic.check(
    "ours.decay-in-lines",
    "one-neighbour",
    wrong={"the cosine for the sine": {"size": cos}, "the sine for the tangent": {"reach": sin}},
)
def sides_of_a_neighbour(size=sin, reach=tan):
    r"""Both identities, with $n$ for $-m$ and $w$ for $-\omega$."""
    s, n = symbols("s n", real=True)
    w = n * sin(theta) - s * cos(theta)
    yield sympy.expand(n * size(theta) - w - s * cos(theta))
    yield sympy.simplify((n * reach(theta) - s) * cos(theta) - w)


@symbolic.check(
    "ours.decay-in-lines",
    "substituted",
    wrong={"$p + 1$ in the gamma function": {"more": 1}, r"the power $\frac pd$": {"inputs": d}},
)
def stretched_exponential(more=0, inputs=d - 1):
    """First: the quotient of both sides of the substitution, less 1; second: the integral over its value, less 1."""
    z, a = symbols("z a", positive=True)
    reached, power = c * r * t ** (d - 1), p / (d - 1)
    wanted = power * reached ** (power - 1) * (c * r) ** (-p / inputs) * sympy.diff(reached, t)
    yield sympy.simplify(sympy.powsimp(sympy.expand_power_base(p * t ** (p - 1) / wanted))) - 1
    yield sympy.gammasimp(a * integrate(z ** (a - 1) * exp(-z), (z, 0, oo)) / gamma(1 + a + more)) - 1


@symbolic.check(
    "ours.decay-in-lines",
    "nearest-constants",
    wrong={"half of the square": {"share": Rational(1, 2)}, "no factor 2": {"sides": 1}},
)
def small_angles(share=1, sides=2):
    r"""$1 - \psi(\cos t)^2 = t^2$ to second order, with $\arcsin\cos t = \frac\pi2 - t$ on $[0, \pi]$; and the
    quotient of areas is the derivative of $\kappa t^{d-1}$."""
    kernel = 2 / pi * (sin(t) + (pi / 2 - t) * cos(t))
    yield sympy.series(1 - kernel**2, t, 0, 3).removeO() - share * t**2
    kappa = 2 * gamma(d / 2) / (sqrt(pi) * (d - 1) * gamma((d - 1) / 2))
    areas = sides * sphere(d - 1) / sphere(d)
    yield sympy.gammasimp(sympy.simplify(areas * t ** (d - 2) / sympy.diff(kappa * t ** (d - 1), t))) - 1
