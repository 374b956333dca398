"""Proofs: homogeneity, the residuals, the gradient of one sample's term by one weight."""

import sympy
from sympy import Max, Rational, diff

from verification.methods import symbolic

p, q, m = sympy.symbols("p q m", positive=True)
f, y, a, w, x, rest = sympy.symbols("f y a w x rest", real=True)
HALF = Rational(1, 2)


@symbolic.check(
    "diverse.equation-1",
    "homogeneous",
    wrong={
        "the slope 1 below zero too": {"below": 1},
        r"$\frac12$ above": {"above": HALF},
        r"$\max(u, 1)$ for $\max(u, 0)$": {"least": 1},
    },
)
def value_less_slope_times_argument(above=1, below=0, least=0):
    r"""$\max(u, 0) - u \, \sigma'(u)$ for $u = p$, $u = -p$ and $u = 0$, with $p > 0$; $\sigma'(0)$ is
    that above zero.
    """
    yield {"above zero": Max(p, least) - p * above, "below zero": Max(-p, least) + p * below}
    yield {"at zero": Max(0, least) - 0 * above}


@symbolic.check(
    "diverse.equation-2",
    "residuals",
    wrong={"half the square": {"loss": lambda e: e**2 / 2}, r"$\frac1m$ for $\frac{1}{2 m}$": {"share": 1 / m}},
)
def slope_of_a_term(loss=lambda e: e**2, share=1 / (2 * m)):
    r"""The derivative by $f$ of a sample's term of $L$, less $\frac1m (f - y)$."""
    yield diff(share * loss(y - f), f) - (f - y) / m


@symbolic.check("diverse.equation-2", "half-the-square", wrong={"the square": {"loss": lambda e: e**2}})
def slope_of_a_term_with_half_the_square(loss=lambda e: e**2 / 2):
    r"""The derivative by $f$ of a term with half the square, less $\frac{1}{2 m} (f - y)$."""
    yield diff(loss(y - f) / (2 * m), f) - (f - y) / (2 * m)


@symbolic.check(
    "diverse.equation-3",
    "rescaled",
    wrong={"no sign": {"sign": lambda s: 1}, "the weight turned": {"turn": -1}, r"$\max(u, 1)$": {"least": 1}},
)
def both_sides_of_the_rescaling(sign=lambda s: s, turn=1, least=0):
    r"""$v \, \sigma(u) - \mathrm{sign}(v) \, \sigma(|v| u)$ for $v = \pm p$ and $u = q, -q, 0$, with $p, q > 0$."""
    for s in (1, -1):
        for e in (1, -1, 0):
            yield {f"v {s}, u {e}": s * p * Max(e * q, least) - sign(s) * Max(turn * p * e * q, least)}


@symbolic.check(
    "diverse.equation-4",
    "slope",
    wrong={"half the square": {"loss": lambda y, f: (y - f) ** 2 / 2}},
)
def slope_of_the_square(loss=lambda y, f: (y - f) ** 2):
    r"""The derivative of $\ell$ by $f$, less $2 (f - y)$; and $\ell - (f - y)^2$."""
    yield diff(loss(y, f), f) - 2 * (f - y)
    yield loss(y, f) - (f - y) ** 2


@symbolic.check(
    "diverse.equation-5",
    "term",
    wrong={
        r"$\frac{1}{2 m}$ for $\frac1m$": {"share": 1 / (2 * m)},
        "without the sign": {"sign": 1},
        r"$x$ for $\sigma' x$": {"below": 1},
    },
)
def slope_by_one_weight(share=1 / m, sign=a, below=0):
    """The derivative by $w$ of a sample's term, less the formula: for a unit of sign $a$ and the argument $w x$ and a
    rest, set to $p > 0$ and to $-p$ after the derivative; the other units add $f$.
    """
    output = a * Max(w * x + rest, 0) + f
    slope = diff((y - output) ** 2 / (2 * m), w)
    for side, value, on in (("above zero", p, 1), ("below zero", -p, below)):
        here = {rest: value - w * x}
        yield {side: slope.subs(here) - share * (output.subs(here) - y) * sign * on * x}
