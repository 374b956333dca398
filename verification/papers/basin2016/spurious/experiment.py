"""Where gradient descent ended: in which minima, and how often. Nothing here descends.

Every item is the exact chance of what was seen, or of more, where the statement is just true; a statement is refused
where it is below LEVEL, shared among the items. So data that say little refuse nothing, whatever the seed.
"""

from itertools import pairwise

import numpy as np
from scipy.stats import binom, hypergeom

from verification.experiments.rates import binomial_interval
from verification.methods import experiment
from verification.methods.experiment import NoVerdict, Within
from verification.papers.basin2016.spurious.family import Kind

DATA = ("basin_spurious",)
LEVEL = 1e-6  # the chance that a true statement is refused, all tests of a part together


def array(data, group, name):
    """An array of a group, shape (neurons, trials)."""
    return data["basin_spurious"].groups[group].arrays[name].values


def neurons(data, group="equal"):
    """Numbers of the teacher's neurons."""
    return [int(k) for k in data["basin_spurious"].groups[group].axes["neurons"].values]


def kinds_of(data, group="equal"):
    """The kind of every end, shape (neurons, trials), unsettled ones among them.

    Raises NoVerdict where no descent of a size came to rest.
    """
    kinds = array(data, group, "kind")
    if not kinds.size or not settled(kinds).any(axis=1).all():
        raise NoVerdict(f"{group}: with some number of neurons no descent came to rest")
    return kinds


def settled(kinds):
    """Ends at which descent came to rest: those that have a verdict."""
    return kinds != Kind.UNSETTLED


def spurious(kinds):
    """Ends at strict minima above zero."""
    return (kinds == Kind.FAMILY) | (kinds == Kind.OTHER)


def at_most(name, count, trials, share):
    """An item: the chance of `count` or more of `trials`, each with a chance of `share` whatever the others did."""
    chance = float(binom.sf(count - 1, trials, share))
    return Within(f"{name}: {count} of {trials}; chance of so many", chance, LEVEL, 1)


def no_fall(name, pairs, level):
    """An item: the chance of so few events in the second of two groups, all pairs together, were the rates of each pair
    equal; pairs of (count, trials). Where rates rise the chance is smaller still.

    Fisher's exact test, one-sided, its laws of all pairs convolved.
    """
    law, fewer = np.ones(1), 0
    for (count, trials), (other, more) in pairs:
        law = np.convolve(law, hypergeom.pmf(np.arange(more + 1), trials + more, count + other, more))
        fewer += other
    return Within(f"{name}: chance of such a fall", min(float(law[: fewer + 1].sum()), 1.0), level, 1)


def counts_of(kinds, counted):
    """(count, descents that came to rest) for each number of neurons."""
    rows = zip(counted(kinds).sum(axis=1), settled(kinds).sum(axis=1), strict=True)
    return [(int(count), int(trials)) for count, trials in rows]


@experiment.check(
    "ours.spurious-minima-in-descent",
    "ends",
    wrong={
        "global minima alone": {"allowed": (Kind.GLOBAL,)},
        "strict minima alone": {"allowed": (Kind.FAMILY, Kind.OTHER)},
        "nowhere near the minima": {"near": 1e-9},
    },
)
def kinds_of_ends(data, allowed=(Kind.GLOBAL, Kind.FAMILY, Kind.OTHER), near=0.01, share=0.01):
    """Of all ends with as many neurons as the teacher, those of no allowed kind or too far from the minimum: from the
    teacher, or from where Newton's steps lead, a point with a positive definite Hessian. Descents that did not come to
    rest are of no kind; without a verdict where they are more than the share allows."""
    kinds = kinds_of(data)
    restless = at_most("descents that did not come to rest", int((~settled(kinds)).sum()), kinds.size, share)
    if restless.fails():
        raise NoVerdict(f"{int((~settled(kinds)).sum())} of {kinds.size} descents did not come to rest")
    apart = np.where(kinds == Kind.GLOBAL, array(data, "equal", "distance"), array(data, "equal", "moved"))
    strange = ~np.isin(kinds, allowed) | ~(apart <= near)
    return [at_most("ends of another kind", int(strange.sum()), kinds.size, share)]


@experiment.check(
    "ours.spurious-minima-in-descent",
    "ends-of-six-to-eight",
    wrong={"with one turned neuron as seldom": {"strange": Kind.FAMILY}},
)
def ends_with_one_turned_neuron(data, strange=Kind.OTHER, share=0.05):
    """Of the spurious ends with six to eight neurons, those that are not the minimum with one turned neuron, renamed;
    and the rates of such ends among all."""
    rows = [index for index, k in enumerate(neurons(data)) if 6 <= k <= 8]
    if not rows or not spurious(kinds_of(data)[rows]).any():
        raise NoVerdict("no spurious end with six to eight neurons")
    kinds = kinds_of(data)[rows]
    told = told_of(np.array(neurons(data))[rows], counts_of(kinds, lambda kinds: kinds == strange))
    total = int(spurious(kinds).sum())
    return [at_most(f"others ({told}) among spurious ends", int((kinds == strange).sum()), total, share)]


def told_of(sizes, counts):
    """Rates with exact intervals, in words."""
    return "; ".join(
        f"k = {k}: {n} of {trials}, [{low:.4f}, {high:.4f}]"
        for k, (n, trials) in zip(sizes, counts, strict=True)
        for low, high in [binomial_interval(n, trials, 0.99)]
    )


@experiment.check(
    "ours.spurious-minima-in-descent",
    "more-often-with-more-neurons",
    wrong={
        "global ends counted": {"counted": lambda kinds: kinds == Kind.GLOBAL},
        "the sizes in reverse": {"step": -1},
        "more often than global ones with fewer neurons": {"before": lambda kinds: kinds == Kind.GLOBAL},
    },
)
def rates_rise(data, counted=spurious, step=1, before=None):
    """Between neighbours, and from the fewest neurons to the most: the chance of so large a fall."""
    order = np.argsort(neurons(data))[::step]
    sizes, kinds = np.array(neurons(data))[order], kinds_of(data)[order]
    earlier, later = (counts_of(kinds, kind) for kind in (before or counted, counted))
    pairs = list(pairwise(zip(sizes, earlier, later, strict=True)))
    for (k, first, _), (more, _, second) in pairs:
        yield no_fall(f"from k = {k} to {more}", [(first, second)], LEVEL / (len(pairs) + 1))
    yield no_fall(told_of(sizes, later) + "; first to last", [(earlier[0], later[-1])], LEVEL / (len(pairs) + 1))


@experiment.check(
    "ours.spurious-minima-in-descent",
    "one-neuron-more",
    wrong={
        "global ends counted": {"counted": lambda kinds: kinds == Kind.GLOBAL},
        "more often than with as many": {"step": -1},
    },
)
def rates_with_one_more(data, counted=spurious, step=1):
    """The chance of so large a fall from one neuron more to as many as the teacher has, every size for itself."""
    more, equal = (counts_of(kinds_of(data, group), counted) for group in ("one_more", "equal"))
    told = told_of(neurons(data), more)
    return [no_fall(told, [pair[::step] for pair in zip(more, equal, strict=True)], LEVEL)]
