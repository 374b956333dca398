"""Figure 4 of Xie, Liang & Song 2017: s_m(D) for random units, and for what descent of the regulariser makes of them.

Beside them, on the same samples, the axes, and pairs of opposite axes.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy as np

from pnn import store
from pnn.lines import Floats
from verification.experiments.job import Job
from verification.experiments.seeds import generator
from verification.experiments.settings import at_least
from verification.papers.diversity2017.descent_on_the_sphere import descent, of_pairs, sphere
from verification.papers.diversity2017.mathematics.discrepancy import regulariser
from verification.papers.diversity2017.mathematics.singular import smallest_singular_value

NAME = "diverse_figure_4"
UNITS = ("random", "descended", "axes", "pairs")
ARRAYS = {
    "singular": "smallest singular value of D; NaN where an arrangement was not set beside",
    "regulariser": "the regulariser R of the units; NaN where an arrangement was not set beside",
}


@dataclass(frozen=True)
class Settings:
    """`trials` trials from number `first` on; the other keys are those of the section."""

    inputs: int
    units: int
    samples: int
    first: int
    trials: int
    arrangements: int
    steps: int
    rate: float
    seed: int

    def __post_init__(self) -> None:
        least = {"inputs": 2, "units": 2, "samples": 1, "trials": 1, "arrangements": 0, "steps": 1, "first": 0}
        at_least(asdict(self), {**least, "seed": 0})
        if self.units > self.inputs or self.units % 2 or not self.rate > 0:
            raise ValueError("wanted an even number of units, at most as many as inputs, and a positive rate")


def run(job: Job[Settings]) -> store.Group:
    """s_m(D) and R of every trial, before and after; the arrangements in the first ones."""
    settings = job.settings
    found = {name: np.full((settings.trials, len(UNITS)), np.nan) for name in ARRAYS}
    for trial in range(settings.trials):
        for place, units in enumerate(_all_units(settings, settings.first + trial)):
            found["singular"][trial, place] = smallest_singular_value(units, _samples(settings, settings.first + trial))
            found["regulariser"][trial, place] = regulariser(units)
        job.progress((trial + 1) / settings.trials)
    axes = {
        "trial": store.Array(settings.first + np.arange(settings.trials), description="number of the trial"),
        "units": store.Array(np.array(UNITS, object), description="random, descended from these, or arranged"),
    }
    arrays = {name: store.Array(found[name], ("trial", "units"), "", told) for name, told in ARRAYS.items()}
    sizes = {name: getattr(settings, name) for name in ("inputs", "samples", "steps", "rate")}
    return store.Group(axes, arrays, {**sizes, "count": settings.units})


def _samples(settings: Settings, trial: int) -> Floats:
    return sphere(settings.samples, settings.inputs, generator(settings.seed, NAME, trial, 0))


def _all_units(settings: Settings, trial: int) -> list[Floats]:
    start = sphere(settings.units, settings.inputs, generator(settings.seed, NAME, trial, 1))
    *_, end = descent(start, of_pairs, settings.rate, settings.steps)
    axes = np.eye(settings.units, settings.inputs)
    pairs = np.concatenate([axes[: settings.units // 2], -axes[: settings.units // 2]])
    return [start, end, axes, pairs] if trial < settings.arrangements else [start, end]
