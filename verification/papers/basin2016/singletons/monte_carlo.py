"""Theorem 2 by simulation: weights drawn under Assumption 1, and who covers what read off them."""

from functools import partial

import numpy as np

from verification.methods import monte_carlo
from verification.papers.basin2016.mathematics.coverage import theorem_2_bound, theorem_2_probability

NETS = {
    "2 inputs, 6 neurons": (6, ((1, 1), (1, -1))),
    "5 inputs, 12 neurons": (12, ((1, 1), (-1, -1), (1, -1), (-1, 1), (1, 0))),
}
SHARE = {"2 inputs, 6 neurons": 4, "5 inputs, 12 neurons": 10}  # samples for each draw


def samples_of(needed_signs):
    """A sample on each side that needs a sign, at another distance each, and its target's sign."""
    needed, axes = np.array(needed_signs), np.eye(len(needed_signs))
    coordinates, sides = np.nonzero(needed)
    distances = (1 + np.arange(len(sides)) / 3) * np.where(sides, -1, 1)
    return axes[coordinates] * distances[:, None], needed[coordinates, sides]


def covered(rng, count, neurons, rows, signs):
    """For each of `count` random nets whether every sample is reached by a neuron of its target's sign."""
    weights = rng.standard_normal((count, neurons, rows.shape[1]))
    outputs = rng.standard_normal((count, neurons, 1))
    useful = (weights @ rows.T > 0) & (outputs * signs > 0)
    return useful.any(axis=1).all(axis=1).astype(float)


def predicted(probability=theorem_2_probability, more=0):
    """The exact chances."""
    return {name: float(probability(width + more, needed)) for name, (width, needed) in NETS.items()}


def independent(width, needed):
    """As if needs were covered independently."""
    return (1 - 0.75**width) ** len(samples_of(needed)[1])


@monte_carlo.check(
    "basin.theorem-2",
    "probability",
    predicts=predicted,
    wrong={
        "the printed bound": {"probability": lambda width, needed: theorem_2_bound(width, len(needed))},
        "independent needs": {"probability": independent},
        "one neuron more": {"more": 1},
    },
)
def random_nets(rng, samples):
    """The share of Gaussian nets that cover all samples on the axes; a sample each for most sides."""
    found = {}
    for name, (width, needed) in NETS.items():
        draw = partial(covered, rng, neurons=width, rows=samples_of(needed)[0], signs=samples_of(needed)[1])
        found[name] = monte_carlo.mean_of(draw, samples // SHARE[name])
    return found


NEEDS = {"one need": ((0, 1),), "two of one sign": ((0, 1), (1, 1)), "two of two signs": ((0, 1), (1, -1)),
         "two of one coordinate": ((0, 1), (0, 1))}  # fmt: skip
SIDES = {"two of one coordinate": (1, -1)}  # of the needs' samples; else positive


def missing(alone=0.75, alike=0.625, other=0.5):
    """The chances that one neuron misses these needs."""
    return dict(zip(NEEDS, (alone, alike, other, other), strict=True))


def missed_by_one(rng, count):
    """For each kind of needs whether a Gaussian neuron is of no use to any of its samples."""
    weights, outputs = rng.standard_normal((count, 3)), rng.standard_normal((count, 1))
    found = {}
    for name, needs in NEEDS.items():
        coordinates, signs = np.array(needs).T
        useful = (weights[:, coordinates] * SIDES.get(name, 1) > 0) & (outputs * signs > 0)
        found[name] = (~useful.any(axis=1)).astype(float)
    return found


def check_of_missing(part, names, wrong):
    """A simulation of the chances of these names."""

    def predicts(**chances):
        return {name: missing(**chances)[name] for name in names}

    predicts.__doc__ = "The chances stated."
    return monte_carlo.check("basin.theorem-2", part, predicts=predicts, wrong=wrong)


@check_of_missing("missed", ("one need",), {"one in three": {"alone": 2 / 3}, "one in two": {"alone": 0.5}})
def neurons_that_miss_a_need(rng, samples):
    """The share of Gaussian neurons that miss one need."""
    return {"one need": monte_carlo.mean_of(lambda count: missed_by_one(rng, count)["one need"], samples // 10)}


@check_of_missing(
    "pairs",
    tuple(NEEDS)[1:],
    {r"$\frac{9}{16}$: two independent needs": {"alike": 9 / 16}, r"$\frac58$ of two signs too": {"other": 5 / 8}},
)
def neurons_that_miss_two_needs(rng, samples):
    """The share of Gaussian neurons that miss both of two needs."""
    found = monte_carlo.means_of(lambda count: missed_by_one(rng, count), samples // 10)
    return {name: found[name] for name in tuple(NEEDS)[1:]}
