"""Proofs behind the threshold: the family of best signed sums, its two ends, and the remainder of the masses."""

from functools import cache

import sympy
from sympy import Rational, Symbol, diff, erf, exp, oo, pi, sqrt, symbols

from verification.methods import symbolic

x, gamma = symbols("x gamma", positive=True)
WITHIN = erf(x / sqrt(2))  # P(|h| < x)
DENSITY = exp(-(x**2) / 2) / sqrt(2 * pi)


@cache
def moment(power, start, end):
    """E |h|^power over start < |h| < end, by integration."""
    h = Symbol("h", positive=True)
    return sympy.integrate(2 * h**power * exp(-(h**2) / 2) / sqrt(2 * pi), (h, start, end))


@cache
def first_moment():
    """E|h| m for m = min(1, |h|/x)."""
    return moment(2, 0, x) / x + moment(1, x, oo)


@cache
def difference():
    """(E|h| m)^2 - E m^2/gamma."""
    return first_moment() ** 2 - (moment(2, 0, x) / x**2 + moment(0, x, oo)) / gamma


@cache
def slope_less(power):
    """The derivative of the difference less what is stated, with this power of x."""
    return sympy.simplify(diff(difference(), x) - 2 / x**power * moment(2, 0, x) * (1 / gamma - WITHIN))


@cache
def end_less(share, tail):
    """The difference at gamma = 1/P(|h| < x) less 1/threshold."""
    inverse = WITHIN * (share * 2 * DENSITY / x + tail * (1 - WITHIN))
    return sympy.simplify(difference().subs(gamma, 1 / WITHIN) - inverse)


@symbolic.check(
    "ours.attainment-threshold",
    "family",
    wrong={
        "half of the density": {"share": Rational(1, 2)},
        "$x^2$ for $x^3$": {"power": 2},
        "the sign of the tail": {"tail": 1},
        "$x^2$ for $x$ below $P(|h| < x)$": {"below": x**2},
    },
)
def moments_of_a_clipped_normal(share=1, power=3, tail=-1, below=x):
    r"""Moments of $|h|$ and $m = \min(1, \frac1x |h|)$ by integration; all three statements from them.

    First: $E |h| m - \frac1x P(|h| < x)$. Second: the derivative in $x$. Third: the difference at
    $\gamma = 1 / P(|h| < x)$, against one over the threshold.
    """
    yield sympy.simplify(first_moment() - WITHIN / below)
    yield slope_less(power)
    yield end_less(share, tail)


@symbolic.check(
    "ours.attainment-threshold",
    "limits",
    wrong={
        r"$\frac2\pi$": {"end": 2 / pi},
        "the square left out": {"power": 1},
        r"at most 2 for all $\gamma$": {"far": Rational(1, 2)},
    },
)
def ends_of_the_threshold(end=pi / 2, power=2, far=0):
    r"""With $\gamma = 1 / P(|h| < x)$, $x$ to 0 and to infinity are $\gamma$ to infinity and to 1.

    First: the limit of one over the threshold as $x$ tends to 0 is $\frac2\pi$, and so is that of the square of
    $\frac1x P(|h| < x)$, which it is to first order. Last: its limit at infinity is 0.
    """
    inverse = WITHIN * (2 * DENSITY / x - (1 - WITHIN))
    yield sympy.limit(inverse, x, 0) - 1 / end
    yield sympy.limit(WITHIN / x, x, 0) ** power - 1 / end
    yield sympy.limit(inverse, x, oo) - far


@symbolic.check(
    "ours.attainment-threshold",
    "remainder",
    wrong={r"$\kappa$ without the diagonal": {"own": 0}, "$r - 1$ for $r$": {"less": 1}},
)
def masses_off_their_mean(own=1, less=0):
    r"""Entry by entry: row sums of the blocks, $s = \mathbf{1}^\top q^*$, and $E$'s own row products as symbols.

    First residual: row $r$ of $\psi_{12} q^* - \kappa \psi_{11} \mathbf{1}$ less that of
    $E_{12} q^* - \kappa E_{11} \mathbf{1}$. Second: row $r$ of $\psi_{11} \mathbf{1}$.
    """
    mean, lines, total, across, along = symbols("lambda r s e12 e11", positive=True)
    kappa = mean * total / (own * (1 - mean) + mean * (lines - less))
    row = mean * lines + (1 - mean) + along
    yield sympy.simplify((mean * total + across) - kappa * row - (across - kappa * along))
    yield sympy.expand(row - (1 - mean + mean * (lines - less)) - along)
