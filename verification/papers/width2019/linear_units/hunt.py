"""Local minima of one unit that is linear on the samples, and of nets with weights held at 0: is (5.1) an equality?"""

from verification.methods import hunt
from verification.papers.width2019 import first_unit
from verification.papers.width2019.exact_algebra import entries
from verification.papers.width2019.first_unit import SINGLE, WEAKER, Reading
from verification.papers.width2019.kinked_points import SETS
from verification.papers.width2019.linear_paths import first_and_last, from_t_on, restricted_minima
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
    r"""Regular local minima whose unit is strictly linear on the samples: is $X^\top r \ne 0$?"""
    return linear_on_the_samples(slope, reading, strict, minimal)


@hunt.check(
    "width.lemma-4",
    "features",
    wrong={"the output differentiable": {"reading": Reading.OUTPUT}, "a smooth loss": {"reading": Reading.LOSS_NEARBY}},
    false=True,
)
def features_at_minima_as_printed(reading=Reading.LOSS):
    r"""Local minima as printed, where a unit may be 0 on a sample: is $X^\top r \ne 0$? Variants ask for more, and fail
    still.
    """
    return linear_on_the_samples(slope, reading, strict=False)


@hunt.check("width.theorem-2", "repaired", wrong=WRONG)
def right_sides_at_minima(reading=Reading.REGULAR, strict=True, minimal=True):
    """Regular local minima whose unit is strictly linear on the samples: is $L$ above the right side of (5.1) for some
    $S$?
    """
    return linear_on_the_samples(over_the_right_sides, reading, strict, minimal)


@hunt.check(
    "width.theorem-2",
    "bound",
    wrong={"the output differentiable": {"reading": Reading.OUTPUT}, "a smooth loss": {"reading": Reading.LOSS_NEARBY}},
    false=True,
)
def right_sides_at_minima_as_printed(reading=Reading.LOSS):
    """Local minima as printed, where a unit may be 0 on a sample: is $L$ above the right side of (5.1) for some $S$?
    Variants ask for more, and fail still.
    """
    return linear_on_the_samples(over_the_right_sides, reading, strict=False)


@hunt.check("ours.equality-5.1", "equality", wrong=WRONG)
def differences_at_minima(reading=Reading.REGULAR, strict=True, minimal=True):
    """Regular local minima whose unit is strictly linear on the samples: is $L$ other than the right side of (5.1) for
    some $S$?
    """
    return linear_on_the_samples(from_the_right_sides, reading, strict, minimal)


RESTRICTED = 80  # instances of each of 35 strata in a round
HELD = (
    WRONG
    | WEAKER
    | {
        "no linear unit": {"member": False},
        "the loss is differentiable, weights held at 0": {"reading": Reading.LOSS, "alone": True},
        "critical points, weights held at 0": {"minimal": False, "alone": True},
    }
)
AS_PRINTED = {
    "the output differentiable": {"reading": Reading.OUTPUT},
    "the output continuously differentiable nearby": {"reading": Reading.OUTPUT_NEARBY},
    "a smooth loss": {"reading": Reading.LOSS_NEARBY},
}


@hunt.check("width.corollary-1", "repaired", wrong=HELD, per_stratum=RESTRICTED)
def restricted_minima_of_definition_1(reading=Reading.REGULAR, strict=True, member=True, minimal=True, alone=False):
    """Regular local minima of the loss that Definition 1 restricts, with strictly linear units, $S$ all layers from $t$
    on: is $L$ other than the right side of (5.1)?
    """
    return restricted_minima(False, reading, strict, member, minimal, alone=alone)


@hunt.check("width.corollary-1", "bound", wrong=AS_PRINTED, false=True, per_stratum=RESTRICTED)
def restricted_minima_of_definition_1_as_printed(reading=Reading.LOSS):
    """Local minima of the loss that Definition 1 restricts, as printed, $S$ all layers from $t$ on: is $L$ other than
    the right side of (5.1)? Variants ask for more, and fail still.
    """
    return restricted_minima(False, reading, strict=False)


@hunt.check(
    "width.corollary-2",
    "repaired",
    wrong=HELD
    | {
        "columns of weights held at 0 too": {"held": False},
        "layers between": {"layers": from_t_on},
    },
    per_stratum=RESTRICTED,
)
def restricted_minima_of_definition_2(
    reading=Reading.REGULAR, strict=True, member=True, minimal=True, held=True, layers=first_and_last, alone=False
):
    """Regular local minima of the loss that Definition 2 restricts, with strictly linear units, $S = (t, H)$: is $L$
    other than the right side of (5.1)?
    """
    return restricted_minima(True, reading, strict, member, minimal, held, layers, alone)


@hunt.check("width.corollary-2", "bound", wrong=AS_PRINTED, false=True, per_stratum=RESTRICTED)
def restricted_minima_of_definition_2_as_printed(reading=Reading.LOSS):
    """Local minima of the loss that Definition 2 restricts, as printed, $S = (t, H)$: is $L$ other than the right side
    of (5.1)? Variants ask for more, and fail still.
    """
    return restricted_minima(True, reading, strict=False, layers=first_and_last)
