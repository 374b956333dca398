"""Random units: the mean of their squared discrepancy."""

import numpy as np
from scipy.special import polygamma

from verification.methods import monte_carlo

SIZES = ((2, 3), (3, 4), (6, 5))  # inputs, units
SHARE = 4  # of the samples: each takes several units


def means(power=1, own=0.25):
    """V_d / n for every size, with V_d by the trigamma function."""
    return {
        f"d = {d}, n = {n}": (own - 1 / 16 - float(polygamma(1, d / 2)) / (8 * np.pi**2)) / n**power for d, n in SIZES
    }


@monte_carlo.check(
    "ours.lemma-9-sharp",
    "mean",
    predicts=means,
    wrong={"V_d/n^2": {"power": 2}, "no diagonal": {"own": 0.0}},
)
def slices_and_units_at_random(rng, samples):
    """The mean of (the share of random units in a random slice, less its area) squared."""

    def draw(count):
        result = {}
        for inputs, units in SIZES:
            x, y = rng.standard_normal((2, count, inputs))
            w = rng.standard_normal((count, units, inputs))
            inside = (np.einsum("kij,kj->ki", w, x) >= 0) & (np.einsum("kij,kj->ki", w, y) >= 0)
            cosine = np.einsum("ij,ij->i", x, y) / np.sqrt(np.einsum("ij,ij->i", x, x) * np.einsum("ij,ij->i", y, y))
            area = (np.pi - np.arccos(np.clip(cosine, -1, 1))) / (2 * np.pi)
            result[f"d = {inputs}, n = {units}"] = (inside.mean(axis=1) - area) ** 2
        return result

    return monte_carlo.means_of(draw, samples // SHARE)
