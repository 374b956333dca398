"""Students of one hidden layer: eight side by side, four of them with the regulariser, against one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np

from benchmarks.harness import Case, Row, agree, row, turns
from benchmarks.references import students as reference
from verification.papers.diversity2017.experiments.diverse_table_1 import arms
from verification.papers.diversity2017.experiments.diverse_table_1.run import Settings

SIZES = {20: 40.0, 60: 20.0}  # units, and the ratio that is wanted
COEFFICIENTS = [0.001, 0.01, 0.1, 1.0]
STEPS, REFERENCE_STEPS, ROUNDS = 100, 20, 7


def drawn(units: int) -> arms.Trial:
    """A trial of the shipped experiment."""
    settings = Settings(
        inputs=20, teacher_units=20, teacher_norm=1.0, signs="alternating", units=units, norm=0.1,
        coefficients=COEFFICIENTS, first=0, trials=1, iterations=STEPS, batch=100, train=20_000, validation=100,
        test=100, rate=0.1, momentum=0.9, loss_factor=0.5, seed=20171004,
    )  # fmt: skip
    return arms.drawn(settings, 0)


def compare(units: int) -> Iterator[Row]:
    """Time of a step of a student by both, and the same weights after some steps."""
    trial, name = drawn(units), f"students_n{units}"
    weights, _ = arms.coefficients(COEFFICIENTS)
    starts, (_, signs) = trial.students.weights.reshape(len(weights), units, -1).copy(), trial.students.student(0)
    samples, outputs = trial.samples["train"], trial.targets["train"]
    batches = [(samples[rows], outputs[rows]) for rows in trial.batches(20171004, 100, 0)][:STEPS]

    def ours(steps: int = STEPS) -> np.ndarray:
        for batch in batches[:steps]:
            trial.students.step(*batch)
        return trial.students.weights

    def theirs(arm: int) -> np.ndarray:
        return reference.train(starts[arm], signs, batches[:REFERENCE_STEPS], 0.1, 0.9, float(weights[arm]))

    ended = ours(REFERENCE_STEPS).reshape(starts.shape).copy()
    for arm in range(len(weights)):
        agree(f"{name}, weights of student {arm}", ended[arm], theirs(arm), 1e-4)
    slow, fast = turns(lambda: [theirs(arm) for arm in range(len(weights))], ours, ROUNDS)
    what = (
        f"{len(weights)} students of {units} units side by side, half of them with R, against one at a time by autograd"
    )
    yield row(name, slow / REFERENCE_STEPS / (fast / STEPS), SIZES[units], what)


def cases() -> Iterator[Case]:
    """One for each number of units."""
    for units in SIZES:
        yield Case((f"students_n{units}",), partial(compare, units))
