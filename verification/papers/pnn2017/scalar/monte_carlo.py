"""Simulation of networks with one input, from their definition."""

import numpy as np

from verification.methods import monte_carlo

FORMS = ("pnn2017/scalar",)
NETS = {
    "equal sizes": ((1.5, -0.7, 0.4), (0.3, 2.0, -1.1)),
    "five neurons for two": ((0.8, 0.6, -0.5, -1.2, 0.9), (-2.0, 1.0)),
    "equal sums": ((1.0, -3.0), (-1.5, -0.5)),
    "one neuron for three": ((-1.3,), (0.4, 0.2, -0.9)),
}
TARGET = (5.0, 1.0, -3.0, -1.0)
MINIMA = {"all positive": (1.0, 2.0, 3.0), "all negative": (-0.5, -1.5, -2.0)}


def output(x, weights):
    """h(x; w) for inputs of shape (samples,)."""
    return np.maximum(np.multiply.outer(x, weights), 0.0).sum(axis=-1)


def squared_errors(pairs):
    """A function that draws inputs and returns (h - h*)^2 for every pair of networks, by name."""

    def draw(rng, count):
        x = rng.standard_normal(count)
        return {
            name: (output(x, np.array(w)) - output(x, np.array(target))) ** 2 for name, (w, target) in pairs.items()
        }

    return draw


def formula_values(forms, factor=1.0, odd=np.sum, even=lambda w: np.sum(np.abs(w))):
    """The closed form at the sums of every simulated pair."""
    return {
        name: factor * float(forms["scalar_risk"](odd(w) - odd(target), even(w) - even(target)))
        for name, (w, target) in NETS.items()
    }


@monte_carlo.check(
    "pnn.theorem-1",
    "value",
    predicts=formula_values,
    wrong={
        "a half for a quarter": {"factor": 2.0},
        "4% too large": {"factor": 1.04},
        "positive masses for absolute sums": {"even": lambda w: np.sum(np.maximum(w, 0.0))},
    },
)
def squared_errors_of_networks(rng, samples):
    """The mean of $(h - h^*)^2$ for four pairs of networks with equal and different numbers of neurons."""
    draw = squared_errors(NETS)
    return monte_carlo.means_of(lambda count: draw(rng, count), samples)


def values_at_bad_minima(share=0.5, unreachable=("negative", "positive")):
    """Half the square of the mass of the target that the region cannot reach."""
    mass = {"positive": sum(w for w in TARGET if w > 0), "negative": -sum(w for w in TARGET if w < 0)}
    return {name: share * mass[key] ** 2 for name, key in zip(MINIMA, unreachable, strict=True)}


@monte_carlo.check(
    "pnn.theorem-2",
    "bad-sets",
    predicts=values_at_bad_minima,
    wrong={
        "a quarter for a half": {"share": 0.25},
        "the masses exchanged": {"unreachable": ("positive", "negative")},
        "4% too large": {"share": 0.52},
    },
)
def squared_errors_at_bad_minima(rng, samples):
    """The mean of $(h - h^*)^2$ at one point of each bad set for a target with the masses 6 and 4."""
    draw = squared_errors({name: (w, TARGET) for name, w in MINIMA.items()})
    return monte_carlo.means_of(lambda count: draw(rng, count), samples)
