"""Products, derivatives and projections of small networks as data for anybody's program."""

import numpy as np

from verification.networks_on_samples import fact
from verification.papers.width2019.exact_algebra import beside, identity, matrix, projected, stacked
from verification.papers.width2019.exact_nets import unstacked
from verification.papers.width2019.lemmas.pairs import orthogonal_pairs
from verification.papers.width2019.matrices_as_data import matrices
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


def projectors():
    """Blocks with orthogonal columns: the projectors, which add up."""
    pairs = orthogonal_pairs(np.random.default_rng(3), 4, orthogonal=True)
    return [matrices([rows(a), rows(b)], fact("orthogonal"), adding(a, b, True)) for a, b in pairs]


def not_orthogonal():
    """Two columns of the plane: the projectors do not add up."""
    first, second = matrix(((1,), (0,))), matrix(((1,), (1,)))
    return matrices([rows(first), rows(second)], adding(first, second, False))


def adding(first, second, adds):
    """The projectors to the spans of two blocks and of both."""
    unit = identity(first.nrows())
    each = [rows(projected(block, unit)) for block in (first, second)]
    whole = rows(projected(beside(first, second), unit))
    return fact("projectors", "the sum" if adds else "not the sum", each=each, whole=whole)
