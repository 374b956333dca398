"""The checks of Figures 2 and 11 on invented simulations that follow the printed numbers, and on some that do not."""

import importlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2

from pnn import store
from verification.check import collect
from verification.papers.pnn2017.random_networks import means
from verification.papers.pnn2017.random_networks.experiment import astray, printed_table
from verification.run_topic import run_checks
from verification.verdict import Verdict

TOPICS = ("random_networks", "attainment")
CURVE = printed_table("figure_11a_normalised_mse")
SPREADS = {10: 0.104, 50: 0.155, 100: 0.144}  # of the printed gamma densities: height and place give them
NEURONS, RESTARTS = tuple(SPREADS), 4
AFFINE, CONSTANT = 0.054, 0.127


def in_bins(neurons, rng, count):
    """Errors of the printed mean and spread; all fifty in the bins of the printed histogram."""
    if count < means.PRINTED:
        shape = 1 / SPREADS[neurons] ** 2
        return CURVE[neurons] * rng.gamma(shape, 1 / shape, count)
    printed = printed_table("figure_11b_histogram")[neurons]
    middles = np.repeat(np.arange(10) + 0.5, printed)
    middles[0], middles[-1] = 0, 10
    spread = (middles - middles.mean()) / middles.std()
    return CURVE[neurons] * (1 + SPREADS[neurons] * spread)


def simulated(count, seed=1):
    """Both modes, `count` simulations for each number of neurons, as descent and chance would leave them."""
    rng = np.random.default_rng(seed)
    return store.Group(groups={mode: _mode(count, rng) for mode in ("replay", "fresh")})


def _mode(count, rng):
    errors = np.stack([in_bins(neurons, rng, count) for neurons in NEURONS])
    optimum = errors / rng.uniform(1.001, 1.01, errors.shape)
    single = dict.fromkeys(("population_optimum", "empirical_optimum_test", "empirical_optimum_train"), optimum)
    single |= {"schur_value": optimum / rng.uniform(1.01, 1.5, errors.shape)}
    single |= {"affine_optimum": np.full(errors.shape, AFFINE)}
    for sample in ("test", "output"):
        single |= {f"{sample}_mean": np.full(errors.shape, np.sqrt(1 - CONSTANT))}
        single |= {f"{sample}_variance": np.full(errors.shape, CONSTANT)}
    restarts = errors[..., None] * np.array([1, 1.004, 1.01, 1.02])
    both = dict.fromkeys(("train_mse", "test_mse", "population_mse"), restarts)
    both |= {"diverged": np.zeros(restarts.shape, bool)}
    axes = {"neurons": np.array(NEURONS), "simulation": np.arange(count), "restart": np.arange(RESTARTS)}
    return store.Group(
        {name: store.Array(values, (name,)) for name, values in axes.items()},
        {name: store.Array(values, tuple(axes)[: values.ndim]) for name, values in (both | single).items()},
    )


def records(random_pnn):
    modules = [importlib.import_module(f"verification.papers.pnn2017.{topic}.experiment") for topic in TOPICS]
    checks = [check for module in modules for check in collect(module)]
    return {record.part: record for record in run_checks(checks, {"data": {"random_pnn": random_pnn}})}


def scaled(group, factor, *names, modes=("replay", "fresh")):
    """The same simulations, with these numbers times a factor."""
    for mode in modes:
        arrays = group.groups[mode].arrays
        for name in names:
            arrays[name] = store.Array(arrays[name].values * factor, arrays[name].axes)
    return group


@pytest.mark.parametrize("count", [4, 50])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_was_printed_stands_and_every_variant_falls(count, seed):
    for part, record in records(simulated(count, seed)).items():
        assert record.verdict is Verdict.CONSISTENT, (part, record.numbers)
        assert all(record.wrong_variants.values()), (part, record.wrong_variants)


TRAINED = ("train_mse", "test_mse", "population_mse")
FAULTS = {
    "replayed errors 5% high": ((1.05, *TRAINED), ("replay",), {"published-curve", "without-training"}),
    "fresh errors 25% high": ((1.25, "test_mse"), ("fresh",), {"fresh-seeds"}),
    "descent stops 10% early": ((1.1, "train_mse"), ("replay", "fresh"), {"descent-finds-the-optimum"}),
    "a risk below the least": ((0.9, "population_mse"), ("fresh",), {"descent-finds-the-optimum"}),
    "the bound attained": ((1.6, "schur_value"), ("replay", "fresh"), {"trained"}),
    "the best affine function worse": ((4.0, "affine_optimum"), ("replay", "fresh"), {"best-affine-function"}),
    "the variance larger": ((9.0, "output_variance"), ("replay", "fresh"), {"best-constant"}),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_fifty_simulations_is_seen(name):
    change, modes, parts = FAULTS[name]
    found = records(scaled(simulated(50), *change, modes=modes))
    assert parts <= {part for part, record in found.items() if record.verdict is Verdict.REFUTED}


def test_errors_that_rise_are_seen():
    data = simulated(50)
    for group in data.groups.values():
        array = group.arrays["test_mse"]
        group.arrays["test_mse"] = store.Array(array.values[::-1], array.axes)
    assert records(data)["falls"].verdict is Verdict.REFUTED


@pytest.mark.parametrize("neurons", range(len(NEURONS)))
def test_where_every_restart_diverged_nothing_that_was_trained_has_a_verdict(neurons):
    data = simulated(4)
    for group in data.groups.values():
        for name in TRAINED:
            values = group.arrays[name].values.copy()
            values[neurons] = np.nan
            group.arrays[name] = store.Array(values, group.arrays[name].axes)
        group.arrays["diverged"].values[neurons] = True
    for part, record in records(data).items():
        assert record.verdict is Verdict.UNDECIDED, part
        assert not any(record.wrong_variants.values()), part


def test_values_in_other_bins_are_counted():
    values = np.arange(50.0)
    assert astray(values, [5] * 10) == 0
    assert astray(np.where(values == 5, 4.0, values), [5] * 10) == 1


@settings(deadline=None, max_examples=20)
@given(st.integers(2, 50), st.integers(0, 10**6))
def test_a_true_mean_is_not_refused(count, seed):
    rng = np.random.default_rng(seed)
    printed = rng.gamma(40, 1 / 40, means.PRINTED)
    sample = rng.choice(printed, count, replace=False)
    assert means.drawn("", sample, printed.mean()).holds()
    assert means.another("", rng.gamma(40, 1 / 40, count), printed.mean()).holds()
    assert means.together({10: (sample, printed.mean())}).holds()


def test_the_interval_of_a_peaks_height_is_that_of_a_spread():
    low, high = means.heights(10, 100.0)
    plain = 100 * (1 - means.ROUNDING) - means.HEIGHT_READING, 100 * (1 + means.ROUNDING) + means.HEIGHT_READING
    assert chi2.sf(9 / (low / plain[0]) ** 2, 9) == pytest.approx(means.LEVEL / 2)
    assert chi2.cdf(9 / (high / plain[1]) ** 2, 9) == pytest.approx(means.LEVEL / 2)
    assert means.heights(50, 100.0) == plain
