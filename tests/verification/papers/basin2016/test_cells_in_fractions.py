"""The mathematics that the checks of the basin paper share: whole-number starts, points of cells, paths, networks."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings

from tests.verification.papers.basin2016.starts import SEEDS
from verification.papers.basin2016.convexity.exact import patterns
from verification.papers.basin2016.definitions.exact import connected, rows_of_signs, stuck_values
from verification.papers.basin2016.lemmas import paths
from verification.papers.basin2016.mathematics.networks import mean_square, outputs, squared_loss, whole_start
from verification.papers.basin2016.mathematics.points import cell_point
from verification.papers.basin2016.mathematics.rays import cell_rays
from verification.papers.basin2016.starting_loss import networks
from verification.papers.basin2016.starting_loss.exact import last_outputs


def start_of(seed, inputs=2):
    rng = np.random.default_rng(seed)
    return rng, whole_start(rng, 1 + seed % 4, 2 + seed % 3, inputs)


@given(SEEDS)
@settings(deadline=None, max_examples=30)
def test_outputs_in_fractions_are_those_of_floats(seed):
    _, start = start_of(seed, 3)
    x, y, w, v = (np.array(part, dtype=float) for part in start)
    assert outputs(start.samples, start.weights, start.output_weights) == (np.maximum(x @ w.T, 0) @ v).tolist()
    assert float(squared_loss(*start)) == pytest.approx(np.mean((np.maximum(x @ w.T, 0) @ v - y) ** 2))


@given(SEEDS)
@settings(deadline=None, max_examples=30)
def test_points_lie_in_the_closed_cell_and_rays_bound_it(seed):
    rng, start = start_of(seed)
    assert all(0 not in row for row in start.signs) and 0 not in start.sides
    assert paths.inside(start.samples, start.signs, start.sides, cell_point(rng, start))
    for ray in cell_rays(start.samples, start.signs, start.sides):
        point = [start.weights[0] if i != ray.neuron else ray.weights for i in range(len(start.weights))]
        row = start.signs[ray.neuron]
        assert paths.inside(start.samples, [row], [1], ([point[ray.neuron]], [1]))


def test_points_outside_are_told():
    samples, signs = [(1, 0), (0, 1)], [(1, 1)]
    assert paths.inside(samples, signs, (1,), ([(1, 0)], [0]))
    assert not paths.inside(samples, signs, (1,), ([(1, -1)], [0]))
    assert not paths.inside(samples, signs, (1,), ([(1, 1)], [-1]))


@given(SEEDS)
@settings(deadline=None, max_examples=20)
def test_path_to_the_sides_begins_at_the_point_and_ends_there(seed):
    rng, start = start_of(seed)
    point = cell_point(rng, start)
    first, last = (paths.towards_sides(point, start.sides, Fraction(share)) for share in (0, 1))
    assert paths.distance(first, point) == 0
    assert last[1] == list(start.sides)
    assert paths.scaled(*last) == paths.scaled(*point)


@pytest.mark.parametrize(("rank", "samples"), [(1, 3), (2, 4), (3, 5)])
def test_patterns_are_those_of_a_grid_of_weights(rank, samples):
    x = [tuple(k**power for power in range(rank)) for k in range(samples)]
    grid = np.array(list(product(range(-30, 31), repeat=rank)), dtype=float) + 0.01 * np.arange(1, rank + 1)
    found = {tuple(map(int, row)) for row in np.sign(grid @ np.array(x, dtype=float).T)}
    assert {row for row in found if 0 not in row} <= patterns(x, rank)
    assert len(found) >= 0.9 * len(patterns(x, rank))


def test_sublevel_sets_and_stuck_points_of_piecewise_linear_functions():
    assert connected((3, 1, 0, 2)) and not stuck_values((3, 1, 0, 2))
    assert not connected((0, 2, 0)) and not stuck_values((0, 2, 0))
    assert stuck_values((2, 1, 1, 0)) == {1} and stuck_values((0, 2, 1)) == {1}


def test_mean_square_is_exact():
    assert mean_square([1, Fraction(1, 2)]) == Fraction(5, 8)


def test_networks_follow_their_definition():
    rng = np.random.default_rng(0)
    found = networks.predictions(rng, 4, np.array([[1.0, 2.0]]), (3, 2), 2, length=1.0)
    assert found.shape == (4, 1, 2)
    weights = networks.directions(np.random.default_rng(1), (5, 1))
    assert ((np.abs(weights) >= 0.5) & (np.abs(weights) <= 1.5)).all()
    loss = networks.cross_entropy(np.array([[[0.0, np.log(3)]]]), np.array([0]))
    assert loss == pytest.approx(np.log(4))
    assert networks.squared(np.array([[[1.0, 2.0]]]), np.array([[0.0, 0.0]])) == pytest.approx(5)


def test_hidden_outputs_are_enumerated_with_equal_weight():
    assert len(last_outputs((1, 4))) == 2 * 16
    assert sum(any(h) for h in last_outputs((1, 4))) == 15
    assert sum(any(h) for h in last_outputs((2,), bias=2)) == len(last_outputs((2,), bias=2)) * 3 / 4


def test_the_cells_of_a_neuron_are_counted():
    assert list(rows_of_signs()) == [{"cells": [0, 0]}, {"rows of signs": [True, True]}]
    four_samples = ((1, 0), (0, 1), (1, 1), (1, -1))
    assert next(rows_of_signs(cases=(four_samples, ((1, 2),)))) == {"cells": [2, 0]}
