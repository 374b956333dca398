"""Settings in which the chance of a good basin is known or bounded, one for each of Theorems 2 to 5.

Each case holds samples and targets, the event that the theorem's proof uses, read off random weights, and the chances:
of the event, exactly; printed; and, where it is another one, ours.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verification.papers.basin2016.mathematics import coverage, near_neurons, uncut_clusters
from verification.papers.basin2016.mathematics.near_neurons import Teacher

Floats = NDArray[np.float64]
Event = Callable[[Floats, Floats], NDArray[np.bool_]]
Chance = Callable[[int], float]


@dataclass(frozen=True)
class Case:
    """A setting: `samples` (samples, inputs), `targets` (samples,), the widths, and what is asked of a start.

    event: whether it holds, (draws,), for weights (draws, neurons, inputs) and output weights (draws, neurons). good: a
    basin is good if its value is at most this. equivalent: the event holds exactly if the basin is good, or only then.
    exact: the chance of the event; printed: the paper's bound, NaN where it has none; ours: a sharper bound, or NaN.
    """

    name: str
    says: str
    samples: Floats
    targets: Floats
    widths: tuple[int, ...]
    event: Event
    good: float
    equivalent: bool
    exact: Chance
    printed: Chance
    ours: Chance = lambda width: np.nan


def covered(samples: Floats, signs: Floats) -> Event:
    """The event that every sample is reached by a neuron which is positive there and has its target's sign."""

    def event(weights, outputs):
        useful = (weights @ samples.T > 0) & (outputs[..., None] * signs > 0)
        return useful.any(axis=1).all(axis=1)

    return event


def singletons(rng: np.random.Generator) -> Case:
    """A sample on both sides of five coordinates, targets of both signs."""
    needed = np.array([(1, 1), (-1, -1), (1, 1), (1, -1), (-1, 1)])
    sides = np.concatenate([np.eye(5), -np.eye(5)]) * rng.uniform(0.5, 2, (10, 1))
    targets = needed.T.ravel() * rng.uniform(0.5, 2, 10)
    return Case(
        "singletons",
        "Theorem 2: 10 samples on the sides of 5 coordinates",
        sides,
        targets,
        (4, 6, 8, 10, 12, 15, 18, 22, 26, 30),
        covered(sides, np.sign(targets)),
        1e-5 * float(np.mean(targets**2)),
        True,
        lambda width: float(coverage.theorem_2_probability(width, needed)),
        lambda width: float(coverage.theorem_2_bound(width, 5)),
    )


def full_rank(rng: np.random.Generator) -> Case:
    """Five independent samples in six inputs, at acute angles, three targets of one sign and two of the other."""
    samples, targets = rng.standard_normal((5, 6)) + 0.7, np.array([1.0, 1.0, 1.0, -1.0, -1.0]) * rng.uniform(0.5, 2, 5)
    return Case(
        "full_rank",
        "Theorem 4: 5 independent samples of 6 inputs",
        samples,
        targets,
        (2, 3, 4, 6, 8, 10, 12, 15, 18, 22),
        covered(samples, np.sign(targets)),
        1e-5 * float(np.mean(targets**2)),
        True,
        lambda width: coverage.theorem_4_probability(samples, targets, width),
        lambda width: float(coverage.theorem_4_bound(width, 5)),
    )


def exactly_spanned(coordinates: Floats) -> tuple[Floats, Floats]:
    """Samples (samples, 4) of exactly the rank of their coordinates (samples, rank), and the basis (4, rank).

    Coordinates, at most 1 in size, are rounded towards zero to multiples of 2^-30, by which no sample gets longer; the
    basis is orthonormal, of entries 1/2 and -1/2. So no product is rounded. Rank 3 at most.
    """
    basis = np.array([[1, 1, 1, 1], [1, -1, 1, -1], [1, 1, -1, -1]])[: coordinates.shape[1]].T / 2
    return np.trunc(coordinates * 2.0**30) / 2.0**30 @ basis.T, basis


def teachers(rng: np.random.Generator, accuracy: float = 0.01) -> Case:
    """The outputs of one neuron of norm 1 on 40 unit samples of rank 2 in four inputs."""
    teacher, angles = Teacher(1, 2), rng.uniform(0, 2 * np.pi, 40)
    samples, basis = exactly_spanned(np.column_stack([np.cos(angles), np.sin(angles)]))
    towards = basis[:, 0]
    least = near_neurons.theorem_3_width(teacher, accuracy)

    def near(weights, outputs):
        inside = weights @ basis
        apart = np.linalg.norm(inside / np.linalg.norm(inside, axis=-1, keepdims=True) - [1, 0], axis=-1)
        return ((apart <= np.sqrt(accuracy)) & (outputs > 0)).any(axis=1)

    return Case(
        "teachers",
        f"Theorem 3: 40 samples of rank 2, one teacher neuron, a loss of {accuracy:g}",
        samples,
        np.maximum(samples @ towards, 0),
        (2, 4, 8, 16, 32, 64, 128, 192, 256),
        near,
        accuracy * (1 + 1e-6),
        False,
        lambda width: near_neurons.theorem_3_probability(width, teacher, accuracy),
        lambda width: near_neurons.theorem_3_bound(teacher, 2 * width / least) if width >= least else np.nan,
    )


def clusters(rng: np.random.Generator, ratio: float = 0.05) -> Case:
    """Two clusters of 15 samples around unit centres in the plane, orthogonal, with targets near 1 and -1."""
    signs, slope = np.array([1.0, -1.0]), 0.5
    aside = np.exp(2j * np.pi * rng.uniform(0, 1, (2, 15))) * ratio * np.sqrt(rng.uniform(0, 1, (2, 15)))
    aside[:, 0] = 0
    samples = np.eye(2)[:, None] + np.stack([aside.real, aside.imag], axis=-1)
    targets = signs[:, None] + slope * np.abs(aside)

    def served(weights, outputs):
        distances = weights / np.linalg.norm(weights, axis=-1, keepdims=True)
        uncut = (np.abs(distances) > ratio).all(axis=-1, keepdims=True)
        return (uncut & (distances > 0) & (outputs[..., None] * signs > 0)).any(axis=1).all(axis=1)

    return Case(
        "clusters",
        "Theorem 5: 2 clusters of 15 samples in the plane",
        samples.reshape(-1, 2),
        targets.ravel(),
        (2, 4, 6, 9, 12, 16, 20, 26, 32),
        served,
        uncut_clusters.theorem_5_value(np.eye(2), ratio, signs, slope, 2),
        False,
        lambda width: float(uncut_clusters.both_served(width, ratio, one_sign=False)),
        lambda width: float(uncut_clusters.theorem_5_bound(width, 2)),
        lambda width: float(uncut_clusters.theorem_5_better_bound(width, 2)),
    )


CASES = (singletons, full_rank, teachers, clusters)
