"""Whiskers of shares and of means."""

import numpy as np
import pytest
from scipy import stats

from verification.figures import whiskers


def test_shares_have_the_interval_of_clopper_and_pearson():
    low, high = whiskers.of_shares(np.array([0, 3]), 10)
    for place, count in enumerate((0, 3)):
        wanted = stats.binomtest(count, 10).proportion_ci(0.95, method="exact")
        assert count / 10 - low[place] == pytest.approx(wanted.low)
        assert count / 10 + high[place] == pytest.approx(wanted.high)


def test_no_trial_has_no_whisker():
    assert np.isnan(whiskers.of_shares(np.array([0, 1]), np.array([0, 4]))[:, 0]).all()


def test_means_have_student_s_interval_and_leave_nan_out():
    drawn = np.array([[1.0, 2.0, 4.0, np.nan], [5.0, np.nan, np.nan, np.nan], [np.nan] * 4])
    mean, half = whiskers.of_means(drawn)
    wanted = stats.t.interval(0.95, 2, loc=7 / 3, scale=stats.sem([1.0, 2.0, 4.0]))
    assert (mean[0] - half[0], mean[0] + half[0]) == pytest.approx(wanted)
    assert mean[1] == 5 and np.isnan(half[1:]).all() and np.isnan(mean[2])


@pytest.mark.parametrize(
    ("value", "half", "told"),
    [
        (-0.8421, 0.0478, "−0.842 ± 0.048"),
        (3.4512, 4.04, "3.5 ± 4.0"),
        (0.46329, 0.00271, "0.4633 ± 0.0027"),
        (12.3, 45.6, "12 ± 46"),
        (0.5, 0.0, "0.5"),
    ],
)
def test_an_estimate_is_told_to_two_digits_of_its_half_width(value, half, told):
    assert whiskers.estimate(value, half) == told
