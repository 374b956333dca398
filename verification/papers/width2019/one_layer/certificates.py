"""Ranks of D against the number of weights as data for anybody's program."""

from verification.networks_on_samples import fact, network

STAR = (1, 0), (0, 1), (2, 1), (-1, 2), (1, -3), (-2, -1), (-1, -1), (-3, 2)
TWO = ((1, 1), (2, -3)), ((1,), (1,))  # two inputs, two units of different patterns, one output


def rank(samples, weights, slope, value):
    """The rank of D, of all layers, of units with a slope below zero."""
    return network(samples, [0] * len(samples), weights, (slope,), fact("rank", value, layers=(1, 2)))


def attained():
    """Six weights and two units: rank 4."""
    return rank(STAR, TWO, 0, 4)


def not_always():
    """One input and three ReLUs, and two inputs and two linear units: rank 2 both times."""
    one = [(x[0] + 1,) for x in STAR]
    return rank(one, (((1, -1, 2),), ((1,), (1,), (1,))), 0, 2), rank(STAR, TWO, 1, 2)
