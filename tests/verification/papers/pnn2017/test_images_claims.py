"""The analysis of the runs on images, on runs that are made up so that the answer is known."""

import numpy as np
import pytest

from pnn.store import Array, Group
from verification.methods.experiment import run
from verification.papers.pnn2017.images import experiment
from verification.verdict import Verdict

NEURONS, EPOCHS, TRIALS = np.array([512, 2048]), np.array([100, 1000]), 4
KEPT = np.array([1, 10, 99, 1000])


def made(**changes):
    """Data as the statement has it; `changes` replaces arrays, those of the optimum behind `least_`."""
    ones, best = np.ones((2, 2, 2, TRIALS)), np.full((2, TRIALS), 0.002)
    after = np.array([[0.2, 0.02], [2.0, 0.2]])[:, :, None] * np.ones(TRIALS)
    arrays = {
        "train_mse": np.stack([0.01 * ones[0], best[:, None] + after]),
        "test_accuracy": 0.98 * ones,
        "live": np.stack([0.01 * ones[0], 0.8 * ones[0]]),
        "loss": 0.01 + np.ones((2, 2, TRIALS, 4)) * [100, 10, 1, 0.1],
        "least_train_mse": best,
        "least_test_accuracy": np.full((2, TRIALS), 0.97),
    } | changes
    nets = {name: Array(values) for name, values in arrays.items() if not name.startswith("least_")}
    least = {name.removeprefix("least_"): Array(values) for name, values in arrays.items() if name not in nets}
    axes = {"neurons": Array(NEURONS), "epochs": Array(EPOCHS), "epoch": Array(KEPT)}
    return {"images": Group(axes, nets, groups={"optimum": Group(arrays=least)})}


def verdict(function, **changes):
    record = run(function.check, {"data": made(**changes)})
    return record.verdict, all(record.wrong_variants.values())


CHECKS = (
    experiment.accuracy_of_the_optimum,
    experiment.never_below_the_optimum,
    experiment.excess_falls,
    experiment.excess_grows_with_the_neurons,
    experiment.neurons_that_fire,
)


@pytest.mark.parametrize("function", CHECKS, ids=lambda function: function.__name__)
def test_a_run_as_stated_stands_and_no_variant_does(function):
    assert verdict(function) == (Verdict.CONSISTENT, True)


def test_an_excess_is_that_of_the_epochs_ten_apart():
    items = list(experiment.excess_falls(made()))
    assert [item.value for item in items] == pytest.approx([0.108 / 1.008] * 2)


@pytest.mark.parametrize(
    ("function", "changes"),
    [
        (experiment.accuracy_of_the_optimum, {"least_test_accuracy": np.full((2, TRIALS), 0.92)}),
        (experiment.never_below_the_optimum, {"least_train_mse": np.full((2, TRIALS), 0.0223)}),
        (experiment.excess_falls, {"loss": 0.01 + np.ones((2, 2, TRIALS, 4))}),
        (experiment.excess_grows_with_the_neurons, {"train_mse": np.full((2, 2, 2, TRIALS), 0.1)}),
        (experiment.neurons_that_fire, {"live": np.full((2, 2, 2, TRIALS), 0.6)}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_run_that_says_otherwise_refutes(function, changes):
    assert verdict(function, **changes)[0] is Verdict.REFUTED


def test_what_diverged_is_left_out_and_nothing_left_is_no_verdict():
    found = made()["images"].arrays["train_mse"].values.copy()
    found[1, :, :, 0] = np.nan
    assert verdict(experiment.never_below_the_optimum, train_mse=found)[0] is Verdict.CONSISTENT
    assert verdict(experiment.excess_grows_with_the_neurons, train_mse=found)[0] is Verdict.CONSISTENT
    found[1] = np.nan
    assert verdict(experiment.never_below_the_optimum, train_mse=found)[0] is Verdict.UNDECIDED
    assert verdict(experiment.excess_grows_with_the_neurons, train_mse=found)[0] is Verdict.UNDECIDED


def test_a_net_without_a_number_neither_passes_nor_refutes():
    accuracy = np.full((2, 2, 2, TRIALS), np.nan)
    assert verdict(experiment.accuracy_of_the_optimum, test_accuracy=accuracy)[0] is Verdict.UNDECIDED
    assert verdict(experiment.neurons_that_fire, live=accuracy)[0] is Verdict.UNDECIDED


@pytest.mark.parametrize(
    "function", [experiment.never_below_the_optimum, experiment.excess_falls, experiment.excess_grows_with_the_neurons]
)
def test_a_size_whose_nets_all_diverged_is_not_passed_over(function):
    found = made()["images"].arrays["train_mse"].values.copy()
    found[1, 1] = np.nan
    assert verdict(function, train_mse=found) == (Verdict.UNDECIDED, False)
