"""The mean of a product of two projections, by plain sampling in all dimensions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

BLOCK = 1 << 14


def mean(
    product: Callable[[np.ndarray, np.ndarray], np.ndarray], pair: np.ndarray, samples: int, rng: np.random.Generator
) -> tuple[float, float]:
    """Mean of product(u.x, v.x) over normal x, and its standard error; pair (2, inputs) holds u and v."""
    values = np.concatenate([product(*(pair @ x.T)) for x in _blocks(samples, pair.shape[1], rng)])
    return float(values.mean()), float(values.std(ddof=1) / np.sqrt(samples))


def _blocks(samples: int, inputs: int, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """Normal numbers (some samples, inputs), no more at a time than stay in the cache."""
    for start in range(0, samples, BLOCK):
        yield rng.standard_normal((min(BLOCK, samples - start), inputs))
