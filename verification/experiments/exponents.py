"""Fitted exponents of a power law over the last octaves, with their errors over independent draws."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from pnn.lines import Floats


class Exponent(NamedTuple):
    """A fitted exponent and its standard error."""

    value: float
    error: float


def fitted_exponent(sizes: Floats, draws: Floats, shift: float = 0.0, octaves: int = 3) -> Exponent:
    """The slope of the log of the mean over draws in log(size + shift), for the sizes of the last `octaves` octaves.

    sizes (sizes,) rising, draws (draws, sizes), positive; the error is the jackknife's over the draws. Raises
    ValueError for fewer than two sizes in these octaves, or two draws.
    """
    sizes = np.asarray(sizes, dtype=float)
    used = sizes >= sizes.max() / 2.0**octaves
    if used.sum() < 2 or len(draws) < 2:
        raise ValueError(f"an exponent needs two sizes and two draws, got {used.sum()} and {len(draws)}")
    log_sizes = np.log(sizes[used] + shift)
    weights = (log_sizes - log_sizes.mean()) / ((log_sizes - log_sizes.mean()) ** 2).sum()
    draws = np.asarray(draws)[:, used]
    count, total = len(draws), draws.sum(axis=0)
    without_one = np.log((total - draws) / (count - 1)) @ weights
    error = np.sqrt((count - 1) / count * ((without_one - without_one.mean()) ** 2).sum())
    return Exponent(float(np.log(total / count) @ weights), float(error))


def shift_of(power: float) -> float:
    """(power + 1)/2: the mean of V^power, V the share of a sphere that is nearer than the nearest of r lines.

    It is Gamma(power + 1) Gamma(r + 1) / Gamma(r + power + 1), which is (r + (power + 1)/2)^-power to second order.
    """
    return (power + 1) / 2
