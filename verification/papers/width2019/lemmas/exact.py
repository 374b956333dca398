"""Lemmas 1 to 3 in fractions."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from flint import fmpq

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.width2019.exact_algebra import (
    beside,
    columns,
    entries,
    identity,
    kron_identity,
    left_over,
    matrix,
    projected,
    squared,
    stacked,
    zeros,
)
from verification.papers.width2019.exact_nets import random_net, regular_nets
from verification.papers.width2019.gram_schmidt import in_turn
from verification.papers.width2019.lemmas import certificates as leaving
from verification.papers.width2019.lemmas.pairs import orthogonal_pairs
from verification.streams import streams

HALF = Fraction(1, 2)
SHAPES = (  # layer sizes, slopes of the hidden layers
    ((2, 3, 1), (0,)),
    ((1, 2, 2), (-1,)),
    ((3, 2, 2, 1), (HALF, 0)),
    ((2, 2, 2, 2), (1, (0, HALF))),
    ((2, 2, 1, 2, 1), (0, -1, HALF)),
)
STEP = fmpq(1, 10**9)


def nets(rng, instances, samples=5, shapes=SHAPES):
    """Networks with whole weights, samples and targets, many of their values 0; ten are the same for every seed."""
    for index, stream in enumerate(streams(rng, instances, fixed=tuple(range(10)))):
        sizes, slopes = shapes[index % len(shapes)]
        yield random_net(stream, sizes, samples, slopes, reach=2)


def by_rows(mat):
    """The entries of a matrix row by row, as a column."""
    return stacked(mat.transpose())


@leaves(leaving.products, whole=False)
@exact.check(
    "width.lemma-1",
    "product",
    wrong={
        "rows of the weights one after the other": {"order": by_rows},
        "slope 1 where a unit is not positive": {"slope": lambda entry: fmpq(1)},
    },
    scope="instances",
)
def blocks_times_weights(rng, instances, order=stacked, slope=lambda entry: entry):
    r"""$D^{(l)} \mathrm{vec}(W^{(l)}) - \mathrm{vec}(\hat Y)$ for all layers of random networks, of whose values many
    are 0.
    """
    for one in nets(rng, instances):
        changed = [type(mat)(mat.nrows(), mat.ncols(), [slope(e) for e in mat.entries()]) for mat in one.derivatives]
        one.__dict__["derivatives"] = changed
        for index, weight in enumerate(one.weights, start=1):
            yield {"outputs": entries(one.layer(index) * order(weight) - stacked(one.outputs))}


@leaves(leaving.derivatives, whole=False)
@exact.check(
    "width.lemma-1",
    "repaired",
    wrong={"any point": {"regular": False}, "slope 1 where a unit is not positive": {"slope": 1}},
    scope="instances",
)
def difference_quotients(rng, instances, regular=True, slope=None):
    """At regular points the outputs' change under a small step in one weight, over the step, less the column of
    $D^{(l)}$.
    """
    for one in regular_nets(rng, instances, SHAPES, samples=4) if regular else nets(rng, instances):
        for index, weight in enumerate(one.weights):
            found = blocks_at(one, index + 1, slope)
            for place in range(weight.nrows() * weight.ncols()):
                change = stacked(stepped(one, index, place).outputs - one.outputs) / STEP
                yield {"derivatives": entries(change - columns(found, [place]))}


def blocks_at(one, index, slope):
    """D^(l), with another slope below zero where one is given."""
    if slope is None:
        return one.layer(index)
    leaky = tuple((Fraction(slope),) * len(layer) for layer in one.slopes)
    return replace(one, slopes=leaky).layer(index)


def stepped(one, index, place):
    """The network with one weight moved; places run down the columns."""
    weight = one.weights[index]
    moved = type(weight)(weight)
    moved[place % weight.nrows(), place // weight.nrows()] += STEP
    return replace(one, weights=(*one.weights[:index], moved, *one.weights[index + 1 :]))


@leaves(leaving.projectors, whole=False)
@exact.check(
    "width.lemma-2",
    "sum",
    wrong={"columns at any angle": {"orthogonal": False}, "the difference": {"sign": -1}},
    scope="instances",
)
def projectors_onto_orthogonal_blocks(rng, instances, orthogonal=True, sign=1):
    r"""$P[(A \; B)] - P[A] - P[B]$ of random blocks with $A^\top B = 0$, among them deficient and zero ones."""
    for first, second in orthogonal_pairs(rng, instances, orthogonal):
        unit = identity(first.nrows())
        apart = projected(first, unit) + projected(second, unit) * sign
        yield {"projectors": entries(projected(beside(first, second), unit) - apart)}


@leaves(leaving.not_orthogonal)
@exact.check(
    "width.lemma-2",
    "not-without",
    wrong={"orthogonal columns": {"second": ((0,), (1,))}, "equal columns": {"second": ((1,), (0,))}},
)
def two_columns_of_the_plane(first=((1,), (0,)), second=((1,), (1,))):
    r"""$P[(A \; B)]$ less the identity, and the first entry of $P[A] + P[B]$ less $\frac32$."""
    unit = identity(2)
    apart = projected(matrix(first), unit) + projected(matrix(second), unit)
    yield {"whole plane": entries(projected(beside(matrix(first), matrix(second)), unit) - unit)}
    yield {"sum": entries(apart)[0] - Fraction(3, 2)}


@leaves(leaving.sums, whole=False)
@exact.check(
    "width.lemma-3",
    "sum",
    wrong={"blocks as they are, not what earlier ones leave": {"in_turn": False}, "a half": {"share": HALF}},
    scope="instances",
)
def sums_over_blocks(rng, instances, in_turn=True, share=1):
    """Random networks, every subset $S$ of the layers: the squared norm of the whole projection, less the sum over
    blocks.
    """
    for one in nets(rng, instances, samples=4):
        target, blocks = stacked(one.targets), [block for layer in one.blocks[:-1] for block in layer]
        for size in range(one.hidden + 2):
            for chosen in combinations(one.features, size):
                fixed = beside(zeros(target.nrows(), 0), *(kron_identity(one.targets.ncols(), f) for f in chosen))
                whole = squared(projected(left_over(fixed, beside(*blocks)), target))
                yield {"squared norms": whole - share * sum(in_turn_or_not(fixed, blocks, target, in_turn))}


def in_turn_or_not(fixed, blocks, target, orthogonal):
    """The squared norms of the blocks' projections, each block with what those before it span removed, or not."""
    if orthogonal:
        return in_turn(fixed, blocks, target)
    return [squared(projected(left_over(fixed, block), target)) for block in blocks]
