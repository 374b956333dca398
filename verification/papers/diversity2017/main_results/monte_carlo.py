"""Weights drawn by volume from the class: their directions."""

import numpy as np

from verification.methods import monte_carlo


def moments(square=0.5, half=0.5, active=0.25):
    """Means for two uniform independent directions in the plane, of lengths that are independent of them."""
    return {
        "both active at (1, 0)": active,
        "squared cosine": square,
        "squared cosine where the first is longer": square * half,
    }


@monte_carlo.check(
    "diverse.corollary-4",
    "share",
    predicts=moments,
    wrong={
        "three inputs": {"square": 1 / 3},
        "the longer one decides": {"half": 1.0},
        "one unit alone": {"active": 0.5},
    },
)
def weights_by_volume(rng, samples):
    r"""Points of a cube, kept where $|w_1| + |w_2| \le 1$, which are two units in the plane by volume: how often both
    are active at $(1, 0)$, the mean squared cosine, and the mean of that where $|w_1| > |w_2|$ and else 0.
    """

    def draw(count):
        kept = np.empty((0, 2, 2))
        while len(kept) < count:
            drawn = rng.uniform(-1, 1, (8 * count, 2, 2))
            kept = np.concatenate([kept, drawn[np.hypot(*drawn.T).sum(axis=0) <= 1]])
        kept = kept[:count]
        lengths = np.hypot(kept[..., 0], kept[..., 1])
        cosine = np.einsum("ij,ij->i", kept[:, 0], kept[:, 1]) / lengths.prod(axis=1)
        return {
            "both active at (1, 0)": (kept[:, :, 0] >= 0).all(axis=1).astype(float),
            "squared cosine": cosine**2,
            "squared cosine where the first is longer": cosine**2 * (lengths[:, 0] > lengths[:, 1]),
        }

    return monte_carlo.means_of(draw, samples)
