"""Proofs: powers and exponents of the theorems and corollaries."""

import sympy
from sympy import Rational, exp, log, sqrt

from verification.methods import symbolic

m, n, a, b, c, e, beta, gradient = sympy.symbols("m n a b c e beta gradient", positive=True)
f, y = sympy.symbols("f y", real=True)
QUARTER, HALF = Rational(1, 4), Rational(1, 2)


@symbolic.check(
    "diverse.theorem-3",
    "factor",
    wrong={r"$\frac1m$ for $\frac{1}{2 m}$": {"share": 1 / m}, r"$m^{1 + \beta}$": {"power": 1 + beta}},
)
def factors_of_the_loss(share=1 / (2 * m), power=1 - beta):
    r"""$\frac{1}{2 m} (f - y)^2 - \frac m2 r^2$ with $r = \frac1m (f - y)$; and
    $\frac m2 \cdot \frac{|g|^2}{s^2} - \frac{m^\beta}{2 c \, n} |g|^2$.
    """
    residual = (f - y) / m
    yield share * (f - y) ** 2 - m / 2 * residual**2
    yield sympy.powsimp(m / 2 * gradient**2 / (c * n * m**power) - m**beta / (2 * c * n) * gradient**2)


@symbolic.check(
    "diverse.corollary-2",
    "balance",
    wrong={"$n d$ for its root in $L_2$": {"power": HALF}, "$m$ for $m^{1/2}$": {"last": 1}, "$n = m$": {"units": m}},
)
def powers_with_n_and_d_equal(power=QUARTER, last=HALF, units=m**beta):
    r"""The three terms over $\sqrt d$, less their powers, and $n m^{1 - \beta} - m$."""
    d = m**beta
    mean = (m**beta * d) ** -power
    yield sympy.powsimp(m * mean / sqrt(d), force=True) - m ** (1 - beta)
    yield sympy.powsimp(m ** Rational(3, 4) * sqrt(mean) / sqrt(d), force=True) - m ** (3 * (1 - beta) / 4)
    yield sympy.powsimp(m**last / sqrt(d), force=True) - m ** ((1 - beta) / 2)
    yield sympy.powsimp(units * m ** (1 - beta)) - m


@symbolic.check(
    "diverse.corollary-2",
    "chance",
    wrong={r"$\ln^2 d$ for $4 \ln^2 d$": {"factor": 1}, r"$2 \beta^2$": {"claimed": 2 * beta**2}},
)
def logarithm_of_the_chance(factor=4, claimed=4 * beta**2):
    r"""$\ln (m^2 e^{- 4 \ln^2 d})$ for $d = m^\beta$ less $2 \ln m - 4 \beta^2 \ln^2 m$, and this less
    the sum stated.
    """
    found = 2 * e - factor * (beta * e) ** 2
    yield found - (-(e**2) + 2 * e - (claimed - 1) * e**2)
    yield sympy.expand_log(log(m**2 * exp(-factor * log(m**beta) ** 2)), force=True) - (
        2 * log(m) - claimed * log(m) ** 2
    )


@symbolic.check(
    "diverse.corollary-4",
    "gap",
    wrong={"$n^{-1}$ for $n^{-1/2}$": {"power": 1}, "$m$ for $m^{1/2}$": {"last": 1}},
)
def powers_with_lower_bounds(power=HALF, last=HALF):
    r"""The three terms over $\sqrt d$, each divided by its power of $m$, $a$ and $b$, less 1."""
    units, d = a * m**beta, b * m**beta
    mean = units**-power
    found = (m * mean / sqrt(d), m ** Rational(3, 4) * sqrt(mean) / sqrt(d), m**last / sqrt(d))
    claimed = (
        m ** (1 - beta) / sqrt(a * b),
        m ** (3 * (1 - beta) / 4) / (a**QUARTER * sqrt(b)),
        m ** ((1 - beta) / 2) / sqrt(b),
    )
    yield from (
        sympy.powsimp(sympy.expand_power_base(left / right, force=True), force=True) - 1
        for left, right in zip(found, claimed, strict=True)
    )


@symbolic.check(
    "diverse.section-6.range-of-the-loss",
    "square",
    wrong={"the square for half of it": {"share": 1}, "$(y - f)^2$": {"sign": -1}},
)
def squares_of_sum_and_difference(share=HALF, sign=1):
    r"""$y^2 + f^2 - \frac12 (y - f)^2 - \frac12 (y + f)^2$."""
    yield y**2 + f**2 - share * (y - f) ** 2 - (y + sign * f) ** 2 / 2
