"""Proofs on the circle of lines: the kernel's differential equation, and the products behind Rolle's theorem."""

import sympy
from sympy import Symbol, asin, cos, diff, pi, sin, sqrt

from verification.methods import symbolic

phi = Symbol("phi", real=True)


def psi_of_angle(sine=1, angle=pi / 2 - phi):
    """psi of two lines at the angle phi, 0 <= phi <= pi; `angle` is asin(cos phi)."""
    return 2 / pi * (sine * sin(phi) + angle * cos(phi))


@symbolic.check(
    "ours.negative-coefficient",
    "equation",
    wrong={
        r"$\frac2\pi$ for $\frac4\pi$": {"factor": 2 / pi},
        "no turn": {"shape": cos},
        "twice the sine": {"sine": 2},
        r"$\pi - \phi$ for the angle": {"angle": pi - phi},
        r"$\frac\pi2 - \frac\phi2$ for the angle": {"angle": pi / 2 - phi / 2},
    },
)
def kernel_on_the_circle(factor=4 / pi, shape=sin, sine=1, angle=pi / 2 - phi):
    r"""$\psi(\cos\phi) = \frac2\pi (\sin\phi + (\frac\pi2 - \phi) \cos\phi)$ on $[0, \pi]$ satisfies
    $\psi'' + \psi = \frac4\pi \sin\phi$, and $\sin\phi = |\cos(\phi + \frac\pi2)|$ there.

    First two: $\arcsin \cos\phi$ less the angle $\frac\pi2 - \phi$ has the derivative 0, $\sqrt{1 - \cos^2\phi}$ being
    $\sin\phi$, and the value 0 at $\frac\pi4$. Last three: $\psi$ agrees at both ends, 0 and $\pi$ being one point of
    the circle, and its slope vanishes at both; $\psi''$ agrees by the equation.
    """
    yield {"slope of the angle": diff(asin(cos(phi)), phi).subs(sqrt(1 - cos(phi) ** 2), sin(phi)) - diff(angle, phi)}
    yield {"the angle at pi/4": asin(cos(pi / 4)) - angle.subs(phi, pi / 4)}
    kernel = psi_of_angle(sine, angle)
    yield {"equation": sympy.expand(diff(kernel, phi, 2) + kernel - factor * shape(phi))}
    slope = diff(kernel, phi)
    yield {"psi at the ends": kernel.subs(phi, 0) - kernel.subs(phi, pi)}
    yield {"slope at 0": slope.subs(phi, 0), "slope at pi": slope.subs(phi, pi)}


@symbolic.check(
    "ours.negative-coefficient",
    "products",
    wrong={"plus for minus": {"sign": 1}, r"$\sin$ for $\sin^2$": {"power": 1}},
)
def products_of_rolle(sign=-1, power=2):
    r"""$g = e' \sin - e \cos$ has $g' = (e'' + e) \sin$, and $(e / \sin)' = g / \sin^2$, at any point.

    Only $e$ and its first two derivatives at the point enter: they are three symbols, $e$ a polynomial that has them.
    """
    at, value, slope, second = sympy.symbols("at e0 e1 e2", real=True)
    e = value + slope * (phi - at) + second * (phi - at) ** 2 / 2
    g = sin(phi) * diff(e, phi) + sign * cos(phi) * e
    first = diff(g, phi) - sin(phi) * (diff(e, phi, 2) + e)
    quotient = (diff(e / sin(phi), phi) - g / sin(phi) ** power) * sin(phi) ** 2
    yield from (sympy.expand(residual.subs(phi, at)) for residual in (first, quotient))
