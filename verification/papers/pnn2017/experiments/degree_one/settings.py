"""The settings of one job of the degree-one experiment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from pnn import replay
from pnn.training.problem import Schedule
from verification.papers.pnn2017.experiments.degree_one.plan import MODES
from verification.papers.pnn2017.training.settings import TrainingSettings


@dataclass(frozen=True, kw_only=True)
class Settings(TrainingSettings):
    """One job: `trials` trials, from `first` on, of one mode and one ratio of neurons to inputs.

    replay: the authors' random numbers and shuffles, float32. fixed: their targets, starts and samples, but
    the same batches in every epoch. fresh: numbers of ours from `seed`, the same batches in every epoch.
    """

    modes: ClassVar[tuple[str, ...]] = MODES

    ratio: int
    trials: int
    momentum: float
    bad_threshold: float

    def __post_init__(self) -> None:
        super().__post_init__()
        self.need_one("ratio", "trials")
        if self.samples < 2 * self.inputs:
            raise ValueError(f"{self.inputs} inputs need {2 * self.inputs} samples or more, not {self.samples}")
        if self.mode != "fresh" and self.first + self.trials > replay.TRIALS:
            raise ValueError(f"the authors' numbers are for {replay.TRIALS} trials, not {self.first + self.trials}")
        if self.mode == "replay" and 0 < self.first < replay.FIRST_RUNS.get(self.ratio, 0):
            raise ValueError(f"the first {replay.FIRST_RUNS[self.ratio]} trials, trained twice, must be in one job")
        if self.bad_threshold <= 0:
            raise ValueError("bad_threshold must be positive")

    def schedule(self, learning_rate: float | None = None) -> Schedule:
        """The schedule of a run, at another learning rate if one is given."""
        plain = super().schedule()
        rate = plain.learning_rate if learning_rate is None else learning_rate
        return replace(plain, learning_rate=rate, momentum=self.momentum)
