"""The square of a sum of three roots."""

import sympy
from sympy import sqrt

from verification.methods import symbolic

a, b, e = sympy.symbols("a b e", positive=True)


@symbolic.check("diverse.equation-26", "three-roots", wrong={"no products": {"twice": 0}, "once": {"twice": 1}})
def square_of_three_roots(twice=2):
    """The square, less the terms and twice the roots of their products."""
    yield (sqrt(a) + sqrt(b) + sqrt(e)) ** 2 - a - b - e - twice * (sqrt(a * b) + sqrt(a * e) + sqrt(b * e))
