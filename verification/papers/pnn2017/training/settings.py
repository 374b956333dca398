"""The settings that every training experiment has, checked before any work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pnn.training.device import choose
from pnn.training.problem import Schedule


@dataclass(frozen=True, kw_only=True)
class TrainingSettings:
    """One job of an experiment, in one of its `modes`.

    first: the number of the job's first trial, where a condition is cut into jobs.
    """

    modes: ClassVar[tuple[str, ...]]

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
