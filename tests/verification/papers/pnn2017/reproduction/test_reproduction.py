"""The numbers of the page's comparisons for Figures 10 and 11, against routes of their own."""

import warnings

import numpy as np
import pytest
from scipy.stats import sem, ttest_ind

from pnn import store
from verification.papers.pnn2017.reproduction import degree_one, random_networks
from workflow.report.build_page import environment

NEURONS, SIMULATIONS, RESTARTS = (10, 40), 50, 3
PUBLISHED = {
    "figure_11a_normalised_mse": {10: 0.1},
    "figure_11b_gamma_fit_peak": {10: [26, 0.1], 100: [107, 0.03]},
    "figure_11b_histogram": {10: [5] * 10, 100: [5] * 10},
}


def mode(rng, simulations):
    shape = len(NEURONS), simulations
    errors = rng.gamma(40, 1 / 400, (*shape, RESTARTS))
    both = dict.fromkeys(("test_mse", "train_mse", "population_mse"), errors)
    names = ("population_optimum", "empirical_optimum_test", "empirical_optimum_train", "affine_optimum", "schur_value")
    single = dict.fromkeys(names, errors.min(axis=2) / 2)
    moments = {f"{sample}_mean": np.full(shape, 2.0) for sample in ("test", "output")}
    moments |= {f"{sample}_variance": np.full(shape, 1.0) for sample in ("test", "output")}
    arrays = {**both, **single, **moments, "diverged": np.zeros(errors.shape, bool)}
    axes = {"neurons": np.array(NEURONS), "simulation": np.arange(simulations), "restart": np.arange(RESTARTS)}
    return store.Group(
        {name: store.Array(values, (name,)) for name, values in axes.items()},
        {name: store.Array(values, tuple(axes)[: values.ndim]) for name, values in arrays.items()},
    )


@pytest.fixture(scope="module")
def data():
    rng = np.random.default_rng(3)
    return store.Group(groups={"replay": mode(rng, SIMULATIONS), "fresh": mode(rng, 20)})


def test_rows_hold_means_tests_and_shares(data):
    compared = random_networks.compare(data, PUBLISHED)
    replay, fresh = (data.groups[name].arrays["test_mse"].values.min(axis=2) for name in ("replay", "fresh"))
    for place, row in enumerate(compared["rows"]):
        assert row["replay"] == pytest.approx({"mean": replay[place].mean(), "error": sem(replay[place])})
        assert row["over_variance"]["fresh"]["mean"] == pytest.approx(5 * fresh[place].mean())
        assert row["risk_excess"] == pytest.approx({"mean": 1, "most": 1, "least": 1})
        welch = ttest_ind(fresh[place], replay[place], equal_var=False)
        assert row["fresh_against_replay"]["p"] == pytest.approx(welch.pvalue)
        assert row["fresh_against_replay"]["difference"] == pytest.approx(fresh[place].mean() - replay[place].mean())
        low, high = welch.confidence_interval(0.95)
        assert row["fresh_against_replay"]["detectable"] == pytest.approx((high - low) / 2)
    first, second = compared["rows"]
    assert first["from_published"] == pytest.approx(replay[0].mean() / 0.1 - 1)
    assert second["published"] is second["fresh_against_published"] is None


def test_fits_are_of_what_was_run(data):
    ten, hundred = random_networks.compare(data, PUBLISHED)["fits"]
    assert sum(ten["replayed_bins"]) == SIMULATIONS and ten["replay"]["place"] == pytest.approx(0.1, rel=0.2)
    assert hundred["replay"] is hundred["fresh"] is hundred["replayed_bins"] is None


def test_single_simulations_give_no_tests():
    rng = np.random.default_rng(3)
    row = random_networks.compare(store.Group(groups={m: mode(rng, 1) for m in ("replay", "fresh")}), PUBLISHED)[
        "rows"
    ][0]
    assert row["fresh_against_replay"] is None and np.isnan(row["replay"]["error"])


def degree_one_data(lost):
    """Three modes of two ratios, of whose first trials half end badly; those that `lost` names diverged."""
    bad = np.zeros((2, 10), bool)
    bad[:, :5] = True
    diverged = np.zeros_like(bad)
    for place in lost:
        diverged[place] = True
    flags = {"bad": bad & ~diverged, "end_is_local_minimum": bad, "misjudged": ~bad & bad, "diverged": diverged}
    arrays = {name: store.Array(values, ("ratio", "trial")) for name, values in flags.items()}
    group = store.Group({"ratio": store.Array(np.array([2, 3]), ("ratio",))}, arrays)
    return store.Group(groups=dict.fromkeys(degree_one.MODES, group))


def test_trials_that_diverged_count_neither_as_good_nor_as_bad():
    published = {"figure_10_bad_optima_per_100": {2: 55}, "source": "the paper"}
    compared = degree_one.compare(degree_one_data([(0, slice(4)), (1, slice(None))]), published)
    some, none = compared["rows"]
    for mode in degree_one.MODES:
        assert (some["modes"][mode]["bad"], some["modes"][mode]["trials"]) == (1, 6)
        assert none["modes"][mode] is None
        assert compared["ends"][mode]["diverged"] == 14
    assert some["paired"]["trials"] == 6 and some["apart"]["difference"] == 0
    assert none["paired"] is none["apart"] is None


def test_restarts_that_diverged_are_counted_and_none_left_is_no_number(data):
    lost = mode(np.random.default_rng(3), 4)
    lost.arrays["diverged"].values[0] = lost.arrays["diverged"].values[1, 0, 0] = True
    for name in ("test_mse", "train_mse", "population_mse"):
        lost.arrays[name].values[lost.arrays["diverged"].values] = np.nan
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of means of nothing
        compared = random_networks.compare(store.Group(groups={"replay": lost, "fresh": lost}), PUBLISHED)
    assert compared["diverged"] == {"replay": 4 * RESTARTS + 1, "fresh": 4 * RESTARTS + 1}
    page = environment(["pnn2017"]).get_template("pnn2017/random_networks.html").render(found=compared)
    assert "13 replayed and 13 fresh restarts diverged and are left out" in page
    assert "no verdict: all diverged" in page and "+nan" not in page
