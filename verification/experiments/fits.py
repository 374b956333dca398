"""Means, exponents and finite-size coefficients of random draws, with intervals of Student's law."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtrit

from pnn.lines import Floats


@dataclass(frozen=True)
class Estimate:
    """A number and the half-width of its interval."""

    value: float
    half: float

    @property
    def low(self) -> float:
        """The interval's lower end."""
        return self.value - self.half

    @property
    def high(self) -> float:
        """The interval's upper end."""
        return self.value + self.half

    def __str__(self) -> str:
        return f"{self.value:.3g} ± {self.half:.1g}"


def quantile(level: float, freedom: int) -> float:
    """Student's t of so many degrees of freedom that is exceeded in size with chance `level`."""
    return -float(stdtrit(freedom, level / 2))


def mean(values: ArrayLike, level: float = 0.05) -> Estimate:
    """The mean of independent values, (draws,), two or more, and the interval that misses it with chance `level`."""
    drawn = np.asarray(values, dtype=float)
    if drawn.ndim != 1 or drawn.size < 2:
        raise ValueError(f"an interval needs two values or more in a row, got shape {drawn.shape}")
    error = drawn.std(ddof=1) / np.sqrt(drawn.size)
    return Estimate(float(drawn.mean()), float(quantile(level, drawn.size - 1) * error))


def exponents(sizes: ArrayLike, values: ArrayLike) -> Floats:
    """The slope of log values in log sizes by least squares, values (sizes, draws): (draws,), or a number for (sizes,).

    Raises ValueError for fewer than two sizes and values that are not positive.
    """
    x, y = np.log(np.asarray(sizes, dtype=float)), np.asarray(values, dtype=float)
    if x.ndim != 1 or x.size < 2 or len(y) != x.size or not (y > 0).all():
        raise ValueError("an exponent needs two sizes or more and as many positive values")
    return np.tensordot((x - x.mean()) / np.sum((x - x.mean()) ** 2), np.log(y), axes=1)[()]


def exponent(sizes: ArrayLike, values: ArrayLike, level: float = 0.05) -> Estimate:
    """The exponent of independent values, one a size (sizes may repeat), from the scatter about the fitted line."""
    x, y = np.log(np.asarray(sizes, dtype=float)), np.log(np.asarray(values, dtype=float))
    across, slope = x - x.mean(), exponents(sizes, values)
    rest = y - y.mean() - slope * across
    error = np.sqrt(rest @ rest / (len(x) - 2) / (across @ across))
    return Estimate(float(slope), float(quantile(level, len(x) - 2) * error))


def coefficients(
    inputs: ArrayLike, values: ArrayLike, powers: Sequence[int], noise: float, level: float = 0.05
) -> list[Estimate]:
    """Coefficients of inputs^-p, p in `powers`, in the mean of independent values, both (draws,).

    Least squares with weights for a standard deviation that falls like inputs^-noise; its factor is estimated, so
    that for normal values the intervals are exact. Raises ValueError for no more draws than powers.
    """
    x, y = np.asarray(inputs, dtype=float), np.asarray(values, dtype=float)
    spare = y.size - len(powers)
    if x.shape != y.shape or x.ndim != 1 or spare < 1:
        raise ValueError(f"{len(powers)} coefficients need more draws, each with its inputs, got shape {y.shape}")
    if np.unique(x).size < len(powers):
        raise ValueError(f"{len(powers)} coefficients need as many numbers of inputs, got {np.unique(x)}")
    scaled = np.stack([x ** (noise - power) for power in powers], axis=1)
    factor, triangle = np.linalg.qr(scaled)
    found = np.linalg.solve(triangle, factor.T @ (x**noise * y))
    rest = x**noise * y - scaled @ found
    spread = np.sqrt(np.sum(rest**2) / spare) * np.linalg.norm(np.linalg.inv(triangle), axis=1)
    halves = quantile(level, spare) * spread
    return [Estimate(float(value), float(half)) for value, half in zip(found, halves, strict=True)]
