"""Simulation of a Gaussian pair in its plane, on Sobol points, against plain sampling in all dimensions."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from benchmarks.harness import Case, Disagreement, Row, row, turns
from benchmarks.references import pairs as reference
from pnn.gaussian_pairs import pair_mean
from pnn.kernels import psi

INPUTS, COSINE, ROUNDS = 15, 0.3, 9
OURS, THEIRS = 1 << 22, 1 << 18  # samples; the variance of theirs is scaled to as many as ours


def absolute(first: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The product behind the kernel."""
    return np.abs(first) * np.abs(other)


def compare() -> Iterator[Row]:
    """Samples a second, and samples a second over the variance of their mean; both means are the kernel."""
    rng = np.random.default_rng(0)
    frame, _ = np.linalg.qr(rng.standard_normal((INPUTS, 2)))
    pair = np.stack([frame[:, 0], COSINE * frame[:, 0] + np.sqrt(1 - COSINE**2) * frame[:, 1]])
    found: dict[str, list[tuple[float, float]]] = {"ours": [], "theirs": []}
    theirs, ours = turns(
        lambda: found["theirs"].append(reference.mean(absolute, pair, THEIRS, rng)),
        lambda: found["ours"].append(pair_mean(absolute, COSINE, OURS, rng)),
        ROUNDS,
    )
    for name, means in found.items():
        check(name, np.array(means))
    rate = (theirs / THEIRS) / (ours / OURS)
    variances = {name: np.mean([error**2 for _, error in means]) for name, means in found.items()}
    gain = variances["theirs"] * THEIRS / OURS / variances["ours"]
    yield row("pairs_rate", rate, 5.0, f"samples a second of a pair in {INPUTS} inputs, against full-dimensional numpy")
    what = f"the same times the ratio of the variances at {OURS} samples"
    yield row("pairs_total", rate * gain, 1e4, what)


def check(name: str, means: np.ndarray) -> None:
    """Raise Disagreement unless the mean of all runs is the kernel's value within six of its errors."""
    mean, error = means[:, 0].mean(), np.sqrt(np.square(means[:, 1]).sum()) / len(means)
    if abs(mean - psi(COSINE)) > 6 * error:
        raise Disagreement(f"pairs: {name} give {mean}, the kernel is {psi(COSINE)}, the error {error:.1e}")


def cases() -> Iterator[Case]:
    """One case of two rows."""
    yield Case(("pairs_rate", "pairs_total"), compare)
