"""Products, derivatives and projections of small networks as data for anybody's program."""

from verification.networks_on_samples import fact
from verification.papers.width2019.exact_algebra import stacked
from verification.papers.width2019.exact_nets import unstacked
from verification.papers.width2019.nets_as_data import (
    KINKED,
    SHAPES,
    any_points,
    as_data,
    every,
    inner,
    instances,
    outputs,
    regular_points,
    rows,
    terms,
)


def products():
    """Networks with kinks: the outputs, and D of each layer times its weights."""

    def says(one):
        return as_data(one, outputs(one), *(image(one, layer) for layer in every(one)))

    return instances(any_points, KINKED, says, seed=0)


def image(one, layer):
    """D of a layer times its weights."""
    found = one.layer(layer) * stacked(one.weights[layer - 1])
    return fact("image", rows(unstacked(found, one.targets.ncols())), layer=layer)


def derivatives():
    """Regular points: D is the derivative of the outputs."""
    return instances(regular_points, SHAPES, lambda one: as_data(one, fact("derivative")), seed=1)


def sums():
    """Networks with kinks, some sets of layers: the terms of all units' blocks, and that of one block of all."""

    def says(one):
        sets = dict.fromkeys(((), (0,), (one.hidden,), (0, one.hidden)))
        both = (terms(one, chosen, inner(one), whole=whole) for chosen in sets for whole in (False, True))
        return as_data(one, *both)

    return instances(any_points, KINKED, says, seed=2)
