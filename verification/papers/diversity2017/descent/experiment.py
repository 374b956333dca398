"""Where descents of both regularisers ended. Nothing here descends."""

from verification.methods import experiment
from verification.papers.diversity2017.frequencies import at_least, at_most

DATA = ("diverse_descent",)


def of(data, name, objective):
    """An array of one objective's descents, shape (trials, steps)."""
    group = data[DATA[0]]
    return group.arrays[name].values[:, group.axes["objective"].values.tolist().index(objective)]


def left(data, objective):
    """The last s_m over the first, shape (trials,)."""
    found = of(data, "singular", objective)
    return found[:, -1] / found[:, 0]


@experiment.check(
    "ours.descent-collapses",
    "rank",
    wrong={"of the symmetric regulariser": {"objective": "symmetric"}, "below nothing": {"share_left": 0.0}},
)
def collapses_of_the_printed_one(data, objective="printed", share_left=0.01):
    """The chance of so few trials in which less than a hundredth of $s_m$ is left, were it two thirds in each."""
    yield at_least("collapses", left(data, objective) < share_left, 2 / 3)


@experiment.check(
    "ours.descent-collapses",
    "least",
    wrong={"of the symmetric regulariser": {"objective": "symmetric"}, "nine tenths of the value": {"factor": 0.9}},
)
def ends_at_the_least_value(data, objective="printed", factor=1.0):
    r"""The chance of so few trials in which $R$ ends within a thousandth of $\frac{d - 1}{8 (2 d - 1)}$, were it two
    thirds in each.
    """
    inputs = int(data[DATA[0]].attributes["inputs"])
    least = factor * (inputs - 1) / (8 * (2 * inputs - 1))
    ends = of(data, "regulariser", objective)[:, -1]
    yield at_least("R is least", abs(ends / least - 1) < 1e-3, 2 / 3)


@experiment.check(
    "ours.symmetric-regulariser",
    "rank",
    wrong={"of the paper's regulariser": {"objective": "printed"}, "below twice its start": {"share_left": 2.0}},
)
def collapses_of_the_symmetric_one(data, objective="symmetric", share_left=0.5):
    """The chance of so many trials in which less than half of $s_m$ is left, were it one third in each."""
    yield at_most("below half of the start", left(data, objective) < share_left, 1 / 3)
