"""One trial of Table 1: teacher, data, and the students that are compared, called arms.

Arm 0 has no regulariser; arms 1 to c start from the same weights and have the c coefficients; the last c - 1 arms start
from other weights and have none. All see the same batches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from pnn.lines import Floats
from verification.experiments.seeds import generator
from verification.papers.diversity2017.descent_on_the_sphere import sphere
from verification.papers.diversity2017.training.networks import outputs, signs_of
from verification.papers.diversity2017.training.students import Descent, Students

NAME = "diverse_table_1"
SETS = ("train", "validation", "test")


@dataclass(frozen=True)
class Trial:
    """Teacher, signs, samples and targets by set, and the students at their start."""

    key: tuple[int, ...]
    teacher: Floats
    signs: Floats
    samples: dict[str, np.ndarray]
    targets: dict[str, np.ndarray]
    students: Students

    def batches(self, seed: int, batch: int, epoch: int) -> Iterator[np.ndarray]:
        """Rows of the training samples, batch after batch; the rest that fills none is left out."""
        count = len(self.targets["train"])
        order = generator(seed, NAME, *self.key, epoch).permutation(count)
        yield from (order[start : start + batch] for start in range(0, count - batch + 1, batch))


def coefficients(given: Sequence[float]) -> tuple[Floats, np.ndarray]:
    """The weight of R and the number of the start of every arm, shapes (arms,)."""
    extra = len(given) - 1
    return np.array([0.0, *given, *[0.0] * extra]), np.array([0] * (1 + len(given)) + list(range(1, extra + 1)))


def drawn(settings, number: int) -> Trial:
    """The trial of that number; settings: those of a job."""
    key = settings.inputs, settings.units, number
    random = generator(settings.seed, NAME, *key)
    teacher = settings.teacher_norm * sphere(settings.teacher_units, settings.inputs, random)
    signs, own = (signs_of(n, settings.signs, random) for n in (settings.teacher_units, settings.units))
    weights, starts = coefficients(settings.coefficients)
    begun = settings.norm * np.stack([sphere(settings.units, settings.inputs, random) for _ in range(starts.max() + 1)])
    students = Students(
        begun[starts].reshape(-1, settings.inputs).astype(np.float32),
        np.tile(own, len(weights)),
        [settings.units] * len(weights),
        Descent(settings.rate, settings.momentum, settings.loss_factor),
        settings.coefficients,
        first=1,
    )
    samples = {name: sphere(getattr(settings, name), settings.inputs, random) for name in SETS}
    targets = {name: outputs(teacher, signs, rows).astype(np.float32) for name, rows in samples.items()}
    rounded = {name: rows.astype(np.float32) for name, rows in samples.items()}
    return Trial(key, teacher, signs, rounded, targets, students)
