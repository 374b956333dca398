"""The networks and samples on which the path is built, certified and drawn, keyed by seed, loss and trial."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from verification.experiments.seeds import generator
from verification.papers.basin2016.monotone_path.losses import LOSSES
from verification.papers.basin2016.monotone_path.networks import Network, random_network, train

SIZES = (3, 6, 5, 2)
SAMPLES = 12
EARLY, LATE = 150, 1000  # steps of Adam
RATE = 0.01
TRIES = 10
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

    def as_told(self) -> Instance:
        """The same networks, with what the end predicts for the classes."""
        told = self.end(self.samples).argmax(axis=1)
        return replace(self, targets=np.eye(self.targets.shape[1])[told])

    def exchanged(self) -> Instance:
        """From the better network to the worse."""
        return replace(self, start=self.end, end=self.start)


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

    The end is the first of ten trained networks that is better than zero predictions; ValueError where none is.
    A start that is not worse than zero predictions is turned by the sign of its last layer, as in Proposition 2: by
    convexity at least one of P and -P has a loss of L(0) or more.
    """
    rng = generator(seed, NAME, list(LOSSES).index(loss), trial)
    inputs = rng.standard_normal((samples, sizes[0]))
    if loss == "squared":
        targets = rng.standard_normal((samples, sizes[-1]))
    else:
        targets = np.eye(sizes[-1])[rng.integers(0, sizes[-1], samples)]
    kind, start = LOSSES[loss], random_network(sizes, rng)
    zero = kind.value(0 * targets, targets)
    if kind.value(start(inputs), targets) <= zero:
        start = start.scaled(-1.0)
    for _ in range(TRIES):
        end = train(random_network(sizes, rng), inputs, lambda now: kind.slope(now, targets), steps, rate)
        if kind.value(end(inputs), targets) < zero:
            return Instance(start, end, inputs, targets)
    raise ValueError(f"of {TRIES} networks none gets below the loss of zero predictions in {steps} steps")
