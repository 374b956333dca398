"""Small networks of the exact checks, and what is said of them, as data for anybody's program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain, repeat

import numpy as np
from flint import fmpq_mat

from verification.networks_on_samples import fact, projections
from verification.papers.width2019.exact_algebra import (
    beside,
    columns,
    fraction,
    kron_identity,
    left_over,
    projected,
    rank,
    squared,
    stacked,
    zeros,
)
from verification.papers.width2019.exact_nets import Net, critical, random_net, regular_nets, unstacked
from verification.papers.width2019.gram_schmidt import in_turn
from verification.papers.width2019.separation import Sets, paths

HALF = Fraction(1, 2)
DIGITS = 30  # of a whole number, at most
ONE_LAYER = (((2, 2, 1), (0,)), ((1, 2, 1), (HALF,)))
SHAPES = (*ONE_LAYER, ((1, 2, 2, 1), (HALF, 0)), ((1, 2, 2, 2), (-HALF, 0)))
KINKED = (*(((2, 2, 1), (a,)) for a in (0, HALF)), ((2, 2, 2, 1), (HALF, 0)), ((2, 2, 2), (-HALF,)))
AT_REST = fact("at rest")
Held = Sequence[tuple[int, int, int]]  # weights (layer, from, to), layers from 1, units from 0
Says = Callable[[Net], dict]


def rows(mat: fmpq_mat) -> list[list[Fraction]]:
    """A matrix row by row."""
    return [[fraction(entry) for entry in row] for row in mat.tolist()]


def as_data(one: Net, *facts: dict, held: Held = ()) -> dict:
    """A network with facts about it."""
    weights, counted = list(map(rows, one.weights)), [(layer, i + 1, k + 1) for layer, i, k in sorted(held)]
    return projections(rows(one.samples), rows(one.targets), weights, one.slopes, *facts, held=counted)


def numbers(entry: object) -> Iterator[str]:
    """The whole numbers of data, numerators and denominators."""
    if isinstance(entry, str):
        yield from entry.lstrip("-").split("/")
    elif isinstance(entry, dict):
        yield from chain.from_iterable(map(numbers, entry.values()))
    else:
        yield from chain.from_iterable(map(numbers, entry))  # type: ignore[call-overload]


def first_short(nets: Iterable[Net], says: Says) -> dict:
    """The certificate of the first network whose numbers have few digits."""
    made = (says(one) for one in nets)
    return next(one for one in made if max(len(x) for x in numbers(one["data"]) if x.isdigit()) <= DIGITS)


def instances(nets: Callable[..., Iterable[Net]], shapes: Iterable, says: Says, seed: int) -> list[dict]:
    """One certificate for each shape, of the nets that are drawn of it."""
    rng = np.random.default_rng(seed)
    return [first_short(nets(rng, shape), says) for shape in shapes]


def any_points(rng, shape, samples: int = 5) -> Iterator[Net]:
    """Networks of small whole numbers that have kinks, with less J than loss."""
    sizes, slopes = shape
    drawn = (random_net(rng, sizes, samples, slopes, reach=2) for _ in repeat(None))
    kinked = (one for one in drawn if mixed(one) and not one.regular() and rank(one.outputs))
    return (one for one in kinked if one.loss > one.projected_loss > 0)


def mixed(one: Net) -> bool:
    """Whether no hidden unit's block of D spans what all of them do."""
    return all(rank(block) < rank(one.whole) for blocks in one.blocks[:-1] for block in blocks)


def regular_points(rng, shape, samples: int = 6) -> Iterator[Net]:
    """Regular points of small whole numbers, no weight 0."""
    drawn = regular_nets(rng, 10**6, [shape], samples, reach=2)
    return (one for one in drawn if mixed(one) and all(0 not in weight.entries() for weight in one.weights))


def critical_points(rng, shape) -> Iterator[Net]:
    """The same with targets that make them critical, the loss not 0."""
    return (one for one in (critical(rng, net) for net in regular_points(rng, shape)) if one.loss)


def every(one: Net) -> range:
    """All layers."""
    return range(1, one.hidden + 2)


def inner(one: Net) -> range:
    """All layers but the last."""
    return range(1, one.hidden + 1)


def loss(one: Net) -> dict:
    """Its loss."""
    return fact("loss", one.loss)


def outputs(one: Net) -> dict:
    """Its outputs."""
    return fact("outputs", rows(one.outputs))


def products(one: Net, layer: int) -> dict:
    """Features of a layer times residuals."""
    return fact("products", rows(one.features[layer].transpose() * one.residual), layer=layer)


def projection(one: Net, what: str, layers: Sequence[int]) -> dict:
    """What targets or residuals have in the span of D of some layers."""
    vector = stacked(one.targets if what == "targets" else one.residual)
    found = projected(beside(*(one.layer(layer) for layer in layers)), vector)
    return fact("projection", rows(unstacked(found, one.targets.ncols())), what=what, layers=layers)


def spread(one: Net, features: Sequence[int]) -> fmpq_mat:
    """Phi_S; without columns for no layer."""
    return beside(zeros(one.whole.nrows(), 0), *(kron_identity(one.targets.ncols(), one.features[s]) for s in features))


def free_blocks(one: Net, layers: Sequence[int], held: Held = ()) -> list[fmpq_mat]:
    """The blocks of D of the units of some layers, without the columns of weights that are held."""
    return [
        columns(block, [i for i in range(block.ncols()) if (layer, i, k) not in held])
        for layer in layers
        for k, block in enumerate(one.blocks[layer - 1])
    ]


def least(one: Net, features: Sequence[int] = (), layers: Sequence[int] = (), held: Held = ()) -> dict:
    """The least loss of what features and blocks of D span."""
    left = left_over(beside(spread(one, features), *free_blocks(one, layers, held)), stacked(one.targets))
    return fact("least loss", squared(left) / 2, features=features, derivatives=layers)


def terms(one: Net, features: Sequence[int], layers: Sequence[int], held: Held = (), whole: bool = False) -> dict:
    """The terms of the paper's right side, and this side; whole: of all blocks as one."""
    target, before, blocks = stacked(one.targets), spread(one, features), free_blocks(one, layers, held)
    found = in_turn(before, [beside(*blocks)] if whole else blocks, target)
    side = (squared(left_over(before, target)) - sum(found)) / 2
    return fact("terms", found, features=features, derivatives=layers, blocks="one" if whole else "units", side=side)


def numbered(sets: Sets) -> list[list[int]]:
    """Sets of units, counted from 1, layer by layer."""
    return [[unit + 1 for unit in sets[layer]] for layer in sorted(sets)]


def separation(sets: Sets, definition: int = 1, strictly: bool = True, met: bool = True) -> dict:
    """Whether sets meet Definition 1 or 2."""
    how, answer = ("strictly" if strictly else "as printed"), ("met" if met else "not met")
    return fact("separation", answer, sets=numbered(sets), definition=definition, how=how)


def path_product(one: Net, sets: Sets, start: int) -> dict:
    """P_l for l = start: the weights from the units of layer l + 1 on."""
    return fact("paths", rows(paths(one, sets, start)), sets=numbered(sets), layer=start + 1)
