"""Points that hunts take for restricted minima are such, and directional derivatives are quotients, kinks included."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from verification.papers.width2019 import first_unit
from verification.papers.width2019.exact_algebra import entries, matrix, zeros
from verification.papers.width2019.exact_nets import net
from verification.papers.width2019.first_unit import STRATA, Reading, sampler
from verification.papers.width2019.lemmas.hunt import differences, directional
from verification.papers.width2019.linear_paths import beside, sets_of
from verification.papers.width2019.separation import fixed, free_columns, separated


def points(crossed, minimal=True):
    rng = np.random.default_rng(5)
    for shape, arrange in product(beside(crossed).values(), STRATA.values()):
        for _ in range(6):
            yield first_unit.point(sampler(shape, arrange, minimal)(rng)), rng


@pytest.mark.parametrize("crossed", [True, False])
def test_no_weights_nearby_have_a_smaller_loss(crossed):
    seen = 0
    for point, rng in points(crossed):
        one = point.network()
        seen += one.loss > 0
        held = set(fixed(one, sets_of(point.shape), strong=not crossed))
        for _ in range(10):
            moved = []
            for layer, weight in enumerate(one.weights, start=1):
                change = rng.integers(-9, 10, (weight.nrows(), weight.ncols()))
                for _, source, unit in (place for place in held if place[0] == layer):
                    change[source, unit] = 0
                moved.append(weight + matrix(change.tolist()) / 10**4)
            assert replace(one, weights=tuple(moved)).loss >= one.loss
    assert seen > 20


def test_saddles_beside_a_linear_path_are_critical_where_weights_are_free():
    for point, _ in points(True, minimal=False):
        one, sets = point.network(), sets_of(point.shape)
        assert separated(one, sets, 1, strict=True)
        if point.meets(Reading.REGULAR):
            assert all(not any(entries(columns.transpose() * one.residual)) for columns in free_columns(one, sets))


def test_directional_derivatives_are_quotients_at_kinks_too():
    one = net([[0, 1], [0, -1], [2, 1]], [[0]] * 3, [[[1], [0]], [[1, -1]], [[2], [1]]], [0.5, 0])
    for sign in (1, -1):
        direction = zeros(2, 1)
        direction[1, 0] = sign
        near = replace(one, weights=(one.weights[0] + direction / 100, *one.weights[1:]))
        assert entries(directional(one, 1, direction)) == entries((near.outputs - one.outputs) * 100)
    assert any(differences(one))
