"""Theorem 4 in float64 by another route: orthants as areas of spherical triangles, subsets one by one."""

from itertools import combinations, product

import numpy as np

from verification.methods import numerical
from verification.methods.numerical import Same
from verification.papers.basin2016.covered_starts import held_against_basins
from verification.papers.basin2016.mathematics.coverage import theorem_4_probability


def solid_angle(rows):
    """The share of the sphere on which three independent vectors are all negative.

    It is the triangle of the directions -X^-1 e_t; its area by the formula of van Oosterom & Strackee (1983).
    """
    corners = np.linalg.inv(rows).T
    a, b, c = corners / np.linalg.norm(corners, axis=1, keepdims=True)
    whole = 1 + a @ b + b @ c + c @ a
    return 2 * np.arctan2(abs(np.linalg.det([a, b, c])), whole) / (4 * np.pi)


def orthant(rows):
    """O of up to three rows; fewer are completed by directions orthogonal to them, whose signs are fair."""
    if not len(rows):
        return 1.0
    triangle = np.linalg.qr(rows.T)[1].T
    missing = 3 - len(rows)
    padded = np.block([[triangle, np.zeros((len(rows), missing))], [np.zeros((missing, len(rows))), np.eye(missing)]])
    return solid_angle(padded) * 2**missing


def by_subsets(rows, signs, width):
    """The chance by inclusion and exclusion over all sets of samples."""
    chance = 0.0
    for size in range(len(rows) + 1):
        for chosen in combinations(range(len(rows)), size):
            sides = [rows[[t for t in chosen if signs[t] == b]] for b in (1, -1)]
            chance += (-1) ** size * (sum(orthant(side) for side in sides) / 2) ** width
    return chance


@numerical.check(
    "basin.theorem-4",
    "probability",
    wrong={
        "one neuron more": {"more": 1},
        "one sample left out": {"first": 0},
    },
)
def inclusion_and_exclusion_over_triangles(rng, instances, more=0, first=1):
    """The library's chance for random samples, up to three of a sign, against the sum over all sets of samples."""
    found, other = [], []
    splits = list(product((0, 1, 2, 3), repeat=2))[1:]
    for case in range(instances):
        plus, minus = splits[case % len(splits)]
        signs = np.repeat([1, -1], [plus, minus])
        rows = rng.standard_normal((plus + minus, 7)) + rng.uniform(0, 1)
        width = int(rng.integers(1, 15))
        found.append(theorem_4_probability(rows, signs * np.where(np.arange(len(signs)), 1, first), width + more))
        other.append(by_subsets(rows, signs, width))
    yield Same("chance", found, other, 1e-11)


def starts(rng, count, loss):
    """Two to five independent samples in six inputs, targets of both signs, Gaussian weights of four neurons or
    more."""
    for case in range(count):
        samples, neurons = 2 + case % 4, 4 + case % 5
        targets = rng.choice([-1.0, 1.0], samples) * (rng.uniform(0.5, 2, samples) if loss == "squared" else 1)
        rows, weights = rng.standard_normal((samples, 6)), rng.standard_normal((neurons, 6))
        yield rows, targets, weights, rng.standard_normal(neurons)


@numerical.check(
    "basin.theorem-4",
    "coverage",
    wrong={"output signs turned": {"turned": -1.0}, "one need is enough": {"needed": np.any}},
)
def basins_of_random_starts(rng, instances, turned=1.0, needed=np.all):
    """The basin of random starts holds the optimum, zero, exactly if every sample is covered: for the squared loss, and
    for the logistic one, whose infimum is not attained."""
    for loss in ("squared", "logistic"):
        yield held_against_basins(loss, starts(rng, max(20, instances // 5), loss), turned, needed)
