"""Counts of events as rates: exact intervals, paired comparisons and what they could have detected."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import bdtr, bdtrc, betaincinv, ndtri


@dataclass(frozen=True)
class Paired:
    """Two verdicts on the same trials.

    only_first, only_second: trials that one alone calls bad; probability: of a split at least as uneven if both
    rates are equal (exact McNemar test); detectable: the least difference of the rates that this many trials with
    this share of discordant ones would have shown with probability one half at the level asked for.
    """

    trials: int
    only_first: int
    only_second: int
    probability: float
    detectable: float


def binomial_interval(count: int, trials: int, level: float = 0.95) -> tuple[float, float]:
    """The exact interval of Clopper & Pearson (Biometrika 26, 1934) for a rate."""
    if not 0 <= count <= trials or trials < 1 or not 0 < level < 1:
        raise ValueError(f"{count} of {trials} at level {level} is no frequency")
    tail = (1 - level) / 2
    low = betaincinv(count, trials - count + 1, tail) if count else 0.0
    high = betaincinv(count + 1, trials - count, 1 - tail) if count < trials else 1.0
    return float(low), float(high)


def seldom_exceeded(trials: int, share: float, chance: float) -> int:
    """The least count that independent trials, each an event with chance `share`, exceed with `chance` at most.

    Raises ValueError for no trial, and where share is not in [0, 1] or chance not between 0 and 1.
    """
    if trials < 1 or not 0 <= share <= 1 or not 0 < chance < 1:
        raise ValueError(f"{trials} trials of share {share} at a chance of {chance} are no frequency")
    return int(np.argmax(bdtrc(np.arange(trials + 1), trials, share) <= chance))


def median_interval(values: np.ndarray, missed: float) -> tuple[float, float, float]:
    """The narrowest interval between order statistics that misses the median of the law with a chance of `missed` at
    most, and the chance with which it does (exact for a continuous law, else at most); all values span it, and the
    chance is larger, where they are too few."""
    if values.ndim != 1 or not len(values) or not 0 < missed < 1:
        raise ValueError(f"shape {values.shape} and {missed} are no trials and no chance")
    ordered, trials = np.sort(values), len(values)
    below = [k for k in range((trials - 1) // 2 + 1) if 2 * bdtr(k, trials, 0.5) <= missed]
    place = max(below, default=0)
    return float(ordered[place]), float(ordered[-1 - place]), float(min(1.0, 2 * bdtr(place, trials, 0.5)))


def compare_paired(first: np.ndarray, second: np.ndarray, level: float = 0.95) -> Paired:
    """Compare two boolean verdicts of shape (trials,) on the same trials, trial by trial."""
    if first.shape != second.shape or first.ndim != 1 or {first.dtype, second.dtype} != {np.dtype(bool)}:
        raise ValueError("verdicts must be boolean, one for each trial, and as many of each")
    trials, ahead, behind = len(first), int((first & ~second).sum()), int((second & ~first).sum())
    discordant = ahead + behind
    probability = min(1.0, 2 * bdtr(min(ahead, behind), discordant, 0.5)) if discordant else 1.0
    spread = np.sqrt(max(discordant, 1)) / trials
    return Paired(trials, ahead, behind, float(probability), float(ndtri((1 + level) / 2) * spread))


def compare_counts(first: tuple[int, int], second: tuple[int, int], level: float = 0.95) -> tuple[float, float, float]:
    """Difference of two rates (count, trials) from different trials, its standard error, the detectable difference."""
    rates = [count / trials for count, trials in (first, second)]
    pooled = (first[0] + second[0]) / (first[1] + second[1])
    error = float(np.sqrt(pooled * (1 - pooled) * (1 / first[1] + 1 / second[1])))
    return rates[0] - rates[1], error, float(ndtri((1 + level) / 2)) * error
