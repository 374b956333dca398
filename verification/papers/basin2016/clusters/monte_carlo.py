"""Theorem 5 by simulation: random neurons, and whether they cut a ball, or serve one, in the definition's own words."""

from functools import partial

import numpy as np

from verification.methods import monte_carlo
from verification.papers.basin2016.mathematics.uncut_clusters import both_served, cut_probability

BALLS = {"2 inputs": (2, 0.1), "3 inputs": (3, 0.2), "5 inputs": (5, 0.3), "9 inputs": (9, 0.25)}
WIDTH, RATIO = 7, 0.11
SHARE = 4  # samples for each simulation


def distances(weights, centre):
    """From the hyperplanes of weights (..., inputs) through zero to a centre (inputs,), signed."""
    return weights @ centre / np.linalg.norm(weights, axis=-1)


def cut(rng, count, centre, ratio):
    """Whether random hyperplanes cut the ball around a centre."""
    away = distances(rng.standard_normal((count, len(centre))), centre)
    return (np.abs(away) <= ratio * np.linalg.norm(centre)).astype(float)


def cuts(chance=cut_probability, more=0):
    """The chance that a random hyperplane cuts a ball."""
    return {name: chance(inputs + more, ratio) for name, (inputs, ratio) in BALLS.items()}


@monte_carlo.check(
    "basin.theorem-5",
    "cut",
    predicts=cuts,
    wrong={"one input more": {"more": 1}, "the ratio itself": {"chance": lambda inputs, ratio: ratio}},
)
def balls_cut_by_random_hyperplanes(rng, samples):
    """The share of Gaussian hyperplanes nearer to the centre of a ball than its radius."""
    found = {}
    for name, (inputs, ratio) in BALLS.items():
        found[name] = monte_carlo.mean_of(partial(cut, rng, centre=np.full(inputs, 1.5), ratio=ratio), samples // SHARE)
    return found


def both(ratio=RATIO, more=0, exchanged=False):
    """The exact chances in the plane."""
    alike = {"targets of one sign": True, "targets of two signs": False}
    return {name: both_served(WIDTH + more, ratio, one_sign != exchanged) for name, one_sign in alike.items()}


@monte_carlo.check(
    "basin.theorem-5",
    "plane",
    predicts=both,
    wrong={
        "no neuron cuts": {"ratio": 0.0},
        "one neuron more": {"more": 1},
        "one sign for two": {"exchanged": True},
    },
)
def nets_that_serve_both(rng, samples):
    """The share of nets of seven neurons in which each of two balls on the axes is served by a neuron that cuts
    none."""
    centres = np.array([[2.0, 0.0], [0.0, 0.7]])
    radii = RATIO * np.linalg.norm(centres, axis=1)

    def draw(count):
        weights, outputs = rng.standard_normal((count, WIDTH, 2)), rng.standard_normal((count, WIDTH, 1))
        away = np.stack([distances(weights, centre) for centre in centres], axis=-1)
        uncut = (np.abs(away) > radii).all(axis=-1, keepdims=True) & (away > 0)
        signs = {"targets of one sign": (1, 1), "targets of two signs": (1, -1)}
        served = {name: uncut & (outputs * np.array(pair) > 0) for name, pair in signs.items()}
        return {name: found.any(axis=1).all(axis=1).astype(float) for name, found in served.items()}

    return monte_carlo.means_of(draw, samples // SHARE)
