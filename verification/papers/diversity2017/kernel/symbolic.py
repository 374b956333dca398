"""The odd part of the kernel, and a form of it that vanishes."""

import sympy
from sympy import Rational, asin, pi

from verification.methods import symbolic

t = sympy.Symbol("t", real=True)
QUARTER = Rational(1, 4)
POINTS = ((1, 0), (0, 1), (Rational(3, 5), Rational(4, 5)))


def g(cosine, power=1):
    """t^power k(t), by the arcsine."""
    return cosine**power * (QUARTER + asin(cosine) / (2 * pi))


@symbolic.check(
    "diverse.equation-10",
    "odd-part",
    wrong={r"$\frac t2$": {"share": Rational(1, 2)}, "without the factor $t$": {"power": 0}},
    at={"t": Rational(1, 3)},
)
def difference_at_opposite_points(share=QUARTER, power=1):
    r"""$\frac12 (g(t) - g(-t)) - \frac t4$."""
    yield (g(t, power) - g(-t, power)) / 2 - share * t


@symbolic.check(
    "diverse.equation-10",
    "singular",
    wrong={"1 for $-1$": {"last": 1}, "$k$ for $g$": {"power": 0}},
)
def form_of_three_opposite_pairs(last=-1, power=1):
    r"""$\sum_{i, j} c_i c_j \, g(x_i \cdot x_j)$ over the six samples and their coefficients $c$."""
    weights = (*POINTS[2], last)
    signed = [(s * c, tuple(s * e for e in x)) for s in (1, -1) for c, x in zip(weights, POINTS, strict=True)]
    yield sum(a * b * g(x[0] * y[0] + x[1] * y[1], power) for a, x in signed for b, y in signed)
