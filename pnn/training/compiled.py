"""The compiled engine for trials with permutations of their own: one trial after the other on one core."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pnn.lanes import count
from pnn.training import shuffled
from pnn.training.problem import Problem, Schedule, ShuffledBatches
from pnn.training.state import State


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
        pace = rates, momentum, schedule.stop_loss, schedule.stop_window, int(state.epoch), until
        run: Callable[..., tuple] = shuffled.run  # a type checker cannot count what is unpacked
        for trial in map(int, np.flatnonzero(state.running)):
            data = self._samples[trial], self.batches.outputs[trial], self.batches.size
            stream = state.keys[trial], state.positions[trial : trial + 1]
            moving = state.weights[trial], state.velocities[trial], state.losses[trial]
            outcome = run(*data, *self._layout, *stream, *moving, *pace)
            state.stop_epoch[trial], state.running[trial], state.diverged[trial] = outcome
        state.epoch[...] = until

    @cached_property
    def _samples(self) -> list[np.ndarray]:
        """The projections of every trial as the kernel takes them."""
        return [np.ascontiguousarray(each) for each in self.batches.projections]

    @cached_property
    def _layout(self) -> tuple:
        """Where the kernel finds the neurons of a line, and room for what it keeps of a trial."""
        line_of, dtype = self.problem.line_of, self.problem.start.dtype
        room = shuffled.room(line_of, self.batches.outputs.shape[1], self.batches.size, dtype)
        return shuffled.places(line_of, count(dtype)), room
