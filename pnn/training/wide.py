"""The compiled kernel for many lines: a sample at a time, its projections side by side in memory.

With masses P and N on a line, P relu(z) + N relu(-z) = (P - N)/2 z + (P + N)/2 |z|. So that no row has to be copied,
errors and slopes of a sample are taken from it in one visit, in the order of the permutation.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from pnn.lanes import zeros
from pnn.training.ends import settle
from pnn.training.permutations import count_up, shuffle

LANES = 16  # numbers that the processor takes at once; rows are filled up with zeros to a multiple
# Sums over a batch may be reordered, to use the vector unit; NaN and infinity keep their meaning. A function with such
# sums is built into its callers: of two copies, optimised once or twice, a process that compiles would run the one and
# a process that loads what was compiled the other, with other last digits.
REORDER = {"reassoc", "nsz"}


def table(projections: np.ndarray, more: int = 0) -> np.ndarray:
    """Projections (samples, lines), each row with zeros behind it, and `more` rows of zeros behind the last."""
    samples, lines = projections.shape
    rows = zeros((samples + more, -(-lines // LANES) * LANES), projections.dtype)
    rows[:samples, :lines] = projections
    return rows


@njit(cache=True)
def run(
    rows, outputs, size, line_of, key, position, weights, velocities, losses,
    rates, momentum, stop_loss, window, first, until,
):  # fmt: skip
    """Train one trial from epoch `first` to `until`: the epochs run, whether it goes on, whether it diverged."""
    samples, lines = len(rows), _lines_in(line_of)
    order, words = np.empty(samples, np.uint32), np.empty(624, np.uint32)
    parts, slopes = np.zeros((4, rows.shape[1]), rows.dtype), np.empty(2 * lines, rows.dtype)
    for epoch in range(first, until):
        count_up(order)
        position[0] = shuffle(key, position[0], order, words)
        total = 0.0
        for begin in range(0, samples, size):
            _masses(weights, line_of, slopes)
            total += _slopes(rows, outputs, order[begin : begin + size], parts, slopes)
            _step(weights, velocities, line_of, slopes, momentum, rates[epoch])
        losses[epoch] = total / samples
        goes_on, diverged = settle(losses, epoch, stop_loss, window)
        if not goes_on:
            return epoch + 1, False, diverged
    return until, True, False


@njit(cache=True)
def _lines_in(line_of):
    """The number of lines, by a loop: `max` of an array takes six times as long to compile."""
    last = 0
    for line in line_of:
        last = max(last, line)
    return last + 1


@njit(cache=True)
def _masses(weights, line_of, out):
    lines = len(out) // 2
    out[:] = 0
    for neuron in range(len(weights)):
        weight, line = weights[neuron], line_of[neuron]
        if weight > 0:
            out[line] += weight
        else:
            out[line + lines] -= weight


@njit(cache=True)
def _step(weights, velocities, line_of, slopes, momentum, rate):
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
def _slopes(rows, outputs, batch, parts, slopes):
    """Sum of squared errors of a batch; `slopes` comes as the masses and leaves as the derivatives by them."""
    lines, size = len(slopes) // 2, slopes.dtype.type(len(batch))
    odd, even, odd_slopes, even_slopes = parts[0], parts[1], parts[2], parts[3]
    for line in range(lines):
        odd[line] = (slopes[line] - slopes[line + lines]) / 2
        even[line] = (slopes[line] + slopes[line + lines]) / 2
    total = _visit(rows, outputs, batch, odd, even, odd_slopes, even_slopes)
    for line in range(lines):
        slopes[line] = (even_slopes[line] + odd_slopes[line]) / size
        slopes[line + lines] = (even_slopes[line] - odd_slopes[line]) / size
    return total


@njit(cache=True, fastmath=REORDER, forceinline=True)
def _visit(rows, outputs, batch, odd, even, odd_slopes, even_slopes):
    """Sum of squared errors over a batch; the slopes take the sums of errors times z and times |z|."""
    odd_slopes[:] = 0
    even_slopes[:] = 0
    total = 0.0
    for sample in batch:
        z, error = rows[sample], -outputs[sample]
        for line in range(len(z)):
            error += odd[line] * z[line] + even[line] * abs(z[line])
        total += np.float64(error) * np.float64(error)
        for line in range(len(z)):
            odd_slopes[line] += error * z[line]
            even_slopes[line] += error * abs(z[line])
    return total
