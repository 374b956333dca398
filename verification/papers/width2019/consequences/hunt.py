"""Local minima of one unit against regression on its features."""

from verification.methods import hunt
from verification.papers.width2019 import first_unit
from verification.papers.width2019.first_unit import SINGLE, Reading
from verification.papers.width2019.kinked_points import SETS
from verification.papers.width2019.separation import regression, separated


def over_regression(reading, strict, member=True, minimal=True):
    """A hunt for local minima with a loss above that of regression on a layer's features, from layer t on."""

    def excess(point):
        one = point.network()
        if not point.meets(reading) or (member and not separated(one, SETS, 1, strict)):
            return None
        return max(0, *(one.loss - regression(one, (layer,)) for layer in (0, 1)))

    return first_unit.hunt(SINGLE, excess, minimal)


@hunt.check(
    "width.remark-1",
    "repaired",
    wrong={
        "linear as printed": {"strict": False, "reading": Reading.LOSS},
        "critical points": {"minimal": False},
        "no linear unit": {"member": False},
    },
)
def minima_with_a_linear_unit(reading=Reading.REGULAR, strict=True, member=True, minimal=True):
    r"""Regular local minima with a strictly linear unit: is $L$ above the least loss of regression on
    $X$ or on $\Phi$?
    """
    return over_regression(reading, strict, member, minimal)


@hunt.check(
    "width.remark-1",
    "regression",
    wrong={"the output differentiable": {"reading": Reading.OUTPUT}, "a smooth loss": {"reading": Reading.LOSS_NEARBY}},
    false=True,
)
def minima_as_printed(reading=Reading.LOSS):
    r"""Local minima as printed, where a unit may be 0 on a sample: is $L$ above the least loss of regression on $X$ or
    on $\Phi$? Variants ask for more, and fail still.
    """
    return over_regression(reading, strict=False)


@hunt.check("width.after-corollary-1", "any", wrong={"a smooth loss": {"reading": Reading.LOSS_NEARBY}}, false=True)
def minima_without_linear_units(reading=Reading.REGULAR):
    r"""Regular local minima of one unit, linear on the samples or not: is $L$ above the least loss of regression on $X$
    or on $\Phi$?
    """
    return over_regression(reading, strict=False, member=False)


@hunt.check("width.after-corollary-1", "repaired", wrong={"no linear unit": {"member": False}})
def minima_with_the_repair(member=True):
    r"""Regular local minima with a strictly linear unit: is $L$ above the least loss of regression on
    $X$ or on $\Phi$?
    """
    return over_regression(Reading.REGULAR, strict=True, member=member)
