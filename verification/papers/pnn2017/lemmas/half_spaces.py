"""Gaussian integrals over half-spaces, cut by hand where an indicator changes, and the formula of Lemma 6."""

from itertools import product

import sympy
from sympy import Matrix, Symbol, cos, eye, pi, sin, symbols

theta = Symbol("theta", real=True)


def radial_integral(power):
    """The integral of r^power exp(-r^2/2) over r > 0."""
    radius = Symbol("r", positive=True)
    return sympy.integrate(radius**power * sympy.exp(-(radius**2) / 2), (radius, 0, sympy.oo))


def gaussian_moment(power):
    """E x^power for a standard normal x."""
    x = Symbol("x", real=True)
    return sympy.integrate(x**power * sympy.exp(-(x**2) / 2), (x, -sympy.oo, sympy.oo)) / sympy.sqrt(2 * pi)


def over_wedge(integrand):
    """The integral of integrand(phi) over the angles with cos(phi) > 0 and cos(phi - theta) > 0, 0 <= theta <= pi."""
    phi = Symbol("phi", real=True)
    return sympy.integrate(integrand(phi), (phi, theta - pi / 2, pi / 2))


def swap(angle):
    """The symmetric matrix that exchanges the unit vectors (1, 0) and (cos, sin) of an angle."""
    return Matrix([[cos(angle), sin(angle)], [sin(angle), -cos(angle)]])


def turn(angle):
    """The turn by an angle, which takes (1, 0) to (cos, sin) and is not symmetric."""
    return Matrix([[cos(angle), -sin(angle)], [sin(angle), cos(angle)]])


def supplement(angle):
    """2 pi times the coefficient of the identity in Lemma 6."""
    return pi - angle


def wedge_moment(angle, opening=supplement, weight=sin, exchange=swap):
    """Lemma 6 in the plane of the two vectors."""
    return (opening(angle) * eye(2) + weight(angle) * exchange(angle)) / (2 * pi)


def half_line_moment():
    """E x^2 over x > 0."""
    t = Symbol("t", positive=True)
    return sympy.integrate(t**2 * sympy.exp(-(t**2) / 2), (t, 0, sympy.oo)) / sympy.sqrt(2 * pi)


def sides(first, second):
    """On how many of the half-lines x > 0 and x < 0 both first x > 0 and second x > 0."""
    size = Symbol("t", positive=True)
    return sum(1 for x in (size, -size) if (first * x).is_positive and (second * x).is_positive)


def scalars(*signs):
    """Pairs of scalars with every pair of these signs, their sizes positive symbols."""
    first, second = symbols("alpha beta", positive=True)
    return [(s * first, t * second) for s, t in product(signs, repeat=2)]
