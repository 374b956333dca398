"""J over the grid of Figure 1, held against trends. Nothing here trains.

Given its data, the networks of a trial are independent. Where J falls with a size in law, the rises within one trial
and one other size are fewer than those of a random order (each network's J as a quantile of its law), so that the
chance of so many, convolved over all of them, is an exact bound: Page's test (1963). Statements are
refused below LEVEL.

How far J falls is told by the median over the trials of the mean fall over the grid, with its exact interval between
order statistics. Trials are independent, so that a median that is not negative is refused only if all trials rise:
with a chance of 2^-trials, or not at all where that is above the level.
"""

from functools import cache
from itertools import combinations, permutations

import numpy as np
from scipy.special import bdtrc

from verification.experiments.rates import median_interval
from verification.methods import experiment
from verification.methods.experiment import NoVerdict, Within
from verification.papers.width2019.figure_1.falls import (
    EQUAL,
    MISSED,
    falls_to_the_widest,
    falls_to_two_layers,
    one_and_two_layers,
    per_trial,
)
from verification.papers.width2019.figure_1.falls import losses as losses_of

DATA = ("width_figure_1",)
LEVEL = 1e-6  # the chance that a true statement is refused, all tests of a part together
TREND = LEVEL / 4  # of one test of a trend; of one test of a median, at one end of its interval, half of MISSED
MUCH = {"by nine tenths of the trivial loss": {"least": 0.9}}
MOST = 6  # sizes that are compared at once


def losses(data, name="synthetic"):
    """J over the trivial loss, the widths and the depths of a data set."""
    group = data["width_figure_1"].groups.get(name)
    if group is None:
        raise NoVerdict(f"no {name} data in this run")
    return losses_of(group)


@cache
def law_of_rises(sizes):
    """The law of the weighted rises of a random order of so many sizes."""
    counts = [sum(j - i for i, j in combinations(range(sizes), 2) if p[j] > p[i]) for p in permutations(range(sizes))]
    return np.bincount(counts) / len(counts)


def trend(name, rows, level):
    """An item: the chance of so many rises along rows (blocks, sizes), each pair weighted by its distance, were every
    order as likely."""
    rows = rows[:, np.unique(np.linspace(0, rows.shape[1] - 1, min(MOST, rows.shape[1])).astype(int))]
    if not rows.size or rows.shape[1] < 2:
        raise NoVerdict(f"{name}: fewer than two sizes")
    pairs = list(combinations(range(rows.shape[1]), 2))
    seen = sum((j - i) * int((rows[:, j] > rows[:, i] + EQUAL).sum()) for i, j in pairs)
    rises, law = sum(int((rows[:, j] > rows[:, i] + EQUAL).sum()) for i, j in pairs), np.ones(1)
    for _ in rows:
        law = np.convolve(law, law_of_rises(rows.shape[1]))
    told = f"{name}: {rises} of {len(pairs) * len(rows)} pairs rise; chance of so many"
    return Within(told, min(float(law[seen:].sum()), 1.0), level, 1)


def effect(name, falls):
    """An item: the upper end of the interval of the median fall, which must not be negative."""
    low, high, missed = median_interval(per_trial(falls), MISSED)
    told = f"{name}: median fall {np.median(per_trial(falls)):.3g} in [{low:.3g}, {high:.3g}] but for {missed:.1g}"
    return Within(told, high if missed <= MISSED else np.inf, 0, np.inf)


@experiment.check(
    "width.figure-1",
    "width",
    wrong={"narrower ones have less": {"step": -1}, "at random weights rising": {"first": -1}} | MUCH,
)
def along_the_widths(data, step=1, first=1, least=0):
    """The chance of so many rises of $J$ along the widths, in all trials and depths, were every order as likely, at
    random weights and after training; and the median over the trials of its mean fall to the widest.
    """
    values, *_ = losses(data)
    for time, name, way in ((0, "random weights", first * step), (1, "trained", step)):
        rows = values[:, ::way, :, time].swapaxes(1, 2).reshape(-1, values.shape[1])
        yield trend(name, rows, TREND)
        yield effect(f"{name}, narrowest to widest", way * falls_to_the_widest(values, time) - least)


@experiment.check("width.figure-1", "depth", wrong={"one hidden layer has less": {"step": -1}} | MUCH)
def from_one_layer_to_two(data, step=1, least=0):
    """The chance of so many rises of $J$ from one hidden layer to two after training, in all trials and widths, were
    both orders as likely; and the median over the trials of its mean fall.
    """
    values, _, depths = losses(data)
    rows = one_and_two_layers(values, depths)[::step].reshape(2, -1).T
    yield trend("one and two layers", rows, TREND)
    yield effect("one layer to two", step * falls_to_two_layers(values, depths) - least)


@experiment.check(
    "width.figure-1", "training", wrong={"twice as many rises as falls": {"step": -1, "share": 1 / 3}} | MUCH
)
def by_training(data, step=1, share=0.5, least=0):
    """The chance of so many rises by training among the cells whose $J$ changes, were each as likely as not; and the
    median over the trials of the mean fall of $J$.

    Hoeffding (1956, Theorem 4) bounds the tail for cells with chances of their own.
    """
    values, *_ = losses(data)
    change = step * (values[..., 1] - values[..., 0])
    rises, falls = int((change > EQUAL).sum()), int((change < -EQUAL).sum())
    if not rises + falls:
        raise NoVerdict("no J changes")
    chance = float(bdtrc(rises - 1, rises + falls, share))
    yield Within(f"{rises} of {rises + falls} networks rise; chance of so many", chance, TREND, 1)
    yield effect("training", -change - least)


@experiment.check("width.figure-1", "not-always", wrong={"by ten times the trivial loss": {"by": 10.0}})
def networks_that_rise(data, by=EQUAL):
    """The largest rise of $J$ by training over the trivial loss, of all networks and data sets."""
    found = max(float((v[..., 1] - v[..., 0]).max()) for v, *_ in (losses(data, name) for name in data[DATA[0]].groups))
    yield Within("largest rise over the trivial loss", found, by, np.inf)
