"""Table 1 of Xie, Liang & Song 2017: losses of students trained with the regulariser and without."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy as np

from pnn import store
from pnn.training.checkpoint import Checkpoint
from verification.experiments.job import Job
from verification.experiments.settings import at_least
from verification.papers.diversity2017.experiments.diverse_table_1.arms import NAME, SETS, Trial, coefficients, drawn
from verification.papers.diversity2017.mathematics.discrepancy import regulariser
from verification.papers.diversity2017.training.networks import SIGNS, expected_square, outputs
from verification.papers.diversity2017.training.students import Descent

__all__ = ["NAME", "Settings", "run"]

AXES = ("units", "arm", "trial")
ARRAYS = {
    "train": ("loss", "the loss over the training samples, without the regulariser; infinite where training diverged"),
    "validation": ("loss", "the loss over the samples on which coefficient or start is chosen"),
    "test": ("loss", "the loss over the test samples"),
    "expected": ("loss", "the loss over the whole sphere"),
    "regulariser": ("", "R of the trained units; NaN where training diverged"),
}


@dataclass(frozen=True)
class Settings:
    """`trials` trials from number `first` on, of students of `units` units; the other keys are those of the section."""

    inputs: int
    teacher_units: int
    teacher_norm: float
    signs: str
    units: int
    norm: float
    coefficients: list
    first: int
    trials: int
    iterations: int
    batch: int
    train: int
    validation: int
    test: int
    rate: float
    momentum: float
    loss_factor: float
    seed: int

    def __post_init__(self) -> None:
        least = {"inputs": 2, "units": 2, "first": 0, "seed": 0}
        more = ("teacher_units", "trials", "iterations", "batch", "train", "validation", "test")
        at_least(asdict(self), least | dict.fromkeys(more, 1))
        if len(self.coefficients) < 2 or not min(*self.coefficients, self.norm, self.teacher_norm) > 0:
            raise ValueError("wanted two positive coefficients or more, and positive norms")
        if self.batch > self.train:
            raise ValueError(f"a batch of {self.batch} is more than the {self.train} training samples")
        if self.signs not in SIGNS:
            raise ValueError(f"signs must be one of {', '.join(SIGNS)}, not {self.signs!r}")
        Descent(self.rate, self.momentum, self.loss_factor)


def run(job: Job[Settings]) -> store.Group:
    """Train and judge the arms of every trial."""
    settings, weights = job.settings, coefficients(job.settings.coefficients)[0]
    checkpoint = job.checkpoint("trials")
    saved = checkpoint.load() if checkpoint else None
    found = {name: np.empty((1, len(weights), settings.trials)) for name in ARRAYS}
    if saved:
        found = {name: saved[name] for name in ARRAYS}
    for number in range(int(saved["trial"]) if saved else 0, settings.trials):
        trial = drawn(settings, settings.first + number)
        _train(job, trial, number, checkpoint, found, saved)
        saved = None
        for name, values in _judged(settings, trial).items():
            found[name][0, :, number] = values
    arrays = {name: store.Array(values, AXES, *ARRAYS[name]) for name, values in found.items()}
    return store.Group(_axes(settings, len(weights)), arrays | _arms(settings), _attributes(settings))


def _train(
    job: Job[Settings], trial: Trial, number: int, checkpoint: Checkpoint | None, found: dict, saved: dict | None
) -> None:
    """Train the arms of a trial, on from what was saved; a checkpoint is taken between epochs."""
    settings, students = job.settings, trial.students
    if saved:
        students.weights[:], students.velocities[:] = saved["weights"], saved["velocities"]
    first, steps = (int(saved["epoch"]) if saved else 0), settings.train // settings.batch
    samples, targets = trial.samples["train"], trial.targets["train"]
    for epoch in range(first, -(-settings.iterations // steps)):
        if checkpoint and checkpoint.is_due():
            at = {"trial": number, "epoch": epoch, "weights": students.weights, "velocities": students.velocities}
            checkpoint.save({**found, **{name: np.asarray(value) for name, value in at.items()}})
        with np.errstate(all="ignore"):
            for place, rows in enumerate(trial.batches(settings.seed, settings.batch, epoch)):
                if epoch * steps + place < settings.iterations:
                    students.step(samples[rows], targets[rows])
        done = min(1.0, (epoch + 1) * steps / settings.iterations)
        job.progress((number + done) / settings.trials)


def _judged(settings: Settings, trial: Trial) -> dict[str, list[float]]:
    arms = range(len(coefficients(settings.coefficients)[0]))
    rows = [_losses(settings, trial, *trial.students.student(arm)) for arm in arms]
    return {name: [row[name] for row in rows] for name in ARRAYS}


def _losses(settings: Settings, trial: Trial, weights: np.ndarray, signs: np.ndarray) -> dict[str, float]:
    if not np.isfinite(weights).all():
        return {**dict.fromkeys(ARRAYS, np.inf), "regulariser": np.nan}
    squares = {name: float(np.mean((outputs(weights, signs, trial.samples[name]) - trial.targets[name]) ** 2))
               for name in SETS}  # fmt: skip
    squares["expected"] = expected_square(weights, signs, trial.teacher, trial.signs)
    return {name: settings.loss_factor * square for name, square in squares.items()} | {
        "regulariser": regulariser(weights)
    }


def _axes(settings: Settings, arms: int) -> dict[str, store.Array]:
    return {
        "units": store.Array(np.array([settings.units]), description="units of the students"),
        "arm": store.Array(np.arange(arms), description="number of the arm"),
        "trial": store.Array(settings.first + np.arange(settings.trials), description="number of the trial"),
    }


def _arms(settings: Settings) -> dict[str, store.Array]:
    weights, starts = coefficients(settings.coefficients)
    return {
        "coefficient": store.Array(weights, ("arm",), "", "weight of R in the loss that is trained on"),
        "from": store.Array(starts, ("arm",), "", "number of the start: arms of the same one begin with equal weights"),
    }


def _attributes(settings: Settings) -> dict:
    return {name: getattr(settings, name) for name in ("inputs", "teacher_units", "iterations", *SETS)}
