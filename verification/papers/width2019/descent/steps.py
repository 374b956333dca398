"""Full-batch gradient descent on small networks with piecewise linear units, compiled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numba import njit

from pnn.lines import Floats


def descend(
    samples: Floats, targets: Floats, weights: Sequence[Floats], slope: float, rate: float, momentum: float, steps: int
) -> list[Floats]:
    """The weights after so many steps of gradient descent on L / samples, one output.

    The step size is `rate` for the first half and falls to zero like the cube of the time that is left in the second.
    """
    sizes = np.array([len(weights[0]), *(weight.shape[1] for weight in weights)])
    flat = np.concatenate([weight.reshape(-1) for weight in weights])
    _descend(flat, samples, targets[:, 0].copy(), sizes, slope, rate, momentum, steps)
    return unpacked(flat, sizes)


def unpacked(flat: Floats, sizes: Iterable[int]) -> list[Floats]:
    """Matrices (units before, units after) out of one row of numbers."""
    found, start = [], 0
    for before, after in pairwise(sizes):
        found.append(flat[start : start + before * after].reshape(before, after).copy())
        start += before * after
    return found


@njit(cache=True)
def _descend(flat, samples, targets, sizes, slope, rate, momentum, steps):
    layers, widest, count = len(sizes) - 1, sizes.max(), len(samples)
    values, back = np.zeros((layers + 1, widest)), np.zeros((layers + 1, widest))
    gradient, speed = np.zeros_like(flat), np.zeros_like(flat)
    for step in range(steps):
        left = min(1.0, 2.0 * (1.0 - step / steps))
        gradient[:] = 0.0
        for row in range(count):
            _add_gradient(flat, gradient, samples[row], targets[row], sizes, slope, values, back)
        size = rate * left**3 / count
        for place in range(len(flat)):
            speed[place] = momentum * speed[place] - size * gradient[place]
            flat[place] += speed[place]


@njit(cache=True)
def _add_gradient(flat, gradient, sample, target, sizes, slope, values, back):
    layers, start = len(sizes) - 1, 0
    for i in range(sizes[0]):
        values[0, i] = sample[i]
    for layer in range(layers):
        for k in range(sizes[layer + 1]):
            total = 0.0
            for i in range(sizes[layer]):
                total += values[layer, i] * flat[start + i * sizes[layer + 1] + k]
            hidden = layer < layers - 1 and total <= 0.0
            values[layer + 1, k] = slope * total if hidden else total
            back[layer + 1, k] = slope if hidden else 1.0
        start += sizes[layer] * sizes[layer + 1]
    back[layers, 0] = values[layers, 0] - target
    for layer in range(layers - 1, -1, -1):
        start -= sizes[layer] * sizes[layer + 1]
        for i in range(sizes[layer]):
            total = 0.0
            for k in range(sizes[layer + 1]):
                place = start + i * sizes[layer + 1] + k
                gradient[place] += values[layer, i] * back[layer + 1, k]
                total += flat[place] * back[layer + 1, k]
            back[layer, i] *= total
