"""Paths of falling loss between networks (Safran & Shamir, arXiv:1511.04210, Theorem 1), and where they break."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pnn import store
from verification.experiments.job import Job
from verification.papers.basin2016.monotone_path.instances import Instance, instance
from verification.papers.basin2016.monotone_path.paths import Path, trace

ALONG = {
    "growth": ("prediction", "positive where condition (1) holds: norm of the predictions, or the largest excess of an "
               "output over the class's own for cross-entropy"),
    "scale": ("", "factor of the last layer; NaN where condition (1) fails"),
    "loss": ("loss", "loss of the scaled network"),
    "straight": ("loss", "loss on the straight segment of parameters; NaN beyond its end"),
}  # fmt: skip
OF_PATHS = {
    "start": ("loss", "loss where the path starts"),
    "end": ("loss", "loss of the end of the segment, which the path is to reach"),
    "zero": ("loss", "loss of zero predictions"),
    "complete": ("", "condition (1) holds at every position of the grid"),
}


@dataclass(frozen=True)
class Settings:
    """`trials` pairs of networks of layer sizes `sizes`, traced at `points` positions of the segment.

    early_steps, late_steps: steps of Adam that train the end; learning_rate: its rate.
    """

    sizes: tuple[int, ...]
    samples: int
    trials: int
    early_steps: int
    late_steps: int
    learning_rate: float
    points: int
    seed: int

    def __post_init__(self) -> None:
        if len(self.sizes) < 3 or min(self.sizes) < 1 or self.sizes[-1] < 2:
            raise ValueError(f"wanted three or more layer sizes and two or more outputs, got {list(self.sizes)}")
        for name in ("samples", "trials", "early_steps", "late_steps"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, not {getattr(self, name)}")
        if self.points < 3 or self.learning_rate <= 0 or self.seed < 0:
            raise ValueError("wanted three or more points, a positive learning_rate and a seed that is not negative")


def run(job: Job[Settings]) -> store.Group:
    """Trace every trial's path for both losses, from the opposite predictions, and to ends trained early and late."""
    settings = job.settings
    conditions = {
        "squared": ("squared", settings.late_steps, False),
        "through_zero": ("squared", settings.late_steps, True),
        "cross_entropy_early": ("cross_entropy", settings.early_steps, False),
        "cross_entropy_late": ("cross_entropy", settings.late_steps, False),
    }
    return store.Group(groups={name: _traced(settings, *condition) for name, condition in conditions.items()})


def _traced(settings: Settings, loss: str, steps: int, opposite: bool) -> store.Group:
    size = (settings.sizes, settings.samples, steps, settings.learning_rate)
    drawn = [instance(settings.seed, loss, trial, *size) for trial in range(settings.trials)]
    paths = [_path(one.through_zero() if opposite else one, loss, settings.points) for one in drawn]
    axes = {
        "trial": store.Array(np.arange(settings.trials), description="number of the trial"),
        "position": store.Array(
            np.linspace(0, 2, 2 * settings.points - 1),
            description="0 to 1 along the segment of parameters, 1 to 2 while the scale shrinks at its end",
        ),
    }
    arrays = {name: store.Array(np.stack([_padded(getattr(path, name), settings.points) for path in paths]),
                                ("trial", "position"), *about) for name, about in ALONG.items()}  # fmt: skip
    arrays |= {
        name: store.Array(np.array([getattr(path, name) for path in paths]), ("trial",), *about)
        for name, about in OF_PATHS.items()
    }
    return store.Group(axes, arrays, {"loss": loss, "steps": steps, "samples": settings.samples})


def _path(drawn: Instance, loss: str, points: int) -> Path:
    return trace(drawn.start, drawn.end, drawn.samples, drawn.targets, loss, points)


def _padded(values: np.ndarray, points: int) -> np.ndarray:
    return np.concatenate([values, np.full(2 * points - 1 - len(values), np.nan)])
