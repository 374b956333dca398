"""The numbers of the page's comparison for Figure 11, against routes of their own."""

import numpy as np
import pytest
from scipy.stats import sem, ttest_ind

from pnn import store
from workflow.report.reproduction import random_networks

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
