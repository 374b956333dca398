"""Proofs of the kernel's closed form and expansions."""

import sympy
from sympy import Rational, Symbol, acos, asin, cos, integrate, pi, sqrt

from verification.methods import symbolic

rho = Symbol("rho", real=True)


def psi(rho, scale=2 / pi, angle=asin):
    """The closed form under test."""
    return scale * (sqrt(1 - rho**2) + rho * angle(rho))


def gaussian_pair_mean(weight):
    """E |u.x| |v.x| for lines at an angle theta in (0, pi), by polar coordinates in their plane.

    The radius contributes its fourth moment integral, 2, over 2 pi; the circle is twice the half on which
    cos(phi) > 0, cut where cos(phi - theta) changes sign. `weight(phi, theta)` is the product without its sign.
    """
    phi, theta = sympy.symbols("phi theta", real=True)
    radius = Symbol("r", positive=True)
    radial = integrate(radius**3 * sympy.exp(-(radius**2) / 2), (radius, 0, sympy.oo))
    product = sympy.expand_trig(weight(phi, theta))
    same = integrate(product, (phi, theta - pi / 2, pi / 2))
    opposite = integrate(product, (phi, -pi / 2, theta - pi / 2))
    return radial / (2 * pi) * 2 * (same - opposite), theta


@symbolic.check(
    "pnn.psi.closed-form",
    "value",
    wrong={"arccos for arcsin": {"angle": acos}, "1/pi for 2/pi": {"scale": 1 / pi}, "0.63 for 2/pi": {"scale": Rational(63, 100)}},
    forms={"psi": psi},
)
def polar_integral(**formula):
    """Integrate |u.x||v.x| over the plane of two lines, split at the sign changes; minus the formula it must vanish."""
    integral, theta = gaussian_pair_mean(lambda phi, theta: cos(phi) * cos(phi - theta))
    return integral.subs(theta, acos(rho)) - psi(rho, **formula).rewrite(acos)


@symbolic.check("pnn.psi.closed-form", "ends", wrong={"1/pi for 2/pi": {"scale": 1 / pi}, "arccos for arcsin": {"angle": acos}})
def special_values(**formula):
    """Evenness with a free argument, and the exact values at 0, 1 and -1."""
    even = psi(-rho, **formula) - psi(rho, **formula)
    values = {0: 2 / pi, 1: 1, -1: 1}
    return [even, *(psi(sympy.Integer(at), **formula) - value for at, value in values.items())]
