"""Simulation of the two moments from their definitions."""

import numpy as np

from verification.methods import monte_carlo

INPUTS = 4
FIRST = np.array([1.0, -2.0, 0.5, 1.5])
SECOND = np.array([0.5, -0.5, 2.0, -1.0])
SCALARS = ((2.0, 0.5), (2.0, -0.5), (-1.0, 3.0), (-1.0, -3.0))


def matrix_entries(opening=lambda angle: np.pi - angle, weight=np.sin, exchange=None):
    """Lemma 6 without a frame: the exchange is (u v' + v u' - cos (u u' + v v')) / sin^2 of the unit vectors u, v."""
    u, v = FIRST / np.linalg.norm(FIRST), SECOND / np.linalg.norm(SECOND)
    angle = np.arccos(u @ v)
    mixed = np.outer(u, v) + np.outer(v, u) - np.cos(angle) * (np.outer(u, u) + np.outer(v, v))
    swap = mixed / np.sin(angle) ** 2 if exchange is None else exchange
    matrix = (opening(angle) * np.eye(INPUTS) + weight(angle) * swap) / (2 * np.pi)
    return {f"entry {i}, {j}": matrix[i, j] for i in range(INPUTS) for j in range(i, INPUTS)}


@monte_carlo.check(
    "pnn.lemma-6",
    "matrix",
    predicts=matrix_entries,
    wrong={
        "the angle for its supplement": {"opening": lambda angle: angle},
        "a cosine for the sine": {"weight": np.cos},
        "the identity for the exchange": {"exchange": np.eye(INPUTS)},
    },
)
def products_where_both_act(rng, samples):
    """The mean of $x_i x_j$ over full-dimensional samples, counted where both products with the vectors are
    positive."""

    def draw(count):
        x = rng.standard_normal((count, INPUTS))
        acting = x * ((x @ FIRST > 0) & (x @ SECOND > 0))[:, None]
        return {f"entry {i}, {j}": acting[:, i] * x[:, j] for i in range(INPUTS) for j in range(i, INPUTS)}

    return monte_carlo.means_of(draw, samples)


def scalar_moments(share=0.25, signs=lambda v, w: np.sign(v) * np.sign(w)):
    """Lemma 7 at every simulated pair of scalars."""
    return {f"{v:g} and {w:g}": share * (1 + signs(v, w)) for v, w in SCALARS}


@monte_carlo.check(
    "pnn.lemma-7",
    "moment",
    predicts=scalar_moments,
    wrong={
        "a half for a quarter": {"share": 0.5},
        "the first sign only": {"signs": lambda v, w: np.sign(v)},
        "the second sign only": {"signs": lambda v, w: np.sign(w)},
    },
)
def squares_where_both_act(rng, samples):
    """The mean of $x^2$ counted where both scalars times $x$ are positive."""

    def draw(count):
        x = rng.standard_normal(count)
        return {f"{v:g} and {w:g}": x**2 * ((v * x > 0) & (w * x > 0)) for v, w in SCALARS}

    return monte_carlo.means_of(draw, samples)


def unit_products(share=0.25, even=1.0):
    """E relu(v x) relu(w x) at every simulated pair of scalars."""
    return {f"{v:g} and {w:g}": share * (v * w + even * abs(v * w)) for v, w in SCALARS}


@monte_carlo.check(
    "pnn.lemma-7",
    "product",
    predicts=unit_products,
    wrong={"a half for a quarter": {"share": 0.5}, "no absolute value": {"even": 0.0}},
)
def products_of_two_units(rng, samples):
    """The mean of the product of two scalar units, for four pairs of scalars, of both signs."""

    def draw(count):
        x = rng.standard_normal(count)
        return {f"{v:g} and {w:g}": np.maximum(v * x, 0) * np.maximum(w * x, 0) for v, w in SCALARS}

    return monte_carlo.means_of(draw, samples)
