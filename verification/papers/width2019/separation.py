"""Definitions 1 and 2 in fractions: units that are linear on the samples and feed linear units alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, pairwise, product

from flint import fmpq_mat

from verification.papers.width2019.exact_algebra import (
    beside,
    columns,
    kron_identity,
    left_over,
    matrix,
    rank,
    squared,
    stacked,
    zeros,
)
from verification.papers.width2019.exact_nets import Net, critical, net

Sets = Mapping[int, tuple[int, ...]]  # the units S(l), counted from 0, for the layers l = t + 1, ..., H + 1


def fixed(one: Net, sets: Sets, strong: bool = False) -> Iterator[tuple[int, int, int]]:
    """The weights (layer, from, to), layers from 1, that condition (iii) holds at zero; those of Definition 2 too."""
    for layer, units in sets.items():
        if layer > one.hidden:
            continue
        before, after = range(one.weights[layer].nrows()), range(one.weights[layer].ncols())
        for source, target in product(before, after):
            here, there = source in units, target in sets[layer + 1]
            if (here and not there) or (strong and layer < one.hidden and there and not here):
                yield layer + 1, source, target


def separated(one: Net, sets: Sets, least: int, strict: bool = False, strong: bool = False) -> bool:
    """Whether a point meets Definition 1 with these sets of `least` units or more, or on request Definition 2.

    strict: a linear unit has slope 1, or on every sample a value that is positive, or 0 for all weights nearby.
    """
    outputs = one.weights[-1].ncols()
    if any(len(units) < least for units in sets.values()) or sets[one.hidden + 1] != tuple(range(outputs)):
        return False
    if any(one.weights[layer - 1][source, target] != 0 for layer, source, target in fixed(one, sets, strong)):
        return False
    return all(
        linear(one, layer, unit, strict) for layer, units in sets.items() if layer <= one.hidden for unit in units
    )


def linear(one: Net, layer: int, unit: int, strict: bool) -> bool:
    """Whether Phi = G for a unit on all samples; strictly where no sample has the value 0 there but not nearby."""
    values = (row[unit] for row in one.layers[0][layer - 1].tolist())
    equal = one.slopes[layer - 1][unit] == 1 or all(g >= 0 for g in values)
    return equal and not (strict and one.kinked(layer, unit))


def free_columns(one: Net, sets: Sets, strong: bool = False) -> list[fmpq_mat]:
    """D^(1), ..., D^(H + 1) without the columns of weights that are held at zero."""
    held = set(fixed(one, sets, strong))
    out = []
    for layer, blocks in enumerate(one.blocks, start=1):
        kept = [
            columns(block, [s for s in range(block.ncols()) if (layer, s, unit) not in held])
            for unit, block in enumerate(blocks)
        ]
        out.append(beside(zeros(one.whole.nrows(), 0), *kept))
    return out


def regression(one: Net, layers: tuple[int, ...], blocks: Sequence[fmpq_mat] = ()) -> Fraction:
    """Half the squared norm of what Phi^(s), s in `layers`, and further blocks leave of the targets."""
    outputs = one.targets.ncols()
    spanned = [kron_identity(outputs, one.features[s]) for s in layers]
    whole = beside(zeros(one.whole.nrows(), 0), *spanned, *blocks)
    return squared(left_over(whole, stacked(one.targets))) / 2


def subsets(layers) -> Iterator[tuple[int, ...]]:
    """All subsequences of some layers, the empty one too."""
    layers = list(layers)
    return (chosen for size in range(len(layers) + 1) for chosen in combinations(layers, size))


HALF = Fraction(1, 2)
WEIGHTS = (-3, -2, -1, 1, 2, 3)
# A ReLU that reads one ReLU alone has a kink where that one is flat: a regular net would be linear there.
ARCHITECTURES = (  # t, layer sizes, slopes, sets: the first units of each layer are linear
    (0, (2, 2, 1), [(1, 0)], {1: (0,), 2: (0,)}),
    (0, (2, 3, 2), [(1, 1, HALF)], {1: (0, 1), 2: (0, 1)}),
    (1, (2, 2, 2, 1), [0, (1, HALF)], {2: (0,), 3: (0,)}),
    (0, (2, 2, 3, 1), [(1, HALF), (1, 1, HALF)], {1: (0,), 2: (0, 1), 3: (0,)}),
    (0, (2, 3, 3, 2), [(1, 1, HALF), (1, 1, HALF)], {1: (0, 1), 2: (0, 1), 3: (0, 1)}),
)


def separated_net(rng, architecture, samples: int, strong: bool = False) -> Net:
    """A regular net of whole weights that meets Definition 1, or 2, strictly; drawn until it is regular."""
    _, sizes, slopes, sets = architecture
    shapes = list(pairwise(sizes))
    while True:
        inputs = rng.integers(-20, 21, (samples, sizes[0])).tolist()
        weights = [rng.choice(WEIGHTS, shape) for shape in shapes]
        blank = net(inputs, [[0] * sizes[-1]] * samples, [w.tolist() for w in weights], slopes)
        for layer, source, target in fixed(blank, sets, strong):
            weights[layer - 1][source, target] = 0
        one = net(inputs, [[0] * sizes[-1]] * samples, [w.tolist() for w in weights], slopes)
        if one.regular():
            return one.with_residual(matrix(rng.integers(-2, 3, (samples, sizes[-1])).tolist()))


def paths(one: Net, sets: Sets, start: int) -> fmpq_mat:
    """P_l = A^(l+2) ... A^(H+1), shape (|S(l + 1)|, outputs): linear units' weights from layer l + 1 to the outputs."""
    layers = range(start + 1, one.hidden + 1)
    whole = matrix([[int(i == j) for j in sets[start + 1]] for i in sets[start + 1]])
    for layer in layers:
        weight = one.weights[layer]
        whole = whole * matrix([[weight[i, k] for k in sets[layer + 1]] for i in sets[layer]])
    return whole


def at_rest(rng, instances, held="any", full=True, rest=True, samples=7, architectures=ARCHITECTURES):
    """(t, sets, net): strictly separated regular nets, critical in the weights that are not held at zero.

    full: with paths P_l of full rank d_y for all l >= t, where criticality alone gives Lemma 4; else with the weights
    between linear units 0, saddles of it.
    """
    count = 0
    while count < instances:
        architecture = architectures[count % len(architectures)]
        t, sets = architecture[0], architecture[3]
        one = separated_net(rng, architecture, samples, strong=held == "strong")
        one = one if full else without_paths(one, sets)
        outputs = one.targets.ncols()
        if full and any(rank(paths(one, sets, layer)) < outputs for layer in range(t, one.hidden)):
            continue
        count += 1
        blocks = one.whole if held == "any" else beside(*free_columns(one, sets, strong=held == "strong"))
        yield t, sets, critical(rng, one, blocks) if rest else one


def without_paths(one, sets):
    """The net with all weights into linear units of layer 2 and later, and into the outputs, 0."""
    weights = list(one.weights)
    for layer in range(1, len(weights)):
        targets = sets.get(layer + 1, ())
        rows = [[0 if k in targets else w for k, w in enumerate(row)] for row in weights[layer].tolist()]
        weights[layer] = matrix(rows)
    return replace(one, weights=tuple(weights))


def deficient(one, sets):
    """The net with the linear units' weights into the outputs of rank less than d_y: their last column 0."""
    rows = one.weights[-1].tolist()
    last = [
        [0 if i in sets[one.hidden] and k == len(row) - 1 else w for k, w in enumerate(row)]
        for i, row in enumerate(rows)
    ]
    return replace(one, weights=(*one.weights[:-1], matrix(last)))
