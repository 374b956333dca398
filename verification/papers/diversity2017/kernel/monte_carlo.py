"""One unit at a time: the mean of its entry of the Gram matrix."""

import numpy as np

from verification.methods import monte_carlo

COSINES = ((2, 0.8), (3, -0.6), (6, 0.28))  # inputs, the cosine of two samples


def entries(power=1, whole=2.0):
    """t k(t) for every pair of samples."""
    return {f"d = {d}, t = {t}": t**power * (0.5 - np.arccos(t) / (whole * np.pi)) for d, t in COSINES}


@monte_carlo.check(
    "diverse.equation-8",
    "mean",
    predicts=entries,
    wrong={"$t^2$": {"power": 2}, "of a half turn": {"whole": 1.0}},
)
def units_on_two_samples(rng, samples):
    r"""The mean over uniform units of $x \cdot y \; 1[w \cdot x \ge 0] \, 1[w \cdot y \ge 0]$, what one adds to
    $n G_n(i, j)$, for pairs in 2, 3 and 6 inputs.
    """

    def draw(count):
        result = {}
        for inputs, cosine in COSINES:
            w = rng.standard_normal((count, inputs))
            y = np.zeros(inputs)
            y[0], y[-1] = cosine, np.sqrt(1 - cosine**2)
            result[f"d = {inputs}, t = {cosine}"] = cosine * ((w[:, 0] >= 0) & (w @ y >= 0))
        return result

    return monte_carlo.means_of(draw, samples)
