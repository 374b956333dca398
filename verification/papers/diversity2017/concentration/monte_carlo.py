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
    wrong={r"$\frac{V_d}{n^2}$": {"power": 2}, "no diagonal": {"own": 0.0}},
)
def slices_and_units_at_random(rng, samples):
    r"""The mean of $\mathrm{dsp}(W, S_{xy})^2$ over random units and slices, for $(d, n) = (2, 3), (3, 4), (6, 5)$."""

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


def variances(power=3, less=1):
    """2 (n - 1)/n^3 times the variance of k^2 over the angle, by quadrature."""
    nodes, weights = np.polynomial.legendre.leggauss(100)
    result = {}
    for inputs, units in SIZES:
        density = weights * np.cos(np.pi / 2 * nodes) ** (inputs - 2)
        squared = (0.25 + nodes / 4) ** 2
        mean, second = (float(density @ squared**p / density.sum()) for p in (1, 2))
        result[f"d = {inputs}, n = {units}"] = 2 * (units - less) / units**power * (second - mean**2)
    return result


@monte_carlo.check(
    "ours.lemma-9-sharp",
    "variance",
    predicts=variances,
    wrong={"$n$ for $n - 1$": {"less": 0}, r"$\frac{1}{n^2}$": {"power": 2}},
)
def spread_of_the_squared_discrepancy(rng, samples):
    r"""The mean of $\left( L_2^2 - \frac{V_d}{n} \right)^2$ over random units, $L_2^2$ by Theorem 8 and $V_d$ by the
    trigamma function, for $(d, n) = (2, 3), (3, 4), (6, 5)$.
    """

    def draw(count):
        result = {}
        for inputs, units in SIZES:
            w = rng.standard_normal((count, units, inputs))
            w /= np.linalg.norm(w, axis=2)[:, :, None]
            kernel = 0.5 - np.arccos(np.clip(w @ w.transpose(0, 2, 1), -1, 1)) / (2 * np.pi)
            mean = 1 / 16 + float(polygamma(1, inputs / 2)) / (8 * np.pi**2)
            squared = (kernel**2).mean(axis=(1, 2)) - mean
            result[f"d = {inputs}, n = {units}"] = (squared - (0.25 - mean) / units) ** 2
        return result

    return monte_carlo.means_of(draw, samples // SHARE)
