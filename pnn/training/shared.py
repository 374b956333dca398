"""The compiled engine for trials that share their samples and permutations: a batch is two matrix products.

With a = sum c / 2 and b = sum |c| / 2 over the weights c on a line, it adds a z + b |z| to the network. The trials
of a group lie side by side in lanes: the outputs on a batch are the product of its features (z, |z|) with the (a, b)
of all trials, the derivatives by these the product of the features with the errors. Both products go by tiles of a
batch that fit into the nearest cache, and keep their sums in registers; a lane knows nothing of the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numba import njit
from numba.cpython.unsafe.tuple import tuple_setitem

from pnn.training import wide
from pnn.training.lanes import (
    absolute,
    fill,
    in_lanes,
    load,
    multiply_add,
    of_trials,
    spread,
    store,
    where_positive,
    width,
)
from pnn.training.permutations import count_up, shuffle
from pnn.training.problem import Problem, Schedule, SharedBatches
from pnn.training.state import State
from pnn.training.steps import lines_in, settle

ROWS = 8  # of a product, summed side by side: as many as hide the delay of an addition
TILE = 24  # samples taken at a time, so that their features stay in the nearest cache


@dataclass(frozen=True)
class Shared:
    """The engine for one problem, schedule and set of shared batches: one group after the other on one core."""

    problem: Problem
    schedule: Schedule
    batches: SharedBatches

    @cached_property
    def tables(self) -> list[np.ndarray]:
        """The projections of each group's samples, rows filled up to whole lanes."""
        return [wide.table(projections) for projections in self.batches.projections]

    def advance(self, state: State, until: int) -> None:
        """Bring every running trial of `state` to epoch `until`, or to its own stop before."""
        schedule, dtype = self.schedule, self.problem.start.dtype
        each = self.problem.trials // len(self.batches.outputs)
        pace = schedule.rates().astype(dtype), dtype.type(schedule.momentum), schedule.stop_loss, schedule.stop_window
        for group in range(len(self.batches.outputs)):
            trials = slice(group * each, (group + 1) * each)
            if not state.running[trials].any():
                continue
            data = self.tables[group], self.batches.outputs[group], self.batches.size
            stream = state.keys[group], state.positions[group : group + 1]
            weights, velocities = in_lanes(state.weights[trials]), in_lanes(state.velocities[trials])
            verdicts = state.losses[trials], state.stop_epoch[trials], state.running[trials], state.diverged[trials]
            _run(*data, *stream, weights, velocities, self.problem.line_of, *verdicts, *pace, int(state.epoch), until)
            state.weights[trials], state.velocities[trials] = (of_trials(part, each) for part in (weights, velocities))
        state.epoch[...] = until


@njit(cache=True)
def _run(
    table, outputs, size, key, position, weights, velocities, line_of, losses, stop_epoch, running, diverged,
    rates, momentum, stop_loss, window, first, until,
):  # fmt: skip
    lanes = width(table)
    samples, trials = len(table), len(losses)
    order, words = np.empty(samples, np.uint32), np.empty(624, np.uint32)
    totals, steps = np.empty((len(weights), lanes)), np.zeros((len(weights), lanes), table.dtype)
    for epoch in range(first, until):
        if not running.any():
            return
        count_up(order)
        position[0] = shuffle(key, position[0], order, words)
        totals[:] = 0
        for trial in range(trials):
            steps.flat[trial] = rates[epoch] if running[trial] else 0
        _epoch(table, outputs, order, size, weights, velocities, line_of, momentum, steps, totals)
        for trial in range(trials):
            if running[trial]:
                losses[trial, epoch] = totals.flat[trial] / samples
                stop_epoch[trial] = epoch + 1
                running[trial], diverged[trial] = settle(losses[trial], epoch, stop_loss, window)


@njit(cache=True)
def _epoch(table, outputs, order, size, weights, velocities, line_of, momentum, rates, totals):
    """One epoch of all trials, each at its own rate of `rates`; `totals` takes their sums of squared errors."""
    lanes = width(table)
    blocks, lines, planes = len(weights), lines_in(line_of), table.shape[1] // lanes * 2
    taken, errors = np.zeros(planes * TILE * lanes, table.dtype), np.zeros(TILE * lanes, table.dtype)
    sides, slopes = np.zeros((2, blocks, planes * lanes**2), table.dtype)
    odd = (line_of // lanes * 2 * lanes + line_of % lanes) * lanes  # where a neuron's line stands in sides and slopes
    for begin in range(0, len(order), size):
        sides[:], slopes[:] = 0, 0
        for block in range(blocks):
            _add_sides(weights[block], odd, sides[block])
        for start in range(begin, begin + size, TILE):
            tile = order[start : min(start + TILE, begin + size)]
            _take(table, tile, taken)
            for block in range(blocks):
                _set_back(errors, outputs, tile)
                _add_outputs(taken, len(tile), lines, sides[block], errors)
                _add_squares(errors, len(tile), totals[block])
                _add_slopes(taken, len(tile), lines, errors, slopes[block])
        for block in range(blocks):
            _step(weights[block], velocities[block], odd, slopes[block], momentum, rates[block], size)


@njit(cache=True)
def _take(table, tile, out):
    """Copy z and |z| of some samples: for each 16 lines a plane of z and one of |z|, (samples, 16) each."""
    lanes = width(table)
    entries, whole = table.reshape(-1), table.shape[1]
    for place in range(len(tile)):
        source = np.int64(tile[place]) * whole
        for part in range(0, whole, lanes):
            z, plane = load(entries, source + part), 2 * part * TILE + place * lanes
            store(out, plane, z)
            store(out, plane + TILE * lanes, absolute(z))


@njit(cache=True)
def _add_outputs(taken, samples, lines, sides, errors):
    """Add the outputs of the networks on some samples to what stands in `errors`."""
    lanes = width(taken)
    zero = fill(taken.dtype.type(0))
    for begin in range(0, samples, ROWS):
        sums = (zero, zero, zero, zero, zero, zero, zero, zero)
        for row in range(ROWS):
            sums = tuple_setitem(sums, row, load(errors, (begin + row) * lanes))
        for plane in range(len(sides) // lanes**2):
            first = (plane * TILE + begin) * lanes
            for line in range(min(lanes, lines - plane // 2 * lanes)):
                side = load(sides, (plane * lanes + line) * lanes)
                for row in range(ROWS):
                    z = spread(taken, first + row * lanes + line)
                    sums = tuple_setitem(sums, row, multiply_add(z, side, sums[row]))
        for row in range(ROWS):
            store(errors, (begin + row) * lanes, sums[row])


@njit(cache=True)
def _add_slopes(taken, samples, lines, errors, slopes):
    """Add up errors times z and errors times |z| over some samples."""
    lanes = width(taken)
    zero = fill(taken.dtype.type(0))
    for plane in range(len(slopes) // lanes**2):
        for begin in range(0, min(lanes, lines - plane // 2 * lanes), ROWS):
            sums, first = (zero, zero, zero, zero, zero, zero, zero, zero), (plane * lanes + begin) * lanes
            for row in range(ROWS):
                sums = tuple_setitem(sums, row, load(slopes, first + row * lanes))
            for place in range(samples):
                error = load(errors, place * lanes)
                for row in range(ROWS):
                    z = spread(taken, (plane * TILE + place) * lanes + begin + row)
                    sums = tuple_setitem(sums, row, multiply_add(z, error, sums[row]))
            for row in range(ROWS):
                store(slopes, first + row * lanes, sums[row])


@njit(cache=True)
def _add_sides(weights, odd, out):
    """Add up half of the weights, and of their absolute values, on each line."""
    lanes = width(weights)
    half = fill(out.dtype.type(0.5))
    for neuron in range(len(odd)):
        side, even = odd[neuron], odd[neuron] + lanes * lanes
        weight = load(weights, neuron * lanes)
        store(out, side, multiply_add(half, weight, load(out, side)))
        store(out, even, multiply_add(half, absolute(weight), load(out, even)))


@njit(cache=True)
def _set_back(errors, outputs, samples):
    """Start the errors of some samples from what the networks should put out."""
    lanes = width(errors)
    for place in range(len(samples)):
        store(errors, place * lanes, fill(-outputs[samples[place]]))


@njit(cache=True)
def _add_squares(errors, samples, totals):
    lanes = width(errors)
    squares = np.zeros(lanes, errors.dtype)
    sums = load(squares, 0)
    for place in range(samples):
        error = load(errors, place * lanes)
        sums = multiply_add(error, error, sums)
    store(squares, 0, sums)
    for lane in range(lanes):
        totals[lane] += np.float64(squares[lane])


@njit(cache=True)
def _step(weights, velocities, odd, slopes, momentum, rates, size):
    """One heavy-ball step, from sums of errors times z and |z|; none at rate 0, and none of a weight of zero."""
    lanes = width(weights)
    number = slopes.dtype.type
    zero, one, back = fill(number(0)), fill(number(1)), fill(number(-1))
    share, keep, rate = fill(number(1) / number(size)), fill(momentum), load(rates, 0)
    down = multiply_add(back, rate, zero)
    for place in range(len(odd)):
        neuron, side, even = place * lanes, load(slopes, odd[place]), load(slopes, odd[place] + lanes * lanes)
        weight, velocity = load(weights, neuron), load(velocities, neuron)
        negative = where_positive(multiply_add(back, weight, zero), multiply_add(back, even, side), zero)
        slope = where_positive(weight, multiply_add(one, even, side), negative)
        velocity = multiply_add(keep, velocity, multiply_add(share, slope, zero))
        store(velocities, neuron, velocity)
        store(weights, neuron, where_positive(rate, multiply_add(down, velocity, weight), weight))
