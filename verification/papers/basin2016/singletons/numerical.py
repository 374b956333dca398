"""Theorem 2 in float64: random starts on singleton data, their basins solved by the cone solver."""

import numpy as np

from verification.methods import numerical
from verification.methods.numerical import Cases
from verification.papers.basin2016.mathematics.basin import basin_value

CLOSE = 1e-5  # between the optimum, whose gap is below 1e-6, and the next value, which is above 1e-2


def start(rng, samples, neurons):
    """Samples on the axes, one on a side at most, targets of both signs, and Gaussian weights."""
    inputs = (samples + 1) // 2
    sides = rng.permutation(2 * inputs)[:samples]
    rows = np.eye(inputs)[sides % inputs] * np.where(sides < inputs, 1, -1)[:, None] * rng.uniform(0.5, 2, (samples, 1))
    signs = rng.choice([-1.0, 1.0], samples)
    return rows, signs, rng.standard_normal((neurons, inputs)), rng.standard_normal(neurons)


def covered(rows, signs, weights, outputs, turned=1.0, needed=np.all):
    """Whether a neuron with the target's sign is positive on each sample."""
    useful = (weights @ rows.T > 0) & (turned * outputs[:, None] * signs > 0)
    return bool(needed(useful.any(axis=0)))


@numerical.check(
    "basin.theorem-2",
    "coverage",
    wrong={"output signs turned": {"turned": -1.0}, "one need is enough": {"needed": np.any}},
)
def basins_of_random_starts(rng, instances, turned=1.0, needed=np.all):
    """The basin of random starts with three to six samples holds the optimum, zero, exactly if every need is covered:
    for the squared loss, and for the logistic one, whose infimum is not attained."""
    for loss in ("squared", "logistic"):
        failed, tried, both = 0, max(20, instances // 5), set()
        for case in range(tried):
            rows, signs, weights, outputs = start(rng, 3 + case % 4, 4 + case % 5)
            targets = signs if loss == "logistic" else signs * rng.uniform(0.5, 2, len(signs))
            met = covered(rows, signs, weights, outputs, turned, needed)
            failed += (basin_value(rows, targets, weights, outputs, loss).value < CLOSE) != met
            both.add(met)
        yield Cases(f"{loss} loss, starts of either kind", failed + (len(both) < 2), tried)
