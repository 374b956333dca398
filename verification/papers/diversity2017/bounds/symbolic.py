"""Proof: the square of the bracket in (17)."""

import sympy
from sympy import Rational, sqrt

from verification.methods import symbolic

m, log, mean, largest = sympy.symbols("m log mean largest", positive=True)  # log 1/delta, L_2, L_inf
FOUR_THIRDS, THREE_QUARTERS = Rational(4, 3), Rational(3, 4)


@symbolic.check(
    "diverse.equation-17",
    "square",
    wrong={"2 for 4 in the middle": {"middle": 2}, r"4 for $\frac43$": {"last": 4}, "$m$ for $m^{3/4}$": {"power": 1}},
)
def bracket_squared(middle=4, last=FOUR_THIRDS, power=THREE_QUARTERS):
    """The bracket squared, less $m^2$ times the bound and twice the products of its terms."""
    first = m * mean
    second = m**power * (middle * log) ** Rational(1, 4) * sqrt(largest * mean)
    third = sqrt(m) * sqrt(last * log) * largest
    bound = mean**2 + mean * largest * sqrt(4 * log / m) + 4 * largest**2 * log / (3 * m)
    products = first * second + first * third + second * third
    yield sympy.expand((first + second + third) ** 2 - m**2 * bound - 2 * products)
