import numpy as np
import pytest
from scipy.special import gammaln

from verification.experiments.exponents import fitted_exponent, shift_of

SIZES = np.array([4, 8, 16, 32, 64])


def test_a_power_law_has_its_exponent_and_no_error():
    found = fitted_exponent(SIZES, np.outer([1.0, 3.0, 0.2], (SIZES + 2.0) ** -1.5), shift=2.0)
    assert found.value == pytest.approx(-1.5, abs=1e-12) and found.error == pytest.approx(0.0, abs=1e-12)


def test_sizes_before_the_last_octaves_do_not_count():
    draws = np.outer([1.0, 2.0], SIZES**-1.0)
    draws[:, 0] = 100.0
    assert fitted_exponent(SIZES, draws, octaves=3).value == pytest.approx(-1.0)
    assert fitted_exponent(SIZES, draws, octaves=4).value < -1.5


def test_the_error_is_the_spread_over_experiments():
    rng = np.random.default_rng(3)
    found = [fitted_exponent(SIZES, rng.gamma(4, SIZES**-1.0, (30, 5))) for _ in range(300)]
    assert np.mean([one.error for one in found]) == pytest.approx(np.std([one.value for one in found]), rel=0.15)


def test_the_error_is_the_jackknifes():
    draws = np.random.default_rng(4).gamma(4, SIZES**-1.0, (3, 5))
    without_one = [
        np.polyfit(np.log(SIZES[1:] + 0.5), np.log(np.delete(draws, k, axis=0).mean(axis=0)[1:]), 1)[0]
        for k in range(3)
    ]
    found = fitted_exponent(SIZES, draws, shift=0.5)
    assert found.error == pytest.approx(np.sqrt(2 / 3 * np.sum((without_one - np.mean(without_one)) ** 2)))
    assert found.value == pytest.approx(np.polyfit(np.log(SIZES[1:] + 0.5), np.log(draws.mean(axis=0)[1:]), 1)[0])


def test_two_sizes_and_two_draws_are_enough():
    found = fitted_exponent(np.array([1, 2]), np.array([[4.0, 2.0], [4.0, 1.0]]))
    assert (found.value, found.error) == pytest.approx((np.log2(3 / 8), 0.5))


@pytest.mark.parametrize("power", [0.3, 1.0, 3.0])
def test_the_shift_makes_the_mean_power_of_a_share_a_power_law(power):
    lines = np.array([20.0, 40.0])
    exact = np.exp(gammaln(lines + 1) - gammaln(lines + power + 1))
    slope = np.diff(np.log(exact)) / np.diff(np.log(lines + shift_of(power)))
    assert slope == pytest.approx(-power, rel=1e-3)


def test_too_little_to_fit_is_refused():
    with pytest.raises(ValueError, match="two sizes and two draws, got 1"):
        fitted_exponent(np.array([1, 100]), np.ones((3, 2)))
    with pytest.raises(ValueError, match="two sizes and two draws, got 5 and 1"):
        fitted_exponent(SIZES, np.ones((1, 5)), octaves=4)
