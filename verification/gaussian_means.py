"""Gaussian means over the plane of two vectors, by SymPy's integration in polar coordinates: what proofs start from."""

from functools import cache

import sympy
from sympy import Symbol, cos, integrate, pi

THETA = Symbol("theta", real=True)


@cache
def gaussian_means(product, degree):
    """Integrals over the part of the plane where u.x, v.x > 0, and where u.x > 0 > v.x, at the angle theta.

    `product` is a function of the polar angle phi, times radius^degree; u lies at phi = 0 and v at phi = theta
    in (0, pi), so that cos(phi) > 0 on (-pi/2, pi/2) and cos(phi - theta) changes sign at theta - pi/2.
    """
    phi, radius = Symbol("phi", real=True), Symbol("r")
    radial = integrate(radius ** (degree + 1) * sympy.exp(-(radius**2) / 2), (radius, 0, sympy.oo)) / (2 * pi)
    integrand = sympy.expand_trig(product(phi))
    same = integrate(integrand, (phi, THETA - pi / 2, pi / 2))
    opposite = integrate(integrand, (phi, -pi / 2, THETA - pi / 2))
    return radial * same, radial * opposite


def projections(phi):
    """u.x v.x at radius 1."""
    return cos(phi) * cos(phi - THETA)
