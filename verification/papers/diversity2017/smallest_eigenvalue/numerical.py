"""Kernel matrices of random samples: their least eigenvalues, and how often the event of Lemma 6 happens."""

import numpy as np

from verification.drawn_once import drawn_once
from verification.experiments.rates import binomial_interval, seldom_exceeded
from verification.methods import numerical
from verification.methods.numerical import AtMost
from verification.papers.diversity2017 import activation_kernel_eigenvalue

MISSED = 1e-9  # the chance that an interval misses
ENDS = ((10, 65, 60, 0.0, 0.5), (15, 135, 60, 0.0, 0.5), (15, 110, 60, 0.5, 1.0))  # d, m, draws, least, largest


def kernel_matrix(samples):
    """g(x_i.x_j) for samples of shape (m, inputs)."""
    units = samples / np.linalg.norm(samples, axis=1)[:, None]
    cosines = np.clip(units @ units.T, -1, 1)
    np.fill_diagonal(cosines, 1)
    return cosines * (np.pi - np.arccos(cosines)) / (2 * np.pi)


@drawn_once
def least_eigenvalues(rng, inputs, m, draws):
    """The least eigenvalue of G for that many draws of m samples."""
    return np.array([np.linalg.eigvalsh(kernel_matrix(rng.standard_normal((m, inputs))))[0] for _ in range(draws)])


@numerical.check(
    "ours.lemma-6-at-step-ends",
    "frequencies",
    wrong={"the other half": {"turned": True}},
)
def frequencies_of_the_event(rng, turned=False):
    r"""Exact intervals of the event's frequency in 60 draws against the claimed side of $\frac12$; one in $10^9$
    misses.

    All eigenvalues up to $m = \frac{d (d + 3)}{2}$ after the first $d + 1$ are that of degree 2.
    """
    for inputs, m, draws, least, largest in ENDS:
        height = m * float(activation_kernel_eigenvalue(inputs, 2)) / 2
        count = int(np.sum(least_eigenvalues(rng, inputs, m, draws) >= height))
        low, high = binomial_interval(count, draws, 1 - MISSED)
        if turned:
            least, largest = 0.5 - least, 1.5 - largest
        yield AtMost(f"frequency, d = {inputs}, m = {m}", [low, least], [largest, high])


@numerical.check(
    "ours.lemma-6-event",
    "close-pair",
    wrong={"half of it": {"factor": 0.5}, "twice the kernel": {"times": 2}},
)
def least_eigenvalues_against_pairs(rng, instances, factor=1.0, times=1):
    r"""$\lambda_m(G)$ is at most $\frac12$ less $g$ at the closest pair, for 2 to 6 random samples at acute angles in
    three inputs; for two it is equal.
    """
    for index in range(max(20, instances // 10)):
        m = 2 + index % 5
        matrix = kernel_matrix(np.abs(rng.standard_normal((m, 3))))  # acute angles
        closest = matrix[np.triu_indices(m, 1)].max()
        yield AtMost(f"least eigenvalue, {index}", np.linalg.eigvalsh(matrix)[0], factor * (0.5 - times * closest))


@numerical.check(
    "ours.lemma-6-replacement",
    "probability",
    wrong={r"the whole sum, $\frac14$": {"least": 0.25}, r"the diagonal, $\frac12$": {"least": 0.5}},
)
def draws_below_the_tail(rng, least=0.015):
    r"""60 draws of 100 samples in 50 inputs, $J = 20$: how often $\lambda_m(G)$ is below 0.015, which $\frac{c_J}{2}$
    exceeds.

    At most as often as happens with a chance of $10^{-7}$ where each does with the chance stated, below 0.0042.
    """
    failures = int(np.sum(least_eigenvalues(rng, 50, 100, 60) < least))
    yield AtMost("draws that fail", float(failures), seldom_exceeded(60, 0.0042, 1e-7), 0.5)
