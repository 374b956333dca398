"""The compiled engine for trials that share their samples and permutations: a batch is two matrix products.

With a = sum c / 2 and b = sum |c| / 2 over the weights c on a line, it adds a z + b |z| to the network. In the product
that gives the outputs on a batch, samples lie side by side in lanes, in the one that gives the derivatives by a and b
features (z, |z|): in neither are there many lanes without work. What each takes from the other is turned on the way,
rows into columns. Both keep their sums in registers; in what is left the trials of a group lie in lanes, and none knows
of the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numba import njit
from numba.cpython.unsafe.tuple import tuple_setitem

from pnn.lanes import (
    absolute,
    count,
    fill,
    in_lanes,
    load,
    load_both,
    multiply_add,
    of_trials,
    spread,
    store,
    turn,
    where_positive,
    width,
    zeros,
)
from pnn.training.ends import settle
from pnn.training.permutations import count_up, shuffle
from pnn.training.problem import Problem, Schedule, SharedBatches
from pnn.training.state import State

TRIALS = 10  # summed side by side: enough to hide the delay of an addition, and all restarts of the experiment


@dataclass(frozen=True)
class Shared:
    """The engine for one problem, schedule and set of shared batches: one group after the other on one core."""

    problem: Problem
    schedule: Schedule
    batches: SharedBatches

    @cached_property
    def tables(self) -> list[np.ndarray]:
        """The projections of each group's samples, rows filled up to whole lanes, and one of zeros behind them."""
        return [_filled(projections) for projections in self.batches.projections]

    @cached_property
    def places(self) -> np.ndarray:
        """Where each neuron's line stands among the features: for half as many lines as lanes z, then their |z|."""
        half, line_of = count(self.problem.start.dtype) // 2, self.problem.line_of
        return line_of + line_of // half * half

    @cached_property
    def room(self) -> tuple[np.ndarray, ...]:
        """Room for a batch: projections by line, outputs, errors, sides, slopes by trial and by feature, squares."""
        dtype, trials = self.problem.start.dtype, self.problem.trials // len(self.batches.outputs)
        lanes = count(dtype)
        blocks, groups = -(-trials // lanes), -(-self.batches.size // lanes)
        lines, features = (-(-part // lanes) * lanes for part in (self.problem.lines, 2 * self.problem.lines))
        rows = max(lanes, -(-min(trials, lanes) // TRIALS) * TRIALS)
        shapes: tuple[tuple[int, ...], ...] = (
            (lines, lanes),
            (groups, lanes),
            (blocks, groups, rows, lanes),
            (blocks, features + 1, lanes),
            (blocks, rows, features),
            (features, lanes),
            (lanes,),
        )
        return tuple(zeros(shape, dtype) for shape in shapes)

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
            moving = in_lanes(state.weights[trials]), in_lanes(state.velocities[trials])
            layout = self.places, self.problem.lines, self.room
            verdicts = state.losses[trials], state.stop_epoch[trials], state.running[trials], state.diverged[trials]
            _run(*data, *stream, *moving, *layout, *verdicts, *pace, int(state.epoch), until)
            state.weights[trials], state.velocities[trials] = (of_trials(part, each) for part in moving)
        state.epoch[...] = until


def _filled(projections: np.ndarray) -> np.ndarray:
    (samples, lines), lanes = projections.shape, count(projections.dtype)
    rows = zeros((samples + 1, -(-lines // lanes) * lanes), projections.dtype)
    rows[:samples, :lines] = projections
    return rows


@njit(cache=True)
def _run(
    table, outputs, size, key, position, weights, velocities, places, lines, room, losses, stop_epoch, running,
    diverged, rates, momentum, stop_loss, window, first, until,
):  # fmt: skip
    lanes, samples, trials = width(table), len(table) - 1, len(losses)
    order, words = np.empty(samples, np.uint32), np.empty(624, np.uint32)
    totals, steps = np.empty((trials, lanes)), np.zeros((len(weights), lanes), table.dtype)
    for epoch in range(first, until):
        if not running.any():
            return
        count_up(order)
        position[0] = shuffle(key, position[0], order, words)
        totals[:] = 0
        for trial in range(trials):
            steps.flat[trial] = rates[epoch] if running[trial] else 0
        _epoch(table, outputs, order, size, weights, velocities, places, lines, momentum, steps, totals, room)
        for trial in range(trials):
            if running[trial]:
                losses[trial, epoch] = totals[trial].sum() / samples
                stop_epoch[trial] = epoch + 1
                running[trial], diverged[trial] = settle(losses[trial], epoch, stop_loss, window)


@njit(cache=True)
def _epoch(table, outputs, order, size, weights, velocities, places, lines, momentum, rates, totals, room):
    """One epoch of all trials, each at its own rate of `rates`; `totals` takes their sums of squared errors."""
    columns, wanted, errors, sides, slopes, turned, squares = room
    lanes, blocks, trials = width(table), len(weights), np.arange(width(table))
    batch = np.full((errors.shape[1], lanes), len(table) - 1)
    for begin in range(0, len(order), size):
        sides[:] = 0
        for block in range(blocks):
            _add_sides(weights[block], places, sides[block])
        for place in range(size):
            sample = order[begin + place]
            batch.flat[place], wanted.flat[place] = sample, -outputs[sample]
        for group in range(len(batch)):
            for part in range(0, lines, lanes):
                turn(table, batch[group], part, columns)
            for block in range(blocks):
                _put_errors(columns, lines, wanted[group], sides[block], errors[block, group])
        for block in range(blocks):
            _add_squares(errors[block], squares, totals[block * lanes : (block + 1) * lanes])
            _put_slopes(table, batch, size, errors[block], slopes[block])
            for part in range(0, slopes.shape[2], lanes):
                turn(slopes[block], trials, part, turned)
            _step(weights[block], velocities[block], places, turned, momentum, rates[block], size)


@njit(cache=True)
def _put_errors(columns, lines, start, sides, errors):
    """Outputs of the networks on some samples, which lie in lanes, added to `start`, for ten trials at a time."""
    lanes, half, wanted = width(columns), width(columns) // 2, load(start, 0)
    for begin in range(0, len(errors) - TRIALS + 1, TRIALS):
        sums = (wanted, wanted, wanted, wanted, wanted, wanted, wanted, wanted, wanted, wanted)
        for part in range(0, lines, lanes):
            last = min(part + lanes, lines)
            for line in range(part, last):
                z, side = load(columns, line * lanes), (line + line // half * half) * lanes + begin
                for trial in range(TRIALS):
                    sums = tuple_setitem(sums, trial, multiply_add(z, spread(sides, side + trial), sums[trial]))
            for line in range(part, last):
                z, side = absolute(load(columns, line * lanes)), (line + line // half * half + half) * lanes + begin
                for trial in range(TRIALS):
                    sums = tuple_setitem(sums, trial, multiply_add(z, spread(sides, side + trial), sums[trial]))
        for trial in range(TRIALS):
            store(errors, (begin + trial) * lanes, sums[trial])


@njit(cache=True)
def _add_squares(errors, squares, totals):
    """Add up the squared errors of each trial, lane by lane; `squares` is room for one number a lane."""
    lanes, (groups, trials, _) = width(errors), errors.shape
    for trial in range(len(totals)):
        sums = fill(errors.dtype.type(0))
        for group in range(groups):
            error = load(errors, (group * trials + trial) * lanes)
            sums = multiply_add(error, error, sums)
        store(squares, 0, sums)
        for lane in range(lanes):
            totals[trial, lane] += np.float64(squares[lane])


@njit(cache=True)
def _put_slopes(table, batch, size, errors, slopes):
    """Errors times z, and times |z|, added up over a batch: features in lanes, ten trials at a time."""
    lanes, (trials, features), samples = width(table), slopes.shape, batch.reshape(-1)
    zero = fill(table.dtype.type(0))
    for begin in range(0, trials - TRIALS + 1, TRIALS):
        for part in range(0, features, lanes):
            sums = (zero, zero, zero, zero, zero, zero, zero, zero, zero, zero)
            for place in range(size):
                z = load_both(table, samples[place] * table.shape[1] + part // 2)
                at = (place // lanes * trials + begin) * lanes + place % lanes
                for trial in range(TRIALS):
                    sums = tuple_setitem(sums, trial, multiply_add(z, spread(errors, at + trial * lanes), sums[trial]))
            for trial in range(TRIALS):
                store(slopes, (begin + trial) * features + part, sums[trial])


@njit(cache=True)
def _add_sides(weights, places, out):
    """Add up half of the weights, and of their absolute values, on each line."""
    lanes, half = width(weights), fill(out.dtype.type(0.5))
    for neuron in range(len(places)):
        odd, even = places[neuron] * lanes, (places[neuron] + lanes // 2) * lanes
        weight = load(weights, neuron * lanes)
        store(out, odd, multiply_add(half, weight, load(out, odd)))
        store(out, even, multiply_add(half, absolute(weight), load(out, even)))


@njit(cache=True)
def _step(weights, velocities, places, slopes, momentum, rates, size):
    """One heavy-ball step, from sums of errors times z and |z|; none at rate 0, and none of a weight of zero."""
    lanes, number = width(weights), slopes.dtype.type
    zero, one, back = fill(number(0)), fill(number(1)), fill(number(-1))
    share, keep, rate = fill(number(1) / number(size)), fill(momentum), load(rates, 0)
    down = multiply_add(back, rate, zero)
    for place in range(len(places)):
        neuron, odd = place * lanes, load(slopes, places[place] * lanes)
        even = load(slopes, (places[place] + lanes // 2) * lanes)
        weight, velocity = load(weights, neuron), load(velocities, neuron)
        negative = where_positive(multiply_add(back, weight, zero), multiply_add(back, even, odd), zero)
        slope = where_positive(weight, multiply_add(one, even, odd), negative)
        velocity = multiply_add(keep, velocity, multiply_add(share, slope, zero))
        store(velocities, neuron, velocity)
        store(weights, neuron, where_positive(rate, multiply_add(down, velocity, weight), weight))
