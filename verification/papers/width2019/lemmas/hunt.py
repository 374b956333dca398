"""Points with and without kinks, in fractions: is D what the outputs change by, in every direction of one weight?"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from flint import fmpq_mat

from verification.methods import hunt
from verification.papers.width2019 import first_unit
from verification.papers.width2019.exact_algebra import as_fmpq, columns, entries, zeros
from verification.papers.width2019.exact_nets import Net
from verification.papers.width2019.first_unit import LATER, SINGLE, WEAKER, Reading

PAIR = {name: LATER[name] for name in ("one linear unit, then two ReLUs",)}
CHAIN = {name: LATER[name] for name in ("a unit a layer",)}


def one_sided(pre: fmpq_mat, change: fmpq_mat, slopes) -> fmpq_mat:
    """The directional derivative of the activations where their inputs change like `change`, kinks included."""
    return fmpq_mat(
        pre.nrows(),
        pre.ncols(),
        [
            change[i, k] * (1 if (pre[i, k] or change[i, k]) > 0 else as_fmpq(a))
            for i in range(pre.nrows())
            for k, a in enumerate(slopes)
        ],
    )


def directional(one: Net, layer: int, direction: fmpq_mat) -> fmpq_mat:
    """The outputs' directional derivative as W^(layer) moves, carried forward through the layers."""
    pre, features = one.layers
    change = features[layer - 1] * direction
    for index in range(layer, one.hidden + 1):
        change = one_sided(pre[index - 1], change, one.slopes[index - 1]) * one.weights[index]
    return change


def differences(one: Net) -> Iterator[Fraction]:
    """Directional derivatives along both directions of every weight, less those that D^(1), ..., D^(H) give."""
    for layer, weight in enumerate(one.weights[:-1], start=1):
        blocks = one.layer(layer)
        for (source, unit), sign in product(product(range(weight.nrows()), range(weight.ncols())), (1, -1)):
            direction = zeros(weight.nrows(), weight.ncols())
            direction[source, unit] = sign
            column = columns(blocks, [unit * weight.nrows() + source])
            yield from entries(directional(one, layer, direction) - column * sign)


def derivatives(shapes, reading):
    """A hunt for points, differentiable in that sense, at which D is not the derivative of the outputs."""

    def excess(point):
        return max(map(abs, differences(point.blank()))) if point.meets(reading) else None

    return first_unit.hunt(shapes, excess)


@hunt.check(
    "width.lemma-1",
    "repaired",
    wrong={name: WEAKER[name] for name in (Reading.OUTPUT_NEARBY, Reading.OUTPUT)}
    | {
        "the output is differentiable, after a linear unit": {"reading": Reading.OUTPUT, "shapes": PAIR},
        "any point": {"reading": Reading.LOSS},
    },
)
def derivatives_at_regular_points(reading=Reading.REGULAR, shapes=SINGLE | LATER):
    """Regular points of networks of one and two hidden layers: do the outputs change along a single weight other than
    $D^{(l)}$ says?
    """
    return derivatives(shapes, reading)


@hunt.check(
    "width.lemma-1",
    "derivative",
    wrong={"continuously differentiable nearby, a unit a layer": {"reading": Reading.OUTPUT_NEARBY, "shapes": CHAIN}},
    false=True,
)
def derivatives_as_printed(reading=Reading.OUTPUT, shapes=SINGLE | LATER):
    """Points at which the output is differentiable: do the outputs change along a single weight other than $D^{(l)}$
    says? The variant asks for more, and fails still.
    """
    return derivatives(shapes, reading)
