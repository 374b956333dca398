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
    """Arrays over `trial`."""
    settings = job.settings
    numbers = range(settings.first, settings.first + settings.trials)
    drawn = [
        np.maximum(generator(settings.seed, "mykey_means", n).standard_normal(settings.samples), 0) for n in numbers
    ]
    arrays = {
        "mean": Array(np.array([values.mean() for values in drawn]), ("trial",), "", "mean of the ReLU"),
        "active": Array(np.array([(values > 0).sum() for values in drawn]), ("trial",), "samples", "those above 0"),
        "drawn": Array(np.array([values.size for values in drawn]), ("trial",), "samples", "all of them"),
    }
    return Group({"trial": Array(np.array(numbers), ("trial",), "", "number of the trial")}, arrays)
