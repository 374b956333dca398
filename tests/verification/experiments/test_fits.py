"""Intervals and fits on numbers whose truth is known."""

import numpy as np
import pytest
from scipy import stats

from verification.experiments import fits


def test_the_interval_of_a_mean_is_students():
    values = np.array([1.0, 2.0, 4.0, 7.0])
    found = fits.mean(values, 0.01)
    low, high = stats.t.interval(0.99, 3, values.mean(), stats.sem(values))
    assert (found.low, found.high) == pytest.approx((low, high))
    two = fits.mean([1.0, 3.0])
    assert (two.value, two.half) == pytest.approx((2, stats.t.ppf(0.975, 1)))
    for given in ([1.0], [[1.0, 2.0], [3.0, 4.0]]):
        with pytest.raises(ValueError, match="two values or more"):
            fits.mean(given)


def test_exponents_of_powers():
    sizes = np.array([3, 10, 40, 200])
    values = np.stack([2.0 * sizes**-1.5, 7.0 * sizes**0.25], axis=1)
    np.testing.assert_allclose(fits.exponents(sizes, values), [-1.5, 0.25])
    assert fits.exponents(sizes, values[:, 0]) == pytest.approx(-1.5)
    assert fits.exponent(sizes, values[:, 1]).value == pytest.approx(0.25)
    assert fits.exponents([1, 2], [1.0, 8.0]) == pytest.approx(3)
    for given in (
        (sizes, values - 2),
        (sizes[:2], [1.0, 0.0]),
        (sizes[:1], [1.0]),
        (sizes, values[1:]),
        ([[1, 2]], [1]),
    ):
        with pytest.raises(ValueError, match="positive"):
            fits.exponents(*given)


def test_the_exponents_interval_is_that_of_the_regression():
    rng = np.random.default_rng(2)
    sizes = np.repeat([10.0, 20, 40, 80], 5)
    covered = 0
    for _ in range(400):
        found = fits.exponent(sizes, sizes**-0.5 * np.exp(0.1 * rng.standard_normal(20)), 0.1)
        covered += found.low <= -0.5 <= found.high
    assert 330 <= covered <= 385


def test_the_exponents_error_is_that_of_a_textbook():
    sizes, values = np.array([10.0, 20, 40, 80]), np.array([1.0, 0.6, 0.2, 0.15])
    found, wanted = fits.exponent(sizes, values, 0.1), stats.linregress(np.log(sizes), np.log(values))
    assert (found.value, found.half) == pytest.approx((wanted.slope, stats.t.ppf(0.95, 2) * wanted.stderr))


def test_coefficients_are_found_and_their_intervals_cover():
    rng = np.random.default_rng(3)
    inputs = np.repeat([50.0, 100, 200, 400], 6)
    exact = fits.coefficients(inputs, 3 - 2 / inputs + 40 / inputs**2, (0, 1, 2), 1.0)
    np.testing.assert_allclose([one.value for one in exact], [3, -2, 40], rtol=1e-8)
    covered = np.zeros(2)
    for _ in range(400):
        noisy = 5 / inputs - 30 / inputs**2 + 2 * inputs**-1.5 * rng.standard_normal(24)
        found = fits.coefficients(inputs, noisy, (1, 2), 1.5, 0.1)
        covered += [one.low <= truth <= one.high for one, truth in zip(found, (5, -30), strict=True)]
    assert (covered >= 330).all() and (covered <= 385).all()


def test_one_draw_more_than_powers_is_enough():
    found = fits.coefficients([1.0, 2.0, 4.0], [6.0, 3.5, 2.0], (0, 1), 0.0)
    wanted = stats.linregress([1, 0.5, 0.25], [6, 3.5, 2])
    assert (found[0].value, found[1].value) == pytest.approx((wanted.intercept, wanted.slope))
    halves = stats.t.ppf(0.975, 1) * np.array([wanted.intercept_stderr, wanted.stderr])
    assert [one.half for one in found] == pytest.approx(halves)


def test_too_few_draws_or_inputs_are_refused():
    with pytest.raises(ValueError, match="more draws"):
        fits.coefficients([50, 100], [1.0, 2.0], (0, 1), 1.0)
    with pytest.raises(ValueError, match="as many numbers of inputs"):
        fits.coefficients([50, 50, 50], [1.0, 2.0, 3.0], (0, 1), 1.0)
