"""Degree-one networks: a whole condition by the engine, against one trial at a time by automatic differentiation.

Both are timed from the drawing of the numbers to the trained weights, and divided by the epochs that they ran. The
engine runs the shipped experiment whole, the reference a few trials of it, cut after some epochs.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np

from benchmarks.harness import Case, Disagreement, Row, agree, row
from benchmarks.references import sgd
from pnn import replay
from pnn.training.problem import Ends, features, masses
from pnn.training.train import train
from verification.papers.pnn2017.experiments.degree_one import trials as degree_one_trials
from verification.papers.pnn2017.experiments.degree_one.settings import Settings

TRIALS, SAMPLES, BATCH, INPUTS, EPOCHS = 100, 10_000, 100, 5, 1000
REFERENCE_EPOCHS = 50
COMPARED = 6  # trials that the reference trains too, as many good as bad ones
CLOSE = 10  # verdicts are compared where the loss is this factor away from the threshold
RATIOS = (3, 10)


def settings(mode: str, ratio: int, epochs: int) -> Settings:
    """The shipped experiment, or its first epochs."""
    return Settings(
        mode=mode, first=0, ratio=ratio, inputs=INPUTS, trials=TRIALS, samples=SAMPLES, batch=BATCH, epochs=epochs,
        momentum=0.9, learning_rate=0.01, decay=0.95, decay_epochs=390.0, stop_loss=1e-5, stop_window=10,
        bad_threshold=1e-6, seed=0, device="cpu", engine="compiled",
    )  # fmt: skip


def engine(used: Settings) -> tuple[degree_one_trials.Trials, Ends]:
    """Draw all trials of a condition and train them."""
    trials = degree_one_trials.make(used, 0, TRIALS)
    return trials, train(trials.problem, used.schedule(), trials.batches, engine="compiled", device="cpu")


def reference(used: Settings, trial: int) -> tuple[np.ndarray, int]:
    """Draw one of the authors' trials and train it: the weights, and the epochs run."""
    draws = replay.degree_one(used.ratio, trial, INPUTS, SAMPLES)
    line_of = np.repeat(np.arange(INPUTS), used.ratio)
    outputs = features(draws.samples.astype(np.float64)) @ masses(draws.target.astype(np.float64)[None], line_of)[0]
    orders = shuffles(draws) if used.mode == "replay" else (np.arange(SAMPLES) for _ in range(EPOCHS))
    return sgd.train(draws.start, draws.samples[:, line_of], outputs, orders, used.schedule(), BATCH)


def shuffles(draws: replay.DegreeOneDraws) -> Iterator[np.ndarray]:
    """The permutation of each epoch, from the authors' stream, by NumPy itself."""
    stream = np.random.RandomState(0)
    stream.set_state(("MT19937", draws.key, draws.position, 0, 0.0))
    for _ in range(EPOCHS):
        order = np.arange(SAMPLES)
        stream.shuffle(order)
        yield order


def relative_losses(weights: np.ndarray, trials: degree_one_trials.Trials, rows: np.ndarray) -> np.ndarray:
    """Loss over the mean square of the outputs, of weights (trials, neurons) of the trials `rows`."""
    gram, target = trials.gram[rows], trials.target[rows]
    excess = masses(weights.astype(np.float64), trials.problem.line_of) - target
    loss, power = (np.einsum("ti,tij,tj->t", part, gram, part) for part in (excess, target))
    return loss / power


def measure(mode: str, ratio: int, name: str, target: float, what: str) -> Iterator[Row]:
    """Train a few trials by the reference, all by the engine after each of them, and compare every verdict."""
    compared = settings("fixed" if mode == "fresh" else mode, ratio, REFERENCE_EPOCHS)
    timed = settings(mode, ratio, EPOCHS)
    trials, ends = engine(compared)
    losses = relative_losses(ends.weights, trials, np.arange(TRIALS))
    engine(replace(timed, epochs=compared.epochs))
    reference(replace(compared, epochs=compared.stop_window), 0)
    ratios = []
    for trial in choose(losses, compared.bad_threshold):
        start = time.process_time()
        weights, epochs = reference(compared, trial)
        middle = time.process_time()
        _, whole = engine(timed)
        ours = (time.process_time() - middle) / whole.stop_epoch.sum()
        ratios.append((middle - start) / epochs / ours)
        theirs = float(relative_losses(weights[None], trials, np.array([trial]))[0])
        if (theirs > compared.bad_threshold) != (losses[trial] > compared.bad_threshold):
            raise Disagreement(f"{name}: trial {trial} ends at {losses[trial]:.1e}, by the reference at {theirs:.1e}")
        agree(f"{name}, epochs of trial {trial}", ends.stop_epoch[trial], epochs, 1)
    yield row(name, np.array(ratios), target, what)


def choose(losses: np.ndarray, threshold: float) -> np.ndarray:
    """The first trials on either side of the threshold and clear of it, as many of each as there are."""
    good, bad = np.flatnonzero(losses < threshold / CLOSE), np.flatnonzero(losses > threshold * CLOSE)
    return np.concatenate([good[: COMPARED // 2], bad[: COMPARED - min(len(good), COMPARED // 2)]])


def cases() -> Iterator[Case]:
    """Replays, then rates."""
    for mode, stem, target, what in (
        ("replay", "degree_one_replay", 150.0, "the authors' streams"),
        ("fresh", "degree_one_rates", 1000.0, "fixed batches as Gram matrices"),
    ):
        for ratio in RATIOS:
            whole = f"k/d = {ratio}, {what}, against a trial at a time by autograd: an epoch of a trial, numbers drawn"
            yield Case((f"{stem}_k{ratio}",), partial(measure, mode, ratio, f"{stem}_k{ratio}", target, whole))
