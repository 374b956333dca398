"""Proofs on the circle of lines: the kernel's differential equation, and the products behind Rolle's theorem."""

import sympy
from sympy import Symbol, asin, cos, diff, pi, sin, sqrt

from verification.methods import symbolic

phi = Symbol("phi", real=True)


def psi_of_angle(scale=2 / pi, turn=pi / 2):
    """psi of two lines at the angle phi, 0 <= phi <= pi."""
    return scale * (sin(phi) + (turn - phi) * cos(phi))


@symbolic.check(
    "ours.negative-coefficient",
    "equation",
    wrong={"2/pi for 4/pi": {"factor": 2 / pi}, "no turn": {"shape": cos}},
)
def kernel_on_the_circle(factor=4 / pi, shape=sin):
    """psi(cos phi) = (2/pi)(sin phi + (pi/2 - phi) cos phi) on [0, pi] satisfies psi'' + psi = (4/pi) sin phi, and
    sin phi = |cos(phi + pi/2)| there.

    First two: asin(cos phi) + phi has the derivative 0, sqrt(1 - cos^2) being sin, and the value pi/2 at pi/4. Last
    four: psi and psi' agree at both ends, 0 and pi being one point of the circle, and psi'' does by the equation.
    """
    yield diff(asin(cos(phi)), phi).subs(sqrt(1 - cos(phi) ** 2), sin(phi)) + 1
    yield asin(cos(pi / 4)) + pi / 4 - pi / 2
    kernel = psi_of_angle()
    yield sympy.expand(diff(kernel, phi, 2) + kernel - factor * shape(phi))
    slope = diff(kernel, phi)
    yield kernel.subs(phi, 0) - kernel.subs(phi, pi)
    yield slope.subs(phi, 0)
    yield slope.subs(phi, pi)


@symbolic.check(
    "ours.negative-coefficient",
    "products",
    wrong={"plus for minus": {"sign": 1}, "sin for sin^2": {"power": 1}},
)
def products_of_rolle(sign=-1, power=2):
    """g = sin e' - cos e has g' = sin (e'' + e), and (e/sin)' = g/sin^2, at any point.

    Only e and its first two derivatives at the point enter: they are three symbols, e a polynomial that has them.
    """
    at, value, slope, second = sympy.symbols("at e0 e1 e2", real=True)
    e = value + slope * (phi - at) + second * (phi - at) ** 2 / 2
    g = sin(phi) * diff(e, phi) + sign * cos(phi) * e
    first = diff(g, phi) - sin(phi) * (diff(e, phi, 2) + e)
    quotient = (diff(e / sin(phi), phi) - g / sin(phi) ** power) * sin(phi) ** 2
    yield from (sympy.expand(residual.subs(phi, at)) for residual in (first, quotient))
