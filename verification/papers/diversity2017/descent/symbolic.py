"""Proof: the even part of the squared kernel."""

import sympy
from sympy import acos, asin, pi

from verification.methods import symbolic

t = sympy.symbols("t", real=True)
EIGHTH = sympy.Rational(1, 8)


def kernel(t):
    """The share of the sphere on which two units with the product t are both active."""
    return (pi - acos(t)) / (2 * pi)


@symbolic.check(
    "ours.symmetric-regulariser",
    "even-part",
    wrong={
        "1/pi^2 for 1/(2 pi^2)": {"scale": 1 / pi**2},
        "a quarter for an eighth": {"constant": sympy.Rational(1, 4)},
        "arccos for arcsin": {"angle": acos},
    },
    at={"t": sympy.Rational(1, 3)},
)
def squares_of_both(scale=1 / (2 * pi**2), constant=EIGHTH, angle=asin):
    """The sum of both squares less the constant and the multiple of the squared arcsine."""
    both = kernel(t) ** 2 + kernel(-t) ** 2
    return [sympy.expand(both.rewrite(asin)) - constant - scale * angle(t) ** 2]
