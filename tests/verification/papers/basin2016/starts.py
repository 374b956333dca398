"""Random starts: samples, targets, weights and output weights, for the tests of basins."""

import numpy as np
from hypothesis import strategies as st

SEEDS = st.integers(0, 2**32 - 1)


def whole(seed, rank=3):
    """Whole samples (m, inputs) of rank at most `rank`, whole targets, a Gaussian start."""
    rng = np.random.default_rng(seed)
    neurons, samples, inputs = (int(rng.integers(1, top)) for top in (8, 10, 6))
    x = rng.integers(-3, 4, (samples, rank)) @ rng.integers(-2, 3, (rank, inputs))
    return x, rng.integers(-4, 5, samples), rng.standard_normal((neurons, inputs)), rng.standard_normal(neurons)


def gaussian(seed):
    """Gaussian samples, targets and start, in up to five inputs."""
    rng = np.random.default_rng(seed)
    neurons, samples, inputs = (int(rng.integers(1, top)) for top in (9, 13, 6))
    x, w = rng.standard_normal((samples, inputs)), rng.standard_normal((neurons, inputs))
    return x, rng.standard_normal(samples), w, rng.standard_normal(neurons)


def loss_at(x, y, w, v):
    """The squared loss of a network on samples (m, inputs), from the definition."""
    return float(np.mean((np.maximum(x @ np.transpose(w), 0) @ v - y) ** 2))
