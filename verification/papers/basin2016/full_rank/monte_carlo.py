"""Theorem 4 by simulation: weights drawn under Assumption 1 in all inputs, and who covers what read off them."""

from functools import partial

import numpy as np

from verification.methods import monte_carlo
from verification.papers.basin2016.mathematics.coverage import theorem_4_bound, theorem_4_probability

NETS = {
    "3 of one sign": (3, 4, (1, 1, 1), 6),
    "3 and 2": (5, 6, (1, 1, 1, -1, -1), 10),
}  # samples, inputs, signs, width
SHARE = {"3 of one sign": 4, "3 and 2": 10}  # samples for each draw


def samples_of(name):
    """The samples of a net: fixed rows, far from orthogonal."""
    samples, inputs, signs, width = NETS[name]
    rows = np.random.default_rng(20161115).standard_normal((samples, inputs)) + 0.7
    return rows, np.array(signs), width


def covered(rng, count, rows, signs, width):
    """For each of `count` random nets whether every sample is reached by a neuron of its target's sign."""
    radius = rng.exponential(size=(count, width, 1)) + 0.1
    weights = radius * rng.standard_normal((count, width, rows.shape[1]))
    useful = (weights @ rows.T > 0) & (rng.standard_normal((count, width, 1)) * signs > 0)
    return useful.any(axis=1).all(axis=1).astype(float)


def predicted(probability=theorem_4_probability, rows=lambda rows: rows, more=0):
    """The exact chances."""
    nets = {name: samples_of(name) for name in NETS}
    return {name: float(probability(rows(x), signs, width + more)) for name, (x, signs, width) in nets.items()}


def independent(rows, signs, width):
    """As if samples were covered independently of one another."""
    return (1 - 0.75**width) ** len(rows)


@monte_carlo.check(
    "basin.theorem-4",
    "probability",
    predicts=predicted,
    wrong={
        "the printed bound": {"probability": lambda rows, signs, width: theorem_4_bound(width, len(rows))},
        "orthogonal samples": {"rows": lambda rows: np.eye(len(rows))},
        "independent samples": {"probability": independent},
        "one neuron more": {"more": 1},
    },
    shares=(samples_of,),
)
def random_nets(rng, samples):
    """The share of spherical, not Gaussian, nets that cover all of three and of five samples."""
    found = {}
    for name in NETS:
        rows, signs, width = samples_of(name)
        draw = partial(covered, rng, rows=rows, signs=signs, width=width)
        found[name] = monte_carlo.mean_of(draw, samples // SHARE[name])
    return found
