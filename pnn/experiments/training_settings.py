"""The settings that every training experiment has, checked before any work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from pnn.experiments import command
from pnn.training.device import choose
from pnn.training.problem import Schedule


@dataclass(frozen=True, kw_only=True)
class TrainingSettings:
    """One job of an experiment: one of its modes at one value of its condition, a field of the same name.

    first: the number of the job's first trial, where a condition is cut into jobs. name, modes, condition, what the
    condition means and what is counted, the trials of the experiment, belong to the experiment, not to the job.
    """

    name: ClassVar[str]
    modes: ClassVar[tuple[str, ...]]
    condition: ClassVar[str]
    condition_is: ClassVar[str]
    counted: ClassVar[str]

    mode: str
    first: int
    inputs: int
    samples: int
    batch: int
    epochs: int
    learning_rate: float
    decay: float
    decay_epochs: float
    stop_loss: float
    stop_window: int
    seed: int
    device: str
    engine: str

    @classmethod
    def parse(cls, values: Mapping[str, object]) -> Self:
        """Settings from plain values; raises ValueError that names the key that is unknown, missing or wrong."""
        return command.read(cls, values)

    def __post_init__(self) -> None:
        if self.mode not in self.modes:
            raise ValueError(f"mode must be one of {self.modes}, not {self.mode!r}")
        self.need_one("inputs", "samples", "batch")
        if self.samples % self.batch:
            raise ValueError(f"{self.samples} samples cannot be cut into whole batches of {self.batch}")
        if self.seed < 0 or self.first < 0:
            raise ValueError("seed and first must not be negative")
        choose(self.engine, self.device)
        self.schedule()

    def need_one(self, *names: str) -> None:
        """Raise ValueError where one of these settings is below 1."""
        for name in names:
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, not {getattr(self, name)}")

    @property
    def at(self) -> int:
        """The value of the job's condition."""
        return getattr(self, self.condition)

    def schedule(self) -> Schedule:
        """Plain descent without momentum."""
        return Schedule(
            epochs=self.epochs,
            learning_rate=self.learning_rate,
            decay=self.decay,
            decay_epochs=self.decay_epochs,
            stop_loss=self.stop_loss,
            stop_window=self.stop_window,
        )
