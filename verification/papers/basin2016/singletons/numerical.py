"""Theorem 2 in float64: random starts on singleton data, their basins solved by the cone solver."""

import numpy as np

from verification.methods import numerical
from verification.papers.basin2016.covered_starts import held_against_basins


def starts(rng, count, loss):
    """Three to six samples on the axes, one on a side at most, targets of both signs, Gaussian weights of four
    neurons or more."""
    for case in range(count):
        samples, neurons = 3 + case % 4, 4 + case % 5
        inputs = (samples + 1) // 2
        sides = rng.permutation(2 * inputs)[:samples]
        rows = np.eye(inputs)[sides % inputs] * np.where(sides < inputs, 1, -1)[:, None]
        targets = rng.choice([-1.0, 1.0], samples) * (rng.uniform(0.5, 2, samples) if loss == "squared" else 1)
        scales = rng.uniform(0.5, 2, (samples, 1))
        yield rows * scales, targets, rng.standard_normal((neurons, inputs)), rng.standard_normal(neurons)


@numerical.check(
    "basin.theorem-2",
    "coverage",
    wrong={"output signs turned": {"turned": -1.0}, "one need is enough": {"needed": np.any}},
)
def basins_of_random_starts(rng, instances, turned=1.0, needed=np.all):
    """The basin of random starts holds the optimum, zero, exactly if every need is covered: for the squared loss, and
    for the logistic one, whose infimum is not attained."""
    for loss in ("squared", "logistic"):
        yield held_against_basins(loss, starts(rng, max(20, instances // 5), loss), turned, needed)
