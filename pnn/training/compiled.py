"""The compiled engine: one trial after the other on one core, so that a result does not depend on how they are cut."""

from __future__ import annotations

import numpy as np
from numba import njit

from pnn.training.permutations import shuffle
from pnn.training.problem import Batches, FixedBatches, Problem, Schedule
from pnn.training.state import State

# Sums over a batch may be reordered, to use the vector unit; NaN and infinity keep their meaning.
REORDER = {"reassoc", "nsz"}


def advance(state: State, problem: Problem, schedule: Schedule, batches: Batches, until: int) -> None:
    """Bring every running trial of `state` to epoch `until`, or to its own stop before."""
    dtype = problem.start.dtype
    first, rates = int(state.epoch), schedule.rates().astype(dtype)
    momentum, line_of = dtype.type(schedule.momentum), problem.line_of
    for trial in np.flatnonzero(state.running):
        descent = state.weights[trial], state.velocities[trial], line_of, momentum
        for epoch in range(first, until):
            if isinstance(batches, FixedBatches):
                loss = _fixed_epoch(batches.grams[trial], batches.target[trial], *descent, rates[epoch])
            else:
                stream = state.keys[trial], state.positions[trial : trial + 1]
                loss = _shuffled_epoch(*data, *stream, *descent, rates[epoch])
            state.losses[trial, epoch] = loss
            state.settle(trial, epoch, schedule.stop_loss, schedule.stop_window)
            if not state.running[trial]:
                break
    state.epoch[...] = until


@njit(cache=True)
def _masses(weights, line_of, out):  # type: ignore[no-untyped-def]
    lines = len(out) // 2
    out[:] = 0
    for neuron in range(len(weights)):
        weight, line = weights[neuron], line_of[neuron]
        if weight > 0:
            out[line] += weight
        else:
            out[line + lines] -= weight


@njit(cache=True)
def _step(weights, velocities, line_of, slopes, momentum, rate):  # type: ignore[no-untyped-def]
    """One heavy-ball step; `slopes` are derivatives by the masses. A weight of zero has derivative zero."""
    lines = len(slopes) // 2
    for neuron in range(len(weights)):
        weight, line = weights[neuron], line_of[neuron]
        slope = slopes[line] if weight > 0 else -slopes[line + lines]
        if weight == 0:
            slope *= 0
        velocities[neuron] = momentum * velocities[neuron] + slope
        weights[neuron] = weight - rate * velocities[neuron]


@njit(cache=True)
def _fixed_epoch(grams, target, weights, velocities, line_of, momentum, rate):  # type: ignore[no-untyped-def]
    count, size = len(grams), len(target)
    excess, slopes = np.empty_like(target), np.empty_like(target)
    total = 0.0
    for batch in range(count):
        _masses(weights, line_of, excess)
        for row in range(size):
            excess[row] -= target[row]
            slopes[row] = 0
        for row in range(size):
            for column in range(size):
                slopes[column] += grams[batch, row, column] * excess[row]
        loss = 0.0
        for row in range(size):
            loss += np.float64(excess[row]) * np.float64(slopes[row])
            slopes[row] *= 2
        total += loss
        _step(weights, velocities, line_of, slopes, momentum, rate)
    return total / count


@njit(cache=True)
def _shuffled_epoch(  # type: ignore[no-untyped-def]
    columns, outputs, size, key, position, weights, velocities, line_of, momentum, rate
):
    lines, samples = columns.shape
    order, words = np.arange(samples).astype(np.uint32), np.empty(624, np.uint32)
    position[0] = shuffle(key, position[0], order, words)
    shuffled, errors, slopes = np.empty_like(columns), np.empty_like(outputs), np.empty(2 * lines, weights.dtype)
    for line in range(lines):
        _take(columns[line], order, shuffled[line])
    _take(outputs, order, errors)
    total = 0.0
    for first in range(0, samples, size):
        batch = slice(first, first + size)
        total += _batch_slopes(shuffled[:, batch], errors[batch], weights, line_of, slopes)
        _step(weights, velocities, line_of, slopes, momentum, rate)
    return total * size / samples


@njit(cache=True)
def _take(source, order, out):  # type: ignore[no-untyped-def]
    for place in range(len(order)):
        out[place] = source[order[place]]


@njit(cache=True)
def _batch_slopes(block, errors, weights, line_of, slopes):  # type: ignore[no-untyped-def]
    """Mean squared error of a batch; `slopes` takes its derivatives by the masses, `errors` comes as the outputs."""
    lines = len(block)
    scale = weights.dtype.type(2) / weights.dtype.type(len(errors))
    _masses(weights, line_of, slopes)
    for place in range(len(errors)):
        errors[place] = -errors[place]
    for line in range(lines):
        _add_line(block[line], slopes[line], slopes[line + lines], errors)
    for line in range(lines):
        slopes[line] = scale * _dot_relu(block[line], errors)
        slopes[line + lines] = scale * _dot_relu_opposite(block[line], errors)
    return np.float64(_square(errors)) / len(errors)


@njit(cache=True)
def _add_line(z, positive, negative, out):  # type: ignore[no-untyped-def]
    zero = z.dtype.type(0)
    for place in range(len(z)):
        out[place] += positive * max(z[place], zero) + negative * max(-z[place], zero)


@njit(cache=True, fastmath=REORDER)
def _dot_relu(z, errors):  # type: ignore[no-untyped-def]
    zero = z.dtype.type(0)
    total = zero
    for place in range(len(z)):
        total += max(z[place], zero) * errors[place]
    return total


@njit(cache=True, fastmath=REORDER)
def _dot_relu_opposite(z, errors):  # type: ignore[no-untyped-def]
    zero = z.dtype.type(0)
    total = zero
    for place in range(len(z)):
        total += max(-z[place], zero) * errors[place]
    return total


@njit(cache=True, fastmath=REORDER)
def _square(errors):  # type: ignore[no-untyped-def]
    total = errors.dtype.type(0)
    for place in range(len(errors)):
        total += errors[place] * errors[place]
    return total
