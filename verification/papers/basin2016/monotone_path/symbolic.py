"""Proofs: a convex function on a ray, the scale of the squared loss, and what a misclassified sample costs."""

import sympy
from sympy import Max, Symbol, diff, exp, log, simplify, sqrt

from verification.methods import symbolic

ZERO, LEVEL = sympy.symbols("zero level", real=True)  # h(0) and h(c)
NEAR, FAR, BEYOND = Symbol("c", positive=True), sympy.symbols("h_far", real=True), Symbol("t", positive=True)
ALONG = Symbol("A", real=True)  # <P, Y>
SIZE, EXCESS, SAMPLES = sympy.symbols("N s m", positive=True)  # |P|^2, m level - |Y|^2, samples
TARGET = Symbol("Z", positive=True)  # |Y|^2
WRONG, OTHERS = Symbol("d", positive=True), Symbol("u", nonnegative=True)


@symbolic.check(
    "basin.theorem-1",
    "chord",
    wrong={"growth by the square": {"power": 2}, "from $h(0)$ at full slope": {"share": 1}},
)
def chord_beyond_its_end(power=1, share=0):
    r"""With $c' = c + t$, $t > 0$: $\frac{c'}{c}$ times the excess of the chord at $c$, less $h(c')$
    minus the bound.
    """
    ratio = (NEAR + BEYOND) / NEAR
    chord = (1 - 1 / ratio) * ZERO + FAR / ratio - LEVEL
    bound = ZERO + (ratio**power + share) * (LEVEL - ZERO)
    return ratio * chord - (FAR - bound)


@symbolic.check(
    "basin.theorem-1",
    "squared-roots",
    wrong={
        "one root twice": {"other": 1},
        "the mean of squares for their sum": {"count": 1},
        r"$2 \langle P, Y \rangle$ for $\langle P, Y \rangle$": {"along": 2},
    },
)
def two_roots(other=-1, count=SAMPLES, along=1):
    r"""$L(c_\pm P) - \ell$ at both scales, and $c_+ c_- + \frac sN$."""
    level = (EXCESS + TARGET) / SAMPLES
    length = sqrt((along * ALONG) ** 2 + SIZE * (count * level - TARGET))
    scales = [(along * ALONG + root * length) / SIZE for root in (1, other)]
    yield from ((SIZE * scale**2 - 2 * ALONG * scale + TARGET) / SAMPLES - level for scale in scales)
    yield scales[0] * scales[1] + EXCESS / SIZE


@symbolic.check(
    "basin.theorem-1",
    "cost-algebra",
    wrong={"log 3": {"outputs": 3}, "an output below the class": {"sign": -1}, "the others taken off": {"others": -1}},
)
def cost_of_a_strict_error(outputs=2, sign=1, others=1):
    r"""The value at $d = u = 0$ less $\log 2$, and the signs of both derivatives for $d > 0$, $u \ge 0$."""
    cost = log(1 + exp(sign * WRONG) + others * OTHERS)
    at_zero = cost.subs({WRONG: 0, OTHERS: 0})
    return [
        at_zero - log(outputs),
        diff(cost, WRONG) > 0,
        simplify(diff(cost, OTHERS)) > 0,
    ]


@symbolic.check(
    "basin.theorem-1",
    "perfect-end",
    wrong={
        "an end with every sample wrong": {"end": -5},
        "an end with one sample wrong": {"sides": (1, 1)},
        "a loss that rises": {"gain": -1},
    },
)
def loss_on_the_ray_of_a_perfect_end(end=5, sides=(1, -1), gain=1):
    r"""$L(0) - L(c P_1)$ at $c = \frac15 \log(1 + t)$, less $\log(1 + \frac{t}{2 + t})$; and that the latter is
    $\ge 0$. For $t \ge 0$ these are all $c \ge 0$.
    """
    t = Symbol("t", nonnegative=True)
    scale = end * log(1 + t) / 5
    loss = 0
    for x, own in zip(sides, (1, -1), strict=True):  # the samples 1 and -1 have a neuron each
        outputs = {side: scale * Max(side * x, 0) for side in (1, -1)}
        loss += log(1 + exp(outputs[-own] - outputs[own])) / 2
    fall = log(1 + gain * t / (2 + t))
    yield log(2) - loss - fall
    yield fall >= 0
