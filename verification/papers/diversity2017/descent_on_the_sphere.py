"""Descent of the two regularisers with units held to the sphere."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from pnn.lines import Floats
from verification.papers.diversity2017.mathematics.discrepancy import regulariser_gradient
from verification.papers.diversity2017.mathematics.symmetric import symmetric_regulariser_gradient

Gradient = Callable[[Floats], Floats]


def unit_rows(rows: Floats) -> Floats:
    """Rows brought to length one."""
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def sphere(count: int, inputs: int, random: np.random.Generator) -> Floats:
    """Independent uniform directions, shape (count, inputs)."""
    return unit_rows(random.standard_normal((count, inputs)))


def of_pairs(units: Floats) -> Floats:
    """The gradient of the sum over pairs of k(t)^2."""
    return len(units) * (len(units) - 1) / 2 * regulariser_gradient(units)


def of_symmetric_pairs(units: Floats) -> Floats:
    """The gradient of the sum over pairs of k(t)^2 + k(-t)^2, that is of arcsin(t)^2 / (2 pi^2)."""
    return len(units) * (len(units) - 1) / (4 * np.pi**2) * symmetric_regulariser_gradient(units)


def descent(units: Floats, gradient: Gradient, rate: float, steps: int) -> Iterator[Floats]:
    """The units at the start and after each step; a step follows the gradient and goes back to the sphere."""
    yield units
    for _ in range(steps):
        units = unit_rows(units - rate * gradient(units))
        yield units
