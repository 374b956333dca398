"""Losses, moves off kinks, relations and ranks of D at small networks as data for anybody's program."""

from itertools import repeat

import numpy as np

from verification.networks_on_samples import fact, network
from verification.papers.width2019.exact_algebra import left_over, matrix, rank, squared
from verification.papers.width2019.exact_nets import random_net, unweighted
from verification.papers.width2019.nets_as_data import (
    HALF,
    ONE_LAYER,
    as_data,
    critical_points,
    inner,
    instances,
    rows,
)

STAR = (1, 0), (0, 1), (2, 1), (-1, 2), (1, -3), (-2, -1), (-1, -1), (-3, 2)
TWO = ((1, 1), (2, -3)), ((1,), (1,))  # two inputs, two units of different patterns, one output


def ranked(samples, weights, slope, value):
    """The rank of D, of all layers, of units with a slope below zero."""
    return network(samples, [0] * len(samples), weights, (slope,), fact("rank", value, layers=(1, 2)))


def attained():
    """Six weights and two units: rank 4."""
    return ranked(STAR, TWO, 0, 4)


def not_always():
    """One input and three ReLUs, and two inputs and two linear units: rank 2 both times."""
    one = [(x[0] + 1,) for x in STAR]
    return ranked(one, (((1, -1, 2),), ((1,), (1,), (1,))), 0, 2), ranked(STAR, TWO, 1, 2)


SHAPES = (((2, 2, 1), (0,)), ((2, 2, 2, 2), (0, -1)), ((1, 2, 1, 2, 1), (HALF, 0, 0)))


def without_output_weights():
    """Critical points of one hidden layer: the loss, and the right side of Lemma 5."""

    def says(one):
        value = squared(left_over(unweighted(one), one.targets)) / 2
        values = fact("values", rows(one.layers[0][0]), layer=1)
        span = fact("least loss", value, features=(), derivatives=(), gates=(1,))
        facts = values, fact("stationary"), fact("loss", one.loss), span
        return network(rows(one.samples), rows(one.targets), list(map(rows, one.weights)), [one.slopes[0][0]], *facts)

    return instances(critical_points, ONE_LAYER, says, seed=0)


def off_kinks():
    """Networks with kinks, and weights moved by up to a hundredth that have none."""

    def says(one):
        rng = np.random.default_rng(1)
        moves = (rng.integers(1, 10**4, (w.nrows(), w.ncols())).tolist() for w in one.weights)
        moved = [rows(w + matrix(by) / 10**6) for w, by in zip(one.weights, moves, strict=True)]
        return as_data(one, fact("regular elsewhere", weights=moved))

    return instances(with_zeros, SHAPES, says, seed=1)


def with_zeros(rng, shape):
    """Networks whose weights are small and often 0, at kinks, no sample 0."""
    sizes, slopes = shape
    drawn = (random_net(rng, sizes, 4, slopes, reach=1) for _ in repeat(None))
    return (one for one in drawn if not one.regular() and all(any(row) for row in one.samples.tolist()))


def active(rng, shape):
    """Those whose outputs are not all 0."""
    return (one for one in with_zeros(rng, shape) if rank(one.outputs))


def relations():
    """Networks with kinks: the columns of D for the weights into each unit and out of it."""

    def says(one):
        return as_data(one, *(fact("relations", layer=layer) for layer in inner(one)))

    return instances(active, SHAPES, says, seed=2)


def ranks():
    """Networks with weights that are often 0, with kinks: the rank of D."""
    return instances(active, SHAPES, lambda one: as_data(one, fact("rank", rank(one.whole))), seed=3)
