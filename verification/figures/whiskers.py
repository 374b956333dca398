"""The whiskers of every figure, of one kind: 95% intervals, and the sentence of the captions that says so."""

from __future__ import annotations

import numpy as np

from verification.experiments.fits import quantile
from verification.experiments.rates import binomial_interval

LEVEL = 0.95
TOLD = "Whiskers are 95% intervals, each for its own mark: Clopper and Pearson's for shares, Student's for means."


def of_shares(counts: np.ndarray, trials: np.ndarray | int) -> np.ndarray:
    """Distances from the shares of counts, (n,), in trials, (n,) or one number, to their intervals' ends, (2, n).

    NaN where there was no trial.
    """
    counts, trials = np.broadcast_arrays(counts, trials)
    ends = np.array([_interval(int(count), int(number)) for count, number in zip(counts, trials, strict=True)])
    share = counts / np.where(trials > 0, trials, np.nan)
    return np.clip(np.stack([share - ends[:, 0], ends[:, 1] - share]), 0, None)


def _interval(count: int, trials: int) -> tuple[float, float]:
    return binomial_interval(count, trials, LEVEL) if trials else (np.nan, np.nan)


def of_means(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Means over the last axis and the half-widths of intervals, NaN left out; NaN for that of a single value."""
    number = np.isfinite(values).sum(axis=-1)
    mean = np.nansum(values, axis=-1) / np.where(number > 0, number, np.nan)
    freedom = np.where(number > 1, number - 1, 1)
    square = np.nansum((values - mean[..., None]) ** 2, axis=-1) / freedom
    factor = np.vectorize(quantile, otypes=[float])(1 - LEVEL, freedom)
    return mean, np.where(number > 1, factor * np.sqrt(square / np.where(number > 0, number, 1)), np.nan)


def estimate(value: float, half: float) -> str:
    """A number and the half-width of its interval to two of its digits, both to the same place: "−0.842 ± 0.048"."""
    if not (np.isfinite(half) and half > 0):
        return number(f"{value:.3g}")
    places = max(0, 1 - int(np.floor(np.log10(half))))
    return number(f"{value:.{places}f} ± {half:.{places}f}")


def number(text: str) -> str:
    """A formatted number with a true minus sign."""
    return text.replace("-", "−")
