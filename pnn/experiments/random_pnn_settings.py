"""The settings of one job of the random-network experiment, checked before any work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from pnn import replay
from pnn.experiments.command import typed
from pnn.training.device import choose
from pnn.training.problem import Schedule

MODES = ("replay", "fresh")
AT_LEAST_ONE = ("inputs", "target_neurons", "simulations", "restarts", "samples", "batch")


@dataclass(frozen=True)
class Settings:
    """One job: `simulations` simulations of one mode and one number of neurons, two on each line.

    replay: the authors' random numbers and shuffles. fresh: numbers of ours from `seed`, the restarts of a simulation
    sharing their shuffles. Both train in float32.
    """

    mode: str
    neurons: int
    inputs: int
    target_neurons: int
    simulations: int
    restarts: int
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
        kinds = {field.name: str(field.type) for field in fields(cls)}
        if unknown := sorted(set(values) - set(kinds)):
            raise ValueError(f"unknown settings {unknown}; known are {sorted(kinds)}")
        if missing := sorted(set(kinds) - set(values)):
            raise ValueError(f"settings {missing} are missing")
        checked: dict[str, Any] = {name: typed(name, values[name], kind) for name, kind in kinds.items()}
        return cls(**checked)

    def __post_init__(self) -> None:
        if self.mode not in MODES:
            raise ValueError(f"mode must be one of {MODES}, not {self.mode!r}")
        if self.neurons < 2 or self.neurons % 2:
            raise ValueError(f"neurons must be even, two for each line, not {self.neurons}")
        for name in AT_LEAST_ONE:
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, not {getattr(self, name)}")
        if self.samples % self.batch:
            raise ValueError(f"{self.samples} samples cannot be cut into whole batches of {self.batch}")
        if self.mode == "replay" and self.simulations > replay.SIMULATIONS:
            raise ValueError(f"the authors' numbers are for {replay.SIMULATIONS} simulations, not {self.simulations}")
        if self.seed < 0:
            raise ValueError("seed must not be negative")
        choose(self.engine, self.device)
        self.schedule()

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
