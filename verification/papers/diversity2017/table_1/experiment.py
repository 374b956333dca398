"""Losses with the regulariser and without, compared trial by trial. Nothing here trains.

Every item is the exact chance of so few events were the statement just true. Trials are independent, those of different
numbers of units too, with chances of their own that are on average at least the stated one: the binomial law's lower
tail bounds that of such a sum (Hoeffding 1956, Theorem 4).
"""

import numpy as np

from verification.methods import experiment
from verification.papers.diversity2017.frequencies import LEVEL, so_few
from verification.papers.diversity2017.table_1.choices import (
    Choice,
    by_coefficient,
    gains,
    logs,
    losses,
    regularised,
)

DATA = ("diverse_table_1",)
CLAIM = "diverse.table-1"


def at_least(name, events, share, level=LEVEL):
    """An item: the chance of so few events, (units, trials), of a chance of `share`."""
    count, trials = int(events.sum()), events.size
    return so_few(f"{name}: {count} of {trials}", count, trials, share, level)


@experiment.check(
    CLAIM,
    "chosen-lowers",
    wrong={"in 999 of 1000 trials": {"share": 0.999}, "to a hundredth": {"factor": 0.01}},
)
def losses_with_the_chosen_coefficient(data, share=0.5, factor=1.0):
    """The chance of so few trials in which the chosen coefficient has a smaller training loss, and of so few with a
    smaller test loss, than none from the same start, were each as likely as not.
    """
    for on in ("train", "test"):
        found = gains(data[DATA[0]], Choice.VALIDATED, on)
        yield at_least(f"smaller {on} losses", found < np.log(factor), share, LEVEL / 2)


@experiment.check(CLAIM, "strongest-raises", wrong={"it lowers it": {"sign": -1}, "a thousandfold": {"factor": 1000.0}})
def losses_with_the_largest_coefficient(data, sign=1, factor=1.0, share=2 / 3):
    """The chance of so few trials in which the largest coefficient has a larger test loss than none from the same
    start, were it two thirds in each.
    """
    found = by_coefficient(data[DATA[0]], regularised(data[DATA[0]])[-1])
    yield at_least("larger test losses", sign * found > np.log(factor), share)


@experiment.check(
    CLAIM,
    "starts-do-as-well",
    wrong={"larger in three of four": {"sign": -1, "share": 0.75}, "a thousandth": {"factor": 0.001}},
)
def losses_of_as_many_starts(data, sign=1, share=0.5, factor=1.0):
    """The chance of so few trials in which the best of as many starts without $R$ has a test loss no larger than $R$
    with the chosen coefficient, were each as likely as not.
    """
    group = data[DATA[0]]
    found = logs(losses(group, Choice.RETRIED), losses(group, Choice.VALIDATED))
    yield at_least("no larger test losses", sign * found <= np.log(factor), share)
