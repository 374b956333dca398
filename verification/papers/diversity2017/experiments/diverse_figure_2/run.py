"""Figure 2 of Xie, Liang & Song 2017: the eigenvalues of g(x_i.x_j), over m, for m uniform samples on the sphere."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy as np
from scipy.linalg import eigvalsh

from pnn import store
from pnn.lines import Floats
from verification.experiments.job import Job
from verification.experiments.seeds import generator
from verification.experiments.settings import at_least
from verification.papers.diversity2017.descent_on_the_sphere import sphere

NAME = "diverse_figure_2"


@dataclass(frozen=True)
class Settings:
    """`draws` draws from number `first` on; the other keys are those of the section."""

    inputs: int
    samples: int
    first: int
    draws: int
    seed: int

    def __post_init__(self) -> None:
        at_least(asdict(self), {"inputs": 2, "samples": 2, "draws": 1, "first": 0, "seed": 0})


def run(job: Job[Settings]) -> store.Group:
    """The eigenvalues of every draw, over m, falling."""
    settings = job.settings
    found = np.empty((settings.draws, settings.samples))
    for draw in range(settings.draws):
        random = generator(settings.seed, NAME, settings.inputs, settings.samples, settings.first + draw)
        found[draw] = eigenvalues(sphere(settings.samples, settings.inputs, random))
        job.progress((draw + 1) / settings.draws)
    axes = {
        "draw": store.Array(settings.first + np.arange(settings.draws), description="number of the draw"),
        "number": store.Array(1 + np.arange(settings.samples), description="number of the eigenvalue, largest first"),
    }
    told = "eigenvalue of the kernel matrix, over the number of samples"
    return store.Group(
        axes,
        {"eigenvalue": store.Array(found, ("draw", "number"), "", told)},
        {"inputs": settings.inputs, "samples": settings.samples},
    )


def eigenvalues(samples: Floats) -> Floats:
    """The eigenvalues of t (pi - arccos t) / (2 pi), t = x_i.x_j, over the number of unit rows x_i; falling, (m,)."""
    products = np.clip(samples @ samples.T, -1, 1)
    kernel = products * (np.pi - np.arccos(products)) / (2 * np.pi)
    kernel[np.diag_indices_from(kernel)] = 0.5  # arccos loses half the digits near 1
    return eigvalsh(kernel, overwrite_a=True, check_finite=False)[::-1] / len(samples)
