"""How often gradient descent on the population risk ends in a spurious minimum, and in which.

Students with weights N(0, 1/inputs) descend towards a teacher of as many orthonormal neurons as there are inputs;
`equal` students have as many neurons, `one_more` students one more, as in Safran & Shamir, arXiv:1712.08968.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pnn import store
from verification.experiments.job import Job
from verification.experiments.seeds import generator
from verification.papers.basin2016.spurious import family
from verification.papers.basin2016.spurious.descent import descend
from verification.papers.basin2016.spurious.family import Kind

NAME = "basin_spurious"
NEWTON_STEPS = 2
SMALL_RISK = 1e-4  # every minimum that was ever found above zero is a hundred times higher
NEAR = 1e-6  # of an end after Newton's steps from the family's point


ARRAYS = {
    "kind": ("", "0 global minimum, 1 strict minimum with one turned neuron, 2 another strict minimum, 3 unsettled"),
    "risk": ("", "half the mean square of student minus teacher at the end"),
    "steps": ("steps", "steps of gradient descent"),
    "curvature": ("", "smallest eigenvalue of the Hessian where Newton's steps from a spurious end lead"),
    "moved": ("weight", "largest change of a weight by these steps"),
    "distance": ("weight", "largest distance of a weight, after renaming, from the teacher at a global end, from the "
                 "family's critical point after Newton's steps from a spurious one; equal students alone"),
}  # fmt: skip
NOTHING = dict.fromkeys(("curvature", "moved", "distance"), np.nan)


@dataclass(frozen=True)
class Settings:
    """`trials` descents for each number of neurons, `extra_trials` with one neuron more than the teacher.

    A step is `rate` / (neurons + 1) times the gradient; a descent settles where the gradient is shorter than
    `tolerance`, within `most_steps` steps.
    """

    neurons: tuple[int, ...]
    trials: int
    extra_trials: int
    rate: float
    tolerance: float
    most_steps: int
    seed: int

    def __post_init__(self) -> None:
        if not self.neurons or min(self.neurons) < 3:
            raise ValueError(f"wanted numbers of neurons of at least 3, got {list(self.neurons)}")
        for name in ("trials", "extra_trials", "most_steps"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, not {getattr(self, name)}")
        if self.rate <= 0 or self.tolerance <= 0 or self.seed < 0:
            raise ValueError("rate and tolerance must be positive, and seed must not be negative")


def run(job: Job[Settings]) -> store.Group:
    """Descend and examine every trial of both kinds of students; the family's weights for the first of the sizes."""
    settings = job.settings
    groups = {
        "equal": _students(settings, settings.trials, extra=0),
        "one_more": _students(settings, settings.extra_trials, extra=1),
        "pattern": _pattern(settings.neurons[0]),
    }
    return store.Group(groups=groups)


def _pattern(neurons: int) -> store.Group:
    axes = {
        name: store.Array(np.arange(1, neurons + 1), description=f"number of the {name}")
        for name in ("neuron", "input")
    }
    weights = store.Array(family.critical_point(neurons), ("neuron", "input"), "", "the family's critical point")
    return store.Group(axes, {"weights": weights})


def _students(settings: Settings, trials: int, extra: int) -> store.Group:
    rows = [_condition(settings, inputs, inputs + extra, trials) for inputs in settings.neurons]
    axes = {
        "neurons": store.Array(np.array(settings.neurons), description="neurons of the teacher, and inputs"),
        "trial": store.Array(np.arange(trials), description="number of the trial"),
    }
    arrays = {
        name: store.Array(np.stack([row[name] for row in rows]), ("neurons", "trial"), *about)
        for name, about in ARRAYS.items()
    }
    return store.Group(axes, arrays, {"extra_neurons": extra})


def _condition(settings: Settings, inputs: int, neurons: int, trials: int) -> dict[str, np.ndarray]:
    """One array over the trials for each name in ARRAYS."""
    streams = [generator(settings.seed, NAME, inputs, neurons, trial) for trial in range(trials)]
    starts = [stream.standard_normal((neurons, inputs)) for stream in streams]
    rate = settings.rate / (neurons + 1)
    ends, steps = descend(np.stack(starts) / np.sqrt(inputs), rate, settings.tolerance, settings.most_steps)
    critical = family.critical_point(inputs) if neurons == inputs else None
    found = [_examine(end, bool(taken < settings.most_steps), critical) for end, taken in zip(ends, steps, strict=True)]
    return {name: np.array([one[name] for one in found]) for name in found[0]} | {"steps": steps}


def _examine(end: np.ndarray, settled: bool, critical: np.ndarray | None) -> dict[str, float]:
    """The entries of ARRAYS but the steps for one end; `critical` is the family's point for a square network."""
    risk = family.risk(end) if np.isfinite(end).all() else np.nan
    found: dict[str, float] = NOTHING | {"kind": Kind.UNSETTLED, "risk": risk}
    if not settled or not np.isfinite(risk):
        return found
    if risk < SMALL_RISK:
        distance = np.nan if critical is None else family.distance_to_teacher(end)
        return found | {"kind": Kind.GLOBAL, "distance": distance}
    point = family.polished(end, NEWTON_STEPS)
    distance = np.nan if critical is None else family.distance_to_family(point, critical)
    found |= {"curvature": family.least_curvature(point), "moved": float(np.abs(point - end).max())}
    if found["curvature"] > 0:
        found["kind"] = Kind.FAMILY if distance < NEAR else Kind.OTHER
    return found | {"distance": distance}
