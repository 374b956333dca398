"""The trials of the degree-one experiment: targets, starts and samples, and the batches they are trained on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pnn import replay
from pnn.training.grams import batch_grams
from pnn.training.normals import standard_normal
from pnn.training.problem import (
    Batches,
    FixedBatches,
    Problem,
    ShuffledBatches,
    Streams,
    features,
    masses,
)
from verification.experiments.seeds import generator
from verification.papers.pnn2017.experiments.degree_one.settings import Settings


@dataclass(frozen=True)
class Trials:
    """A block of trials, ready to be trained and judged.

    gram (trials, 2 inputs, 2 inputs) and target (trials, 2 inputs), float64: over all samples, the mean of f f'
    with f = (relu(x), relu(-x)), and the target's masses; the empirical loss of masses m is
    (m - target)' gram (m - target), and the mean square of y is target' gram target.
    """

    problem: Problem
    batches: Batches
    gram: np.ndarray
    target: np.ndarray


def make(settings: Settings, first: int, count: int) -> Trials:
    """Trials `first` to `first + count - 1` of a job; a trial is the same however the trials are cut."""
    line_of = np.repeat(np.arange(settings.inputs), settings.ratio)
    numbers = range(first, first + count)
    if settings.mode == "fresh":
        return _fresh(settings, line_of, numbers)
    draws = [replay.degree_one(settings.ratio, trial, settings.inputs, settings.samples) for trial in numbers]
    start, target = (np.stack([getattr(draw, name) for draw in draws]) for name in ("start", "target"))
    if settings.mode == "fixed":
        return _fixed(line_of, start, target, [batch_grams(draw.samples, settings.batch) for draw in draws])
    return _shuffled(settings, line_of, start, target, draws)


def _fresh(settings: Settings, line_of: np.ndarray, numbers: range) -> Trials:
    neurons, start, target, grams = len(line_of), [], [], []
    for trial in numbers:
        random = generator(settings.seed, "degree-one", settings.ratio, trial)
        drawn = standard_normal(random, 2 * neurons + settings.samples * settings.inputs)
        target.append(drawn[:neurons].copy())  # not a view, which would keep all samples
        start.append(drawn[neurons : 2 * neurons].copy())
        grams.append(batch_grams(drawn[2 * neurons :].reshape(settings.samples, settings.inputs), settings.batch))
    return _fixed(line_of, np.stack(start), np.stack(target), grams)


def _fixed(line_of: np.ndarray, start: np.ndarray, target: np.ndarray, each: list[np.ndarray]) -> Trials:
    grams = np.stack(each)
    wanted = masses(target.astype(np.float64), line_of)
    problem = Problem(start.astype(np.float64), line_of)
    return Trials(problem, FixedBatches(grams, wanted), grams.mean(axis=1), wanted)


def _shuffled(
    settings: Settings,
    line_of: np.ndarray,
    start: np.ndarray,
    target: np.ndarray,
    draws: list[replay.DegreeOneDraws],
) -> Trials:
    wanted = masses(target.astype(np.float64), line_of)
    outputs = [features(draw.samples.astype(np.float64)) @ m for draw, m in zip(draws, wanted, strict=True)]
    keys, positions = np.stack([draw.key for draw in draws]), np.array([draw.position for draw in draws])
    batches = ShuffledBatches(
        np.stack([draw.samples for draw in draws]),
        np.stack(outputs).astype(np.float32),
        settings.batch,
        Streams(keys, positions.astype(np.int64)),
    )
    grams = [batch_grams(draw.samples, settings.batch).mean(axis=0) for draw in draws]
    return Trials(Problem(start, line_of), batches, np.stack(grams), wanted)
