"""The compiled engine for trials that share their samples and permutations: a batch is two matrix products.

With features f = (relu(z), relu(-z)) and the masses of all trials of a group as columns, the errors on a batch are
one product and the derivatives by the masses another.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit

from pnn.training.permutations import shuffle
from pnn.training.problem import Problem, Schedule, SharedBatches
from pnn.training.state import State
from pnn.training.steps import masses, settle, step


@dataclass(frozen=True)
class Shared:
    """The engine for one problem, schedule and set of shared batches: one group after the other on one core."""

    problem: Problem
    schedule: Schedule
    batches: SharedBatches

    def advance(self, state: State, until: int) -> None:
        """Bring every running trial of `state` to epoch `until`, or to its own stop before."""
        schedule, dtype = self.schedule, self.problem.start.dtype
        each = self.problem.trials // len(self.batches.outputs)
        pace = schedule.rates().astype(dtype), dtype.type(schedule.momentum), schedule.stop_loss, schedule.stop_window
        for group in range(len(self.batches.outputs)):
            trials = slice(group * each, (group + 1) * each)
            if not state.running[trials].any():
                continue
            stream = state.keys[group], state.positions[group : group + 1]
            descent = state.weights[trials], state.velocities[trials], self.problem.line_of, state.losses[trials]
            verdicts = state.stop_epoch[trials], state.running[trials], state.diverged[trials]
            data = self.batches.projections[group], self.batches.outputs[group], self.batches.size
            _run(*data, *stream, *descent, *verdicts, *pace, int(state.epoch), until)
        state.epoch[...] = until


@njit(cache=True)
def _run(
    projections, outputs, size, key, position, weights, velocities, line_of, losses, stop_epoch, running, diverged,
    rates, momentum, stop_loss, window, first, until,
):  # fmt: skip
    samples, trials = len(projections), len(weights)
    order, words = np.empty(samples, np.uint32), np.empty(624, np.uint32)
    totals = np.empty(trials)
    for epoch in range(first, until):
        if not running.any():
            return
        order[:] = np.arange(samples)
        position[0] = shuffle(key, position[0], order, words)
        totals[:] = 0
        _epoch(projections, outputs, order, size, weights, velocities, line_of, running, momentum, rates[epoch], totals)
        for trial in range(trials):
            if running[trial]:
                losses[trial, epoch] = totals[trial] / samples
                stop_epoch[trial] = epoch + 1
                running[trial], diverged[trial] = settle(losses[trial], epoch, stop_loss, window)


@njit(cache=True)
def _epoch(projections, outputs, order, size, weights, velocities, line_of, running, momentum, rate, totals):
    """One epoch of every running trial; `totals` takes their sums of squared errors."""
    trials, width, dtype = len(weights), 2 * projections.shape[1], projections.dtype
    batch, errors = np.empty((size, width), dtype), np.empty((size, trials), dtype)
    columns, column = np.empty((width, trials), dtype), np.empty(width, dtype)
    scale = dtype.type(2) / dtype.type(size)
    for begin in range(0, len(order), size):
        for trial in range(trials):
            masses(weights[trial], line_of, column)
            for feature in range(width):
                columns[feature, trial] = column[feature]
        _take_features(projections, order[begin : begin + size], batch)
        np.dot(batch, columns, errors)
        _subtract(errors, outputs, order[begin : begin + size], totals)
        np.dot(batch.T, errors, columns)
        for trial in range(trials):
            if running[trial]:
                for feature in range(width):
                    column[feature] = columns[feature, trial] * scale
                step(weights[trial], velocities[trial], line_of, column, momentum, rate)


@njit(cache=True)
def _take_features(projections, chosen, batch):
    """The features of the chosen samples, a row each: relu(z) for each line, then relu(-z)."""
    lines, zero = projections.shape[1], projections.dtype.type(0)
    for place in range(len(chosen)):
        z = projections[chosen[place]]
        for line in range(lines):
            batch[place, line] = max(z[line], zero)
            batch[place, line + lines] = max(-z[line], zero)


@njit(cache=True)
def _subtract(errors, outputs, batch, totals):
    """Turn outputs of the networks into errors, and add up their squares."""
    for place in range(len(batch)):
        for trial in range(len(totals)):
            errors[place, trial] -= outputs[batch[place]]
            totals[trial] += np.float64(errors[place, trial]) * np.float64(errors[place, trial])
