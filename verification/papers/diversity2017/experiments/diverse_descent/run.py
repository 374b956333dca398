"""Descent of R and of the symmetric regulariser from the same random units, and s_m(D) on the way.

With 2d units in d inputs the least R belongs to d pairs of opposite units that are orthogonal to each other, and these
leave D a rank of d(d + 1) at most.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy as np

from pnn import store
from pnn.lines import Floats
from verification.experiments.job import Job
from verification.experiments.seeds import generator
from verification.experiments.settings import at_least
from verification.papers.diversity2017.descent_on_the_sphere import descent, of_pairs, of_symmetric_pairs, sphere
from verification.papers.diversity2017.mathematics.discrepancy import regulariser
from verification.papers.diversity2017.mathematics.singular import smallest_singular_value
from verification.papers.diversity2017.mathematics.symmetric import symmetric_regulariser

NAME = "diverse_descent"
OBJECTIVES = {"printed": of_pairs, "symmetric": of_symmetric_pairs}
ARRAYS = {
    "singular": "smallest singular value of D",
    "regulariser": "the paper's regulariser R of the units",
    "symmetric_regulariser": "mean over pairs of arcsin^2 of the units' products",
    "least_product": "the least product of two units: -1 for opposite ones",
    "largest_product": "the largest product of two units: 1 for equal ones",
}


@dataclass(frozen=True)
class Settings:
    """`trials` trials from number `first` on; the other keys are those of the section."""

    inputs: int
    samples: int
    first: int
    trials: int
    steps: tuple[int, ...]
    rate: float
    seed: int

    def __post_init__(self) -> None:
        at_least(asdict(self), {"inputs": 2, "samples": 1, "trials": 1, "first": 0, "seed": 0})
        if not self.steps or min(self.steps) < 1 or not self.rate > 0:
            raise ValueError("wanted at least one number of steps, none below 1, and a positive rate")


def run(job: Job[Settings]) -> store.Group:
    """Both descents of every trial, looked at after so many steps."""
    settings, times = job.settings, (0, *job.settings.steps)
    found = {name: np.empty((settings.trials, len(OBJECTIVES), len(times))) for name in ARRAYS}
    for trial in range(settings.trials):
        random = generator(settings.seed, NAME, settings.inputs, settings.first + trial)
        samples = sphere(settings.samples, settings.inputs, random)
        start = sphere(2 * settings.inputs, settings.inputs, random)
        for place, gradient in enumerate(OBJECTIVES.values()):
            for number, units in enumerate(descent(start, gradient, settings.rate, times[-1])):
                if number in times:
                    for name, value in _looked_at(units, samples).items():
                        found[name][trial, place, times.index(number)] = value
        job.progress((trial + 1) / settings.trials)
    arrays = {name: store.Array(found[name], ("trial", "objective", "step"), "", told) for name, told in ARRAYS.items()}
    return store.Group(_axes(settings, times), arrays, {k: getattr(settings, k) for k in ("inputs", "samples", "rate")})


def _axes(settings: Settings, times: tuple[int, ...]) -> dict[str, store.Array]:
    return {
        "trial": store.Array(settings.first + np.arange(settings.trials), description="number of the trial"),
        "objective": store.Array(np.array([*OBJECTIVES], object), description="the paper's R, or the symmetric one"),
        "step": store.Array(np.array(times), description="number of steps of descent"),
    }


def _looked_at(units: Floats, samples: Floats) -> dict[str, float]:
    products = (units @ units.T)[np.triu_indices(len(units), 1)]
    return {
        "singular": smallest_singular_value(units, samples),
        "regulariser": regulariser(units),
        "symmetric_regulariser": symmetric_regulariser(units),
        "least_product": float(products.min()),
        "largest_product": float(products.max()),
    }
