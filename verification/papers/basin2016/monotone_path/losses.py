"""The squared loss and softmax cross-entropy on the ray of a prediction: where it passes a given level.

Predictions and targets have shape (samples, outputs); stacks of predictions have any axes before these two. For
P != 0 the loss h(c) of the predictions c P is convex in c >= 0, with h(0) that of the zero predictions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import log_softmax, softmax

NEWTON_STEPS = 200
DOUBLINGS = 1000
ROUNDING = 16 * np.finfo(float).eps


@dataclass(frozen=True)
class Loss:
    """A convex loss of predictions and targets.

    value: mean over the samples. slope: its gradient in the predictions. growth: positive if h ever exceeds h(0), the
    theorem's condition (1), and at most zero if not. scale: the largest c with h(c) = level, of which there is one
    where h grows and the level is at least the minimum of h; NaN elsewhere.
    """

    value: Callable[[np.ndarray, np.ndarray], np.ndarray]
    slope: Callable[[np.ndarray, np.ndarray], np.ndarray]
    growth: Callable[[np.ndarray, np.ndarray], np.ndarray]
    scale: Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray]


def _sum(array: np.ndarray) -> np.ndarray:
    return array.sum(axis=(-2, -1))


def squared_value(predictions: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """Mean over the samples of |prediction - target|^2."""
    return _sum((predictions - targets) ** 2) / len(targets)


def squared_slope(predictions: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """Gradient of `squared_value` in the predictions."""
    return 2 * (predictions - targets) / len(targets)


def squared_growth(predictions: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """The norm of the predictions: the squared loss grows on every ray but that of zero."""
    return np.sqrt(_sum(predictions**2))


def squared_scale(predictions: np.ndarray, targets: np.ndarray, level: np.ndarray) -> np.ndarray:
    """The larger root of |P|^2 c^2 - 2 <P, Y> c + |Y|^2 = samples * level; at the minimum of h both roots are one."""
    along, size, sum_of_squares = _sum(predictions * targets), _sum(predictions**2), len(targets) * np.asarray(level)
    square = along**2 + size * (sum_of_squares - _sum(targets**2))
    rounding = ROUNDING * size * (sum_of_squares + _sum(targets**2))
    with np.errstate(divide="ignore", invalid="ignore"):
        root = np.sqrt(np.where(abs(square) <= rounding, 0, square))
        return np.where(size > 0, (along + root) / size, np.nan)


def entropy_value(predictions: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """Mean over the samples of -log softmax(prediction) at the class; rows of `targets` are unit vectors."""
    return -_sum(targets * log_softmax(predictions, axis=-1)) / len(targets)


def entropy_slope(predictions: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """Gradient of `entropy_value` in the predictions."""
    return (softmax(predictions, axis=-1) - targets) / len(targets)


def entropy_growth(predictions: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """The largest excess of an output over that of the class: cross-entropy grows where a sample is misclassified.

    A tie is no error; where the class is the one output, the excess is minus infinity.
    """
    own = (predictions * targets).sum(axis=-1, keepdims=True)
    return np.where(targets > 0, -np.inf, predictions - own).max(axis=(-2, -1))


def entropy_scale(predictions: np.ndarray, targets: np.ndarray, level: np.ndarray) -> np.ndarray:
    """Doubling until the loss is above the level, then Newton's method, which falls to the largest root from there."""
    shape = predictions.shape[:-2]
    rays, levels = predictions.reshape(-1, *targets.shape), np.broadcast_to(level, shape).ravel()
    scale = np.where(entropy_growth(rays, targets) > 0, 1.0, np.nan)
    for _ in range(DOUBLINGS):
        low = entropy_value(scale[:, None, None] * rays, targets) <= levels
        if not low.any():
            break
        scale[low] *= 2
    for _ in range(NEWTON_STEPS):
        here = scale[:, None, None] * rays
        step = (entropy_value(here, targets) - levels) / _sum(entropy_slope(here, targets) * rays)
        scale = scale - np.maximum(step, 0)
        if not (step > ROUNDING * scale).any():
            break
    return scale.reshape(shape)


LOSSES = {
    "squared": Loss(squared_value, squared_slope, squared_growth, squared_scale),
    "cross_entropy": Loss(entropy_value, entropy_slope, entropy_growth, entropy_scale),
}
