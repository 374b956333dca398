"""A job while it runs: its settings, where its checkpoints lie, how it reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pnn.training.checkpoint import Checkpoint
from pnn.training.progress import Progress

S = TypeVar("S")


@dataclass
class Job(Generic[S]):
    """What an experiment's `run` gets: settings, a dataclass, and what outlives a killed job.

    name: "experiment" or "experiment/job". folder: of the checkpoints, none are kept without it. seconds: the least
    time between two checkpoints.
    """

    settings: S
    name: str = ""
    code: str = ""
    folder: str | Path | None = None
    seconds: float = 10.0
    checkpoints: list[Checkpoint] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.progress = Progress(self.name)

    def checkpoint(self, part: str, also: Mapping[str, object] | None = None) -> Checkpoint | None:
        """The checkpoint of a part of the job, found again only by the same settings, code and `also`."""
        if not self.folder:
            return None
        key = {**asdict(self.settings), **(also or {})}  # type: ignore[call-overload]
        self.checkpoints.append(Checkpoint.keyed(self.folder, part, key, self.code, self.seconds))
        return self.checkpoints[-1]

    def discard_checkpoints(self) -> None:
        """Delete them, once the job's file is written."""
        for checkpoint in self.checkpoints:
            checkpoint.remove()
