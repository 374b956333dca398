"""Proofs: the loss of one weight of a single unit, its two minima, and what it does at zero."""

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
        "minima at 1 and -2": {"right": 1, "left": -2},
        "equal values": {"values": (1, 1)},
    },
    at={"w_minus": Rational(-1, 3)},
)
def squares_on_both_sides(first=2, second=1, right=2, left=-1, values=(1, 4)):
    """On each side of zero the loss is its least value plus the square of the distance from one point.

    The two slopes at zero lead away from it, so that zero is no local minimum.
    """
    plus, minus = one_weight(POSITIVE, first, second), one_weight(NEGATIVE, first, second)
    yield plus - ((POSITIVE - right) ** 2 + values[0])
    yield minus - ((NEGATIVE - left) ** 2 + values[1])
    w = Symbol("w", real=True)
    yield diff((w - first) ** 2, w).subs(w, 0) < 0
    yield diff((-w - second) ** 2, w).subs(w, 0) > 0
