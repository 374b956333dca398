import numpy as np
import pytest
from scipy.stats import binom

from verification.experiments.rates import binomial_interval, compare_counts, compare_paired


@pytest.mark.parametrize(("count", "trials"), [(0, 20), (4, 100), (55, 100), (20, 20)])
def test_exact_intervals_hold_their_tails(count, trials):
    low, high = binomial_interval(count, trials, 0.9)
    assert low <= count / trials <= high
    if count:
        assert binom.sf(count - 1, trials, low) == pytest.approx(0.05)
    if count < trials:
        assert binom.cdf(count, trials, high) == pytest.approx(0.05)


def test_impossible_counts_are_refused():
    with pytest.raises(ValueError, match="no frequency"):
        binomial_interval(5, 4)


def test_paired_comparison_counts_discordant_trials():
    first, second = np.array([True, True, False, False] * 25), np.array([True, False, False, False] * 25)
    paired = compare_paired(first, second)
    assert (paired.trials, paired.only_first, paired.only_second) == (100, 25, 0)
    assert paired.probability == pytest.approx(2 * 0.5**25) and paired.detectable == pytest.approx(0.098, abs=1e-3)
    assert compare_paired(first, first).probability == 1.0


def test_verdicts_that_do_not_pair_are_refused():
    with pytest.raises(ValueError, match="one for each trial"):
        compare_paired(np.array([True]), np.array([True, False]))


def test_independent_counts_have_the_pooled_error():
    difference, error, detectable = compare_counts((10, 100), (30, 100))
    assert difference == pytest.approx(-0.2) and error == pytest.approx(np.sqrt(0.2 * 0.8 * 0.02))
    assert detectable == pytest.approx(1.96 * error, rel=1e-3)
