"""Students f(x) = sum_k v_k relu(w_k.x) with v_k = +-1, trained side by side on the same batches.

All units of all students stand in one matrix, so that a step takes two large matrix products; the regulariser takes two
more for the students that have it, O(units^2 inputs).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from verification.papers.diversity2017.training.kernels import ARCCOS, backwards, move, pair_weights


@dataclass(frozen=True)
class Descent:
    """Heavy-ball steps on `loss_factor` times the mean squared error of a batch."""

    rate: float
    momentum: float = 0.0
    loss_factor: float = 0.5

    def __post_init__(self) -> None:
        if not self.rate > 0 or not 0 <= self.momentum < 1 or not self.loss_factor > 0:
            raise ValueError(f"wanted a positive rate and factor, and momentum from 0 to below 1, not {self}")


class Students:
    """Students of `widths` units each, in that order; weights (all units, inputs), signs (all units,).

    float32 or float64. Students `first` to `first + len(coefficients)`, all of one width, are trained on the loss plus
    their coefficient times R of equation (28). `losses`, (students,), are those of the last batch, before its step.
    Raises ValueError where the arrays do not fit.
    """

    def __init__(
        self,
        weights: np.ndarray,
        signs: np.ndarray,
        widths: Sequence[int],
        descent: Descent,
        coefficients: Sequence[float] = (),
        first: int = 0,
    ) -> None:
        _check(weights, signs, widths, coefficients, first)
        self.descent, self.kind = descent, weights.dtype.type
        self.weights, self.velocities = np.ascontiguousarray(weights).copy(), np.zeros_like(weights)
        self.signs, self.losses = signs.astype(weights.dtype), np.zeros(len(widths))
        self.starts = np.concatenate([[0], np.cumsum(widths)])
        self.regularised = slice(self.starts[first], self.starts[first + len(coefficients)])
        self.repulsion = Repulsion(self.weights[self.regularised], coefficients) if coefficients else None

    def step(self, samples: np.ndarray, outputs: np.ndarray) -> None:
        """One step on a batch, samples (batch, inputs) and outputs (batch,) of the weights' precision."""
        gradient = self.gradient(samples, outputs)
        move(self.weights, self.velocities, gradient, self.kind(self.descent.rate), self.kind(self.descent.momentum))

    def gradient(self, samples: np.ndarray, outputs: np.ndarray) -> np.ndarray:
        """The gradient of every student's loss, with the regulariser, by the weights; sets `losses`."""
        back = self.weights @ samples.T
        scale = self.kind(2 * self.descent.loss_factor / len(samples))
        backwards(back, self.signs, self.starts, outputs, scale, self.losses)
        gradient = back @ samples
        if self.repulsion:
            gradient[self.regularised] += self.repulsion.gradient(self.weights[self.regularised])
        return gradient

    def student(self, number: int) -> tuple[np.ndarray, np.ndarray]:
        """The weights of one student, (units, inputs), and its signs, (units,)."""
        units = slice(self.starts[number], self.starts[number + 1])
        return self.weights[units], self.signs[units]


class Repulsion:
    """The regulariser's gradient for students of one width with a coefficient each, in the weights' precision."""

    def __init__(self, weights: np.ndarray, coefficients: Sequence[float]) -> None:
        self.shape = len(coefficients), len(weights) // len(coefficients), weights.shape[1]
        units = self.shape[1]
        self.factors = np.array(coefficients, weights.dtype)[:, None] / weights.dtype.type(
            np.pi**2 * units * (units - 1)
        )
        self.constants = tuple(np.array(ARCCOS, weights.dtype))

    def gradient(self, weights: np.ndarray) -> np.ndarray:
        """By the raw weights, (units of all copies, inputs). Units that point the same way do not move each other."""
        rows = weights.reshape(self.shape)
        norms = np.sqrt(np.einsum("cij,cij->ci", rows, rows))
        directions = rows / norms[..., None]
        pairs, along = directions @ directions.swapaxes(1, 2), np.empty_like(norms)
        pair_weights(pairs, self.constants, along)
        tangential = pairs @ directions - along[..., None] * directions
        tangential *= (self.factors / norms)[..., None]
        return tangential.reshape(weights.shape)


def _check(
    weights: np.ndarray, signs: np.ndarray, widths: Sequence[int], coefficients: Sequence[float], first: int
) -> None:
    if weights.ndim != 2 or weights.dtype not in (np.float32, np.float64):
        raise ValueError(f"weights must be rows of float32 or float64, not {weights.dtype} of shape {weights.shape}")
    if not sum(widths) == len(weights) == len(signs):
        raise ValueError(f"{sum(widths)} units need as many rows and signs, not {len(weights)} and {len(signs)}")
    chosen = list(widths[first : first + len(coefficients)])
    if coefficients and (len(chosen) < len(coefficients) or len(set(chosen)) > 1 or chosen[0] < 2):
        raise ValueError(f"coefficients are of students of one width, at least 2, not of {chosen}")
