from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnn.kernels import abs_gram
from pnn.landscape import bad_region_points, is_local_minimum, local_minimum_values
from pnn.lines import equally_spaced, random_lines
from pnn.risk import population_risk

ANY_SEED = st.integers(0, 2**32 - 1)


def instance(seed, inputs=3, count=5, targets=4):
    rng = np.random.default_rng(seed)
    return random_lines(count, inputs, rng), rng.standard_normal((targets, inputs))


def solved_in_floats(lines, target):
    """Signs and masses with all masses positive, from the equation itself."""
    found = {}
    for signs in product((1.0, -1.0), repeat=len(lines)):
        turned = np.array(signs)[:, None] * lines
        right = abs_gram(lines, target).sum(axis=1) + turned @ target.sum(axis=0)
        masses = np.linalg.solve(abs_gram(lines, lines) + turned @ turned.T, right)
        if masses.min() > 1e-9:
            found[signs] = masses
    return found


@settings(deadline=None, max_examples=15)
@given(ANY_SEED, st.integers(2, 4), st.integers(1, 5), st.integers(1, 4))
def test_every_region_is_solved(seed, inputs, count, targets):
    lines, target = instance(seed, inputs, count, targets)
    expected = solved_in_floats(lines, target)
    points = [point for point in bad_region_points(lines, target) if point.masses.min() > 1e-9]  # what floats can tell
    assert {tuple(point.signs.tolist()) for point in points} == set(expected)
    for point in points:
        np.testing.assert_allclose(point.masses, expected[tuple(point.signs.tolist())], rtol=1e-7, atol=1e-9)


@settings(deadline=None, max_examples=15)
@given(ANY_SEED)
def test_points_are_local_minima_with_their_risk(seed):
    lines, target = instance(seed, count=4)
    minima = local_minimum_values(lines, target, 1)
    points = bad_region_points(lines, target)
    assert [point.risk for point in points] == sorted(point.risk for point in points)
    for point in points:
        weights = (point.signs * point.masses)[:, None] * lines
        assert is_local_minimum(weights, lines, target, np.arange(len(lines)))
        assert population_risk(weights, target) == pytest.approx(point.risk, abs=1e-12)
        assert np.abs(minima - point.risk).min() < 1e-10


def test_one_input_in_closed_form():
    points = bad_region_points([[2.0]], [[1.0], [-2.0]])  # relu(x) + 2 relu(-x), by one orientation
    assert [(point.signs[0], point.masses[0], point.risk) for point in points] == [(-1, 2, 0.5), (1, 1, 2)]


def test_masses_that_vanish_are_no_points():
    assert len(bad_region_points([[1.0]], [[3.0]])) == 1  # against the target's orientation the mass is 0 exactly
    assert bad_region_points(equally_spaced(3), np.zeros((2, 2))) == []
    lines = random_lines(4, 3, np.random.default_rng(2))
    assert all(point.risk > 0 for point in bad_region_points(lines, lines[:2]))


def test_a_target_on_its_own_lines_is_found():
    lines = random_lines(5, 3, np.random.default_rng(4))
    signs, masses = np.array([1.0, -1, -1, 1, 1]), np.array([0.5, 1, 2, 0.1, 3])
    point = bad_region_points(lines, (signs * masses)[:, None] * lines)[0]
    np.testing.assert_array_equal(point.signs, signs)
    np.testing.assert_allclose(point.masses, masses, rtol=1e-12)
    assert point.risk < 1e-25


def test_lines_of_any_length_and_nearly_equal():
    lines, target = instance(7, count=4)
    scaled = lines * np.array([1e-3, 1.0, -2.0, 1e5])[:, None]
    plain, other = bad_region_points(lines, target), bad_region_points(scaled, target)
    np.testing.assert_allclose([p.risk for p in other], [p.risk for p in plain], rtol=1e-10)
    assert bad_region_points([[1.0, 0.0], [1.0, 1e-9]], [[1.0, 1e-10]])  # a system that float64 cannot solve


@pytest.mark.parametrize(
    ("lines", "target"),
    [
        ([[1.0, 0.0], [2.0, 0.0]], [[1.0, 0.0]]),
        ([[1.0, 0.0]], [[1.0]]),
        ([[0.0, 0.0]], [[1.0, 0.0]]),
        (equally_spaced(13), [[1.0, 0.0]]),
    ],
)
def test_bad_input_is_refused(lines, target):
    with pytest.raises(ValueError, match="must"):
        bad_region_points(lines, target)


@pytest.mark.parametrize("length", range(1, 20))
def test_a_mass_that_is_zero_is_none_however_its_ball_falls(length):
    """A target on one of orthogonal lines leaves the others empty: balls of their masses hold zero, whatever middle."""
    rows = [[3.0, 1.0, 0.0], [-1.0, 3.0, 0.0], [0.0, 0.0, 7.0]]  # orthogonal, of lengths that are no fractions
    assert bad_region_points(rows, [[0.3 * length, 0.1 * length, 0.0]]) == []
