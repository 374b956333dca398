"""Proofs: the kernel's two forms, the moments of its square, the regulariser."""

from functools import cache

import sympy
from sympy import Rational, acos, asin, cos, diff, integrate, pi, sin

from verification.methods import symbolic

theta = sympy.Symbol("theta", real=True)
d, n, R = sympy.symbols("d n R", positive=True)
t = sympy.Symbol("t", real=True)


@symbolic.check(
    "diverse.theorem-8",
    "kernel",
    wrong={r"$\frac1\pi$ for $\frac{1}{2 \pi}$": {"share": 1 / pi}, r"$\arccos$ for $\arcsin$": {"inverse": acos}},
    at={"t": Rational(1, 3)},
)
def probability_by_signs_and_by_the_angle(share=1 / (2 * pi), inverse=asin):
    r"""$\frac14 + \frac{\arcsin t}{2 \pi} - \frac{\pi - \arccos t}{2 \pi}$."""
    difference = Rational(1, 4) + share * inverse(t) - (pi - acos(t)) / (2 * pi)
    yield difference.rewrite(asin)


QUARTER = Rational(1, 4)
MOMENTS = {  # d: a and b of E k^2 = a + b / pi^2
    2: (Rational(1, 12), 0),
    3: (Rational(1, 8), Rational(-1, 2)),
    4: (Rational(1, 12), Rational(-1, 8)),
    5: (Rational(1, 8), Rational(-5, 9)),
    6: (Rational(1, 12), Rational(-5, 32)),
    7: (Rational(1, 8), Rational(-259, 450)),
}


@cache
def integral(power, order):
    """The integral of theta^order cos^power from -pi/2 to pi/2."""
    return integrate(theta**order * cos(theta) ** power, (theta, -pi / 2, pi / 2))


@symbolic.check(
    "ours.pair-moments",
    "small-dimensions",
    wrong={"a dimension more": {"further": 1}, r"$\frac18$ for $\frac14$ in the kernel": {"middle": Rational(1, 8)}},
)
def moments_by_integration(further=0, middle=QUARTER):
    r"""The mean of $\left( \frac14 + \frac{\theta}{2 \pi} \right)^2$ under the density proportional to
    $\cos^{d-2} \theta$, integrated, less the value, for $d = 2, \dots, 7$.
    """
    for inputs, (whole, over_pi_squared) in MOMENTS.items():
        volume, first, second = (integral(inputs - 2 + further, order) for order in range(3))
        mean = middle**2 + (middle * first / pi + second / (4 * pi**2)) / volume
        yield mean - whole - over_pi_squared / pi**2


@symbolic.check(
    "ours.pair-moments",
    "recurrence",
    wrong={"$d$ for $d - 1$": {"less": 0}, r"$\frac1d$ for $\frac{2}{d^2}$": {"rest": 1 / d}},
    at={"theta": Rational(-6, 5)},
)
def total_derivatives(less=1, rest=2 / d**2):
    r"""Both derivatives over $\cos^{d-2} \theta$, less what they are claimed to be."""
    square = theta**2 * sin(theta) * cos(theta) ** (d - 1) / d + rest * theta * cos(theta) ** d
    plain = sin(theta) * cos(theta) ** (d - 1) / d
    factor = (d - less) / d
    claimed = theta**2 * (cos(theta) ** 2 - factor) + 2 / d**2 * cos(theta) ** 2
    yield sympy.powsimp(sympy.expand(diff(square, theta) / cos(theta) ** (d - 2))) - claimed
    yield sympy.powsimp(sympy.expand(diff(plain, theta) / cos(theta) ** (d - 2))) - cos(theta) ** 2 + factor


@symbolic.check(
    "diverse.equation-28",
    "split",
    wrong={"a mean over $n^2$ pairs": {"pairs": n**2}, r"$\frac12$ on the diagonal": {"own": Rational(1, 2)}},
)
def sum_with_its_diagonal(pairs=n * (n - 1), own=QUARTER):
    r"""The sum over all pairs of units, over $n^2$, less $\frac{n - 1}{n} R + \frac{1}{4 n}$."""
    yield (pairs * R + n * own) / n**2 - (n - 1) / n * R - 1 / (4 * n)
