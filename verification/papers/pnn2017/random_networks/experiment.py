"""Figures 2 and 11: what training random networks says. Nothing here trains.

Errors are over the mean square of the outputs, as the authors have them: the best of the restarts of every simulation.
Groups are `replay` and `fresh` of the data.
"""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import yaml

from pnn.store import Group
from verification.methods import experiment
from verification.methods.experiment import NoVerdict, Within
from verification.papers.pnn2017.experiments.random_pnn.errors import best, gamma_peak, over_variance
from verification.papers.pnn2017.random_networks.means import (
    PLACE_READING,
    PRINTED,
    ROUNDING,
    another,
    beside_one,
    change,
    drawn,
    heights,
    reach,
    together,
)

DATA = ("random_pnn",)
FILES = ("published.yaml",)
MODES = ("replay", "fresh")
ASTRAY = 2  # simulations of fifty that may fall into another bin than printed
EXCESS = 0.05  # by which the best restart may exceed the least error, in the mean
Errors = Callable[[Group], np.ndarray]


def printed_table(key):
    """A table of the printed numbers, by the number of neurons."""
    path = Path(__file__).parents[1] / FILES[0]
    return yaml.safe_load(path.read_text(encoding="utf-8"))[key]


def by_neurons(data, errors: Errors, *modes):
    """Errors of the simulations of all these modes by the number of neurons, those without a verdict left out.

    Raises NoVerdict where none is left.
    """
    found: dict[int, np.ndarray] = {}
    for mode in modes:
        group = data["random_pnn"].groups[mode]
        for neurons, row in zip(group.axes["neurons"].values.tolist(), errors(group), strict=True):
            found[neurons] = np.concatenate([found.get(neurons, np.zeros(0)), row[np.isfinite(row)]])
    if silent := [neurons for neurons, values in found.items() if not values.size]:
        raise NoVerdict(f"{', '.join(modes)}: every restart diverged at k = {', '.join(map(str, silent))}")
    return dict(sorted(found.items()))


def array(name) -> Errors:
    """One number of every simulation, by its name in the data."""
    return lambda group: group.arrays[name].values


def trained(name="test_mse") -> Errors:
    """An error of the best restart of every simulation."""
    return lambda group: best(group, name)


def ratio(first: Errors, second: Errors) -> Errors:
    """One number of every simulation over another."""
    return lambda group: first(group) / second(group)


def over_the_variance(group):
    """The test error over the variance of the test outputs."""
    return best(group) * over_variance(group)


def mean_square(group):
    """1 for every simulation: the mean square of y, of which all errors are shares."""
    return np.ones_like(group.arrays["affine_optimum"].values)


SCHUR, AFFINE, OPTIMUM = array("schur_value"), array("affine_optimum"), array("empirical_optimum_test")
MEASURES = {
    "errors over the variance": {"errors": over_the_variance},
    "a third of the printed numbers": {"scale": 1 / 3},
}


@experiment.check("pnn.figure-11", "published-curve", wrong=MEASURES)
def replayed_and_printed_means(data, errors=best, scale=1.0):
    """The mean over the replayed simulations for each $k$, among the fifty whose mean is printed."""
    found, table = by_neurons(data, errors, "replay"), printed_table("figure_11a_normalised_mse")
    return [drawn(f"k = {k}", found[k], scale * table[k]) for k in found if k in table]


@experiment.check("pnn.figure-11", "fresh-seeds", wrong=MEASURES)
def fresh_and_printed_means(data, errors=best, scale=1.0):
    """Two-sample test of fresh against printed simulations for each $k$, and of all $k$ together, as intervals of
    means."""
    found, table = by_neurons(data, errors, "fresh"), printed_table("figure_11a_normalised_mse")
    for k in (k for k in found if k in table):
        yield another(f"k = {k}", found[k], scale * table[k])
    if pairs := {k: (found[k], scale * table[k]) for k in found if k in table}:
        yield together(pairs)


@experiment.check("pnn.figure-11", "distribution", wrong=MEASURES)
def fits_and_bins(data, errors=best, scale=1.0):
    """For each $k$ height and place of the peak of a gamma law's density that is fitted to the replayed errors,
    against those printed; and the bins, where all fifty simulations were replayed."""
    found, table = by_neurons(data, errors, "replay"), printed_table("figure_11b_gamma_fit_peak")
    for k in (k for k in found if k in table):
        values, (printed, where) = found[k], table[k]
        few = len(values) < 3  # no density can be fitted to them, but their mean stands near its peak
        height, place = (0.0, float(values.mean())) if few else gamma_peak(values)
        room = reach(values, scale * where) * np.sqrt(max(0, 1 / len(values) - 1 / PRINTED))
        room += PLACE_READING + ROUNDING * where
        yield Within(f"k = {k}: place of the peak, printed {where}", place, scale * where - room, scale * where + room)
        if not few:
            yield Within(f"k = {k}: height of the peak, printed {printed}", height, *heights(len(values), printed))
        if len(values) == PRINTED:
            told = f"simulations of {PRINTED} in another of ten bins than printed"
            yield Within(f"k = {k}: {told}", astray(values, printed_table("figure_11b_histogram")[k]), 0, ASTRAY)


def astray(values, printed):
    """How many values fall into another of the ten equal bins of their range than the printed counts say."""
    return int(np.abs(np.histogram(values, len(printed))[0] - printed).sum()) / 2


@experiment.check(
    "pnn.figure-11",
    "without-training",
    wrong={
        "errors over the variance": {"errors": over_the_variance},
        "the Schur value": {"errors": SCHUR},
        "the best affine function": {"errors": AFFINE},
    },
)
def optimum_and_printed_means(data, errors=OPTIMUM, slack=0.03):
    """The test error of the exact optimum of the training sample, among the fifty whose mean is printed; and the
    trained errors over it, in the mean from 0.97 to 1.03."""
    found, table = by_neurons(data, errors, "replay"), printed_table("figure_11a_normalised_mse")
    shares = by_neurons(data, ratio(trained(), errors), "replay")
    for k in (k for k in found if k in table):
        yield drawn(f"k = {k}, no training", found[k], table[k])
        yield Within(f"k = {k}: mean of trained over this", float(shares[k].mean()), 1 - slack, 1 + slack)


@experiment.check(
    "pnn.figure-11",
    "descent-finds-the-optimum",
    wrong={
        "the Schur value for the optimum": {"sample": "schur_value", "law": "schur_value"},
        "the best affine function for it": {"sample": "affine_optimum", "law": "affine_optimum"},
    },
)
def excess_over_the_optimum(data, sample="empirical_optimum_train", law="population_optimum"):
    """Training error and risk over the least there are: never below, but for rounding, and in the mean at most 5%
    above."""
    for name, reached, least in (("training error", "train_mse", sample), ("risk", "population_mse", law)):
        for k, shares in by_neurons(data, ratio(trained(reached), array(least)), *MODES).items():
            told = f"k = {k}: {name} of the best restart over the least one, less 1"
            yield Within(f"{told}: least", float(shares.min() - 1), -1e-6, EXCESS)
            yield Within(f"{told}: mean", float(shares.mean() - 1), -1e-6, EXCESS)


@experiment.check(
    "pnn.figure-2",
    "falls",
    wrong={
        "the numbers of neurons in reverse": {"order": lambda found: dict(reversed(found.items()))},
        "the same error everywhere": {"errors": mean_square},
    },
)
def errors_fall(data, errors=best, order=dict):
    """Replayed and fresh errors together: a fall over all $k$, no significant rise between neighbours."""
    found = order(by_neurons(data, errors, *MODES))
    if len(found) < 2:
        return
    (low, first), *_, (high, last) = found.items()
    yield Within(f"from k = {low} to {high}: share left", float(last.mean() / first.mean()), 0, 1 - 1e-6)
    for (low, first), (high, last) in pairwise(found.items()):
        yield change(f"from k = {low} to {high}", first, last)


def variance(group):
    """What the best constant leaves of E y^2."""
    return 1 / over_variance(group, "output")


@experiment.check("pnn.figure-2", "best-constant", wrong={"the sides exchanged": {"above": False}})
def errors_and_the_best_constant(data, above=True):
    """The mean risk of the best restart over the variance of $y$: above 1 up to ten neurons, below from twenty on."""
    return list(_sides(data, variance, "risk over Var y", worse=10, better=20, above=above))


@experiment.check("pnn.figure-2", "best-affine-function", wrong={"the sides exchanged": {"above": False}})
def errors_and_the_best_affine_function(data, above=True):
    """Mean risk of the best restart over the best affine function's: above 1 up to 30 neurons, below from 50 on."""
    return list(_sides(data, AFFINE, "risk over the best affine function's", worse=30, better=50, above=above))


def _sides(data, least: Errors, told, worse, better, above):
    for k, shares in by_neurons(data, ratio(trained("population_mse"), least), *MODES).items():
        if k <= worse or k >= better:
            yield beside_one(f"k = {k}: mean {told}", shares, (k <= worse) == above)
