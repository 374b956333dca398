"""Two samples in the plane, drawn."""

import numpy as np
from scipy.optimize import brentq

from verification.methods import monte_carlo


def chance(level=0.75):
    """1 - theta/pi with cos(theta) (1 - theta/pi) at a level."""
    theta = brentq(lambda angle: np.cos(angle) * (1 - angle / np.pi) - level, 0, np.pi / 2)
    return {"event": 1 - theta / np.pi}


@monte_carlo.check(
    "ours.lemma-6-event",
    "two-samples",
    predicts=chance,
    wrong={r"$\frac23$ for $\frac34$": {"level": 2 / 3}, r"$\frac45$": {"level": 0.8}},
)
def events_of_two_samples(rng, samples):
    r"""How often the least eigenvalue of the kernel matrix of two samples is at least $\frac18$, for normal vectors in
    the plane.
    """

    def draw(count):
        x, y = rng.standard_normal((2, count, 2))
        cosine = np.einsum("ij,ij->i", x, y) / np.hypot(*x.T) / np.hypot(*y.T)
        kernel = cosine * (np.pi - np.arccos(np.clip(cosine, -1, 1))) / (2 * np.pi)
        return {"event": (0.5 - np.abs(kernel) >= 1 / 8).astype(float)}

    return monte_carlo.means_of(draw, samples)
