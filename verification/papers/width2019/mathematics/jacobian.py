r"""The Jacobian of a network's outputs in its weights, block by block and without automatic differentiation.

Kawaguchi, Huang & Kaelbling 2019: rows are the entries of vec(outputs), sample fast, output slow; the
block of unit k of layer l is D^(l)_k, its columns run over the unit's inputs. D^(l)_k has for output j the rows
diag(B_j[:, k]) Phi^(l-1), with B_j^(H) = Lambda^(H) o (1 w_j') and B_j^(l) = Lambda^(l) o (B_j^(l+1) W^(l+1)'); the
last block is I (x) Phi^(H). Where a unit is at its kink Lambda is 0, as printed, and this need not be the Jacobian.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from pnn.lines import Floats
from verification.papers.width2019.mathematics.networks import Network, Pass


def factors(network: Network, carried: Pass, rows: slice = slice(None)) -> list[list[Floats]]:
    """B_j^(l) of shape (rows, units) by output j and hidden layer l = 1..H."""
    found = []
    for output in range(network.outputs):
        layers: list[Floats] = []
        above = network.weights[-1][:, output][None, :]
        for layer in range(len(carried.slopes) - 1, -1, -1):
            layers.insert(0, carried.slopes[layer][rows] * above)
            above = layers[0] @ network.weights[layer].T
        found.append(layers)
    return found


def jacobian(network: Network, carried: Pass, rows: slice = slice(None)) -> Floats:
    """The rows of some samples for all outputs: (outputs x samples, parameters), layers and units in order."""
    by_output = factors(network, carried, rows)
    features = [one[rows] for one in carried.features]
    count = len(features[0])
    found = np.zeros((network.outputs, count, network.parameters))
    for place, (start, end) in zip(found, _last_columns(network), strict=True):
        place[:, start:end] = features[-1]
    for place, layers in zip(found, by_output, strict=True):
        start = 0
        for factor, feature in zip(layers, features, strict=False):
            end = start + factor.shape[1] * feature.shape[1]
            np.multiply(
                factor[:, :, None], feature[:, None, :],
                out=place[:, start:end].reshape(count, factor.shape[1], feature.shape[1], copy=False),
            )  # fmt: skip
            start = end
    return found.reshape(network.outputs * count, network.parameters)


def columns(network: Network, carried: Pass, most: int) -> Iterator[Floats]:
    """All columns as rows, (parameters of a part, outputs x samples), in parts of at most `most` rows or one unit."""
    by_output = factors(network, carried)
    for layer, feature in enumerate(carried.features[:-1]):
        stacked = np.concatenate([layers[layer] for layers in by_output])
        inputs = np.tile(feature, (network.outputs, 1)).T
        step = max(1, most // len(inputs))
        for first in range(0, stacked.shape[1], step):
            some = stacked[:, first : first + step].T
            yield (some[:, None, :] * inputs[None]).reshape(len(some) * len(inputs), -1)
    last = carried.features[-1].T
    for output in range(network.outputs):
        part = np.zeros((len(last), network.outputs, last.shape[1]))
        part[:, output] = last
        yield part.reshape(len(last), -1)


def units(network: Network) -> Iterator[tuple[int, int, slice]]:
    """Layer, unit and columns of every block D^(l)_k, in order."""
    start = 0
    for layer, weight in enumerate(network.weights):
        for unit in range(weight.shape[1]):
            yield layer, unit, slice(start, start + weight.shape[0])
            start += weight.shape[0]


def _last_columns(network: Network) -> list[tuple[int, int]]:
    before, units_before = network.parameters - network.weights[-1].size, network.weights[-1].shape[0]
    edges = [before + units_before * output for output in range(network.outputs + 1)]
    return list(pairwise(edges))
