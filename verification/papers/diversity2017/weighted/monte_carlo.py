"""Samples at random: the weighted squares of pairs, of entries and of whole matrices."""

import numpy as np
from scipy.special import polygamma

from verification.methods import monte_carlo

SIZES = ((2, 3), (3, 4), (6, 5))  # inputs, units
PAIRS = ((2, 0.7), (3, 2.0), (5, 1.2))  # inputs, the angle between two units
SAMPLES = 3  # of a matrix
SHARE = 2  # of the samples: each takes several directions


def units_of(inputs, units):
    """Fixed unit rows, shape (units, inputs), the last two equal."""
    rows = np.array([[(4 * i + 5 * j * j + 1) % 7 - 3 for j in range(inputs)] for i in range(units)], dtype=float)
    rows[:, 0] += 0.5
    rows[-1] = rows[-2]
    return rows / np.linalg.norm(rows, axis=1)[:, None]


def pair_moments(share=0.5, weighed=True):
    """(k^2 + sin^2 / (2 pi^2 d)) / d for every pair."""
    result = {}
    for inputs, angle in PAIRS:
        kernel = (np.pi - angle) / (2 * np.pi)
        second = share * np.sin(angle) ** 2 / (np.pi**2 * inputs)
        result[f"d = {inputs}, {angle}"] = (kernel**2 + second) / (inputs if weighed else 1)
    return result


@monte_carlo.check(
    "ours.weighted-discrepancy",
    "pair",
    predicts=pair_moments,
    wrong={"no sine": {"share": 0.0}, "not weighed": {"weighed": False}},
)
def squared_cosines_where_both_are_active(rng, samples):
    r"""The mean of $(x \cdot y)^2 \, 1[u, v \in S_{xy}]$ over random directions $x, y$, for three angles between $u$
    and $v$, in 2, 3 and 5 inputs.
    """

    def draw(count):
        result = {}
        for inputs, angle in PAIRS:
            x, y = rng.standard_normal((2, count, inputs))
            second = np.cos(angle) * np.eye(inputs)[0] + np.sin(angle) * np.eye(inputs)[1]
            active = (x[:, 0] >= 0) & (y[:, 0] >= 0) & (x @ second >= 0) & (y @ second >= 0)
            result[f"d = {inputs}, {angle}"] = squared_cosine(x, y) * active
        return result

    return monte_carlo.means_of(draw, samples // SHARE)


def squared_cosine(x, y):
    """The squared cosines of rows."""
    return np.einsum("ij,ij->i", x, y) ** 2 / (np.einsum("ij,ij->i", x, x) * np.einsum("ij,ij->i", y, y))


def entries(frame=1.0, weighed=True, many=1):
    """(L_2^2 - (the mean squared cosine of units - 1/d) / (2 pi^2 d)) / d, for every size."""
    result = {}
    for inputs, units in SIZES:
        cosine = np.clip(units_of(inputs, units) @ units_of(inputs, units).T, -1, 1)
        squared = ((np.pi - np.arccos(cosine)) ** 2).mean() / (4 * np.pi**2)
        squared -= 1 / 16 + float(polygamma(1, inputs / 2)) / (8 * np.pi**2)
        second = frame * ((cosine**2).mean() - 1 / inputs) / (2 * np.pi**2 * inputs)
        result[f"d = {inputs}, n = {units}"] = many * (squared - second) / (inputs if weighed else 1)
    return result


@monte_carlo.check(
    "ours.weighted-discrepancy",
    "identity",
    predicts=entries,
    wrong={"$L_2^2$": {"weighed": False, "frame": 0.0}, r"$\frac{L_2^2}{d}$": {"frame": 0.0}},
    shares=(units_of,),
)
def weighted_discrepancies(rng, samples):
    r"""The mean of $(x \cdot y)^2 \, \mathrm{dsp}(W, S_{xy})^2$ over random directions $x, y$, for fixed units, two of
    them equal, at three sizes.
    """
    rows = {size: units_of(*size) for size in SIZES}

    def draw(count):
        result = {}
        for (inputs, n), units in rows.items():
            x, y = rng.standard_normal((2, count, inputs))
            inside = ((x @ units.T >= 0) & (y @ units.T >= 0)).mean(axis=1)
            cosine = np.einsum("ij,ij->i", x, y) / np.sqrt(np.einsum("ij,ij->i", x, x) * np.einsum("ij,ij->i", y, y))
            area = (np.pi - np.arccos(np.clip(cosine, -1, 1))) / (2 * np.pi)
            result[f"d = {inputs}, n = {n}"] = cosine**2 * (inside - area) ** 2
        return result

    return monte_carlo.means_of(draw, samples)


def matrices(many=SAMPLES * (SAMPLES - 1), frame=1.0):
    """m (m - 1) times the mean square of an entry."""
    return entries(frame, True, many)


@monte_carlo.check(
    "ours.weighted-discrepancy",
    "matrix",
    predicts=matrices,
    wrong={"$m^2$": {"many": SAMPLES**2}, "$m$": {"many": SAMPLES}},
    shares=(units_of,),
)
def frobenius_norms_off_the_diagonal(rng, samples):
    r"""The mean of $\sum_{i \ne j} (G_n - G)_{ij}^2$ over three random samples, for fixed units, two of them equal, at
    three sizes.
    """
    rows = {size: units_of(*size) for size in SIZES}

    def draw(count):
        result = {}
        for (inputs, n), units in rows.items():
            x = rng.standard_normal((count, SAMPLES, inputs))
            x /= np.linalg.norm(x, axis=2)[:, :, None]
            active = (x @ units.T >= 0).astype(float)
            gram = np.clip(x @ x.transpose(0, 2, 1), -1, 1)
            error = gram * (active @ active.transpose(0, 2, 1) / n - (np.pi - np.arccos(gram)) / (2 * np.pi))
            off = 1 - np.eye(SAMPLES)
            result[f"d = {inputs}, n = {n}"] = np.einsum("kij,ij->k", error**2, off)
        return result

    return monte_carlo.means_of(draw, samples // (2 * SHARE))
