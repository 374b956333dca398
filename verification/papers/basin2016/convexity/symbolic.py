"""Proofs of the scalar identities behind the cone and its dual bounds."""

from itertools import product

import sympy
from sympy import Integer, Max, Symbol, exp, log, symbols

from verification.methods import symbolic

v, s, z = symbols("v s z", positive=True)


@symbolic.check(
    "ours.basin-value-is-convex",
    "one-neuron",
    wrong={
        "without the side": {"side": lambda b: 1},
        "acting on every sample": {"acts": lambda a: 1},
        "without the size of the output weight": {"size": lambda weight: 1},
        "without the sum": {"linear": lambda total: 1},
    },
)
def every_pair_of_signs(side=lambda b: b, acts=lambda a: (1 + a) / 2, size=abs, linear=lambda total: total):
    r"""$v \max(s, 0)$ less the linear form, for sums and output weights of either sign and zero."""
    for a, b in product((Integer(1), Integer(-1)), repeat=2):
        for total, weight in product((a * s, Integer(0)), (b * v, Integer(0))):
            kind = "v = 0" if not weight else "either sign" if total else "s = 0"
            yield {kind: weight * Max(total, 0) - side(b) * acts(a) * size(weight) * linear(total)}


@symbolic.check(
    "ours.basin-value-is-convex",
    "square-completed",
    wrong={"once the product": {"factor": 1}, "plus the square": {"sign": 1}},
)
def expanded(factor=2, sign=-1):
    """The left side less the right, expanded."""
    y, p, nu = symbols("y p nu", real=True)
    return sympy.expand((y - p) ** 2 - (factor * nu * y + sign * nu**2 - 2 * nu * p + (y - p - nu) ** 2))


def entropy(share):
    """H in natural logarithms."""
    return -share * log(share) - (1 - share) * log(1 - share)


@symbolic.check(
    "ours.basin-value-is-convex",
    "entropy",
    wrong={
        "half the entropy": {"share_of": sympy.Rational(1, 2)},
        "at the other point": {"turn": -1},
        "a concave function": {"bend": -1},
    },
)
def touching_line(share_of=1, turn=1, bend=1):
    r"""At $s = \frac{1}{1 + E}$ with $E = e^q$ the value and the slope in $q$ vanish; the second derivative is
    $\frac{E}{(1 + E)^2}$, which is positive.
    """
    odds, q = Symbol("E", positive=True), Symbol("q", real=True)
    share = 1 / (1 + odds)
    gap = log(1 + exp(-q)) - share_of * entropy(share) + share * q
    at = {q: turn * log(odds)}
    value = sympy.expand_log(gap.subs(at).subs(1 - share, odds * share), force=True)
    curvature = bend * odds / (1 + odds) ** 2
    yield sympy.simplify(sympy.expand_log(sympy.simplify(value)))
    yield sympy.diff(gap, q).subs(at)
    yield sympy.diff(gap, q, 2).subs(q, log(odds)) - curvature
    yield curvature > 0


@symbolic.check(
    "ours.basin-value-is-convex",
    "not-attained",
    wrong={
        "target $-1$": {"target": -1},
        "squared loss": {"loss": lambda q: (1 - q) ** 2},
        "$q$ for $e^{-q}$": {"loss": lambda q: log(1 + q)},
        "without the 1": {"loss": lambda q: -q},
    },
)
def decreasing_to_zero(target=1, loss=lambda q: log(1 + exp(-q))):
    """The loss of one active sample is positive for $z > 0$ and at $z = 0$; its limit as $z$ grows is 0."""
    value = loss(target * z)
    yield value > 0
    yield loss(Integer(0)) > 0
    yield sympy.limit(value, z, sympy.oo) == 0
