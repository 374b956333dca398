"""Sums of eigenvalues of drawn kernel matrices, held against the two laws. Nothing here draws.

The sum of the k largest eigenvalues is the largest sum of squared lengths of the samples' features, squared length 1/2
each, projected to k dimensions: another sample changes it by 1/2 at most. By McDiarmid's inequality the mean over T
draws of its m-th part is within sqrt(log(2/LEVEL) / (8 m T)) of its expectation, but for a chance of LEVEL.
"""

import numpy as np

from verification.methods import experiment
from verification.methods.experiment import Within
from verification.papers.diversity2017.frequencies import LEVEL
from verification.papers.diversity2017.mathematics.steps import corrected, leading

DATA = ("diverse_figure_2",)
CLOSE = 0.1


def drawn(data):
    """The eigenvalues (draws, m), the inputs, how many harmonics of degrees 0 to 2 there are, McDiarmid's radius."""
    group = data[DATA[0]]
    found, inputs = group.arrays["eigenvalue"].values, int(group.attributes["inputs"])
    radius = np.sqrt(np.log(2 / LEVEL) / (8 * found.size))
    return found, inputs, inputs * (inputs + 3) // 2, float(radius)


def share_twice(inputs, count):
    """The law with twice the share."""
    return 2 * corrected(inputs, count) - leading(inputs, count)


def a_third(inputs, count):
    """A third of the kernel's eigenvalues."""
    return leading(inputs, count) / 3


def doubled(inputs, count):
    """The kernel's eigenvalues, those of degree 2 twice as large."""
    values = leading(inputs, count)
    values[inputs + 1 : inputs * (inputs + 3) // 2] *= 2
    return values


@experiment.check(
    "diverse.figure-2",
    "first-steps",
    wrong={"degree 2 twice as large": {"law": doubled}, "a third": {"law": a_third}},
)
def sum_of_the_first_steps(data, law=leading):
    """The mean sum of as many eigenvalues as degrees 0 to 2 have, within a tenth of the kernel's, McDiarmid's radius
    added.
    """
    found, inputs, first, radius = drawn(data)
    expected = float(law(inputs, found.shape[1])[:first].sum())
    mean = float(found[:, :first].sum(axis=1).mean())
    yield Within(
        f"mean sum of the first {first}", mean, (1 - CLOSE) * expected - radius, (1 + CLOSE) * expected + radius
    )


@experiment.check(
    "diverse.figure-2",
    "last-step",
    wrong={"fifty times": {"times": 50.0}, "twice the first ones": {"rest": False}},
)
def twice_the_last_step(data, times=2.0, rest=True):
    """The mean sum of the eigenvalues beyond those of degrees 0 to 2, at least twice the kernel's, McDiarmid's radius
    taken off.
    """
    found, inputs, first, radius = drawn(data)
    places = slice(first, None) if rest else slice(first)
    own = float(leading(inputs, found.shape[1])[places].sum())
    yield Within("mean sum", float(found[:, places].sum(axis=1).mean()), times * own - radius, 1.0)


@experiment.check(
    "ours.corrected-law",
    "last-step",
    wrong={"the kernel's own eigenvalues": {"law": leading}, "their share twice": {"law": share_twice}},
)
def sum_of_the_last_step(data, law=corrected):
    """The mean sum of the eigenvalues beyond those of degrees 0 to 2, within a tenth of the law's, McDiarmid's radius
    added.
    """
    found, inputs, first, radius = drawn(data)
    expected = float(law(inputs, found.shape[1])[first:].sum())
    mean = float(found[:, first:].sum(axis=1).mean())
    yield Within("mean sum beyond degree 2", mean, (1 - CLOSE) * expected - radius, (1 + CLOSE) * expected + radius)
