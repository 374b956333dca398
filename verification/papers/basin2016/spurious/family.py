"""The critical points of one symmetric family, and which point of a descent is one of them up to renaming.

Risk and derivatives are those of F(W) = E (h(x; W) - h(x; I))^2 / 2, half of `pnn.risk.population_risk`.
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np

from pnn.risk import population_gradient, population_hessian, population_risk

FEW = (1.0, 0.0, 0.3, 0.2, -0.6, 0.2)  # diagonal, off it, last columns, last rows, last diagonal, off it
MANY = (1.06, 0.0, 0.02, -0.01, -0.7, 0.28)
STEPS = 50


class Kind(IntEnum):
    """Where a descent ended."""

    GLOBAL = 0
    FAMILY = 1
    OTHER = 2
    UNSETTLED = 3


def family(numbers: np.ndarray, neurons: int, turned: int = 1) -> np.ndarray:
    """The square weights (neurons, neurons) of six numbers: the first neurons along their own teacher neurons, the last
    `turned` ones against theirs. Diagonal and off it among the first; the first's weights on the last inputs; the
    last's on the first inputs; diagonal and off it among the last."""
    diagonal, off, column, row, corner, beside = numbers
    weights, first = np.full((neurons, neurons), off, dtype=float), neurons - turned
    weights[:first, first:], weights[first:, :first], weights[first:, first:] = column, row, beside
    np.fill_diagonal(weights, [diagonal] * first + [corner] * turned)
    return weights


def critical_point(neurons: int, turned: int = 1) -> np.ndarray:
    """The family's critical point near FEW, with more than three turned neurons near MANY, by Newton's method in the
    numbers that occur.

    Raises ValueError for fewer than three neurons, no turned one or more than there are, and where Newton's method does
    not settle.
    """
    if neurons < 3 or not 1 <= turned <= neurons:
        raise ValueError(f"the family is one from three neurons on, 1 to all turned; not {turned} of {neurons}")
    directions = np.stack([family(unit, neurons, turned).ravel() for unit in np.eye(6)])
    occurring = directions.any(axis=1)
    directions, teacher = directions[occurring], np.eye(neurons)
    numbers = np.array(FEW if turned <= 3 else MANY)
    for _ in range(STEPS):
        weights = family(numbers, neurons, turned)
        slope = directions @ population_gradient(weights, teacher).ravel()
        step = np.linalg.solve(directions @ population_hessian(weights, teacher) @ directions.T, slope)
        numbers[occurring] -= step
        if np.abs(step).max() < 1e-14:
            return family(numbers, neurons, turned)
    raise ValueError(f"Newton's method does not settle for {turned} turned neurons of {neurons}")


def risk(weights: np.ndarray) -> float:
    """F of weights (neurons, inputs)."""
    return population_risk(weights, np.eye(weights.shape[1])) / 2


def least_curvature(weights: np.ndarray) -> float:
    """The smallest eigenvalue of the Hessian of F at weights (neurons, inputs)."""
    return float(np.linalg.eigvalsh(population_hessian(weights, np.eye(weights.shape[1])))[0] / 2)


def polished(weights: np.ndarray, steps: int) -> np.ndarray:
    """The weights after some Newton steps towards a critical point of F."""
    teacher = np.eye(weights.shape[1])
    for _ in range(steps):
        slope, hessian = population_gradient(weights, teacher), population_hessian(weights, teacher)
        weights = weights - np.linalg.solve(hessian, slope.ravel()).reshape(weights.shape)
    return weights


def _matched(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows and columns, one each, with the largest sum of weights."""
    from scipy.optimize import linear_sum_assignment  # certificates match nothing, and are spared what loading it takes

    return linear_sum_assignment(-weights)


def distance_to_teacher(weights: np.ndarray) -> float:
    """Largest difference between square weights and the teacher's, its neurons renamed in the best way."""
    rows, columns = _matched(weights)
    matched = np.zeros_like(weights)
    matched[rows, columns] = 1.0
    return float(np.abs(weights - matched).max())


def distance_to_family(weights: np.ndarray, critical: np.ndarray) -> float:
    """Largest difference between square weights and a point of the family, neurons and inputs renamed.

    The smallest weight names the family's last neuron and last input; the others are matched by their largest weights.
    """
    last, against = np.unravel_index(weights.argmin(), weights.shape)
    others = np.delete(np.delete(weights, last, 0), against, 1)
    _, columns = _matched(others)
    inputs = [*np.delete(np.arange(len(weights)), against)[columns], against]
    neurons = [*np.delete(np.arange(len(weights)), last), last]
    return float(np.abs(weights[np.ix_(neurons, inputs)] - critical).max())
