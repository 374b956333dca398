"""What separation calls a linear unit, against the network at weights nearby."""

from dataclasses import replace
from fractions import Fraction

import numpy as np

from verification.papers.width2019.exact_algebra import entries, matrix
from verification.papers.width2019.exact_nets import net, random_net
from verification.papers.width2019.separation import linear

HALF = Fraction(1, 2)
SHAPES = (((2, 3, 1), [(0, HALF, 1)]), ((1, 2, 2, 1), [0, (0, HALF)]), ((2, 2, 2, 2, 1), [0, (0, HALF), (0, 1)]))
NEARBY = 10**6  # small against what weights and samples of at most 2 can cancel to


def nearby(rng, one):
    """The network at weights that differ a little from its own."""
    moves = [matrix(rng.integers(-9, 10, (weight.nrows(), weight.ncols())).tolist()) / NEARBY for weight in one.weights]
    return replace(one, weights=tuple(weight + move for weight, move in zip(one.weights, moves, strict=True)))


def values(one, layer, unit):
    """What a unit is given on every sample."""
    return [row[unit] for row in one.layers[0][layer - 1].tolist()]


def keeps(one, layer, unit):
    """Whether a unit gives on every sample what it is given."""
    return values(one, layer, unit) == [row[unit] for row in one.features[layer].tolist()]


def test_a_strictly_linear_unit_is_positive_or_zero_for_all_weights_nearby():
    rng, seen = np.random.default_rng(1), set()
    for index in range(90):
        sizes, slopes = SHAPES[index % len(SHAPES)]
        one = random_net(rng, sizes, 2, slopes, reach=2 if index % 2 else 1)
        others = [one, *(nearby(rng, one) for _ in range(60))]
        for layer, unit in [(layer, k) for layer, a in enumerate(one.slopes, start=1) for k in range(len(a))]:
            by_sample = list(zip(*(values(other, layer, unit) for other in others), strict=True))
            strictly = one.slopes[layer - 1][unit] == 1 or all(g[0] > 0 or not any(g) for g in by_sample)
            assert linear(one, layer, unit, strict=False) == keeps(one, layer, unit)
            assert linear(one, layer, unit, strict=True) == strictly
            assert not strictly or all(keeps(other, layer, unit) for other in others)
            seen.add((layer, strictly, keeps(one, layer, unit), 0 in values(one, layer, unit)))
    assert {(layer, True, True, True) for layer in (1, 2, 3)} <= seen, "no unit that is 0 for all weights nearby"
    assert {(layer, False, True, True) for layer in (1, 2, 3)} <= seen, "no unit at a kink"


def test_a_unit_that_reads_a_dead_one_alone_is_strictly_linear():
    one = net([[1], [2]], [[0], [0]], [[[-1]], [[1]], [[1]]], [0, 0])
    assert entries(one.outputs) == [0, 0]
    assert not linear(one, 1, 0, strict=False)
    assert linear(one, 2, 0, strict=True)
    assert one.regular()
