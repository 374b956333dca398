"""Proofs: the loss of one weight of a single unit on either side of zero, and its slopes there."""

import sympy
from sympy import Rational, Symbol, diff

from verification.methods import symbolic

POSITIVE, NEGATIVE = Symbol("w_plus", positive=True), Symbol("w_minus", negative=True)


def one_weight(w, first, second):
    """(relu(w) - 2)^2 + (relu(-w) - 1)^2 for w of known sign."""
    return (sympy.Max(w, 0) - first) ** 2 + (sympy.Max(-w, 0) - second) ** 2


@symbolic.check(
    "ours.auer",
    "one-weight",
    wrong={
        "the targets exchanged": {"first": 1, "second": 2},
        "minima at 1 and $-2$": {"right": 1, "left": -2},
        "equal values": {"values": (1, 1)},
        "slopes of one sign": {"slopes": (-4, -2)},
        "half the slopes": {"slopes": (-2, 1)},
    },
    at={"w_minus": Rational(-1, 3)},
)
def squares_on_both_sides(first=2, second=1, right=2, left=-1, values=(1, 4), slopes=(-4, 2)):
    """On each side of zero the loss of one weight less its least value there and the square of the distance from one
    point, $(w - 2)^2 + 1$ and $(w + 1)^2 + 4$; and the limits of its slopes at zero, less $-4$ and 2.
    """
    plus, minus = one_weight(POSITIVE, first, second), one_weight(NEGATIVE, first, second)
    yield plus - ((POSITIVE - right) ** 2 + values[0])
    yield minus - ((NEGATIVE - left) ** 2 + values[1])
    yield sympy.limit(diff(plus, POSITIVE), POSITIVE, 0, "+") - slopes[0]
    yield sympy.limit(diff(minus, NEGATIVE), NEGATIVE, 0, "-") - slopes[1]
