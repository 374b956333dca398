"""The mean of the kernel matrix over random units."""

import numpy as np

from pnn.kernels import psi_derivative
from verification.methods import monte_carlo

PAIRS = {"acute": (0.8, 0.6), "obtuse": (-0.28, 0.96), "equal": (1.0, 0.0)}  # y for x = (1, 0), in the first two inputs


def entries(half=0.25, factor=1.0):
    """t (1/4 + arcsin(t)/(2 pi)) for every pair."""
    return {name: factor * y[0] * (half + float(psi_derivative(y[0])) / 4) for name, y in PAIRS.items()}


@monte_carlo.check(
    "diverse.equation-19",
    "mean",
    predicts=entries,
    wrong={r"$\frac12$ for $\frac14$": {"half": 0.5}, "twice": {"factor": 2.0}},
)
def entries_of_single_units(rng, samples):
    r"""The mean of $1[w \cdot x \ge 0] \, 1[w \cdot y \ge 0] \, x \cdot y$ over normal $w$ in four inputs, for three
    pairs of unit vectors: at an acute and an obtuse angle, and equal.
    """

    def draw(count):
        w = rng.standard_normal((count, 4))
        active = w[:, 0] >= 0
        return {name: y[0] * (active & (w[:, :2] @ np.array(y) >= 0)).astype(float) for name, y in PAIRS.items()}

    return monte_carlo.means_of(draw, samples)
