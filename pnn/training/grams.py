"""Gram matrices of batches, compiled: what the degree-one problem keeps of its samples.

Samples lie in lanes, and each sum is added up lane by lane and then over the lanes in order, nothing contracted: the
bits depend neither on the processor nor on a linear-algebra library.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from pnn import lanes
from pnn.lanes import add, fill, load, load_apart, multiply, store, subtract, where_positive, width


def batch_grams(projections: np.ndarray, size: int) -> np.ndarray:
    """Mean of f f' over each batch of `size` consecutive samples: (batches, 2 lines, 2 lines), float64.

    projections (samples, lines), and f = (relu(z_1), ..., relu(z_R), relu(-z_1), ..., relu(-z_R)). Raises ValueError
    where the samples cannot be cut into whole batches.
    """
    samples, lines = projections.shape
    if size < 1 or not samples or samples % size:
        raise ValueError(f"{samples} samples cannot be cut into whole batches of {size}")
    grams, lane_count = np.empty((samples // size, 2 * lines, 2 * lines)), lanes.count(np.dtype(np.float64))
    features = lanes.zeros((2 * lines, -(-size // lane_count) * lane_count), grams.dtype)
    _fill(
        np.ascontiguousarray(projections, np.float64), size, features, lanes.zeros((4, lane_count), grams.dtype), grams
    )
    return grams


@njit(cache=True, error_model="numpy")
def _fill(projections, size, features, sums, grams):
    """All Gram matrices; `features` is room for those of a batch, zeros behind them, `sums` for four numbers a lane."""
    for batch in range(len(grams)):
        gram = grams[batch]
        _put_features(projections, batch * size, size, features)
        for row in range(0, len(features), 2):
            for column in range(0, row + 2, 2):
                _put_products(features, row, column, sums)
                for entry in range(4):
                    above, beside, total = row + entry // 2, column + entry % 2, 0.0
                    for lane in range(width(sums)):
                        total += sums[entry, lane]
                    gram[above, beside] = gram[beside, above] = total
        means = gram.reshape(-1)
        for entry in range(len(means)):  # here, and not each in its turn, as several are divided at once
            means[entry] /= size


@njit(cache=True)
def _put_features(projections, first, size, features):
    """Features of `size` samples from the one numbered `first` on, one row each."""
    lines, room, lane_count = projections.shape[1], features.shape[1], width(features)
    zero, whole = fill(features.dtype.type(0)), size - size % lane_count
    for line in range(lines):
        for place in range(0, whole, lane_count):
            z = load_apart(projections, (first + place) * lines + line, lines)
            opposite = subtract(zero, z)
            # zero only where the other is positive: what is no number stays, and is refused in training
            store(features, line * room + place, where_positive(opposite, zero, z))
            store(features, (line + lines) * room + place, where_positive(z, zero, opposite))
        for place in range(whole, size):
            z = projections[first + place, line]
            features[line, place] = max(z, 0.0)
            features[line + lines, place] = max(-z, 0.0)


@njit(cache=True)
def _put_products(features, row, column, sums):
    """Products of two features with two others, added up in each lane."""
    lane_count, whole, zero = width(features), features.shape[1], fill(features.dtype.type(0))
    near_near = near_far = far_near = far_far = zero
    for place in range(0, whole, lane_count):
        near, far = load(features, row * whole + place), load(features, (row + 1) * whole + place)
        left, right = load(features, column * whole + place), load(features, (column + 1) * whole + place)
        near_near, near_far = add(near_near, multiply(near, left)), add(near_far, multiply(near, right))
        far_near, far_far = add(far_near, multiply(far, left)), add(far_far, multiply(far, right))
    store(sums, 0, near_near)
    store(sums, lane_count, near_far)
    store(sums, 2 * lane_count, far_near)
    store(sums, 3 * lane_count, far_far)
