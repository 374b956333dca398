"""Discrepancies, the spectrum and the smallest singular value against other routes."""

import math
import tracemalloc
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import eval_gegenbauer

from pnn.spectrum import multiplicity
from verification.papers.diversity2017 import (
    activation_kernel_eigenvalue,
    mean_squared_kernel,
    regulariser,
    regulariser_gradient,
    smallest_singular_value,
    squared_discrepancy,
)

MOMENTS = {  # E k^2 = a + b / pi^2
    2: (Fraction(1, 12), 0),
    3: (Fraction(1, 8), Fraction(-1, 2)),
    4: (Fraction(1, 12), Fraction(-1, 8)),
    5: (Fraction(1, 8), Fraction(-5, 9)),
    6: (Fraction(1, 12), Fraction(-5, 32)),
    7: (Fraction(1, 8), Fraction(-259, 450)),
}
seeds = st.integers(0, 2**32 - 1)


def cross_polytope(inputs):
    return np.concatenate([np.eye(inputs), -np.eye(inputs)])


def by_forming_d(weights, samples):
    """s_m(D) from D itself."""
    active = samples @ weights.T >= 0
    blocks = [(active[:, [unit]] * samples).T for unit in range(len(weights))]
    return np.linalg.svd(np.concatenate(blocks), compute_uv=False)[len(samples) - 1]


@pytest.mark.parametrize(("inputs", "moment"), MOMENTS.items())
def test_the_mean_squared_kernel_in_small_dimensions(inputs, moment):
    assert mean_squared_kernel(inputs) == pytest.approx(moment[0] + moment[1] / math.pi**2, rel=1e-13)


@pytest.mark.parametrize("units", [1, 2, 3, 8, 9])
def test_polygons_have_the_discrepancy_of_one_over_six_n_squared(units):
    angles = 2 * np.pi * np.arange(units) / units
    polygon = np.column_stack([np.cos(angles), np.sin(angles)])
    assert squared_discrepancy(polygon) == pytest.approx(1 / (6 * units**2), rel=1e-12)


@pytest.mark.parametrize("inputs", [2, 3, 10])
def test_antipodal_pairs_see_no_common_half_space(inputs):
    expected = (2 * inputs - 2) / (16 * (2 * inputs - 1))
    assert regulariser(cross_polytope(inputs)) == pytest.approx(expected, rel=1e-14)
    assert regulariser([[1.0, 2.0], [-3.0, -6.0]]) < 1e-30


def test_equal_units_and_units_equal_but_for_rounding():
    assert squared_discrepancy([[1.0, 3.0]] * 5) == pytest.approx(1 / 4 - 1 / 12, rel=1e-14)
    apart = 1e-9
    near = [[1.0, 0.0], [math.cos(apart), math.sin(apart)]]
    assert 0.25 - regulariser(near) == pytest.approx(apart / (2 * math.pi), rel=1e-6)
    assert np.linalg.norm(regulariser_gradient(near)[0]) == pytest.approx(1 / (2 * math.pi), rel=1e-8)
    assert not regulariser_gradient([[1.0, 3.0]] * 3).any()


@given(seeds, st.integers(2, 9), st.integers(2, 5))
@settings(max_examples=30, deadline=None)
def test_the_gradient_against_differences(seed, units, inputs):
    rng = np.random.default_rng(seed)
    weights, direction = rng.standard_normal((2, units, inputs))
    step = 1e-6
    difference = regulariser(weights + step * direction) - regulariser(weights - step * direction)
    slope = np.sum(regulariser_gradient(weights) * direction)
    nearest = np.abs(np.diff(np.sort(weights, axis=0), axis=0)).min()
    assert difference / (2 * step) == pytest.approx(slope, abs=1e-6 + 1e-9 / nearest)


def test_blocks_of_pairs_add_up(monkeypatch):
    weights = np.random.default_rng(1).standard_normal((60, 4))
    whole = squared_discrepancy(weights), regulariser_gradient(weights)
    monkeypatch.setattr("verification.papers.diversity2017.mathematics.discrepancy._PAIRS_AT_ONCE", 420)
    assert squared_discrepancy(weights) == pytest.approx(whole[0], rel=1e-12)
    assert regulariser_gradient(weights) == pytest.approx(whole[1], abs=1e-15)


@pytest.mark.parametrize("inputs", [3, 5, 15])
@pytest.mark.parametrize("degree", [0, 1, 2, 3, 4, 6])
def test_eigenvalues_against_funk_hecke_by_quadrature(inputs, degree):
    order = inputs / 2 - 1

    def integrand(angle):
        t = math.cos(angle)
        kernel = t * (math.pi - angle) / (2 * math.pi)
        return (
            kernel
            * eval_gegenbauer(degree, order, t)
            / eval_gegenbauer(degree, order, 1.0)
            * math.sin(angle) ** (inputs - 2)
        )

    volume = quad(lambda angle: math.sin(angle) ** (inputs - 2), 0, math.pi)[0]
    expected = quad(integrand, 0, math.pi, epsabs=1e-14)[0] / volume
    assert activation_kernel_eigenvalue(inputs, degree) == pytest.approx(expected, rel=1e-9, abs=1e-14)


def test_the_trace_is_a_half():
    degrees = np.arange(4000)
    many = np.array([multiplicity(3, int(degree)) for degree in degrees])
    assert many @ activation_kernel_eigenvalue(3, degrees) == pytest.approx(0.5, abs=3e-4)
    assert activation_kernel_eigenvalue(3, 2) == pytest.approx(7 / 256, rel=1e-14)


@given(seeds, st.integers(1, 6), st.integers(2, 5), st.integers(1, 12), st.sampled_from([1e-120, 1.0, 1e120]))
@settings(max_examples=60, deadline=None)
def test_the_smallest_singular_value_against_d_itself(seed, units, inputs, samples, scale):
    rng = np.random.default_rng(seed)
    weights, data = rng.standard_normal((units, inputs)), rng.standard_normal((samples, inputs))
    if samples > units * inputs:
        assert smallest_singular_value(weights, data) == 0
    else:
        value = smallest_singular_value(scale * weights, scale * data) / scale
        assert value == pytest.approx(by_forming_d(weights, data), abs=1e-13)


@pytest.mark.parametrize(("units", "inputs", "samples"), [(20, 10, 150), (20, 10, 200), (40, 6, 120)])
def test_larger_sizes_against_d_itself(units, inputs, samples):
    rng = np.random.default_rng(3)
    weights, data = rng.standard_normal((units, inputs)), rng.standard_normal((samples, inputs))
    assert smallest_singular_value(weights, data) == pytest.approx(by_forming_d(weights, data), abs=1e-12)


def test_deficient_matrices_read_as_zero():
    rng = np.random.default_rng(4)
    assert smallest_singular_value(cross_polytope(5), rng.standard_normal((31, 5))) < 1e-12
    assert smallest_singular_value(np.ones((10, 10)), rng.standard_normal((60, 10))) < 1e-12
    assert smallest_singular_value([[1.0, 0.0]], [[-1.0, 0.0]]) == 0


BY_UNITS = [squared_discrepancy, regulariser, regulariser_gradient]


@pytest.mark.parametrize("function", BY_UNITS)
def test_memory_does_not_grow_with_the_pairs(function, monkeypatch):
    monkeypatch.setattr("verification.papers.diversity2017.mathematics.discrepancy._PAIRS_AT_ONCE", 1 << 15)
    rng = np.random.default_rng(8)
    near = rng.standard_normal((1, 10)) + 1e-3 * rng.standard_normal((1200, 10))
    tracemalloc.start()
    function(np.concatenate([near, -near]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2400**2 * 8 / 2  # half of one array of all pairs


def test_nearly_opposite_units_add_little_and_pull_with_a_finite_slope():
    apart = 1e-9
    near = [[1.0, 0.0], [-math.cos(apart), -math.sin(apart)]]
    assert regulariser(near) == pytest.approx((apart / (2 * math.pi)) ** 2, rel=1e-6)
    assert np.linalg.norm(regulariser_gradient(near)[0]) == pytest.approx(apart / (2 * math.pi**2), rel=1e-6)


@pytest.mark.parametrize("function", BY_UNITS)
def test_zero_units_are_refused(function):
    with pytest.raises(ValueError, match="row 1 is zero"):
        function([[1.0, 0.0], [0.0, 0.0]])


@pytest.mark.parametrize("function", [*BY_UNITS, lambda weights: smallest_singular_value(weights, [[1.0, 0.0]])])
@pytest.mark.parametrize(
    ("weights", "why"),
    [
        (np.ma.masked_array([[1.0, 2.0], [3.0, 4.0]], mask=[[0, 1], [0, 0]]), "masked"),
        ([[1, 2j], [1, 1]], "complex"),
        ([["a", "b"]], "text"),
        ([[np.nan, 1.0], [1.0, 1.0]], "finite"),
        ([1.0, 2.0], "shape"),
        ([], "shape"),
    ],
)
def test_weights_that_are_none_are_refused(function, weights, why):
    with pytest.raises(ValueError, match=why):
        function(weights)


def test_what_else_is_refused():
    with pytest.raises(ValueError, match="two units"):
        regulariser([[1.0, 0.0]])
    with pytest.raises(ValueError, match="row 0 is zero"):
        smallest_singular_value([[0.0, 0.0]], [[1.0, 0.0]])
    with pytest.raises(ValueError, match="must have 2 inputs"):
        smallest_singular_value([[1.0, 0.0]], [[1.0, 0.0, 0.0]])
    for inputs in (0, 2.5, True, None, math.inf, math.nan):
        with pytest.raises(ValueError, match="whole number >= 1"):
            mean_squared_kernel(inputs)
    with pytest.raises(ValueError, match="degree must be"):
        activation_kernel_eigenvalue(3, -1)
    with pytest.raises(ValueError, match="masked"):
        activation_kernel_eigenvalue(3, np.ma.masked_array([1, 2], mask=[0, 1]))
