"""The settings of the experiment: what is called good is not trivial, and events are those of solved basins."""

import numpy as np
import pytest

from verification.experiments.rates import binomial_interval
from verification.papers.basin2016.mathematics import random_starts
from verification.papers.basin2016.mathematics.basin import basin_value

CASES = [build(np.random.default_rng(8)) for build in random_starts.CASES]
NAMES = [case.name for case in CASES]


def starts(case, width, draws):
    rng = np.random.default_rng(width)
    return rng.standard_normal((draws, width, case.samples.shape[1])), rng.standard_normal((draws, width))


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_the_zero_network_is_not_good(case):
    assert case.good < 0.5 * np.mean(case.targets**2)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_the_event_is_as_likely_as_the_exact_chance(case):
    for width in case.widths[1:6:2]:
        count = int(case.event(*starts(case, width, 3000)).sum())
        low, high = binomial_interval(count, 3000, 1 - 1e-6)
        assert low <= case.exact(width) <= high


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_basins_of_starts_with_the_event_are_good(case):
    weights, outputs = starts(case, case.widths[3], 30)
    events = case.event(weights, outputs)
    assert events.any() and not events.all()
    for event, w, v in zip(events, weights, outputs, strict=True):
        good = basin_value(case.samples, case.targets, w, v).value <= case.good
        assert good == event if case.equivalent else good or not event


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_bounds_are_below_the_exact_chance(case):
    for width in range(1, 80):
        for bound in (case.printed(width), case.ours(width)):
            assert np.isnan(bound) or bound <= case.exact(width) + 1e-12


def test_samples_are_what_the_theorems_ask_for():
    singletons, full_rank, teachers, clusters = CASES
    assert (np.count_nonzero(singletons.samples, axis=1) == 1).all()
    assert np.linalg.matrix_rank(full_rank.samples) == len(full_rank.samples)
    assert np.linalg.matrix_rank(teachers.samples) == 2 and np.linalg.norm(teachers.samples, axis=1).max() < 1 + 1e-12
    away = clusters.samples.reshape(2, 15, 2) - np.eye(2)[:, None]
    assert np.linalg.norm(away, axis=-1).max() <= 0.05 and not away[:, 0].any()
