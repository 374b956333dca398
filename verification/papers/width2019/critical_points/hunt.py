"""Local minima with and without kinks, in fractions: is the loss the projection J, if the words are read weakly?"""

from itertools import combinations

from verification.methods import hunt
from verification.papers.width2019 import first_unit
from verification.papers.width2019.first_unit import LATER, SINGLE, WEAKER, Reading

PAIR = {name: LATER[name] for name in ("one linear unit, then two ReLUs",)}
CHAIN = {name: LATER[name] for name in ("a unit a layer",)}


def proportional(point):
    """Whether two samples that are not 0 lie on a line."""
    samples = [x for x in point.samples if any(x)]
    return any(x[0] * y[1] == x[1] * y[0] for x, y in combinations(samples, 2))


def projections(shapes, reading, admitted=lambda point: True):
    """A hunt for local minima, differentiable in that sense, at which the loss is not J."""

    def excess(point):
        if not point.meets(reading) or not admitted(point):
            return None
        one = point.network()
        return one.loss - one.projected_loss

    return first_unit.hunt(shapes, excess)


@hunt.check(
    "width.proposition-1",
    "repaired",
    wrong={name: WEAKER[name] for name in (Reading.LOSS, Reading.LOSS_NEARBY)},
    conveniences={
        name: (WEAKER[name], "with one hidden layer the proposition holds wherever the output is differentiable")
        for name in (Reading.OUTPUT, Reading.OUTPUT_NEARBY)
    },
)
def minima_of_one_unit(reading=Reading.REGULAR):
    r"""Regular local minima of one ReLU or leaky unit: is $L \ne J$?"""
    return projections(SINGLE, reading)


@hunt.check("width.proposition-1", "output", wrong={name: WEAKER[name] for name in (Reading.LOSS, Reading.LOSS_NEARBY)})
def minima_with_a_derivative_of_the_output(reading=Reading.OUTPUT):
    r"""Local minima of one unit at which the output is differentiable: is $L \ne J$?"""
    return projections(SINGLE, reading)


@hunt.check("width.proposition-1", "no-proportional-inputs", wrong={"any inputs": {"any_inputs": True}})
def minima_without_proportional_inputs(any_inputs=False):
    r"""Local minima of one unit at which the loss is differentiable, no two inputs proportional: is $L \ne J$?"""
    return projections(SINGLE, Reading.LOSS, lambda point: any_inputs or not proportional(point))


@hunt.check("width.proposition-1", "value", wrong={"another slope": {"shapes": CHAIN}}, false=True)
def minima_as_printed(shapes=SINGLE):
    r"""Local minima of one unit at which the loss is differentiable: is $L \ne J$?"""
    return projections(shapes, Reading.LOSS)


@hunt.check(
    "width.theorem-1",
    "repaired",
    wrong=WEAKER
    | {
        "the output is differentiable, after a linear unit": {"reading": Reading.OUTPUT, "shapes": PAIR},
        "the output is continuously differentiable nearby, one unit a layer": {
            "reading": Reading.OUTPUT_NEARBY,
            "shapes": CHAIN,
        },
    },
)
def minima_of_small_nets(reading=Reading.REGULAR, shapes=SINGLE | LATER):
    r"""Regular local minima of networks of one and two hidden layers: is $L \ne J$?"""
    return projections(shapes, reading)


@hunt.check(
    "width.theorem-1",
    "value",
    wrong={
        "continuously differentiable output nearby": {"reading": Reading.OUTPUT_NEARBY},
        "a loss that is smooth nearby": {"reading": Reading.LOSS_NEARBY},
    },
    false=True,
)
def minima_as_printed_of_small_nets(reading=Reading.OUTPUT):
    r"""Local minima at which the output is differentiable: is $L \ne J$? Variants ask for more, and fail still."""
    return projections(SINGLE | LATER, reading)
