"""What every compiled kernel does between two batches: masses from weights, the step, the end of an epoch."""

from __future__ import annotations

import numpy as np
from numba import njit

# Sums over a batch may be reordered, to use the vector unit; NaN and infinity keep their meaning. A function with such
# sums is built into its callers: of two copies, optimised once or twice, a process that compiles would run the one and
# a process that loads what was compiled the other, with other last digits.
REORDER = {"reassoc", "nsz"}


@njit(cache=True)
def settle(losses, epoch, stop_loss, window):
    """Whether a trial goes on after `epoch`, and whether it diverged."""
    if not np.isfinite(losses[epoch]):
        return False, True
    return losses[max(0, epoch + 1 - window) : epoch + 1].mean() > stop_loss, False


@njit(cache=True)
def lines_in(line_of):
    """The number of lines, by a loop: `max` of an array takes six times as long to compile."""
    last = 0
    for line in line_of:
        last = max(last, line)
    return last + 1


@njit(cache=True)
def masses(weights, line_of, out):
    lines = len(out) // 2
    out[:] = 0
    for neuron in range(len(weights)):
        weight, line = weights[neuron], line_of[neuron]
        if weight > 0:
            out[line] += weight
        else:
            out[line + lines] -= weight


@njit(cache=True)
def step(weights, velocities, line_of, slopes, momentum, rate):
    """One heavy-ball step; `slopes` are derivatives by the masses. A weight of zero has derivative zero."""
    lines = len(slopes) // 2
    for neuron in range(len(weights)):
        weight, line = weights[neuron], line_of[neuron]
        slope = slopes[line] if weight > 0 else -slopes[line + lines]
        if weight == 0:
            slope *= 0
        velocities[neuron] = momentum * velocities[neuron] + slope
        weights[neuron] = weight - rate * velocities[neuron]
