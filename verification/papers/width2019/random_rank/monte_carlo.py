"""Random targets and samples from the definition: what a random range leaves of targets, and realisable patterns."""

from math import comb

import numpy as np

from verification.methods import monte_carlo

PATTERN = np.array([[1, 0], [1, 1], [0, 1], [1, 1], [1, 0], [1, 0]])
SIZE, INPUTS, RANK = 6, 2, 4  # samples, inputs, and the rank for almost all samples, by the formula


def moments(rank=RANK, size=SIZE, square=lambda a, b: a * (a + 1) / ((a + b) * (a + b + 1))):
    """Mean and mean square of Beta((m - rho)/2, rho/2), the mean of chi-square, and of the share times ||Y||^4."""
    a, b = (size - rank) / 2, rank / 2
    return {"share": a / (a + b), "square": square(a, b), "left": 2 * a, "product": a / (a + b) * size * (size + 2)}


@monte_carlo.check(
    "ours.beta-law",
    "law",
    predicts=moments,
    wrong={
        "a rank of 3": {"rank": 3},
        "independent squares": {"square": lambda a, b: (a / (a + b)) ** 2},
        "one sample more": {"size": SIZE + 1},
    },
)
def targets_and_what_is_left(rng, samples):
    r"""Normal targets, for each block of them new normal samples: the share of $\|Y\|^2$ that $\tilde D$ leaves, its
    square, what is left, and the share times $\|Y\|^4$.
    """

    def draw(count):
        x, y = rng.standard_normal((len(PATTERN), INPUTS)), rng.standard_normal((count, len(PATTERN)))
        rows = np.einsum("ik,ij->ikj", PATTERN, x).reshape(len(PATTERN), -1)
        left = y - y @ rows @ np.linalg.pinv(rows)
        squares, sizes = (left**2).sum(axis=1), (y**2).sum(axis=1)
        share = squares / sizes
        return {"share": share, "square": share**2, "left": squares, "product": share * sizes**2}

    return monte_carlo.means_of(draw, samples)


def realisable(terms=2, power=1):
    """2^-(m-1) sum_{j < 2} C(m - 1, j) for three to six samples of two inputs."""
    return {f"m = {m}": sum(comb(m - 1, j) for j in range(terms)) / 2 ** (m - power) for m in (3, 4, 5, 6)}


@monte_carlo.check(
    "ours.wendel",
    "chance",
    predicts=realisable,
    wrong={"one term more": {"terms": 3}, "$2^{-m}$": {"power": 0}},
)
def samples_in_a_half_plane(rng, samples):
    r"""Normal samples with two inputs, three to six of them: how often a gap of their angles is larger than $\pi$, so
    that all are on the positive side of some weight.
    """

    def draw(count):
        x = rng.standard_normal((count, 6, 2))
        angles = np.arctan2(x[:, :, 1], x[:, :, 0])
        return {f"m = {m}": (widest_gap(angles[:, :m]) > np.pi) * 1.0 for m in (3, 4, 5, 6)}

    return monte_carlo.means_of(draw, samples)


def widest_gap(angles):
    """The widest gap between neighbouring angles on the circle, shape (count,)."""
    ordered = np.sort(angles, axis=1)
    gaps = np.diff(ordered, axis=1, append=ordered[:, :1] + 2 * np.pi)
    return gaps.max(axis=1)
