"""The compiled engine for fixed batches: trials side by side in lanes, each batch by its Gram matrix.

A trial adds and multiplies in the order in which it would alone, and nothing is contracted, so that its bits depend
neither on the trials beside it nor on the processor. What differs between lanes is data alone: a trial that has
stopped goes on in its lane at rate zero, until so few are left that the others are seated anew in fewer blocks.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from pnn import lanes
from pnn.lanes import add, fill, load, multiply, store, subtract, where_positive, width
from pnn.training.ends import settle
from pnn.training.problem import FixedBatches, Problem, Schedule
from pnn.training.state import State

CROWDED = 0.75  # trials are seated anew once this share of the blocks holds all that still run


class Fixed:
    """The engine for one problem, schedule and set of fixed batches.

    seats: the trials in the order in which they lie in lanes; grams (blocks, batches, pairs, lanes): the lower
    triangles of their Gram matrices, as `_multiply` reads them; target (blocks, features lanes): their targets. moving
    and rows are room for a block: its weights and velocities, and three numbers a feature.
    """

    def __init__(self, problem: Problem, schedule: Schedule, batches: FixedBatches) -> None:
        self.problem, self.schedule, self.batches = problem, schedule, batches
        self.by_line = np.argsort(problem.line_of, kind="stable")
        self.ends = np.cumsum(np.bincount(problem.line_of))
        dtype, lane_count = problem.start.dtype, lanes.count(problem.start.dtype)
        self.rates = schedule.rates().astype(dtype)
        self.seats, self.grams = np.zeros(0, np.int64), np.zeros((0, 0), dtype)
        self.target = self.grams
        self.moving = lanes.zeros((2, problem.start.shape[1] * lane_count), dtype)
        self.rows = lanes.zeros((3, batches.target.shape[1] * lane_count), dtype)

    def advance(self, state: State, until: int) -> None:
        """Bring every running trial of `state` to epoch `until`, or to its own stop before."""
        self._seat(np.flatnonzero(state.running))
        schedule = self.schedule
        pace = self.rates, self.rates.dtype.type(schedule.momentum), schedule.stop_loss, schedule.stop_window
        data = self.grams, self.target, self.by_line, self.ends, self.moving, self.rows, self.seats
        trained = state.weights, state.velocities, state.losses, state.stop_epoch, state.running, state.diverged
        _run(*data, *trained, *pace, int(state.epoch), until)
        state.epoch[...] = until

    def _seat(self, running: np.ndarray) -> None:
        """Take the trials that run into as few blocks as hold them, where that spares enough of them."""
        lane_count, (_, batches, features, _) = lanes.count(self.problem.start.dtype), self.batches.grams.shape
        blocks = -(-len(running) // lane_count)
        if len(self.grams) and blocks > CROWDED * len(self.grams):
            return
        self.seats, self.target = running, lanes.in_lanes(self.batches.target[running])
        self.grams = lanes.zeros((blocks, batches * (features * (features + 1) // 2) * lane_count), self.grams.dtype)
        _pack(self.batches.grams, running, self.grams)


@njit(cache=True)
def _pack(grams, seats, out):
    """Lower triangles by blocks of two rows and two columns: the order in which `_multiply` visits them."""
    lane_count, (_, batches, features, _) = width(out), grams.shape
    for block in range(len(out)):
        first, place = block * lane_count, 0
        taken = min(lane_count, len(seats) - first)
        for batch in range(batches):
            for row in range(0, features, 2):
                for column in range(row + 2):
                    for below in range(column == row + 1, 2):
                        for lane in range(taken):
                            out[block, place + lane] = grams[seats[first + lane], batch, row + below, column]
                        place += lane_count


@njit(cache=True)
def _run(
    grams, target, by_line, ends, moving, rows, seats, weights, velocities, losses, stop_epoch, running, diverged,
    rates, momentum, stop_loss, window, first, until,
):  # fmt: skip
    """Train all blocks from epoch `first` to `until`."""
    lane_count = width(grams)
    pairs = len(ends) * (2 * len(ends) + 1) * lane_count
    batches = grams.shape[1] // pairs
    steps, totals = np.zeros(lane_count, grams.dtype), np.empty(lane_count)
    excess, slopes, squares = rows[0], rows[1], rows[2]
    for block in range(len(grams)):
        trials = seats[block * lane_count : (block + 1) * lane_count]
        # made once: these views, made anew for each batch, take nearly as long as all that is done with them
        entries, wanted, moved, pushed = grams[block], target[block], moving[0], moving[1]
        _take(weights, trials, by_line, moved)
        _take(velocities, trials, by_line, pushed)
        for epoch in range(first, until):
            if not running[trials].any():
                break
            for lane in range(len(trials)):
                steps[lane] = rates[epoch] if running[trials[lane]] else 0
            totals[:] = 0
            for batch in range(batches):
                _weigh(moved, ends, wanted, excess)
                _multiply(entries, batch * pairs, excess, slopes)
                _add_losses(excess, slopes, squares, totals)
                _step(moved, pushed, ends, slopes, momentum, steps)
            for lane in range(len(trials)):
                trial = trials[lane]
                if running[trial]:
                    losses[trial, epoch] = totals[lane] / batches
                    stop_epoch[trial] = epoch + 1
                    running[trial], diverged[trial] = settle(losses[trial], epoch, stop_loss, window)
        _give_back(moved, trials, by_line, weights)
        _give_back(pushed, trials, by_line, velocities)


@njit(cache=True)
def _take(rows, trials, by_line, block):
    """Rows of these trials into the lanes of a block, sorted by line; zeros behind the last trial."""
    block[:] = 0
    for place in range(len(by_line)):
        for lane in range(len(trials)):
            block[place * width(block) + lane] = rows[trials[lane], by_line[place]]


@njit(cache=True)
def _give_back(block, trials, by_line, rows):
    """The inverse of `_take`."""
    for place in range(len(by_line)):
        for lane in range(len(trials)):
            rows[trials[lane], by_line[place]] = block[place * width(block) + lane]


@njit(cache=True)
def _weigh(weights, ends, target, excess):
    """Masses of the weights, which come sorted by line, less those of the target."""
    lane_count, begin = width(weights), 0
    zero = fill(weights.dtype.type(0))
    for line in range(len(ends)):
        up = down = zero
        for neuron in range(begin, ends[line]):
            weight = load(weights, neuron * lane_count)
            up = where_positive(weight, add(up, weight), up)
            down = where_positive(weight, down, subtract(down, weight))
        begin, odd, even = ends[line], line * lane_count, (line + len(ends)) * lane_count
        store(excess, odd, subtract(up, load(target, odd)))
        store(excess, even, subtract(down, load(target, even)))


@njit(cache=True)
def _multiply(grams, place, excess, slopes):
    """Gram matrix times excess: each entry is loaded once, and every sum goes over its row from left to right."""
    lane_count, zero = width(grams), fill(grams.dtype.type(0))
    for row in range(0, len(excess), 2 * lane_count):
        first, second = load(excess, row), load(excess, row + lane_count)
        upper = lower = zero
        for column in range(0, row, lane_count):
            one, two = load(grams, place), load(grams, place + lane_count)
            other = load(excess, column)
            upper, lower = add(upper, multiply(one, other)), add(lower, multiply(two, other))
            slope = add(load(slopes, column), multiply(one, first))
            store(slopes, column, add(slope, multiply(two, second)))
            place += 2 * lane_count
        corner = load(grams, place + lane_count)
        upper = add(upper, multiply(load(grams, place), first))
        lower = add(lower, multiply(corner, first))
        store(slopes, row, add(upper, multiply(corner, second)))
        store(slopes, row + lane_count, add(lower, multiply(load(grams, place + 2 * lane_count), second)))
        place += 3 * lane_count


@njit(cache=True)
def _add_losses(excess, slopes, losses, totals):
    """Add excess times slopes, the loss of a batch, to `totals`; `losses` is room for one number a lane."""
    lane_count = width(excess)
    loss = fill(excess.dtype.type(0))
    for row in range(0, len(excess), lane_count):
        loss = add(loss, multiply(load(excess, row), load(slopes, row)))
    store(losses, 0, loss)
    for lane in range(lane_count):
        totals[lane] += losses[lane]


@njit(cache=True)
def _step(weights, velocities, ends, slopes, momentum, rates):
    """One heavy-ball step, none at rate 0; half the derivatives come as `slopes`. A weight of zero has derivative 0."""
    number, lane_count, begin = weights.dtype.type, width(weights), 0
    zero, two, keep, rate = fill(number(0)), fill(number(2)), fill(momentum), load(rates, 0)
    for line in range(len(ends)):
        up = multiply(two, load(slopes, line * lane_count))
        down = multiply(fill(number(-2)), load(slopes, (line + len(ends)) * lane_count))
        still = multiply(down, zero)
        for neuron in range(begin * lane_count, ends[line] * lane_count, lane_count):
            weight = load(weights, neuron)
            slope = where_positive(weight, up, where_positive(subtract(zero, weight), down, still))
            velocity = add(multiply(keep, load(velocities, neuron)), slope)
            store(velocities, neuron, velocity)
            moved = subtract(weight, multiply(rate, velocity))
            store(weights, neuron, where_positive(rate, moved, weight))
        begin = ends[line]
