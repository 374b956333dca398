"""The Schur value of random lines in proportion to the inputs, which grow (arXiv:1710.02196, Figure 9)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pnn import store
from pnn.asymptotics import theorem_11_first_order_of_sums, theorem_13_given_lines
from pnn.joint_norms import joint_norms
from pnn.lines import Floats, random_lines
from verification.experiments.draws import draw_axis, over_draws
from verification.experiments.job import Job
from verification.experiments.seeds import generator

ARRAYS = {
    "norm": "spectral norm of the Schur complement",
    "first_order": "the norm to first order in psi - E psi; its mean is theorem_11_finite",
    "linear_norm": "spectral norm of the Schur complement with the linear kernel of the lines added, Theorem 13's",
    "linear_given_lines": "that norm with (1 - l) I + l 11', the mean of psi, in psi's place, for the lines drawn",
}


@dataclass(frozen=True)
class Settings:
    """One job: `draws` draws of `lines_per_input` times `inputs` lines, and `ratios` times as many target lines.

    The target lines of a smaller ratio are the first of those of a larger one.
    """

    inputs: int
    lines_per_input: int
    ratios: list
    draws: int
    seed: int

    def __post_init__(self) -> None:
        for name, least in (("inputs", 2), ("lines_per_input", 1), ("draws", 1), ("seed", 0)):
            if getattr(self, name) < least:
                raise ValueError(f"{name} must be at least {least}, not {getattr(self, name)}")
        if not self.ratios or not all(type(ratio) in (int, float) and ratio > 0 for ratio in self.ratios):
            raise ValueError(f"ratios must be a list of positive numbers, not {self.ratios}")
        if not self.counts().all():
            raise ValueError(f"ratios must leave a target line with {self.lines} lines, not {self.ratios}")

    @property
    def lines(self) -> int:
        """Number of lines."""
        return self.lines_per_input * self.inputs

    def counts(self) -> np.ndarray:
        """Numbers of target lines, (ratios,): the ratio times the lines, rounded half to even."""
        return np.round(np.array(self.ratios) * self.lines).astype(int)


def draw(settings: Settings, number: int) -> dict[str, Floats]:
    """The arrays of one draw, each (ratios,)."""
    rng = generator(settings.seed, "schur-by-inputs", settings.lines_per_input, settings.inputs, number)
    lines, counts = random_lines(settings.lines, settings.inputs, rng), settings.counts()
    targets = random_lines(int(counts.max()), settings.inputs, rng)
    plain, linear, sums = joint_norms(lines, targets, counts)
    return {
        "norm": plain,
        "first_order": theorem_11_first_order_of_sums(sums, settings.lines, settings.inputs, counts),
        "linear_norm": linear,
        "linear_given_lines": theorem_13_given_lines(lines, counts),
    }


def run(job: Job[Settings]) -> store.Group:
    """All draws of a job: arrays over `ratio` and `draw`."""
    settings = job.settings
    label = f"Schur value of {settings.lines} lines in {settings.inputs} inputs"
    arrays = over_draws(lambda number: draw(settings, number), settings.draws, "ratio", ARRAYS, label)
    arrays["target_lines"] = store.Array(settings.counts(), ("ratio",), "", "number of target lines")
    axes = {
        "ratio": store.Array(np.array(settings.ratios, dtype=float), description="target lines over lines, rounded"),
        "draw": draw_axis(settings.draws),
    }
    return store.Group(axes, arrays, {"inputs": settings.inputs, "lines": settings.lines})
