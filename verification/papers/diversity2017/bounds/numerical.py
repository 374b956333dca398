"""Smallest singular values of random networks against the bounds."""

import numpy as np

from verification.methods import numerical
from verification.methods.numerical import AtMost
from verification.papers.diversity2017 import smallest_singular_value

SIZES = ((3, 3, 2000), (6, 5, 4000), (10, 10, 6000))  # samples, inputs, units


def kernel_matrix(samples):
    """G for unit samples."""
    cosines = np.clip(samples @ samples.T, -1, 1)
    np.fill_diagonal(cosines, 1)
    return cosines * (np.pi - np.arccos(cosines)) / (2 * np.pi)


def log_chance(samples, units):
    """The logarithm of the bound on the chance of failure."""
    least = np.linalg.eigvalsh(kernel_matrix(samples))[0]
    return float(np.log(len(samples)) - units * least / (8 * np.linalg.norm(samples, 2) ** 2))


def separated_samples(rng, count, inputs):
    """Unit vectors near axes and near the diagonal of the cube, well apart."""
    rows = np.concatenate([np.eye(inputs), np.ones((count - inputs, inputs)) / inputs**0.5])
    rows += 0.05 * rng.standard_normal(rows.shape)
    rows[inputs:] *= np.where(np.arange(inputs) % 2 == 0, -1, 1)
    return rows / np.linalg.norm(rows, axis=1)[:, None]


@numerical.check(
    "ours.random-weights",
    "bound",
    wrong={r"1.5 for $\frac12$": {"share": 1.5}, "the norm of $G$ for its least eigenvalue": {"place": -1}},
)
def random_units_at_three_sizes(rng, share=0.5, place=0):
    r"""$\frac12 \lambda_m(G)$ is at most $\frac1n s_m(D)^2$ for random units at three sizes; the samples are such that
    each fails with a chance below $10^{-15}$.
    """
    for count, inputs, units in SIZES:
        samples = separated_samples(rng, count, inputs)
        least = smallest_singular_value(rng.standard_normal((units, inputs)), samples) ** 2
        values = np.linalg.eigvalsh(kernel_matrix(samples))
        yield AtMost(f"m = {count}, over n", share * values[place], least / units)


@numerical.check(
    "diverse.equation-19",
    "truncation",
    wrong={"twice the eigenvalues": {"factor": 2.0}, r"$\frac1\pi$ at degree 0": {"constant": 1 / np.pi}},
)
def cosines_in_the_plane(rng, instances, factor=1.0, constant=1 / np.pi**2):
    r"""The least eigenvalue of $G^{[3]}$, with the entries $\frac{1}{\pi^2} + \frac14 \cos \theta_{ij}$, is at most
    that of $G$, for three samples in the plane with the angles $\theta_{ij}$ between them: at random, and the first
    three equally spaced.
    """
    for index in range(max(20, instances // 10)):
        angles = 2 * np.pi * (np.arange(3) / 3 if index == 0 else rng.random(3))
        between = np.arccos(np.clip(np.cos(angles[:, None] - angles), -1, 1))
        np.fill_diagonal(between, 0)
        kernel = np.cos(between) * (np.pi - between) / (2 * np.pi)
        cut = factor * (constant + np.cos(between) / 4)
        least, other = np.linalg.eigvalsh(kernel)[0], np.linalg.eigvalsh(cut)[0]
        yield AtMost(f"least eigenvalue, {index}", other, least)
