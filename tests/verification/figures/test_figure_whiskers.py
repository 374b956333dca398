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
