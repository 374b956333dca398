"""How a job of a training experiment trains, and what its file says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from pnn import store
from pnn.training.device import choose
from pnn.training.problem import Batches, Ends, Problem, Schedule
from pnn.training.train import train
from verification.experiments.job import Job
from verification.papers.pnn2017.training.settings import TrainingSettings

S = TypeVar("S", bound=TrainingSettings)


@dataclass
class Training(Generic[S]):
    """A job with the engine and the device that it trains with."""

    job: Job[S]

    def __post_init__(self) -> None:
        self.settings = self.job.settings
        self.engine, self.device = choose(self.settings.engine, self.settings.device)

    def train(
        self,
        part: str,
        problem: Problem,
        batches: Batches,
        share: tuple[float, float],
        schedule: Schedule | None = None,
    ) -> Ends:
        """Train, with a checkpoint of its own for each part of the job.

        share: what is done of the whole job before and after the part, both between 0 and 1, for the progress line.
        """
        return train(
            problem,
            schedule or self.settings.schedule(),
            batches,
            engine=self.engine,
            device=self.device,
            checkpoint=self.job.checkpoint(part, {"engine": self.engine, "device": self.device}),
            progress=lambda done: self.job.progress(share[0] + done * (share[1] - share[0])),
        )

    def attributes(self) -> dict[str, str | int | float | bool]:
        """What a job's file says of the job."""
        return {"engine": self.engine, "device": self.device}


def numbered(name: str, size: int, first: int = 0) -> store.Array:
    """An axis that numbers trials, simulations, restarts."""
    return store.Array(np.arange(first, first + size), (name,), "", f"number of the {name}")
