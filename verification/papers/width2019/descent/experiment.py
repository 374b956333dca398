"""Where descent ended, counted. Nothing here descends.

Every item on frequencies is the exact chance of what was seen, or of more, where the statement is just true; a
statement is refused where it is below LEVEL. Ends of several sizes have chances of their own, at least the
stated one on average: the binomial law's lower tail bounds that of such a sum (Hoeffding 1956, Theorem 4).
"""

import numpy as np
from scipy.stats import binom, hypergeom

from verification.experiments.rates import binomial_interval
from verification.methods import experiment
from verification.methods.experiment import NoVerdict, Within
from verification.papers.width2019.descent.ends import End

DATA = ("width_descent",)
LEVEL = 1e-6  # the chance that a true statement is refused, all tests of a part together
REST = (End.REGULAR, End.KINK)
SMALL = 2  # units of networks for which noises are compared
ROUNDING = 1e-8


def array(data, name):
    """An array, shape (depths, widths, noises, trials)."""
    return data["width_descent"].arrays[name].values


def place(data, axis, value):
    """Where a coordinate stands on its axis; NoVerdict where the data lack it."""
    found = np.flatnonzero(data["width_descent"].axes[axis].values == value)
    if not found.size:
        raise NoVerdict(f"no descents with {axis} {value}")
    return int(found[0])


def gaps(data, factor=1.0):
    """(L - J) over half the targets' square."""
    return (array(data, "loss") - factor * array(data, "projected")) / array(data, "trivial")


def at_least(name, count, trials, share, level=LEVEL):
    """An item: the chance of so few events of a chance of `share`; told with the frequency's exact interval."""
    if not trials:
        raise NoVerdict(f"{name}: no such end")
    low, high = binomial_interval(count, trials, 0.99)
    told = f"{name}: {count} of {trials}, [{low:.3f}, {high:.3f}]; chance of so few"
    return Within(told, float(binom.cdf(count, trials, share)), level, 1)


@experiment.check(
    "ours.where-descent-ends",
    "regular-ends",
    wrong={"at stationary kinks too": {"kinds": REST}, r"$J$ without its factor $\frac12$": {"factor": 2.0}},
)
def losses_at_regular_ends(data, kinds=(End.REGULAR,), factor=1.0):
    r"""The largest $|L - J|$ over $\frac12 \|Y\|^2$, of all regular ends whose rank is decided."""
    chosen = np.isin(array(data, "kind"), kinds) & array(data, "decided")
    if not chosen.any():
        raise NoVerdict("no regular end")
    yield Within(
        f"largest of {int(chosen.sum())} distances", float(np.abs(gaps(data, factor)[chosen]).max()), 0, ROUNDING
    )


@experiment.check(
    "ours.where-descent-ends",
    "stationary-kinks",
    wrong={"regular ends": {"kind": End.REGULAR}, "every end at rest": {"share": 1.0}},
)
def kinks_among_ends_at_rest(data, kind=End.KINK, share=2 / 3):
    """Of the ends at rest with one hidden layer and most noise, those at stationary kinks, all widths together: the
    chance of so few, were it two thirds in each.
    """
    kinds = array(data, "kind")[place(data, "depth", 1), :, -1]
    yield at_least("ends at rest that are kinks", int((kinds == kind).sum()), int(np.isin(kinds, REST).sum()), share)


@experiment.check(
    "ours.where-descent-ends",
    "gap-at-kinks",
    wrong={
        "at the regular ends of any targets": {"kind": End.REGULAR, "noises": slice(None)},
        "half of the trivial loss": {"least": 0.5},
    },
)
def gaps_at_kinks(data, kind=End.KINK, noises=slice(-1, None), least=1e-4, share=2 / 3):
    r"""Of the kinks with one hidden layer and most noise whose rank is decided, those with $L - J$ above $10^{-4}$ of
    $\frac12 \|Y\|^2$: the chance of so few, were it two thirds in each.
    """
    row = place(data, "depth", 1), slice(None), noises
    chosen = (array(data, "kind")[row] == kind) & array(data, "decided")[row]
    found = gaps(data)[row][chosen]
    median = f"{np.median(found):.2g}" if found.size else "none"
    yield at_least(f"kinks with such a gap (median {median})", int((found > least).sum()), found.size, share)


@experiment.check(
    "ours.where-descent-ends",
    "more-often-with-noise",
    wrong={"the noises exchanged": {"step": -1}, "regular ends": {"kind": End.REGULAR}},
)
def kinks_with_and_without_noise(data, kind=End.KINK, step=1):
    """The chance of so few kinks among the ends at rest with most noise, were it equal to that with least noise for
    each width: Fisher's exact test, one-sided, the laws of all widths convolved."""
    widths = data["width_descent"].axes["width"].values
    kinds = array(data, "kind")[place(data, "depth", 1), widths <= SMALL]
    if not kinds.size:
        raise NoVerdict(f"no width up to {SMALL}")
    law, seen, told = np.ones(1), 0, ""
    for one in kinds[:, [0, -1]][:, ::step]:
        (other, more), (count, trials) = (((e == kind).sum(), np.isin(e, REST).sum()) for e in one)
        law = np.convolve(law, hypergeom.pmf(np.arange(trials + 1), trials + more, count + other, trials))
        seen, told = seen + int(count), f"{told}{other}/{more} and {count}/{trials}; "
    yield Within(f"{told}chance of so few", min(float(law[: seen + 1].sum()), 1.0), LEVEL, 1)


@experiment.check(
    "ours.where-descent-ends",
    "silent-ends",
    wrong={"one hidden layer": {"depth": 1}, "all ends at rest": {"share": 1.0}},
)
def silent_ends(data, depth=2, share=0.5):
    """Of the ends at rest of networks with one unit in each of two hidden layers, those that are silent: the chance of
    so few, were each as likely as not.
    """
    row = place(data, "depth", depth), place(data, "width", 1)
    kinds, silent = array(data, "kind")[row], array(data, "silent")[row]
    silent, rest = int((silent & (kinds == End.REGULAR)).sum()), int(np.isin(kinds, REST).sum())
    yield at_least("silent among ends at rest", silent, rest, share)
