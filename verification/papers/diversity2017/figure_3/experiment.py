"""Slopes of the squared discrepancy in the number of units, held against the printed range. Nothing here trains.

Trials are independent. A median is told by its exact interval between order statistics, and a statement on it is
refused where no value of the interval fits it.
"""

import numpy as np

from verification.methods import experiment
from verification.methods.experiment import Within
from verification.papers.diversity2017.figure_3.slopes import gain, median, slopes

DATA = ("diverse_figure_3",)
CLAIM = "diverse.figure-3"


def not_below(name, values, bound):
    """An item: the interval of the median reaches up to the bound."""
    found = median(values)
    return Within(f"{name}: median {found.value:.3f}, at most", found.high, bound, np.inf)


def not_above(name, values, bound):
    """An item: the interval of the median reaches down to the bound."""
    found = median(values)
    return Within(f"{name}: median {found.value:.3f}, at least", found.low, -np.inf, bound)


@experiment.check(
    CLAIM,
    "slope",
    wrong={
        "between $-3$ and $-2$": {"low": -3.0, "high": -2.0},
        r"between $-\frac18$ and 0": {"low": -1 / 8, "high": 0.0},
    },
)
def slopes_in_the_printed_range(data, low=-1.0, high=-0.5, norms=(0.1, 1.0)):
    r"""The median slope over the trials from the norms 0.1 and 1; its interval must meet the range from $-1$ to
    $-\frac12$.
    """
    for norm in norms:
        found = slopes(data[DATA[0]], norm)
        yield not_below(f"slope from norm {norm:g}", found, low)
        yield not_above(f"slope from norm {norm:g}", found, high)


@experiment.check(
    CLAIM,
    "scale-decides",
    wrong={
        "by 1, and from norm 10 below $-3$": {"by": -1.0, "most": -3.0},
        r"shallower by $\frac12$ or more": {"sign": -1, "by": -0.5},
    },
)
def slopes_from_other_norms(data, sign=1, by=0.0, most=-1.0):
    """The median of the slope from norm 1 less that from norm 0.1, trial by trial, is at most 0; that of the slope from
    norm 10 at most $-1$: neither interval lies above.
    """
    small, middle, large = (slopes(data[DATA[0]], norm) for norm in (0.1, 1.0, 10.0))
    yield not_above("slope from norm 1 less that from 0.1", sign * (middle - small), by)
    yield not_above("slope from norm 10", large, most)


@experiment.check(
    CLAIM,
    "less-diverse-than-random",
    wrong={"tenfold": {"least": np.log(10.0)}, "from norm 10, by half more": {"norm": 10.0, "least": np.log(1.5)}},
)
def discrepancy_after_and_before(data, norm=0.1, least=0.0):
    """The median of the logarithm of $L_2^2$ after training over that at the start, widest students, trial by trial,
    from norm 0.1: its interval must reach 0 or more.
    """
    yield not_below("log of the ratio", gain(data[DATA[0]], norm), least)
