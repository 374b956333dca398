"""Singular values before and after descent, and of arrangements on the same samples. Nothing here descends."""

import numpy as np

from verification.methods import experiment
from verification.methods.experiment import NoVerdict, Within
from verification.papers.diversity2017.frequencies import at_least

DATA = ("diverse_figure_4",)
LEAST = 1e-6  # differences of R below are none


def of(data, units, name="singular"):
    """Values of s_m(D), or of R, of one kind of units, shape (trials,)."""
    group = data[DATA[0]]
    return group.arrays[name].values[:, group.axes["units"].values.tolist().index(units)]


@experiment.check(
    "diverse.figure-4",
    "rises",
    wrong={"in nine trials of ten it falls": {"step": -1, "share": 0.9}, "the start twice": {"end": "random"}},
)
def rises_by_descent(data, step=1, share=0.5, end="descended"):
    """The chance of so few trials in which $s_m$ is larger after descent, were each as likely as not."""
    yield at_least("s_m rises", step * (of(data, end) - of(data, "random")) > 0, share)


@experiment.check(
    "ours.regulariser-and-singular-value",
    "opposite-pairs",
    wrong={"axes": {"units": "axes"}, "against the descended units": {"others": "descended"}},
)
def pairs_against_random_units(data, units="pairs", others="random"):
    """Of the trials in which the pairs have the smaller $R$, that with the least ratio of $s_m$: both comparisons."""
    excess = of(data, others, "regulariser") - of(data, units, "regulariser")
    if not np.isfinite(excess).any():
        raise NoVerdict("no trial has arrangements")
    ratio = of(data, units) / of(data, others)
    smaller = np.where(excess > LEAST, ratio, np.inf)
    trial = int(np.argmin(smaller)) if np.isfinite(smaller).any() else int(np.nanargmax(excess))
    yield Within("R of the units less that of the pairs", float(excess[trial]), LEAST, 1.0)
    yield Within("s_m of the pairs over that of the units", float(ratio[trial]), 0.0, 0.8)
