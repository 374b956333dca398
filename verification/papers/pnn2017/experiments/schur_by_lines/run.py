"""The Schur value of random lines as their number grows, the inputs fixed (arXiv:1710.02196, Figure 8)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pnn import store
from pnn.lines import Floats, random_lines
from pnn.nearest_lines import prefix_errors, prefix_joint_complements
from pnn.schur import prefix_complements, spectral_norm
from verification.experiments.draws import draw_axis, over_draws
from verification.experiments.job import Job
from verification.experiments.seeds import generator

ARRAYS = {
    "norm": "spectral norm of the Schur complement S, at least q' S q for masses q of length 1",
    "mean": "mean of its diagonal: four times the lower bound of the risk for one target neuron of mass 1",
    "joint_norm": "spectral norm of the Schur complement of the target lines' nearest lines, each once, alone",
    "nearest_norm": "spectral norm of E e e', e the errors if each target line is replaced by the nearest of the lines",
    "nearest_mean": "mean of its diagonal, 1 - psi(cosine to the nearest line)^2",
}


@dataclass(frozen=True)
class Settings:
    """One job: `draws` draws of random lines and target lines, `sizes` numbers of lines from `inputs` to `lines`.

    A draw's lines are one sequence, of which each size takes the first; a job with more lines continues it.
    """

    inputs: int
    target_lines: int
    lines: int
    sizes: int
    draws: int
    seed: int

    def __post_init__(self) -> None:
        for name, least in (("inputs", 3), ("target_lines", 1), ("sizes", 2), ("draws", 1), ("seed", 0)):
            if getattr(self, name) < least:
                raise ValueError(f"{name} must be at least {least}, not {getattr(self, name)}")
        if self.lines <= self.inputs:
            raise ValueError(f"lines must be more than the {self.inputs} inputs, not {self.lines}")

    def counts(self) -> np.ndarray:
        """The numbers of lines, rising, evenly spread on a logarithmic scale: (sizes,), fewer where they coincide."""
        return np.unique(np.round(np.geomspace(self.inputs, self.lines, self.sizes)).astype(int))


def draw(settings: Settings, number: int) -> dict[str, Floats]:
    """The arrays of one draw, each (sizes,)."""
    rng = generator(settings.seed, "schur-by-lines", settings.inputs, settings.target_lines, number)
    targets = random_lines(settings.target_lines, settings.inputs, rng)
    lines, counts = random_lines(settings.lines, settings.inputs, rng), settings.counts()
    found = {}
    for name, matrices in (("", prefix_complements), ("nearest_", prefix_errors)):
        values = [(spectral_norm(m), m.diagonal().mean()) for _, m in matrices(lines, targets, counts)]
        found[f"{name}norm"], found[f"{name}mean"] = np.array(values).T
    joint = prefix_joint_complements(lines, targets, counts)
    found["joint_norm"] = np.array([spectral_norm(complement) for _, complement in joint])
    return found


def run(job: Job[Settings]) -> store.Group:
    """All draws of a job: arrays over `lines` and `draw`."""
    settings = job.settings
    label = f"Schur value of {settings.inputs} inputs by lines"
    arrays = over_draws(lambda number: draw(settings, number), settings.draws, "lines", ARRAYS, label)
    axes = {
        "lines": store.Array(settings.counts(), description="number of lines"),
        "draw": draw_axis(settings.draws),
    }
    return store.Group(axes, arrays, {"inputs": settings.inputs, "target_lines": settings.target_lines})
