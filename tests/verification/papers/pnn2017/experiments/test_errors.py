"""Means, spreads and fits of errors, against routes of their own."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize
from scipy.stats import gamma, sem

from pnn import store
from verification.papers.pnn2017.experiments.random_pnn.errors import (
    best,
    gamma_fit,
    gamma_peak,
    mean_error,
    over_variance,
)


def group(**arrays):
    return store.Group(arrays={name: store.Array(np.asarray(values)) for name, values in arrays.items()})


def test_the_best_restart_is_the_least_of_those_that_did_not_diverge():
    errors = [[[3.0, 1.0], [np.nan, 2.0]], [[0.1, 4.0], [5.0, 6.0]]]
    diverged = [[[False, False], [True, False]], [[True, False], [True, True]]]
    assert best(group(test_mse=errors, diverged=diverged)) == pytest.approx(
        np.array([[1.0, 2.0], [4.0, np.nan]]), nan_ok=True
    )


def test_a_constant_at_the_mean_has_error_one_over_the_variance():
    y = np.random.default_rng(1).gamma(3.0, size=1000)
    moments = group(test_mean=[[y.mean()]], test_variance=[[y.var()]])
    share = np.mean((y - y.mean()) ** 2) / np.mean(y**2)
    assert share * over_variance(moments) == pytest.approx(1)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.floats(0.01, 10), min_size=2, max_size=20))
def test_mean_and_standard_error(numbers):
    mean, error = mean_error(np.array([numbers, numbers]))
    assert mean == pytest.approx(np.mean(numbers)) and error == pytest.approx(sem(numbers), abs=1e-12)
    mean, error = mean_error(np.array([*numbers, np.nan]))
    assert mean == pytest.approx(np.mean(numbers)) and error == pytest.approx(sem(numbers), abs=1e-12)
    assert np.isnan(mean_error(np.array([1.0]))[1])


@settings(deadline=None, max_examples=20)
@given(st.floats(2, 80), st.floats(0.001, 1), st.integers(0, 1000))
def test_the_fit_is_the_most_likely_density_and_its_peak_the_highest_point(shape, scale, seed):
    values = gamma.rvs(shape, scale=scale, size=200, random_state=seed)
    found = gamma_fit(values)
    start = np.log([values.mean() ** 2 / values.var(), values.var() / values.mean()])
    tight = {"xatol": 1e-10, "fatol": 1e-10, "maxiter": 5000, "maxfev": 5000}
    own = minimize(
        lambda p: -gamma.logpdf(values, np.exp(p[0]), scale=np.exp(p[1])).sum(),
        start,
        method="Nelder-Mead",
        options=tight,
    )
    assert found == pytest.approx(tuple(np.exp(own.x)), rel=1e-3)
    height, place = gamma_peak(values)
    grid = np.linspace(1e-6, 3 * values.max(), 20_001)
    density = gamma.pdf(grid, found[0], scale=found[1])
    assert height >= density.max() * (1 - 1e-9)
    assert place == pytest.approx(grid[density.argmax()], abs=2 * (grid[1] - grid[0]))


def test_too_few_values_for_a_fit_are_refused():
    with pytest.raises(ValueError, match="three values or more"):
        gamma_fit(np.array([1.0, 2.0, np.nan]))
