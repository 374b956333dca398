"""Intervals for means and spreads of errors over simulations, at a level, for few simulations as for many."""

from collections.abc import Mapping

import numpy as np
from scipy.special import chdtri, ndtri, stdtrit

from verification.methods.experiment import Within

LEVEL = 1e-8  # chance that a true statement is refused, of each interval: of a whole check less than 1e-6
SPREAD = 0.25  # bound of the standard deviation of one simulation's error over its mean
PRINTED = 50  # simulations behind every printed number
READING, ROUNDING = 5e-4, 0.03  # of a mean: how well it is read off the figure, and a share for another order of sums
PLACE_READING, HEIGHT_READING = 1e-3, 1.0  # of a peak, read off too


def reach(values: np.ndarray, mean: float) -> float:
    """How far the mean of such values may lie from the true one, `mean`, times the root of their number.

    The nearer of two bounds: Student's, from the values' own spread, which says little of few values, and the normal
    one for the largest spread that the errors of one number of neurons have.
    """
    bound = -ndtri(LEVEL / 2) * SPREAD * mean
    if len(values) < 2:
        return float(bound)
    return float(min(bound, -stdtrit(len(values) - 1, LEVEL / 2) * values.std(ddof=1)))


def drawn(name: str, values: np.ndarray, printed: float) -> Within:
    """The mean of values among those behind a printed mean: all of them meet it up to reading and rounding."""
    return _about(name, values, printed, max(0.0, 1 / len(values) - 1 / PRINTED))


def another(name: str, values: np.ndarray, printed: float) -> Within:
    """The mean of values against a printed mean over as many simulations of other seeds as were printed."""
    return _about(name, values, printed, 1 / len(values) + 1 / PRINTED)


def _about(name: str, values: np.ndarray, printed: float, share: float) -> Within:
    width = READING + ROUNDING * printed + reach(values, printed) * np.sqrt(share)
    text = f"{name}: mean of {len(values)}, printed {printed:.4g} (differences refused: {width:.2g})"
    return Within(text, float(values.mean()), printed - width, printed + width)


def together(pairs: Mapping[int, tuple[np.ndarray, float]]) -> Within:
    """The mean of all shares of a mean in the printed one, which sees smaller differences than any of them alone."""
    shares = [values.mean() / printed for values, printed in pairs.values()]
    chance = [reach(v, printed) * np.sqrt(1 / len(v) + 1 / PRINTED) / printed for v, printed in pairs.values()]
    reading = np.mean([READING / printed for _, printed in pairs.values()])
    width = float(ROUNDING + reading + np.linalg.norm(chance) / len(chance))
    text = f"all k: mean share in the printed means (differences refused: {width:.2g})"
    return Within(text, float(np.mean(shares)), 1 - width, 1 + width)


def heights(count: int, printed: float) -> tuple[float, float]:
    """The interval of the peak of a density fitted to `count` of the values behind a printed one.

    A peak is as high as the values are close together, and a variance of so many has a chi-square law.
    """
    low = printed * (1 - ROUNDING) - HEIGHT_READING
    high = printed * (1 + ROUNDING) + HEIGHT_READING
    if count >= PRINTED:
        return low, high
    below, above = (np.sqrt((count - 1) / chdtri(count - 1, tail)) for tail in (LEVEL / 2, 1 - LEVEL / 2))
    return float(low * below), float(high * above)


def change(name: str, first: np.ndarray, second: np.ndarray) -> Within:
    """The mean of the second over that of the first: no significant rise."""
    before, after = first.mean(), second.mean()
    errors = [reach(values, values.mean()) / np.sqrt(len(values)) / values.mean() for values in (first, second)]
    text = f"{name}: {before:.4g} to {after:.4g}, share left"
    return Within(text, float(after / before), 0, 1 + float(np.hypot(*errors)))


def beside_one(name: str, values: np.ndarray, above: bool) -> Within:
    """The mean of values, above or below 1 up to chance."""
    room = reach(values, 1.0) / np.sqrt(len(values))
    low, high = (1 - room, 10) if above else (0, 1 + room)
    return Within(name, float(values.mean()), low, high)
