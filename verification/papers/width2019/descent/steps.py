"""Full-batch gradient descent on small networks with piecewise linear units, compiled: eight in lanes side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numba import njit

from pnn.lanes import (
    add,
    count,
    fill,
    in_lanes,
    load,
    multiply,
    of_trials,
    store,
    subtract,
    where_positive,
    width,
    zeros,
)
from pnn.lines import Floats


def descend(
    samples: Floats,
    targets: Floats,
    weights: Sequence[Sequence[Floats]],
    slope: float,
    rate: float,
    momentum: float,
    steps: int,
) -> list[list[Floats]]:
    """The weights of each network after so many steps of gradient descent on L / samples, one output.

    samples (networks, samples, inputs), targets (networks, samples, 1), weights of the networks, all of one shape. The
    step size is `rate` for the first half and falls to zero like the cube of the time that is left in the second.
    """
    sizes = np.array([len(weights[0][0]), *(weight.shape[1] for weight in weights[0])])
    flat = np.array([np.concatenate([weight.reshape(-1) for weight in own]) for own in weights])
    lanes = count(flat.dtype)
    blocks, rows, wanted = (in_lanes(each.reshape(len(flat), -1)) for each in (flat, samples, targets))
    moving = tuple(zeros((flat.shape[1] * lanes,), flat.dtype) for _ in ("gradient", "speed"))
    passing = tuple(zeros((len(sizes) * int(sizes.max()) * lanes,), flat.dtype) for _ in ("forward", "back"))
    for block, inputs, outputs in zip(blocks, rows, wanted, strict=True):
        _descend(block, inputs, outputs, sizes, slope, rate, momentum, steps, moving, passing)
    return [unpacked(own, sizes) for own in of_trials(blocks, len(flat))]


def unpacked(flat: Floats, sizes: Iterable[int]) -> list[Floats]:
    """Matrices (units before, units after) out of one row of numbers."""
    found, start = [], 0
    for before, after in pairwise(sizes):
        found.append(flat[start : start + before * after].reshape(before, after).copy())
        start += before * after
    return found


@njit(cache=True)
def _descend(flat, samples, targets, sizes, slope, rate, momentum, steps, moving, passing):
    """Networks in lanes: every number of `flat`, `samples`, `targets` and of both pairs of rooms is a row of lanes."""
    gradient, speed = moving
    lanes, keep = width(flat), fill(momentum)
    speed[:] = 0.0
    for step in range(steps):
        left = min(1.0, 2.0 * (1.0 - step / steps))
        gradient[:] = 0.0
        for row in range(targets.size // lanes):
            _add_gradient(flat, gradient, samples, targets, row, sizes, slope, passing)
        size = fill(rate * left**3 / (targets.size // lanes))
        for place in range(0, flat.size, lanes):
            moved = subtract(multiply(keep, load(speed, place)), multiply(size, load(gradient, place)))
            store(speed, place, moved)
            store(flat, place, add(load(flat, place), moved))


@njit(cache=True)
def _add_gradient(flat, gradient, samples, targets, row, sizes, slope, passing):
    """Add the gradient of half the square of the error on one sample."""
    values, back = passing
    lanes, layers, steep, one, start = width(flat), len(sizes) - 1, fill(slope), fill(1.0), 0
    widest = len(values) // (layers + 1)
    for place in range(0, sizes[0] * lanes, lanes):
        store(values, place, load(samples, row * sizes[0] * lanes + place))
    for layer in range(layers):
        after = sizes[layer + 1] * lanes
        for k in range(0, after, lanes):
            total = fill(0.0)
            for i in range(sizes[layer]):
                value = load(values, layer * widest + i * lanes)
                total = add(total, multiply(value, load(flat, start + i * after + k)))
            hidden, at = layer < layers - 1, (layer + 1) * widest + k
            store(values, at, where_positive(total, total, multiply(steep, total)) if hidden else total)
            store(back, at, where_positive(total, one, steep) if hidden else one)
        start += sizes[layer] * after
    last = layers * widest
    store(back, last, subtract(load(values, last), load(targets, row * lanes)))
    for layer in range(layers - 1, -1, -1):
        after = sizes[layer + 1] * lanes
        start -= sizes[layer] * after
        for i in range(sizes[layer]):
            at, total = layer * widest + i * lanes, fill(0.0)
            value = load(values, at)
            for k in range(0, after, lanes):
                place, behind = start + i * after + k, load(back, (layer + 1) * widest + k)
                store(gradient, place, add(load(gradient, place), multiply(value, behind)))
                total = add(total, multiply(load(flat, place), behind))
            store(back, at, multiply(load(back, at), total))
