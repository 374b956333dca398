"""Local minima of one unit: is the loss what the unit's active samples leave of the targets?"""

from verification.methods import hunt
from verification.papers.width2019 import first_unit
from verification.papers.width2019.exact_algebra import left_over, squared
from verification.papers.width2019.exact_nets import unweighted
from verification.papers.width2019.first_unit import SINGLE, WEAKER, Reading


def without_output_weights(reading, minimal=True):
    """A hunt for local minima, differentiable in that sense, at which L is not the value of Lemma 5."""

    def excess(point):
        if not point.meets(reading):
            return None
        one = point.network()
        return one.loss - squared(left_over(unweighted(one), one.targets)) / 2

    return first_unit.hunt(SINGLE, excess, minimal)


@hunt.check(
    "width.lemma-5",
    "repaired",
    wrong={name: WEAKER[name] for name in (Reading.LOSS, Reading.LOSS_NEARBY, Reading.OUTPUT)}
    | {"critical points": {"minimal": False}},
    conveniences={
        Reading.OUTPUT_NEARBY: (
            WEAKER[Reading.OUTPUT_NEARBY],
            "with one hidden layer such an output has no kink where its weight is not held at 0",
        )
    },
)
def minima_of_one_unit(reading=Reading.REGULAR, minimal=True):
    r"""Regular local minima of one ReLU or leaky unit: is $L$ other than $\frac12 \|(I - P[\tilde D]) Y\|^2$?"""
    return without_output_weights(reading, minimal)


@hunt.check("width.lemma-5", "value", wrong={"a smooth loss": {"reading": Reading.LOSS_NEARBY}}, false=True)
def minima_as_printed(reading=Reading.OUTPUT):
    r"""Local minima at which the output is differentiable: is $L$ other than $\frac12 \|(I - P[\tilde D]) Y\|^2$? The
    variant asks for a smooth loss, and fails still.
    """
    return without_output_weights(reading)
