"""Figure 10: what the training runs on degree-one networks say. Nothing here trains.

Trials that diverged have no verdict and are left out. Groups are `replay`, `fixed` and `fresh` of the data.
"""

from itertools import pairwise
from pathlib import Path

import numpy as np
import yaml

from verification.methods import experiment
from verification.methods.experiment import NoVerdict, Within
from verification.papers.pnn2017.degree_one.counts import (
    Count,
    at_most,
    chance_of_fall,
    drawn_from,
    fewest_discordant,
    paired,
    same_rate,
    same_rates,
)
from verification.papers.pnn2017.experiments.degree_one.verdicts import judged_ends

DATA = ("degree_one",)
FILES = ("published.yaml",)
LEVEL = 1e-3  # of each test of replayed trials, whose random numbers are given
FRESH_LEVEL = 1e-7  # of each test of fresh ones, whose seed is free: all of a check together, less than 1e-6
EVERYTHING, NOTHING = -1.0, np.inf  # thresholds below and above every loss
GROUPS = ("replay", "fixed", "fresh")


def ratios(data, group="replay"):
    """The ratios k/d of a group, in the order of its rows."""
    return [int(ratio) for ratio in data["degree_one"].groups[group].axes["ratio"].values]


def column(data, group, name):
    """An array of a group, shape (ratios, trials)."""
    return data["degree_one"].groups[group].arrays[name].values


def verdicts(data, group, threshold=None):
    """Whether trials ended badly, by their own threshold or another one, and which have a verdict.

    Raises NoVerdict where all trials of a ratio diverged.
    """
    bad, judged = judged_ends(data["degree_one"].groups[group])
    if silent := [ratio for ratio, row in zip(ratios(data, group), judged, strict=True) if not row.any()]:
        raise NoVerdict(f"{group}: every trial diverged at k/d = {', '.join(map(str, silent))}")
    return bad if threshold is None else column(data, group, "final_loss") > threshold, judged


def counts(data, group, threshold=None):
    """Bad ends by ratio."""
    bad, judged = verdicts(data, group, threshold)
    rows = zip(ratios(data, group), bad, judged, strict=True)
    return {ratio: Count(int(b[j].sum()), int(j.sum())) for ratio, b, j in rows}


def published(trials=100):
    """The printed counts by ratio."""
    path = Path(__file__).parents[1] / FILES[0]
    table = yaml.safe_load(path.read_text(encoding="utf-8"))["figure_10_bad_optima_per_100"]
    return {int(ratio): Count(int(bad), trials) for ratio, bad in table.items()}


def good_ends(count):
    """The count of what is not bad."""
    return Count(count.trials - count.bad, count.trials)


def none_bad(count):
    """As many ends, none of them bad."""
    return Count(0, count.trials)


def all_bad(count):
    """As many ends, all of them bad."""
    return Count(count.trials, count.trials)


@experiment.check(
    "pnn.figure-10",
    "published-counts",
    wrong={
        "good ends published as bad": {"printed": good_ends},
        "every end called bad": {"threshold": EVERYTHING},
    },
)
def replayed_and_printed_counts(data, printed=lambda count: count, threshold=None):
    """Fisher's exact test of replayed against printed counts for each $k/d$, as the interval of counts that it accepts.

    The test takes both for independent samples, though the replayed trials are among the published ones.
    """
    table, found = published(), counts(data, "replay", threshold)
    return [same_rate(f"k/d = {r}", found[r], printed(table[r]), LEVEL) for r in found if r in table]


@experiment.check(
    "pnn.figure-10",
    "same-trials",
    wrong={
        "good ends published as bad": {"printed": good_ends},
        "every end called bad": {"threshold": EVERYTHING},
    },
)
def replayed_trials_among_the_printed(data, printed=lambda count: count, threshold=None, slack=0.05):
    """For each $k/d$ the interval of a draw without replacement from the printed hundred, widened by the slack.

    For all hundred trials the draw has no spread: the slack is what rounding in another order may change.
    """
    table, found = published(), counts(data, "replay", threshold)
    return [drawn_from(f"k/d = {r}", found[r], printed(table[r]), LEVEL, slack) for r in found if r in table]


@experiment.check(
    "pnn.figure-10",
    "fewer-with-more-neurons",
    wrong={
        "good ends counted": {"of": good_ends},
        "every end called bad": {"threshold": EVERYTHING},
        "the ratios in reverse": {"order": lambda found: sorted(found, reverse=True)},
        "good ends counted where neurons are most": {"last": good_ends},
        "bad ends where neurons are most alone": {"of": none_bad, "last": all_bad},
    },
)
def rates_fall(data, of=lambda count: count, threshold=None, order=sorted, last=lambda count: count):
    """Replayed and fresh trials together: a significant fall over all $k/d$, no significant rise between neighbours."""
    replayed, fresh = counts(data, "replay", threshold), counts(data, "fresh", threshold)
    found = {ratio: of(replayed[ratio] + fresh[ratio]) for ratio in order(replayed)}
    if len(found) < 2:
        return
    few, *_, most = found
    found[most] = last(found[most])
    fall = chance_of_fall(found[few], found[most])
    rates = ", ".join(f"{ratio}: {count.rate:.3f}" for ratio, count in found.items())
    yield Within(f"chance of so large a fall if the rates were equal ({rates})", fall, 0, LEVEL)
    for (low, before), (high, after) in pairwise(found.items()):
        yield Within(f"chance of so large a rise from {low} to {high}", chance_of_fall(after, before), FRESH_LEVEL, 1)


@experiment.check(
    "pnn.figure-10",
    "fixed-batches",
    wrong={
        "pairs out of step": {"shift": 1},
        "every end called bad": {"threshold": EVERYTHING},
        "the ratios in reverse": {"step": -1},
    },
)
def same_trials_on_fixed_batches(data, shift=0, threshold=None, step=1, agreement=0.8):
    """For each $k/d$ and for all an exact McNemar test of the two ways of drawing batches; and the share judged alike
    is at least 0.8.

    Each trial keeps its target, start and samples, so most verdicts agree; with equal rates alone they need not. So few
    differ at one $k/d$ that no split of them may be refused: the test of all has the power that these lack, and is the
    only one where there are not as many trials.
    """
    replayed, judged = verdicts(data, "replay")
    fixed, also_judged = (rows[::step] for rows in verdicts(data, "fixed", threshold))
    fixed, both = np.roll(fixed, shift, axis=1), judged & np.roll(also_judged, shift, axis=1)
    if not both.any(axis=1).all():
        raise NoVerdict("at some k/d one of the two runs of every trial diverged")
    for ratio, first, second, use in zip(ratios(data), replayed, fixed, both, strict=True):
        if use.sum() >= fewest_discordant(LEVEL):
            yield paired(f"k/d = {ratio}, replayed against fixed batches", first[use], second[use], LEVEL)
    yield paired("all k/d, replayed against fixed batches", replayed[both], fixed[both], LEVEL)
    alike = float((replayed == fixed)[both].mean())
    yield Within(f"share of {int(both.sum())} trials judged alike", alike, agreement, 1)


@experiment.check(
    "pnn.figure-10",
    "fresh-seeds",
    wrong={
        "good ends published": {"of": good_ends},
        "every end called bad": {"threshold": EVERYTHING},
        "twice as many published": {"of": lambda count: Count(min(2 * count.bad, count.trials), count.trials)},
    },
)
def fresh_and_printed_counts(data, of=lambda count: count, threshold=None):
    """Exact tests of fresh against printed counts: Fisher's for each $k/d$, and one of all $k/d$ together.

    As the intervals of counts that they accept. The printed trials are those replayed, a hundred at each $k/d$.
    """
    fresh, table = counts(data, "fresh", threshold), published()
    pairs = {ratio: (fresh[ratio], of(table[ratio])) for ratio in fresh if ratio in table}
    for ratio, (found, printed) in pairs.items():
        yield same_rate(f"k/d = {ratio}", found, printed, FRESH_LEVEL)
    if pairs:
        yield same_rates("all k/d", list(pairs.values()), FRESH_LEVEL)


def bad_ends(data, group):
    """Trials with a verdict that ended badly, shape (ratios, trials)."""
    bad, judged = verdicts(data, group)
    return bad & judged


def good_trials(data, group):
    """Trials with a verdict that did not."""
    bad, judged = verdicts(data, group)
    return ~bad & judged


@experiment.check(
    "pnn.figure-10",
    "ends-are-minima",
    wrong={
        "good ends": {"ends": good_trials},
        "the region's least loss already reached": {"gap": 1e-12},
        "a least loss of zero": {"least": lambda loss: loss == 0},
    },
)
def descent_from_the_ends(data, ends=bad_ends, least=lambda loss: loss > 0, gap=np.inf):
    """Of the bad ends of all groups, those from which descent changes a sign, or leads to a loss of zero, are two in
    a hundred at most, but for their exact interval."""
    missed = total = 0
    for group in GROUPS:
        concerned, limit = ends(data, group), column(data, group, "limit_loss")
        stays = column(data, group, "end_is_local_minimum") & least(limit)
        near = column(data, group, "final_loss") - limit <= gap
        missed, total = missed + int((concerned & ~(stays & near)).sum()), total + int(concerned.sum())
    if total:
        yield at_most(f"of {total} ends, those that are no bad local minima", Count(missed, total), 0.02, FRESH_LEVEL)


@experiment.check(
    "pnn.figure-10",
    "one-signed-inputs",
    wrong={"good ends": {"ends": good_trials}, "every input of one sign": {"least": 5}},
)
def inputs_of_one_sign(data, ends=bad_ends, least=1):
    """Of the bad ends of a descent that keeps every sign, those at which no input has all its weights of one sign are
    five in a thousand at most, but for their exact interval.

    With both signs on every input the region holds the target's masses, so the rest of the descent leads to zero: what
    could be found here is a trial that the threshold calls bad before it got there.
    """
    for group in GROUPS:
        concerned = ends(data, group) & column(data, group, "end_is_local_minimum")
        missed = int((concerned & (column(data, group, "same_sign_inputs") < least)).sum())
        if concerned.any():
            missing = Count(missed, int(concerned.sum()))
            yield at_most(
                f"{group}: of {missing.trials} ends, those without such an input", missing, 0.005, FRESH_LEVEL
            )


@experiment.check(
    "pnn.figure-10",
    "threshold",
    wrong={"every end called bad": {"threshold": EVERYTHING}, "every end called good": {"threshold": NOTHING}},
)
def misjudged_ends(data, threshold=1e-6):
    """Ends of all groups on the wrong side of the threshold, by where descent leads, if that is certain: called bad
    on the way to zero five in a thousand at most, called good on the way to a bad minimum five in a hundred, but for
    their exact intervals."""
    alarms = misses = total = 0
    for group in GROUPS:
        (bad, judged), limit = verdicts(data, group, threshold), column(data, group, "limit_loss")
        total += int((judged & ~np.isnan(limit)).sum())
        alarms += int((bad & judged & (limit == 0)).sum())
        misses += int((~bad & judged & (limit > 0)).sum())
    if total:
        for name, count, rate in (
            ("bad on the way to zero", alarms, 0.005),
            ("good on the way to a bad minimum", misses, 0.05),
        ):
            yield at_most(f"of {total} ends, those called {name}", Count(count, total), rate, FRESH_LEVEL)
