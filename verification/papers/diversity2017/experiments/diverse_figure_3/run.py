"""Figure 3 of Xie, Liang & Song 2017: L_2(W)^2 of students trained on ever new samples, for widths and starting norms.

All students of a trial are trained side by side, on the same samples.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

import numpy as np

from pnn import store
from pnn.lines import Floats
from pnn.training.checkpoint import Checkpoint
from verification.experiments.job import Job
from verification.experiments.seeds import generator
from verification.experiments.settings import at_least
from verification.papers.diversity2017.descent_on_the_sphere import sphere
from verification.papers.diversity2017.mathematics.discrepancy import squared_discrepancy
from verification.papers.diversity2017.training.networks import SIGNS, expected_square, signs_of
from verification.papers.diversity2017.training.students import Descent, Students

NAME = "diverse_figure_3"
BATCHES = 50  # that are drawn at once
ARRAYS = {
    "discrepancy": ("", "L_2(W)^2 of the trained units; NaN where training diverged"),
    "start": ("", "L_2(W)^2 of the units at the start"),
    "loss": ("loss", "the loss over the whole sphere after training; infinite where training diverged"),
    "trivial": ("loss", "the loss of the output zero"),
}


@dataclass(frozen=True)
class Settings:
    """`trials` trials from number `first` on; the other keys are those of the section."""

    inputs: int
    teacher_units: int
    teacher_norm: float
    signs: str
    widths: tuple[int, ...]
    norms: list
    first: int
    trials: int
    iterations: int
    batch: int
    rate: float
    momentum: float
    loss_factor: float
    seed: int

    def __post_init__(self) -> None:
        least = {"inputs": 2, "teacher_units": 1, "trials": 1, "iterations": 1, "batch": 1, "first": 0, "seed": 0}
        at_least(asdict(self), least)
        if not self.widths or not self.norms or min(self.widths) < 1 or not min(*self.norms, self.teacher_norm) > 0:
            raise ValueError("wanted widths of at least 1 and positive norms")
        if self.signs not in SIGNS:
            raise ValueError(f"signs must be one of {', '.join(SIGNS)}, not {self.signs!r}")
        self.descent()

    def descent(self) -> Descent:
        """The steps; raises ValueError for a rate, momentum or factor that cannot be."""
        return Descent(self.rate, self.momentum, self.loss_factor)


def run(job: Job[Settings]) -> store.Group:
    """Train and judge the students of every trial."""
    settings = job.settings
    shape = settings.trials, len(settings.norms), len(settings.widths)
    checkpoint = job.checkpoint("trials")
    found, done = _resumed(checkpoint, shape)
    for trial in range(done, settings.trials):
        for name, values in _trial(settings, settings.first + trial).items():
            found[name][trial] = values
        job.progress((trial + 1) / settings.trials)
        if checkpoint and checkpoint.is_due():
            checkpoint.save({**found, "done": np.array(trial + 1)})
    arrays = {name: store.Array(values, AXES, *ARRAYS[name]) for name, values in found.items()}
    return store.Group(_axes(settings), arrays, _attributes(settings))


AXES = ("trial", "norm", "width")


def _resumed(checkpoint: Checkpoint | None, shape: tuple[int, ...]) -> tuple[dict[str, np.ndarray], int]:
    """Arrays by name, and how many trials they hold already."""
    saved = checkpoint.load() if checkpoint else None
    if saved is None:
        return {name: np.empty(shape) for name in ARRAYS}, 0
    return {name: saved[name] for name in ARRAYS}, int(saved["done"])


def _axes(settings: Settings) -> dict[str, store.Array]:
    return {
        "trial": store.Array(settings.first + np.arange(settings.trials), description="number of the trial"),
        "norm": store.Array(np.array(settings.norms, float), description="norm of the weights at the start"),
        "width": store.Array(np.array(settings.widths), description="units of the student"),
    }


def _attributes(settings: Settings) -> dict:
    return {name: getattr(settings, name) for name in ("inputs", "teacher_units", "iterations", "batch")}


def _trial(settings: Settings, trial: int) -> dict[str, Floats]:
    """Every array of one trial, shape (norms, widths)."""
    random = generator(settings.seed, NAME, settings.inputs, trial)
    teacher = settings.teacher_norm * sphere(settings.teacher_units, settings.inputs, random)
    signs = signs_of(len(teacher), settings.signs, random)
    starts = [sphere(width, settings.inputs, random) for width in settings.widths]
    student_signs = [signs_of(width, settings.signs, random) for width in settings.widths]
    students = _students(settings, starts, student_signs)
    with np.errstate(all="ignore"):
        for samples, outputs in _batches(settings, trial, teacher, signs):
            students.step(samples, outputs)
    shape = len(settings.norms), len(settings.widths)
    judged = [_judged(settings, *students.student(number), teacher, signs) for number in range(shape[0] * shape[1])]
    nothing = settings.loss_factor * expected_square(teacher, signs, teacher[:0], signs[:0])
    return {
        "discrepancy": np.array([row[0] for row in judged]).reshape(shape),
        "loss": np.array([row[1] for row in judged]).reshape(shape),
        "start": np.tile([squared_discrepancy(start) for start in starts], (shape[0], 1)),
        "trivial": np.full(shape, nothing),
    }


def _students(settings: Settings, starts: list[Floats], signs: list[Floats]) -> Students:
    """All widths for the first norm, then for the next."""
    weights = np.concatenate([norm * start for norm in settings.norms for start in starts]).astype(np.float32)
    copies = len(settings.norms)
    return Students(weights, np.tile(np.concatenate(signs), copies), settings.widths * copies, settings.descent())


def _batches(settings: Settings, trial: int, teacher: Floats, signs: Floats) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Batches of new samples, uniform on the sphere, and their targets, in float32."""
    rows, by = teacher.astype(np.float32), signs.astype(np.float32)
    for number in range(settings.iterations):
        place = number % BATCHES
        if place == 0:
            random = generator(settings.seed, NAME, settings.inputs, trial, number // BATCHES)
            drawn = random.standard_normal((BATCHES, settings.batch, settings.inputs), dtype=np.float32)
            drawn /= np.sqrt(np.einsum("bsi,bsi->bs", drawn, drawn))[..., None]
        yield drawn[place], np.maximum(drawn[place] @ rows.T, 0) @ by


def _judged(settings: Settings, weights: np.ndarray, own: np.ndarray, teacher: Floats, signs: Floats):
    if not np.isfinite(weights).all():
        return np.nan, np.inf
    return squared_discrepancy(weights), settings.loss_factor * expected_square(weights, own, teacher, signs)
