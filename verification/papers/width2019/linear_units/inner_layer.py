"""A restricted minimum of strong separation whose residual sees the features of the layer between."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from verification.papers.width2019.exact_algebra import as_fmpq, beside, columns, entries, matrix
from verification.papers.width2019.exact_nets import net, null_space
from verification.papers.width2019.separation import fixed

SINGLES = {1: (0,), 2: (0,), 3: (0,)}


def with_inner_residual(one, share, carried):
    """The net with a residual that is orthogonal to X and, on request, to D^(1), and not to Phi^(1), times `share`."""
    kernel = null_space((beside(one.layer(1), one.samples) if carried else one.samples).transpose())
    seen = [j for j in range(kernel.ncols()) if any(entries(one.features[1].transpose() * columns(kernel, [j])))]
    return one.with_residual(columns(kernel, seen[:1]) * share)


def free_weights(one):
    """The weights (layer, from, to), layers from 1, that Definition 2 with these sets does not hold at zero."""
    held = set(fixed(one, SINGLES, strong=True))
    for layer, weight in enumerate(one.weights, start=1):
        for i, k in product(range(weight.nrows()), range(weight.ncols())):
            if (layer, i, k) not in held:
                yield layer, i, k


def moved_by(one, move, size):
    """The net with its free weights moved by so much of a direction, unit after unit of a layer."""
    weights = [weight.tolist() for weight in one.weights]
    order = sorted(free_weights(one), key=lambda place: (place[0], place[2], place[1]))
    for (layer, i, k), by in zip(order, move, strict=True):
        weights[layer - 1][i][k] += as_fmpq(size) * as_fmpq(by)
    return replace(one, weights=tuple(map(matrix, weights)))


def strong_example(mixed):
    """Two inputs, widths 3, 2, one output: a linear unit a layer, two ReLUs and then one that reads both."""
    samples = [[4, -3], [0, 1], [2, 1], [3, -1], [-1, 3], [1, -2], [-1, 2], [3, 1], [-2, 3], [3, -2]]
    weights = [[[1, 1, 1], [1, -1, 2]], [[1, mixed], [0, 1], [0, -1]], [[1], [1]]]
    return net(samples, [[0]] * len(samples), weights, [(1, 0, 0), (1, 0)])
