"""Where gradient descent ended: in which minima, and how often. Nothing here descends."""

from itertools import pairwise
from math import comb

import numpy as np

from verification.experiments.rates import binomial_interval
from verification.methods import experiment
from verification.methods.experiment import NoVerdict, Within
from verification.papers.basin2016.spurious.family import Kind

DATA = ("basin_spurious",)
LEVEL = 1e-6  # chance of a false alarm of each test


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


@experiment.check(
    "ours.spurious-minima-in-descent",
    "ends",
    wrong={
        "global minima alone": {"allowed": (Kind.GLOBAL,)},
        "strict minima alone": {"allowed": (Kind.FAMILY, Kind.OTHER)},
        "nowhere near the teacher": {"near": 1e-9},
    },
)
def kinds_of_ends(data, allowed=(Kind.GLOBAL, Kind.FAMILY, Kind.OTHER), near=0.01):
    """Of all ends with as many neurons as the teacher, those of no allowed kind; how far global ends are from it.

    At every spurious end, Newton's steps lead to a point with a positive definite Hessian, not far away.
    """
    kinds, moved = kinds_of(data), array(data, "equal", "moved")
    if not settled(kinds).all():
        raise NoVerdict(f"{int((~settled(kinds)).sum())} of {kinds.size} descents did not come to rest")
    yield Within(f"of {kinds.size} ends, those of another kind", int((~np.isin(kinds, allowed)).sum()), 0, 0)
    distance = array(data, "equal", "distance")[kinds == Kind.GLOBAL]
    yield Within("largest distance of a global end from the teacher", float(distance.max(initial=0)), 0, near)
    if spurious(kinds).any():
        least = float(array(data, "equal", "curvature")[spurious(kinds)].min())
        yield Within("least curvature at a spurious end", least, 1e-4, np.inf)
        yield Within("largest of Newton's steps from a spurious end", float(moved[spurious(kinds)].max()), 0, near)


@experiment.check(
    "ours.spurious-minima-in-descent",
    "ends-of-six-to-eight",
    wrong={"every other minimum": {"strange": Kind.FAMILY}, "no minimum at all": {"found": 0}},
)
def ends_are_the_certified_minima(data, strange=Kind.OTHER, found=np.inf):
    """Of the spurious ends with six to eight neurons, those that are not the certified minimum up to renaming."""
    rows = [index for index, k in enumerate(neurons(data)) if 6 <= k <= 8]
    if not rows:
        raise NoVerdict("no size from six to eight neurons was run")
    kinds = kinds_of(data)[rows]
    yield Within(f"of {int(spurious(kinds).sum())} spurious ends, other minima", int((kinds == strange).sum()), 0, 0)
    yield Within("spurious ends", int(spurious(kinds).sum()), 1, found)


def _rise(before, after):
    """Chance of so large a rise of the rate if both were equal: Fisher's exact test of (count, trials), one-sided."""
    (count, trials), (other, more) = after, before
    whole = count + other
    ways = sum(comb(trials, k) * comb(more, whole - k) for k in range(count, min(trials, whole) + 1))
    return ways / comb(trials + more, whole)


@experiment.check(
    "ours.spurious-minima-in-descent",
    "more-often-with-more-neurons",
    wrong={
        "global ends counted": {"counted": lambda kinds: kinds == Kind.GLOBAL},
        "the sizes in reverse": {"order": slice(None, None, -1)},
    },
)
def rates_rise(data, counted=spurious, order=slice(None)):
    """A significant rise from the fewest neurons to the most, no significant fall between neighbours."""
    kinds = kinds_of(data)
    numbers = np.stack([counted(kinds).sum(axis=1), settled(kinds).sum(axis=1)], axis=1)
    counts = [(int(n), int(trials)) for n, trials in numbers[order]]
    told = "; ".join(
        f"k = {k}: {n} of {trials}, [{low:.4f}, {high:.4f}]"
        for k, (n, trials) in zip(np.array(neurons(data))[order], counts, strict=True)
        for low, high in [binomial_interval(n, trials, 0.99)]
    )
    chance = _rise(counts[0], counts[-1])
    yield Within(f"chance of so large a rise if the rates were equal ({told})", chance, 0, LEVEL)
    for first, second in pairwise(counts):
        yield Within("chance of so large a fall between neighbours", _rise(second, first), LEVEL, 1)


@experiment.check(
    "ours.spurious-minima-in-descent",
    "one-neuron-more",
    wrong={"as many neurons": {"group": "equal"}, "more often than with as many": {"sign": -1}},
)
def rates_with_one_more(data, group="one_more", sign=1):
    """All sizes together: significantly fewer spurious ends with one neuron more than with as many."""
    less, more = kinds_of(data, group), kinds_of(data)
    table = [[int(spurious(k).sum()), int((settled(k) & ~spurious(k)).sum())] for k in (more, less)][::sign]
    before, after = ((row[0], sum(row)) for row in table[::-1])
    chance = _rise(before, after)
    told = f"{table[1][0]} of {sum(table[1])} against {table[0][0]} of {sum(table[0])}"
    yield Within(f"chance of so few if the rates were equal ({told})", chance, 0, LEVEL)
