"""All that training needs to go on: the state of every trial after some epochs, as plain arrays."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Self

import numpy as np

from pnn.training.problem import Batches, Ends, FixedBatches, Problem, Streams

NO_STREAMS = Streams(np.zeros((0, 624), np.uint32), np.zeros(0, np.int64))


@dataclass
class State:
    """Arrays over trials, advanced in place by an engine; `epoch` is where the trials that still run stand."""

    weights: np.ndarray
    velocities: np.ndarray
    losses: np.ndarray
    stop_epoch: np.ndarray
    running: np.ndarray
    diverged: np.ndarray
    keys: np.ndarray
    positions: np.ndarray
    epoch: np.ndarray

    @classmethod
    def at_start(cls, problem: Problem, batches: Batches, epochs: int) -> Self:
        """The state before the first epoch; copies, so that problem and batches stay as they are."""
        trials = problem.trials
        streams = NO_STREAMS if isinstance(batches, FixedBatches) else batches.streams
        return cls(
            weights=np.array(problem.start, order="C"),
            velocities=np.zeros_like(problem.start, order="C"),
            losses=np.full((trials, epochs), np.nan),
            stop_epoch=np.zeros(trials, np.int64),
            running=np.ones(trials, np.bool_),
            diverged=np.zeros(trials, np.bool_),
            keys=streams.keys.copy(),
            positions=streams.positions.copy(),
            epoch=np.zeros((), np.int64),
        )

    @classmethod
    def from_arrays(cls, arrays: dict[str, np.ndarray]) -> Self:
        return cls(**{field.name: arrays[field.name] for field in fields(cls)})

    def arrays(self) -> dict[str, np.ndarray]:
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def ends(self) -> Ends:
        streams = Streams(self.keys, self.positions) if len(self.keys) else None
        return Ends(self.weights, self.stop_epoch, self.losses, self.diverged, streams)
