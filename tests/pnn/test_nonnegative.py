"""The active set: which features enter, leave and come back, and that none is overlooked."""

import numpy as np
import pytest
from scipy.optimize import lsq_linear, nnls

from pnn import nonnegative, optimum
from pnn.lines import random_lines
from pnn.nonnegative import least_squares


@pytest.mark.parametrize("seed", range(4))
def test_no_move_helps_in_any_of_many_small_networks_near_which_the_target_lies(seed):
    """Where many features enter and leave again: a step that goes wrong once in a thousand is seen."""
    rng = np.random.default_rng(seed)
    for index in range(1500):
        inputs = 2 + index % 3
        lines = random_lines(inputs + 1, inputs, rng)
        weights = np.concatenate([rng.uniform(0.5, 1, len(lines)), -rng.uniform(0.5, 1, len(lines))])
        target = weights[:, None] * np.concatenate([lines, lines])
        target += 0.05 * rng.standard_normal(target.shape)
        assert optimum.population_optimum(lines, target).kkt_residual < 1e-12


def test_the_steeper_of_two_features_leaves_and_comes_back():
    """The optimum of four features in fractions; of the second two that enter the steeper one leaves at once."""
    features = np.array([[1.0, 1.0, 0.0, 3.0], [1.0, 0.0, 0.0, 3.0], [0.0, 2.0, 1.0, 3.0], [0.0, 1.0, 3.0, 0.0]])
    outputs = np.array([0.0, 6.0, 5.0, 8.0])
    found = optimum.gram_optimum(features.T @ features, features.T @ outputs, float(outputs @ outputs))
    assert [*found.positive, *found.negative] == pytest.approx([2 / 3, 0, 8 / 3, 7 / 9], rel=1e-14)
    assert found.risk == pytest.approx(18, rel=1e-14) and found.kkt_residual < 1e-15


def test_of_two_features_that_enter_together_the_less_steep_leaves():
    found = optimum.gram_optimum([[1.0, 0.99], [0.99, 1.0]], [1.0, 0.98], 2.0)
    assert (found.risk, found.positive, found.negative) == (1, [1], [0])


@pytest.mark.parametrize(("seed", "which"), [(1001, 947), (1005, 227), (1005, 275)])
def test_dependent_features_do_not_stop_the_search(seed, which):
    """Drawn problems on which scipy's nnls alone ends 1e-5 to 1e-3 short of the optimality conditions."""
    rng = np.random.default_rng(seed)
    for _ in range(which + 1):
        inputs, count = int(rng.integers(2, 6)), int(rng.integers(1, 30))
        lines, target = random_lines(count, inputs, rng), rng.standard_normal((10, inputs))
    assert optimum.population_optimum(lines, target).kkt_residual < 1e-12


@pytest.mark.parametrize("seed", range(3))
def test_the_active_set_ends_where_dense_least_squares_does(seed):
    """Many features with an intercept turned off: supports of dozens, from which features have left again."""
    rng = np.random.default_rng(seed)
    features = np.abs(rng.standard_normal((300, 120))) + rng.random(300)[:, None]
    outputs = rng.standard_normal(300) + 5 * rng.random(300)
    reference = lsq_linear(features, outputs, bounds=(0, np.inf), method="bvls", tol=1e-15)
    sizes = 10.0 ** rng.uniform(-3, 3, 120)
    scaled = features * sizes
    found = optimum.gram_optimum(scaled.T @ scaled, scaled.T @ outputs, float(outputs @ outputs))
    masses = np.concatenate([found.positive, found.negative]) * sizes
    np.testing.assert_allclose(masses, reference.x, atol=1e-9 * reference.x.max())
    assert found.kkt_residual < 1e-12


@pytest.mark.parametrize("seed", range(3))
def test_of_many_features_none_is_overlooked(seed):
    """Slopes of all are computed now and then only; scipy's active set looks at all of them in each step."""
    rng = np.random.default_rng(seed)
    features = np.abs(rng.standard_normal((400, 700))) * 10.0 ** rng.uniform(-3, 3, 700)
    outputs = rng.standard_normal(400) + 5 * rng.random(400)
    found = optimum.gram_optimum(features.T @ features, features.T @ outputs, float(outputs @ outputs))
    _, distance = nnls(features, outputs, maxiter=7000)
    assert found.risk == pytest.approx(distance**2, rel=1e-11)
    assert found.kkt_residual < 1e-12


@pytest.mark.parametrize("count", [1, 40, 100, 300])
def test_on_lines_it_is_that_on_their_gram_matrix(count):
    """Features by themselves, by pairs of a line, and by pairs of which a few are looked at."""
    rng = np.random.default_rng(count)
    lines, target = random_lines(count, 15, rng), rng.standard_normal((12, 15))
    problem = optimum.population_problem(lines, target)
    every, no_lines, tolerance = np.ones(2 * count, dtype=bool), np.empty((0, 0)), 1e-14
    masses, slopes = least_squares(no_lines, lines, problem.moment, problem.scale, every, tolerance)
    given, wanted = least_squares(problem.gram, no_lines, problem.moment, problem.scale, every, tolerance)
    np.testing.assert_allclose(masses, given, rtol=0, atol=1e-10 * given.max())
    np.testing.assert_allclose(slopes, wanted, rtol=0, atol=1e-13)
    np.testing.assert_allclose(slopes, problem.moment - masses @ problem.gram, rtol=0, atol=1e-13)
    assert (masses > 0).any() and (slopes < -1e-3).any() == (count > 1)


@pytest.mark.parametrize("features", [2, 300])
def test_a_slope_above_the_tolerance_by_its_last_digit_alone_is_followed(features):
    """Over its scale it is rounded down to the tolerance."""
    slope, size, tolerance = 0.0009046800706458055, 0.9046800706458055, 1e-3
    assert slope > tolerance * size and slope / size == tolerance
    scale, moment = np.ones(features), np.zeros(features)
    scale[1], moment[:2] = size, (1, slope)
    free = np.ones(features, dtype=bool)
    masses, slopes = least_squares(np.diag(scale**2), np.empty((0, 0)), moment, scale, free, tolerance)
    assert masses[:2] == pytest.approx([1, slope / size**2]) and (slopes <= tolerance * scale).all()


@pytest.mark.parametrize("seed", [1, 3, 6])
def test_slopes_are_those_of_the_masses_where_the_search_goes_round(seed):
    """A matrix that is not symmetric, of more features than are all looked at, for which there need be no end."""
    rng, ones = np.random.default_rng(seed), np.ones(258)
    drawn = 0.05 * rng.standard_normal((258, 258))
    matrix, moment = np.eye(258) + drawn - drawn.T, rng.random(258)
    masses, slopes = least_squares(matrix, np.empty((0, 0)), moment, ones, ones > 0, 1e-14)
    assert (slopes[masses == 0] > 1e-3).any()
    np.testing.assert_allclose(slopes, moment - masses @ matrix, atol=1e-10)


def test_a_support_of_more_features_than_there_is_room_for_at_first():
    """All of 700, and the masses are those of the linear system."""
    moment = np.random.default_rng(5).uniform(1, 1.2, 700)
    gram = np.eye(700) + 1e-3
    found = optimum.gram_optimum(gram, moment, 1e4)
    np.testing.assert_allclose([*found.positive, *found.negative], np.linalg.solve(gram, moment), rtol=1e-12)
    assert found.kkt_residual < 1e-14


def test_nearly_equal_lines_leave_what_the_residual_says():
    """At 1e-8 radians the two features differ by less than their rounding: one stands for both."""
    lines = np.array([[1.0, 0.0], [1.0, 1e-8], [0.0, 1.0]])
    target = np.array([[1.0, 2.0], [-1.0, 0.5]])
    found = optimum.population_optimum(lines, target)
    alone = optimum.population_optimum(lines[[0, 2]], target)
    assert found.risk == pytest.approx(alone.risk, rel=1e-7)
    assert found.kkt_residual < 1e-7


@pytest.mark.parametrize("lines", [50, 70])
def test_behind_the_last_column_of_a_row_stands_zero(lines):
    """Sums go over whole lanes: what memory holds there, if subnormal, takes some processors a hundred times longer."""
    units = random_lines(lines, 3, np.random.default_rng(2))
    columns = lines if 2 * lines > nonnegative._ALONE else 2 * lines
    sheet, support = nonnegative._sheet(units, np.ones(2 * lines), columns), np.array([3])
    slot, own = nonnegative._FIRST + 3, np.empty(1)
    sheet[slot:] = np.nan
    nonnegative._set_row(np.empty((0, 0)), units, columns, sheet, slot, support, own)
    assert np.isfinite(sheet[slot, :columns]).all() and columns < sheet.shape[1]
    np.testing.assert_array_equal(sheet[: slot + 1, columns:], 0.0)
    nonnegative._take(sheet[slot], np.array([5, 0]), sheet[slot + 1])
    np.testing.assert_array_equal(sheet[slot + 1], [sheet[slot, 5], sheet[slot, 0], *[0.0] * (sheet.shape[1] - 2)])
