"""One job: means of the ReLU over drawn normal numbers, a trial each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pnn.store import Array, Group
from verification.experiments.job import Job
from verification.experiments.seeds import generator
from verification.experiments.settings import at_least


@dataclass(frozen=True)
class Settings:
    """`trials` trials of `samples` numbers each, from trial `first` on."""

    first: int
    trials: int
    samples: int
    seed: int

    def __post_init__(self) -> None:
        at_least(vars(self), {"first": 0, "trials": 1, "samples": 1, "seed": 0})


def run(job: Job[Settings]) -> Group:
    """Arrays over `trial`: the mean, how many samples are above 0, and of how many."""
    settings = job.settings
    numbers = np.arange(settings.first, settings.first + settings.trials)
    found = np.array([_trial(settings, int(number)) for number in numbers])
    arrays = {
        "mean": Array(found[:, 0], ("trial",), "", "mean of the ReLU"),
        "active": Array(found[:, 1].astype(int), ("trial",), "samples", "those above 0"),
        "drawn": Array(np.full(len(numbers), settings.samples), ("trial",), "samples", "all of them"),
    }
    return Group({"trial": Array(numbers, ("trial",), "", "number of the trial")}, arrays)


def _trial(settings: Settings, number: int) -> tuple[float, int]:
    """Mean and count of one trial, whose random numbers depend on the seed and its number alone."""
    values = np.maximum(generator(settings.seed, "mykey_means", number).standard_normal(settings.samples), 0)
    return float(values.mean()), int((values > 0).sum())
