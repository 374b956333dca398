"""Ranks of D for cross-polytopes and for four other units, and two signs, as data for anybody's program."""

from sympy import Rational, Symbol, cos, pi, sin

from verification.inequalities import Between, inequalities
from verification.networks_on_samples import fact, network

SEVEN = (4, 1), (1, 2), (-1, 3), (-5, 1), (-2, -3), (1, -4), (4, -1)
PLANE = (1, 0), (0, 1), (-1, 0), (0, -1)
SPACE = (1, 0, 0), (0, 1, 0), (0, 0, 1), (-1, 0, 0), (0, -1, 0), (0, 0, -1)
THIRTEEN = (
    *((1, 2, 3), (-3, 1, 2), (2, -5, 1), (1, 1, -4), (-2, -1, 3), (4, -3, -1), (-1, 5, -2)),
    *((-2, -7, -1), (3, 1, 7), (5, 2, -3), (-4, 3, 1), (1, -2, 6), (-1, -1, -5)),
)


def rank_of(units, samples, rank):
    """D of derivatives by the weights of ReLUs with output weight 1."""
    weights = tuple(zip(*units, strict=True)), ((1,),) * len(units)
    return network(samples, [0] * len(samples), weights, (0,), fact("rank", rank, layers=(1,)), at_zero=1)


def reached():
    """Seven samples of the plane and thirteen of space, on no axis: d^2 + d."""
    return rank_of(PLANE, SEVEN, 6), rank_of(SPACE, THIRTEEN, 12)


def others():
    """Seven samples: rank 7 for four units, 6 for the cross-polytope."""
    return rank_of(((1, 0), (0, 1), (-3, 2), (-1, -3)), SEVEN, 7), rank_of(PLANE, SEVEN, 6)


def turned():
    """The first of the seven samples on an axis: rank 7."""
    return rank_of(PLANE, ((1, 0), *SEVEN[1:]), 7)


def numerators():
    """Those of the second and third derivative, at every angle up to pi."""
    u = Symbol("u")
    second, third = sin(u) - u * cos(u), u * (2 + cos(2 * u)) - Rational(3, 2) * sin(2 * u)
    return inequalities(
        ("sin u - u cos u", second, ">", 0, Between(u, 0, pi, (3, 0))),
        ("u (2 + cos 2 u) - 3/2 sin 2 u", third, ">", 0, Between(u, 0, pi, (5, 0))),
    )
