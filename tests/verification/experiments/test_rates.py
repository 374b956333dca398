import numpy as np
import pytest
from scipy.special import ndtri
from scipy.stats import binom

from verification.experiments.rates import (
    binomial_interval,
    compare_counts,
    compare_paired,
    median_interval,
    seldom_exceeded,
)


@pytest.mark.parametrize(("count", "trials"), [(0, 20), (4, 100), (55, 100), (20, 20)])
def test_exact_intervals_hold_their_tails(count, trials):
    low, high = binomial_interval(count, trials, 0.9)
    assert low <= count / trials <= high
    if count:
        assert binom.sf(count - 1, trials, low) == pytest.approx(0.05)
    if count < trials:
        assert binom.cdf(count, trials, high) == pytest.approx(0.05)


@pytest.mark.parametrize("given", [(5, 4, 0.9), (-1, 4, 0.9), (0, 0, 0.9), (1, 4, 0.0), (1, 4, 1.0)])
def test_impossible_counts_and_levels_are_refused(given):
    with pytest.raises(ValueError, match="no frequency"):
        binomial_interval(*given)


def test_the_interval_of_one_trial_is_known():
    assert binomial_interval(0, 1) == pytest.approx((0, 0.975)) and binomial_interval(1, 1) == pytest.approx((0.025, 1))


def test_paired_comparison_counts_discordant_trials():
    first, second = np.array([True, True, False, False] * 25), np.array([True, False, False, False] * 25)
    paired = compare_paired(first, second)
    assert (paired.trials, paired.only_first, paired.only_second) == (100, 25, 0)
    assert paired.probability == pytest.approx(2 * 0.5**25) and paired.detectable == pytest.approx(0.098, abs=1e-3)
    assert compare_paired(first, first).probability == 1.0
    assert compare_paired(first, first).detectable == pytest.approx(ndtri(0.975) / 100)
    assert compare_paired(first, second, 0.9).detectable == pytest.approx(ndtri(0.95) * 5 / 100)
    one_each = compare_paired(np.array([True, False]), np.array([False, True]))
    assert (one_each.only_first, one_each.only_second, one_each.probability) == (1, 1, 1)


BOTH = np.array([True, False])


@pytest.mark.parametrize("given", [(BOTH[:1], BOTH), (BOTH[None], BOTH[None]), (BOTH, BOTH + 1), (BOTH + 1, BOTH + 1)])
def test_verdicts_that_do_not_pair_are_refused(given):
    with pytest.raises(ValueError, match="one for each trial"):
        compare_paired(*given)


def test_independent_counts_have_the_pooled_error():
    difference, error, detectable = compare_counts((10, 100), (30, 100))
    assert difference == pytest.approx(-0.2) and error == pytest.approx(np.sqrt(0.2 * 0.8 * 0.02))
    assert detectable == pytest.approx(1.96 * error, rel=1e-3)


@pytest.mark.parametrize("chance", [1e-9, 1e-7, 0.3])
@pytest.mark.parametrize(("trials", "share"), [(1, 0.5), (60, 0.0042), (200, 0.11), (200, 0.0), (30, 1.0)])
def test_a_count_is_seldom_exceeded_and_the_one_below_is_not(trials, share, chance):
    count = seldom_exceeded(trials, share, chance)
    assert binom.sf(count, trials, share) <= chance < binom.sf(count - 1, trials, share)


@pytest.mark.parametrize("given", [(0, 0.5, 0.1), (5, -0.1, 0.1), (5, 1.1, 0.1), (5, 0.5, 0.0), (5, 0.5, 1.0)])
def test_no_count_is_seldom_exceeded_without_trials_and_chances(given):
    with pytest.raises(ValueError, match="no frequency"):
        seldom_exceeded(*given)


def test_interval_of_a_median_stands_between_order_statistics():
    low, high, missed = median_interval(np.arange(24.0)[::-1], 1e-5)
    assert (low, high) == (1, 22) and missed == pytest.approx(2 * binom.cdf(1, 24, 0.5))
    assert median_interval(np.array([3.0, 1.0]), 0.1) == (1, 3, 0.5)
    assert median_interval(np.array([2.0]), 0.1) == (2, 2, 1)
    draws = np.random.default_rng(2).standard_normal((20_000, 9))
    ends = [median_interval(row, 0.05)[:2] for row in draws]
    assert np.mean([low > 0 or high < 0 for low, high in ends]) == pytest.approx(2 * binom.cdf(1, 9, 0.5), abs=4e-3)
    for values, chance in ((np.empty(0), 0.1), (np.ones((2, 2)), 0.1), (draws[0], 0.0), (draws[0], 1.0)):
        with pytest.raises(ValueError, match="no trials"):
            median_interval(values, chance)
