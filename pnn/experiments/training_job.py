"""A job of a training experiment: how it trains, what it leaves, and its command line.

python -m pnn.experiments.EXPERIMENT --settings JSON --code DIGEST --output FILE [--checkpoint DIR]
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

import numpy as np

from pnn import store
from pnn.experiments import command
from pnn.experiments.training_settings import TrainingSettings
from pnn.training.checkpoint import Checkpoint
from pnn.training.device import choose
from pnn.training.problem import Batches, Ends, Problem, Schedule
from pnn.training.progress import Progress
from pnn.training.train import train

S = TypeVar("S", bound=TrainingSettings)


@dataclass
class Job(Generic[S]):
    """A job's settings, where its checkpoints lie, and how it reports."""

    settings: S
    code: str = ""
    directory: str | Path | None = None
    seconds: float = 10.0
    checkpoints: list[Checkpoint] = field(default_factory=list)

    def __post_init__(self) -> None:
        settings = self.settings
        self.engine, self.device = choose(settings.engine, settings.device)
        at = f"{settings.condition} {settings.at}, from {settings.counted} {settings.first}"
        self.progress = Progress(f"{settings.name}, {settings.mode}, {at}")

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
        settings, keeper = self.settings, None
        if self.directory:
            key = {**asdict(settings), "engine": self.engine, "device": self.device}
            keeper = Checkpoint.keyed(self.directory, part, key, self.code, self.seconds)
            self.checkpoints.append(keeper)
        return train(
            problem,
            schedule or settings.schedule(),
            batches,
            engine=self.engine,
            device=self.device,
            checkpoint=keeper,
            progress=lambda done: self.progress(share[0] + done * (share[1] - share[0])),
        )

    def attributes(self) -> dict[str, str | int | float | bool]:
        """What a job's file says of the job: `gather` puts files together by it."""
        settings, ran = self.settings, {"engine": self.engine, "device": self.device}
        return {"mode": settings.mode, settings.condition: settings.at, "first": settings.first, **ran}


def numbered(name: str, size: int, first: int = 0) -> store.Array:
    """An axis that numbers trials, simulations, restarts."""
    return store.Array(np.arange(first, first + size), (name,), "", f"number of the {name}")


def main(kind: type[S], run: Callable[[Job[S]], store.Group], words: Sequence[str] | None) -> int:
    """The command line of one job: 2 for settings that cannot be run, in one line and before any work."""
    made = command.parser(sys.modules[run.__module__].__doc__)
    made.add_argument("--checkpoint", help="folder for checkpoints; none are kept without it")
    made.add_argument("--seconds", type=float, default=10.0, help="least time between two checkpoints")
    given = command.parse(made, words)
    try:
        job = Job(kind.parse(given.settings), given.code, given.checkpoint, given.seconds)
    except ValueError as error:
        print(f"{kind.name}: {error}", file=sys.stderr)
        return 2
    settings = job.settings
    identity = f"{settings.name}-{settings.mode}-{settings.at}-from-{settings.first}"
    store.write(given.output, run(job), store.Provenance(identity, given.settings, settings.seed, given.code))
    for checkpoint in job.checkpoints:
        checkpoint.remove()
    return 0
