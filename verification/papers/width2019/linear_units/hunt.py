"""Local minima of one unit that is linear on the samples: are X'r and the excess over the right sides 0?"""

from verification.methods import hunt
from verification.papers.width2019 import first_unit
from verification.papers.width2019.exact_algebra import entries
from verification.papers.width2019.first_unit import SINGLE, WEAKER, Reading
from verification.papers.width2019.kinked_points import SETS
from verification.papers.width2019.separation import regression, separated, subsets


def linear_on_the_samples(measure, reading, strict, minimal=True):
    """A hunt for points of Definition 1, strictly or as printed, at which `measure` of the network is not 0."""

    def excess(point):
        one = point.network()
        return measure(one) if point.meets(reading) and separated(one, SETS, 1, strict) else None

    return first_unit.hunt(SINGLE, excess, minimal)


def slope(one):
    """The largest entry of X'r."""
    return max(map(abs, entries(one.samples.transpose() * one.residual)))


def over_the_right_sides(one):
    """The largest excess of L over the right side of (5.1), over all S."""
    return max(0, *(one.loss - regression(one, layers, [one.layer(1)]) for layers in subsets((0, 1))))


def from_the_right_sides(one):
    """The largest difference of L and the right side of (5.1), over all S."""
    return max(abs(one.loss - regression(one, layers, [one.layer(1)])) for layers in subsets((0, 1)))


WRONG = {"linear as printed": {"strict": False, "reading": Reading.LOSS}, "critical points": {"minimal": False}}


@hunt.check(
    "width.lemma-4",
    "repaired",
    wrong=WRONG,
    conveniences={
        str(Reading.LOSS): (
            WEAKER[Reading.LOSS],
            "no strictly linear unit has a kink on a sample here",
        )
    },
)
def features_at_minima(reading=Reading.REGULAR, strict=True, minimal=True):
    """The largest entry of X'r at local minima whose unit is strictly linear on the samples."""
    return linear_on_the_samples(slope, reading, strict, minimal)


@hunt.check(
    "width.lemma-4",
    "features",
    wrong={"the output differentiable": {"reading": Reading.OUTPUT}, "a smooth loss": {"reading": Reading.LOSS_NEARBY}},
    false=True,
)
def features_at_minima_as_printed(reading=Reading.LOSS):
    """The same as printed, where a unit may be 0 on a sample; variants ask for more, and fail still."""
    return linear_on_the_samples(slope, reading, strict=False)


@hunt.check("width.theorem-2", "repaired", wrong=WRONG)
def right_sides_at_minima(reading=Reading.REGULAR, strict=True, minimal=True):
    """The largest excess of L over the right side of (5.1) at such minima."""
    return linear_on_the_samples(over_the_right_sides, reading, strict, minimal)


@hunt.check(
    "width.theorem-2",
    "bound",
    wrong={"the output differentiable": {"reading": Reading.OUTPUT}, "a smooth loss": {"reading": Reading.LOSS_NEARBY}},
    false=True,
)
def right_sides_at_minima_as_printed(reading=Reading.LOSS):
    """The same as printed, where a unit may be 0 on a sample; variants ask for more, and fail still."""
    return linear_on_the_samples(over_the_right_sides, reading, strict=False)


@hunt.check("ours.equality-5.1", "equality", wrong=WRONG)
def differences_at_minima(reading=Reading.REGULAR, strict=True, minimal=True):
    """The largest difference of L and the right side of (5.1) at such minima."""
    return linear_on_the_samples(from_the_right_sides, reading, strict, minimal)
