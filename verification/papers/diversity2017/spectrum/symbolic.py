"""Proof: the two forms of the number of harmonics."""

import sympy
from sympy import gamma

from verification.methods import symbolic

d, t = sympy.symbols("d t", positive=True)


def choose(above, below):
    """The binomial by gamma functions."""
    return gamma(above + 1) / (gamma(below + 1) * gamma(above - below + 1))


@symbolic.check(
    "diverse.multiplicity",
    "identity",
    wrong={"$d$ for $d - 2$": {"less": 0}, "$t - 1$ under the fraction": {"divisor": t - 1}},
    at={"d": sympy.Rational(19, 3), "t": sympy.Rational(16, 5)},
)
def product_against_the_difference(less=2, divisor=t):
    r"""The product less the difference of binomials, in $\Gamma$ functions, over one of these; and at $t = 1$."""
    product = (2 * t + d - less) / divisor * choose(t + d - 3, t - 1)
    difference = choose(d + t - 1, t) - choose(d + t - 3, t - 2)
    yield (product - difference) / choose(t + d - 3, t - 1)
    yield (2 + d - less) * choose(d - 2, 0) - choose(d, 1)
