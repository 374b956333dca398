"""Second moments of two rectified projections, by integrating over the plane of their lines.

A risk is a sum of such moments over pairs of neurons, so what holds for every pair holds for every network.
"""

import sympy
from sympy import Rational, acos, cos, exp, integrate, oo, pi

from verification.papers.pnn2017.kernel.symbolic import psi, rho

SIGNS = ((1, 1), (1, -1), (-1, 1), (-1, -1))
QUARTER = Rational(1, 4)
phi, theta = sympy.symbols("phi theta", real=True)
radius = sympy.Symbol("r", positive=True)
ARCS = {  # where s cos(phi) > 0 and t cos(phi - theta) > 0, for 0 < theta < pi
    (1, 1): (theta - pi / 2, pi / 2),
    (1, -1): (-pi / 2, theta - pi / 2),
    (-1, 1): (pi / 2, theta + pi / 2),
    (-1, -1): (theta + pi / 2, 3 * pi / 2),
}


def mean_product(s, t):
    """E max(s u.x, 0) max(t v.x, 0) for unit u, v with cosine rho in (-1, 1), from the definition."""
    radial = integrate(radius**3 * exp(-(radius**2) / 2), (radius, 0, oo)) / (2 * pi)
    product = sympy.expand_trig(s * cos(phi) * t * cos(phi - theta))
    return (radial * integrate(product, (phi, *ARCS[s, t]))).subs(theta, acos(rho))


def mean_product_on_one_line(s, t):
    """The same for u = v: the one-dimensional integral over the half-line on which both are active, if any."""
    x = sympy.Symbol("x", real=True)
    density = exp(-(x**2) / 2) / sympy.sqrt(2 * pi)
    return integrate(x**2 * density, (x, 0, oo)) if s == t else sympy.Integer(0)


def formula(s, t, cosine=rho, share=QUARTER, linear=lambda cosine: cosine, kernel=psi):
    """The moment as a statement: a quarter of the product of the signs times the cosine, plus the kernel."""
    return share * (s * t * linear(cosine) + kernel(cosine))


def residuals(**statement):
    """The integrals minus the formula: all four pairs of signs, on two lines and on one line."""
    apart = [mean_product(*signs) - formula(*signs, **statement).rewrite(acos) for signs in SIGNS]
    one = sympy.Integer(1)
    together = [mean_product_on_one_line(*signs) - formula(*signs, one, **statement) for signs in SIGNS]
    return apart + together
