"""Where a trial ended: its sign region, the least loss there, and whether descent from there stays and ends at it.

The empirical loss of a network on the coordinate axes depends on its masses m alone and is
(m - m*)' G (m - m*). The closed orthant of the weights in which a trial ended allows a mass on relu(x_i) where
some neuron of input i has a positive weight, on relu(-x_i) where one has a negative weight, and no other. The
least loss there is a problem of non-negative least squares. Gradient flow moves all neurons of one mass
alike, so that inside the orthant its path is that of a convex quadratic, whose sublevel sets bound it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pnn.optimum import gram_optimum
from pnn.training.problem import masses

MOST_STEPS = 20_000  # of the descent that settles the few ends which are not clear at once
STEPS_BETWEEN = 50


@dataclass(frozen=True)
class RegionEnd:
    """Losses are divided by the mean square of the outputs.

    loss: at the end; region_optimum: the least in the closed sign region of the end, exactly 0 where has_global;
    has_global: by its signs alone, the region holds a global minimum; same_sign_inputs: inputs whose weights are all
    strictly of one sign; smallest_weight: the least |weight|; limit_loss: at the local minimum that descent from the
    end leads to, NaN where none was certified; is_local_minimum: it leads there without a change of sign;
    clearance: a lower bound of every |weight| from where the descent was certified on, positive if it was.
    """

    loss: float
    region_optimum: float
    has_global: bool
    same_sign_inputs: int
    smallest_weight: float
    limit_loss: float
    is_local_minimum: bool
    clearance: float


def examine(weights: np.ndarray, line_of: np.ndarray, gram: np.ndarray, target: np.ndarray) -> RegionEnd:
    """Examine weights (neurons,), float64, on coordinate axes; gram (2 inputs, 2 inputs), target masses (2 inputs,).

    Gradient flow from weights whose clearance is positive stays in their open orthant and ends at its optimum, where
    the derivative by every weight vanishes: a local minimum of the whole loss. Elsewhere gradient descent in small
    steps goes on until that is so.
    """
    power = float(target @ gram @ target)
    counts = masses(np.sign(weights)[None], line_of)[0]
    optimum, has_global = _optimum(counts > 0, gram, target)
    settled, clear = _settle(weights, line_of, gram, target)
    limit = _optimum(masses(settled[None], line_of)[0] > 0, gram, target)[0] if clear > 0 else np.nan
    return RegionEnd(
        loss=_loss(masses(weights[None], line_of)[0], gram, target) / power,
        region_optimum=optimum / power,
        has_global=has_global,
        same_sign_inputs=int((counts.reshape(2, -1).max(axis=0) == np.bincount(line_of)).sum()),
        smallest_weight=float(np.abs(weights).min()),
        limit_loss=limit / power,
        is_local_minimum=bool(clear > 0 and (np.sign(settled) == np.sign(weights)).all()),
        clearance=clear,
    )


def _optimum(present: np.ndarray, gram: np.ndarray, target: np.ndarray) -> tuple[float, bool]:
    """The least loss with masses where `present`, and whether the target itself is among them."""
    if not (target[~present] > 0).any():
        return 0.0, True
    return _loss(region_masses(present, gram, target), gram, target), False


def region_masses(present: np.ndarray, gram: np.ndarray, target: np.ndarray) -> np.ndarray:
    """The masses of least loss among those that are non-negative, and zero where not `present`."""
    moment = gram @ target
    best = gram_optimum(gram, moment, float(target @ moment), present.reshape(2, -1).T)
    return np.concatenate([best.positive, best.negative])


def _loss(found: np.ndarray, gram: np.ndarray, target: np.ndarray) -> float:
    return float((found - target) @ gram @ (found - target))


def _settle(weights: np.ndarray, line_of: np.ndarray, gram: np.ndarray, target: np.ndarray) -> tuple[np.ndarray, float]:
    """The first weights on the descent with a positive clearance, and it; else the last ones."""
    lines = len(target) // 2
    step = 0.1 / (2 * np.linalg.eigvalsh(gram)[-1] * np.bincount(line_of).max())
    for _ in range(0, MOST_STEPS, STEPS_BETWEEN):
        clear = _clearance(weights, line_of, gram, target)
        if clear > 0 or not weights.all():
            break
        for _ in range(STEPS_BETWEEN):
            slopes = 2 * gram @ (masses(weights[None], line_of)[0] - target)
            weights = weights - step * np.where(weights > 0, slopes[line_of], -slopes[line_of + lines])
    return weights, clear


def _clearance(weights: np.ndarray, line_of: np.ndarray, gram: np.ndarray, target: np.ndarray) -> float:
    """Least |weight| at the flow's limit, less what the sublevel set of the end allows the path to stray from it."""
    if not weights.all():
        return 0.0
    ended, counts = (masses(array[None], line_of)[0] for array in (weights, np.sign(weights)))
    present = np.flatnonzero(counts)
    within, limit, nearest = gram[np.ix_(present, present)], np.zeros_like(target), np.zeros_like(target)
    limit[present] = np.linalg.solve(within, gram[present] @ target)
    gap = (ended - limit) @ gram @ (ended - limit)
    stray = np.sqrt(gap * np.diag(np.linalg.inv(within)))
    nearest[present] = (limit[present] - ended[present] - stray) / counts[present]
    mass_of = line_of + np.where(weights > 0, 0, len(target) // 2)
    return float((np.abs(weights) + nearest[mass_of]).min())
