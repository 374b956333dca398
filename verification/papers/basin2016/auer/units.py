"""Samples on the axes: d inputs, samples e_j with target 2 and -e_j with target 1, the mean of squares as loss.

A single unit relu(w.x) is right about e_j where w_j = 2, and about -e_j where w_j = -1; it cannot be both.
"""

from __future__ import annotations

from fractions import Fraction
from math import comb

import numpy as np

TARGETS = (2, 1)  # of e_j and of -e_j
RATE, STEPS = 0.9, 12  # each step goes nine tenths of the way to the basin's minimum


def unit_loss(weights: np.ndarray) -> np.ndarray:
    """Loss of single units, weights (..., inputs)."""
    positive, negative = np.maximum(weights, 0), np.maximum(-weights, 0)
    return ((positive - TARGETS[0]) ** 2 + (negative - TARGETS[1]) ** 2).mean(axis=-1) / 2


def descend(weights: np.ndarray) -> np.ndarray:
    """Where gradient descent leads single units, weights (..., inputs): no weight changes its sign on the way."""
    for _ in range(STEPS):
        slopes = np.where(weights > 0, weights - TARGETS[0], weights + TARGETS[1])
        weights = weights - RATE * slopes
    return weights


def unit_law(inputs: int) -> dict[Fraction, Fraction]:
    """The losses of the basins of a single unit and the chance that a random start lies in one of that loss."""
    _refuse(1, inputs)
    return {Fraction(inputs + 3 * bad, 2 * inputs): Fraction(comb(inputs, bad), 2**inputs) for bad in range(inputs + 1)}


def least_loss(weights: np.ndarray, outputs: np.ndarray) -> np.ndarray:
    """Least loss in the basin of two-layer networks, weights (..., neurons, inputs) and outputs (..., neurons).

    Within a cell of signs a prediction takes every value >= 0 where a neuron of positive output weight is active, and
    no positive value where none is; the weights on different inputs do not meet in any sample.
    """
    good = outputs[..., None] > 0
    error = np.where((good & (weights > 0)).any(axis=-2), 0, TARGETS[0] ** 2)
    error = error + np.where((good & (weights < 0)).any(axis=-2), 0, TARGETS[1] ** 2)
    return error.mean(axis=-1) / 2


def optimum_probability(neurons: int, inputs: int) -> Fraction:
    """The chance that a random start of a two-layer network lies in a basin of least loss zero.

    With p neurons of positive output weight, all weights of both signs among them on every input. Raises ValueError
    for numbers that are not positive.
    """
    _refuse(neurons, inputs)
    both = [1 - Fraction(2, 2**p) for p in range(1, neurons + 1)]
    return sum((Fraction(comb(neurons, p), 2**neurons) * f**inputs for p, f in enumerate(both, 1)), Fraction(0))


def _refuse(neurons: int, inputs: int) -> None:
    if neurons < 1 or inputs < 1:
        raise ValueError(f"wanted one neuron and one input or more, got {neurons} and {inputs}")
