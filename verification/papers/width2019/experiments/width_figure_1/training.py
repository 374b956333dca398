"""Stochastic gradient descent with momentum on ReLU networks without biases, on the squared error."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pnn.lines import Floats


def trained(
    inputs: Floats,
    targets: Floats,
    start: Sequence[Floats],
    schedule: tuple[int, int, float, float],
    share: float,
    random: np.random.Generator,
) -> list[Floats]:
    """The weights after so many steps; schedule: (steps, batch, step size, momentum).

    A step follows `share` times the gradient of the batch's sum of squares. Batches are cut from a new order of the
    samples in every epoch, the last one short.
    """
    updates, batch, rate, momentum = schedule
    weights = [weight.copy() for weight in start]
    speeds = [np.zeros_like(weight) for weight in weights]
    order, place = random.permutation(len(inputs)), 0
    for _ in range(updates):
        if place >= len(inputs):
            order, place = random.permutation(len(inputs)), 0
        rows, place = order[place : place + batch], place + batch
        found = gradients(inputs[rows], targets[rows], weights)
        for weight, speed, gradient in zip(weights, speeds, found, strict=True):
            speed *= momentum
            speed += share / len(rows) * gradient
            weight -= rate * speed
    return weights


def gradients(inputs: Floats, targets: Floats, weights: Sequence[Floats]) -> list[Floats]:
    """Gradients of the sum of squared errors in every matrix."""
    features = [inputs]
    for weight in weights[:-1]:
        features.append(np.maximum(features[-1] @ weight, 0))
    back, found = 2 * (features[-1] @ weights[-1] - targets), []
    for layer in range(len(weights) - 1, -1, -1):
        found.append(features[layer].T @ back)
        if layer:
            back = (back @ weights[layer].T) * (features[layer] > 0)
    return found[::-1]
