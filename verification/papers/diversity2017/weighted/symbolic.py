"""Second moments over a wedge of the plane, and the sum of squared eigenvalues."""

import sympy
from sympy import Rational, cos, integrate, pi, sin

from verification.methods import symbolic

theta, phi = sympy.symbols("theta phi", real=True)
d, k, s = sympy.symbols("d k s", positive=True)
HALF = Rational(1, 2)


@symbolic.check(
    "ours.weighted-discrepancy",
    "wedge",
    wrong={r"$\frac{\sin \theta}{\pi}$": {"share": 1 / pi}, "a wedge that begins at its middle": {"first": 0}},
    at={"theta": Rational(4, 5)},
)
def moments_over_a_wedge(share=1 / (2 * pi), first=-1):
    r"""The integrals of $\cos^2$, $\sin^2$ and their product over the wedge, over a turn, less what is claimed."""
    edge, kernel = (pi - theta) / 2, (pi - theta) / (2 * pi)
    for integrand, sign in ((cos(phi) ** 2, 1), (sin(phi) ** 2, -1), (cos(phi) * sin(phi), 0)):
        found = integrate(integrand, (phi, first * edge, edge)) / (2 * pi)
        yield found - (HALF * (kernel + sign * share * sin(theta)) if sign else 0)


@symbolic.check("ours.weighted-discrepancy", "norm", wrong={"$d - 1$": {"less": 1}, "$s^2$": {"twice": 1}})
def sum_of_squared_eigenvalues(less=2, twice=2):
    """The left side less the right."""
    yield (d - less) * (k / d) ** 2 + ((k + s) / d) ** 2 + ((k - s) / d) ** 2 - (k**2 + twice * s**2 / d) / d
