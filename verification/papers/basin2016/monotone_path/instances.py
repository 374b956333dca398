"""The networks and samples on which the path is built, certified and drawn, keyed by seed, loss and trial."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from pnn.experiments.seeds import generator
from verification.papers.basin2016.monotone_path.losses import LOSSES
from verification.papers.basin2016.monotone_path.networks import Network, random_network, train

SIZES = (3, 6, 5, 2)
SAMPLES = 12
EARLY, LATE = 100, 1000  # steps of Adam
RATE = 0.01
NAME = "basin_path"


@dataclass(frozen=True)
class Instance:
    """Two networks of one shape, samples (samples, inputs) and targets (samples, outputs)."""

    start: Network
    end: Network
    samples: np.ndarray
    targets: np.ndarray

    def through_zero(self) -> Instance:
        """The same end, approached from the network with the opposite predictions: halfway all of them vanish."""
        return replace(self, start=self.end.scaled(-1.0))


@lru_cache(maxsize=64)
def instance(
    seed: int,
    loss: str,
    trial: int,
    sizes: tuple[int, ...] = SIZES,
    samples: int = SAMPLES,
    steps: int = LATE,
    rate: float = RATE,
) -> Instance:
    """Gaussian inputs; Gaussian targets or random classes; a random start, and an end trained from another network.

    A start that is not worse than zero predictions is turned by the sign of its last layer, as in Proposition 2: by
    convexity at least one of P and -P has a loss of L(0) or more.
    """
    rng = generator(seed, NAME, list(LOSSES).index(loss), trial)
    inputs = rng.standard_normal((samples, sizes[0]))
    if loss == "squared":
        targets = rng.standard_normal((samples, sizes[-1]))
    else:
        targets = np.eye(sizes[-1])[rng.integers(0, sizes[-1], samples)]
    start, other = random_network(sizes, rng), random_network(sizes, rng)
    if LOSSES[loss].value(start(inputs), targets) <= LOSSES[loss].value(0 * targets, targets):
        start = start.scaled(-1.0)
    end = train(other, inputs, lambda predictions: LOSSES[loss].slope(predictions, targets), steps, rate)
    return Instance(start, end, inputs, targets)
