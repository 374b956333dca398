"""The compiled kernel for a permutation of its own: sixteen samples (eight in float64) in lanes, taken in its order.

A sample's projections and its output lie in one row of a table, so that it is taken once from memory, with all that
belongs to it, and as many rows as there are lanes are turned into columns at once. The weights lie in lanes by their
lines. Sums go over the samples of a lane, then over the lanes by halves; nothing is contracted, so that the bits
depend neither on the trials beside a trial nor on the processor.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from pnn.lanes import (
    absolute,
    add,
    count,
    fill,
    load,
    multiply,
    put,
    spread,
    store,
    subtract,
    total,
    turn_half,
    where_positive,
    width,
    zeros,
)
from pnn.training.ends import settle
from pnn.training.permutations import count_up, shuffle


def places(line_of: np.ndarray, lanes: int) -> np.ndarray:
    """Where each neuron's weight stands in rows of one neuron from each line, filled up to whole lanes."""
    across = -(-(line_of.max() + 1) // lanes) * lanes
    before = [np.count_nonzero(line_of[:neuron] == line) for neuron, line in enumerate(line_of)]
    return np.array(before) * across + line_of


def room(line_of: np.ndarray, samples: int, size: int, dtype: np.dtype) -> tuple[np.ndarray, ...]:
    """Room for a trial: the table of its samples, weights and velocities by `places`; and for a batch: which samples,
    their columns, errors, masses, slopes.

    A row of the table is filled up to whole halves of the lanes, as `turn_half` takes them.
    """
    lanes, lines = count(dtype), int(line_of.max()) + 1
    half, groups, across = lanes // 2, -(-size // lanes), -(-lines // lanes) * lanes
    whole, rows = -(-(lines + 1) // half) * half, int(np.bincount(line_of).max())
    return (
        zeros((samples + 1, whole), dtype),
        zeros((rows * across,), dtype),
        zeros((rows * across,), dtype),
        np.zeros((groups, lanes), np.int64),
        zeros((groups, whole, lanes), dtype),
        zeros((groups * lanes,), dtype),
        zeros((2 * across,), dtype),
        zeros((2 * across,), dtype),
    )


@njit(cache=True)
def run(
    projections, outputs, size, places, room, key, position, weights, velocities, losses,
    rates, momentum, stop_loss, window, first, until,
):  # fmt: skip
    """Train one trial from epoch `first` to `until`: the epochs run, whether it goes on, whether it diverged."""
    rows, laid, moving = room[:3]
    order, words = np.empty(len(outputs), np.uint32), np.empty(624, np.uint32)
    _fill(projections, outputs, rows)
    _lay(weights, places, laid)
    _lay(velocities, places, moving)
    epoch, goes_on, diverged = first, True, False
    while goes_on and epoch < until:
        count_up(order)
        position[0] = shuffle(key, position[0], order, words)
        losses[epoch] = _epoch(room, order, size, projections.shape[1], momentum, rates[epoch])
        goes_on, diverged = settle(losses, epoch, stop_loss, window)
        epoch += 1
    for neuron in range(len(places)):
        weights[neuron], velocities[neuron] = laid[places[neuron]], moving[places[neuron]]
    return epoch, goes_on, diverged


@njit(cache=True)
def _fill(projections, outputs, rows):
    """A row for each sample: its projections, its output, and what is never read; behind the last a row of zeros.

    As many numbers are copied at once as there are lanes, which may reach into the next row, filled after it.
    """
    lanes, (samples, lines), whole = width(rows), projections.shape, rows.shape[1]
    reach = -(-whole // lanes) * lanes
    alone = max(samples - reach // lines, 0)
    for sample in range(alone):
        for part in range(0, whole, lanes):
            store(rows, sample * whole + part, load(projections, sample * lines + part))
        rows[sample, lines] = outputs[sample]
    for sample in range(alone, samples):
        for line in range(lines):
            rows[sample, line] = projections[sample, line]
        rows[sample, lines] = outputs[sample]
    rows[samples] = 0


@njit(cache=True)
def _lay(numbers, places, out):
    """Numbers of the neurons put where they belong, and zeros where no neuron stands."""
    out[:] = 0
    for neuron in range(len(places)):
        out[places[neuron]] = numbers[neuron]


@njit(cache=True)
def _epoch(room, order, size, lines, momentum, rate):
    """One epoch over the samples in order: the mean loss of its batches, each taken before its step."""
    rows, weights, velocities, samples, columns, errors, sides, slopes = room
    places = samples.reshape(-1)
    places[:] = len(order)
    squares = 0.0
    for begin in range(0, len(order), size):
        batch = order[begin : begin + size]
        for place in range(size):
            places[place] = batch[place]
        for group in range(len(samples)):
            for part in range(0, rows.shape[1], width(rows) // 2):
                turn_half(rows, samples[group], part, columns[group])
        _put_masses(weights, sides)
        squares += _put_errors(columns, lines, sides, errors)
        _put_slopes(columns, lines, errors, slopes)
        _step(weights, velocities, slopes, momentum, rate, size)
    return squares / len(order)


@njit(cache=True)
def _put_masses(weights, sides):
    """Sums of the positive weights on each line, and behind them of the negative ones, as `sides`."""
    lanes, across, zero = width(weights), len(sides) // 2, fill(weights.dtype.type(0))
    for line in range(0, across, lanes):
        up = down = zero
        for place in range(line, len(weights), across):
            weight = load(weights, place)
            up = where_positive(weight, add(up, weight), up)
            down = where_positive(weight, down, subtract(down, weight))
        store(sides, line, up)
        store(sides, across + line, down)


@njit(cache=True)
def _put_errors(columns, lines, sides, errors):
    """Outputs of the network less those wanted, and the sum of their squares.

    Of the masses of a line and its opposite a sample meets one.
    """
    lanes, across, zero = width(columns), len(sides) // 2, fill(columns.dtype.type(0))
    squares = zero
    for group in range(len(columns)):
        begin = group * columns.shape[1] * lanes
        error = subtract(zero, load(columns, begin + lines * lanes))
        for line in range(lines):
            z = load(columns, begin + line * lanes)
            side = where_positive(z, spread(sides, line), spread(sides, across + line))
            error = add(error, multiply(side, absolute(z)))
        store(errors, group * lanes, error)
        squares = add(squares, multiply(error, error))
    return np.float64(total(squares))


@njit(cache=True)
def _put_slopes(columns, lines, errors, slopes):
    """Sums of errors times relu(z) for each line, and behind them times relu(-z)."""
    lanes, across, zero = width(columns), len(slopes) // 2, fill(columns.dtype.type(0))
    for first in range(0, lines, lanes):
        ups = downs = zero
        for line in range(first, min(first + lanes, lines)):
            up = down = zero
            for group in range(len(columns)):
                z = load(columns, (group * columns.shape[1] + line) * lanes)
                more = multiply(absolute(z), load(errors, group * lanes))
                up = where_positive(z, add(up, more), up)
                down = where_positive(z, down, add(down, more))
            ups, downs = put(ups, line - first, total(up)), put(downs, line - first, total(down))
        store(slopes, first, ups)
        store(slopes, across + first, downs)


@njit(cache=True)
def _step(weights, velocities, slopes, momentum, rate, size):
    """One heavy-ball step. A weight of zero has derivative zero."""
    number, lanes, across = weights.dtype.type, width(weights), len(slopes) // 2
    zero, scale, keep, pace = fill(number(0)), fill(number(2) / number(size)), fill(momentum), fill(rate)
    for line in range(0, across, lanes):
        up = multiply(scale, load(slopes, line))
        down = subtract(zero, multiply(scale, load(slopes, across + line)))
        still = multiply(down, zero)
        for place in range(line, len(weights), across):
            weight = load(weights, place)
            slope = where_positive(weight, up, where_positive(subtract(zero, weight), down, still))
            velocity = add(multiply(keep, load(velocities, place)), slope)
            store(velocities, place, velocity)
            store(weights, place, subtract(weight, multiply(pace, velocity)))
