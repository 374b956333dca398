"""The compiled engine for trials with permutations of their own: one trial after the other on one core."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numba import njit

from pnn.training import wide
from pnn.training.permutations import count_up, shuffle
from pnn.training.problem import Problem, Schedule, ShuffledBatches
from pnn.training.state import State
from pnn.training.steps import REORDER, masses, settle, step

WIDE = 16  # lines from which on a sample at a time, its projections side by side in memory, is faster


@dataclass(frozen=True)
class Compiled:
    """The engine for one problem, schedule and set of shuffled batches."""

    problem: Problem
    schedule: Schedule
    batches: ShuffledBatches

    def advance(self, state: State, until: int) -> None:
        """Bring every running trial of `state` to epoch `until`, or to its own stop before."""
        dtype, schedule = self.problem.start.dtype, self.schedule
        rates, momentum = schedule.rates().astype(dtype), dtype.type(schedule.momentum)
        run: Callable[..., tuple] = wide.run if self._is_wide() else _run_shuffled
        pace = rates, momentum, schedule.stop_loss, schedule.stop_window, int(state.epoch), until
        for trial in map(int, np.flatnonzero(state.running)):
            descent = state.weights[trial], state.velocities[trial], self.problem.line_of, state.losses[trial]
            outcome = run(*self._data(state, trial), *descent, *pace)
            state.stop_epoch[trial], state.running[trial], state.diverged[trial] = outcome
        state.epoch[...] = until

    def _data(self, state: State, trial: int) -> tuple:
        stream = state.keys[trial], state.positions[trial : trial + 1]
        return self._tables[trial], self.batches.outputs[trial], self.batches.size, *stream

    @cached_property
    def _tables(self) -> list[np.ndarray]:
        """The projections of every trial as its kernel reads them."""
        laid = wide.table if self._is_wide() else lambda projections: np.ascontiguousarray(projections.T)
        return [laid(projections) for projections in self.batches.projections]

    def _is_wide(self) -> bool:
        return self.problem.lines >= WIDE


@njit(cache=True)
def _run_shuffled(
    columns, outputs, size, key, position, weights, velocities, line_of, losses,
    rates, momentum, stop_loss, window, first, until,
):  # fmt: skip
    samples = len(outputs)
    order, words = np.empty(samples, np.uint32), np.empty(624, np.uint32)
    shuffled, errors = np.empty_like(columns), np.empty_like(outputs)
    for epoch in range(first, until):
        count_up(order)
        position[0] = shuffle(key, position[0], order, words)
        for line in range(len(columns)):
            _take(columns[line], order, shuffled[line])
        _take(outputs, order, errors)
        losses[epoch] = _epoch(shuffled, errors, size, weights, velocities, line_of, momentum, rates[epoch])
        goes_on, diverged = settle(losses, epoch, stop_loss, window)
        if not goes_on:
            return epoch + 1, False, diverged
    return until, True, False


@njit(cache=True)
def _epoch(columns, errors, size, weights, velocities, line_of, momentum, rate):
    """One epoch over samples in order; `errors` comes as the outputs and is used up."""
    samples = len(errors)
    slopes = np.empty(2 * len(columns), weights.dtype)
    total = 0.0
    for first in range(0, samples, size):
        total += _batch_slopes(columns, errors, first, first + size, weights, line_of, slopes)
        step(weights, velocities, line_of, slopes, momentum, rate)
    return total * size / samples


@njit(cache=True)
def _take(source, order, out):
    for place in range(len(order)):
        out[place] = source[order[place]]


@njit(cache=True)
def _batch_slopes(columns, errors, first, last, weights, line_of, slopes):
    """Mean square of a batch; `slopes` takes its derivatives by the masses, `errors` comes as the outputs."""
    lines, size = len(columns), last - first
    scale = weights.dtype.type(2) / weights.dtype.type(size)
    batch = errors[first:last]
    masses(weights, line_of, slopes)
    for place in range(size):
        batch[place] = -batch[place]
    for line in range(lines):
        _add_line(columns[line, first:last], slopes[line], slopes[line + lines], batch)
    for line in range(lines):
        slopes[line] = scale * _dot_relu(columns[line, first:last], batch)
        slopes[line + lines] = scale * _dot_relu_opposite(columns[line, first:last], batch)
    return np.float64(_square(batch)) / size


@njit(cache=True)
def _add_line(z, positive, negative, out):
    zero = z.dtype.type(0)
    for place in range(len(z)):
        out[place] += positive * max(z[place], zero) + negative * max(-z[place], zero)


@njit(cache=True, fastmath=REORDER, forceinline=True)
def _dot_relu(z, errors):
    zero = z.dtype.type(0)
    total = zero
    for place in range(len(z)):
        total += max(z[place], zero) * errors[place]
    return total


@njit(cache=True, fastmath=REORDER, forceinline=True)
def _dot_relu_opposite(z, errors):
    zero = z.dtype.type(0)
    total = zero
    for place in range(len(z)):
        total += max(-z[place], zero) * errors[place]
    return total


@njit(cache=True, fastmath=REORDER, forceinline=True)
def _square(errors):
    total = errors.dtype.type(0)
    for place in range(len(errors)):
        total += errors[place] * errors[place]
    return total
