"""The sum of squared kernels of equally spaced units, closed."""

import sympy
from sympy import Rational

from verification.methods import symbolic

j = sympy.Symbol("j", integer=True, positive=True)
p = sympy.Symbol("p", integer=True, positive=True)
HALF, TWELFTH = Rational(1, 2), Rational(1, 12)


@symbolic.check(
    "ours.n-gon",
    "sums",
    wrong={r"$\frac{1}{3 n}$ for $\frac{1}{6 n}$": {"divisor": 3}, r"$\frac n8$": {"mean": Rational(1, 8)}},
)
def closed_sums(divisor=6, mean=TWELFTH):
    """The sum less what is claimed: for odd $n = 2 p + 1$ the unit itself and $p$ on each side; for even $n = 2 p$ the
    unit itself, $p - 1$ on each side, and one opposite, which adds 0.
    """
    for units, beside in ((2 * p + 1, p), (2 * p, p - 1)):
        side = sympy.summation(sympy.expand((HALF - j / units) ** 2), (j, 1, beside))
        yield Rational(1, 4) + 2 * side - units * mean - 1 / (divisor * units)
