"""Regrouped terms, and the sum of two roots."""

import sympy
from sympy import Rational, sqrt

from verification.methods import symbolic

n, R, e, a, b = sympy.symbols("n R e a b", positive=True)
QUARTER = Rational(1, 4)


@symbolic.check(
    "diverse.section-4.u-statistic",
    "regrouped",
    wrong={"the diagonal left out": {"own": 0}, r"$\frac12$ on the diagonal": {"own": Rational(1, 2)}},
)
def terms_regrouped(own=QUARTER):
    r"""$\frac{n - 1}{n} R + \frac{1}{4 n} - e - \frac{n - 1}{n} (R - e) - \frac1n \left( \frac14 - e \right)$."""
    yield (n - 1) / n * R + QUARTER / n - e - (n - 1) / n * (R - e) - (own - e) / n


@symbolic.check("diverse.equation-27", "roots", wrong={"without the product": {"twice": 0}, "once": {"twice": 1}})
def square_of_two_roots(twice=2):
    r"""$(\sqrt a + \sqrt b)^2 - a - b - 2 \sqrt{a b}$."""
    yield (sqrt(a) + sqrt(b)) ** 2 - a - b - twice * sqrt(a * b)
