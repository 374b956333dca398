"""Gradient descent on the population risk against an orthonormal teacher, compiled, every trial until it settles.

F(W) = E (sum_i relu(w_i.x) - sum_j relu(x_j))^2 / 2 for x ~ N(0, I). With the angle t of two neurons, the gradient in
w_i is w_i/2 + (sum_l s_l (|u_l| sin(t) w_i/|w_i| + (pi - t) u_l)) / (2 pi) over the other neurons (s = 1) and the
teacher's (s = -1).
"""

from __future__ import annotations

from math import acos, pi, sqrt

import numpy as np
from numba import njit


@njit(cache=True)
def _set_gradient(weights, norms, gradient):
    """Fill in norms (neurons,) and gradient (neurons, inputs); return the gradient's square length."""
    neurons, inputs = weights.shape
    for i in range(neurons):
        square, own = 0.0, 0.0
        for j in range(inputs):
            square += weights[i, j] * weights[i, j]
        norms[i] = sqrt(square)
        for j in range(inputs):
            cosine = min(1.0, max(-1.0, weights[i, j] / norms[i]))
            own -= sqrt(1.0 - cosine * cosine)
            gradient[i, j] = acos(cosine) - pi
        for j in range(inputs):
            gradient[i, j] += (pi + own / norms[i]) * weights[i, j]
    for i in range(neurons):
        for j in range(i):
            _add_pair(weights[i], weights[j], norms[i], norms[j], gradient[i], gradient[j])
    square = 0.0
    for i in range(neurons):
        for j in range(inputs):
            gradient[i, j] /= 2.0 * pi
            square += gradient[i, j] ** 2
    return square


@njit(cache=True)
def _add_pair(first, second, first_norm, second_norm, to_first, to_second):
    product = 0.0
    for j in range(len(first)):
        product += first[j] * second[j]
    cosine = min(1.0, max(-1.0, product / (first_norm * second_norm)))
    sine, rest = sqrt(1.0 - cosine * cosine), pi - acos(cosine)
    one, other = sine * second_norm / first_norm, sine * first_norm / second_norm
    for j in range(len(first)):
        to_first[j] += one * first[j] + rest * second[j]
        to_second[j] += other * second[j] + rest * first[j]


@njit(cache=True)
def _descend(weights, rate, tolerance, most_steps, steps):
    trials, neurons, inputs = weights.shape
    norms, gradient = np.empty(neurons), np.empty((neurons, inputs))
    for trial in range(trials):
        for step in range(most_steps):
            if _set_gradient(weights[trial], norms, gradient) < tolerance * tolerance:
                break
            for i in range(neurons):
                for j in range(inputs):  # one by one: arrays would take two seconds to compile
                    weights[trial, i, j] -= rate * gradient[i, j]
            steps[trial] = step + 1


def descend(weights: np.ndarray, rate: float, tolerance: float, most_steps: int) -> tuple[np.ndarray, np.ndarray]:
    """The ends (trials, neurons, inputs) of descents from `weights`, and the steps that each took, (trials,).

    A trial stops where its gradient is shorter than `tolerance`, or after `most_steps` steps. Raises ValueError for
    weights of another dimension, a zero row, or settings that are not positive.
    """
    weights = np.array(weights, dtype=float)
    if weights.ndim != 3 or not np.isfinite(weights).all() or not (weights != 0).any(axis=2).all():
        raise ValueError(
            f"wanted finite weights (trials, neurons, inputs) without zero rows, got shape {weights.shape}"
        )
    if min(rate, tolerance, most_steps) <= 0:
        raise ValueError("rate, tolerance and most_steps must be positive")
    steps = np.zeros(len(weights), dtype=np.int64)
    _descend(weights, rate, tolerance, most_steps, steps)
    return weights, steps


def gradient(weights: np.ndarray) -> np.ndarray:
    """Gradient of F at weights (neurons, inputs)."""
    found = np.empty_like(weights, dtype=float)
    _set_gradient(np.asarray(weights, dtype=float), np.empty(len(weights)), found)
    return found
