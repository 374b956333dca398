"""The settings of one job of the degree-one experiment, checked before any work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from pnn import replay
from pnn.experiments.command import typed
from pnn.training.device import choose
from pnn.training.problem import Schedule

MODES = ("replay", "fixed", "fresh")


@dataclass(frozen=True)
class Settings:
    """One job: `trials` trials of one mode and one ratio of neurons to inputs.

    replay: the authors' random numbers and shuffles, float32. fixed: their targets, starts and samples, but
    the same batches in every epoch. fresh: numbers of ours from `seed`, the same batches in every epoch.
    """

    mode: str
    ratio: int
    inputs: int
    trials: int
    samples: int
    batch: int
    epochs: int
    momentum: float
    learning_rate: float
    decay: float
    decay_epochs: float
    stop_loss: float
    stop_window: int
    bad_threshold: float
    seed: int
    device: str
    engine: str

    @classmethod
    def parse(cls, values: Mapping[str, object]) -> Self:
        """Settings from plain values; raises ValueError that names the key that is unknown, missing or wrong."""
        kinds = {field.name: field.type for field in fields(cls)}
        if unknown := sorted(set(values) - set(kinds)):
            raise ValueError(f"unknown settings {unknown}; known are {sorted(kinds)}")
        if missing := sorted(set(kinds) - set(values)):
            raise ValueError(f"settings {missing} are missing")
        checked: dict[str, Any] = {name: typed(name, values[name], str(kind)) for name, kind in kinds.items()}
        return cls(**checked)

    def __post_init__(self) -> None:
        if self.mode not in MODES:
            raise ValueError(f"mode must be one of {MODES}, not {self.mode!r}")
        for name in ("ratio", "inputs", "trials", "samples", "batch"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, not {getattr(self, name)}")
        if self.samples % self.batch:
            raise ValueError(f"{self.samples} samples cannot be cut into whole batches of {self.batch}")
        if self.samples < 2 * self.inputs:
            raise ValueError(f"{self.inputs} inputs need {2 * self.inputs} samples or more, not {self.samples}")
        if self.mode != "fresh" and self.trials > replay.TRIALS:
            raise ValueError(f"the authors' numbers are for {replay.TRIALS} trials, not {self.trials}")
        if self.seed < 0 or self.bad_threshold <= 0:
            raise ValueError("seed must not be negative, and bad_threshold must be positive")
        choose(self.engine, self.device)
        self.schedule()

    def schedule(self, learning_rate: float | None = None) -> Schedule:
        """The schedule of a run, at another learning rate if one is given."""
        return Schedule(
            epochs=self.epochs,
            learning_rate=self.learning_rate if learning_rate is None else learning_rate,
            momentum=self.momentum,
            decay=self.decay,
            decay_epochs=self.decay_epochs,
            stop_loss=self.stop_loss,
            stop_window=self.stop_window,
        )
