"""The settings of one job of the random-network experiment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pnn import replay
from verification.papers.pnn2017.experiments.random_pnn.plan import MODES
from verification.papers.pnn2017.training.settings import TrainingSettings


@dataclass(frozen=True, kw_only=True)
class Settings(TrainingSettings):
    """One job: `simulations` simulations, from `first` on, of one mode and one number of neurons, two on each line.

    replay: the authors' random numbers and shuffles. fresh: numbers of ours from `seed`, the restarts of a simulation
    sharing their shuffles. Both train in float32.
    """

    modes: ClassVar[tuple[str, ...]] = MODES

    neurons: int
    target_neurons: int
    simulations: int
    restarts: int

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.neurons < 2 or self.neurons % 2:
            raise ValueError(f"neurons must be even, two for each line, not {self.neurons}")
        self.need_one("target_neurons", "simulations", "restarts")
        end = self.first + self.simulations
        if self.mode == "replay" and end > replay.SIMULATIONS:
            raise ValueError(f"the authors' numbers are for {replay.SIMULATIONS} simulations, not {end}")
