"""Errors of random networks, out of random_pnn.h5: the best of the restarts, over the simulations of each condition."""

from __future__ import annotations

import numpy as np

from pnn.store import Group


def best(group: Group, name: str = "test_mse") -> np.ndarray:
    """The least of an error over the restarts of each simulation, shape (neurons, simulations).

    As the authors report it. Restarts that diverged are left out, a simulation without any other is NaN.
    """
    errors = np.where(group.arrays["diverged"].values, np.inf, group.arrays[name].values).min(axis=-1)
    return np.where(np.isfinite(errors), errors, np.nan)


def over_variance(group: Group, sample: str = "test") -> np.ndarray:
    """E y^2 / Var y of each simulation, shape (neurons, simulations): what turns a share of E y^2 into one of Var y.

    sample: "test" for the test sample's moments, "output" for the exact ones.
    """
    mean, variance = (group.arrays[f"{sample}_{moment}"].values for moment in ("mean", "variance"))
    return 1 + mean**2 / variance


def mean_error(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean over the last axis and its standard error, NaN left out; NaN for no value, and the error of a single one."""
    count = np.isfinite(values).sum(axis=-1)
    count = np.where(count > 0, count, np.nan)
    mean = np.nansum(values, axis=-1) / count
    square = np.nansum((values - mean[..., None]) ** 2, axis=-1)
    return mean, np.sqrt(square / np.where(count > 1, count - 1, np.nan) / count)


def gamma_fit(values: np.ndarray) -> tuple[float, float]:
    """Shape and scale of the gamma density fitted to values, its origin held at 0, as the authors fit it.

    Raises ValueError for fewer than three different values, to which no density can be fitted.
    """
    values = values[np.isfinite(values)]
    if len(np.unique(values)) < 3:
        raise ValueError(f"a gamma density is fitted to three values or more, not to {values.tolist()}")
    from scipy.stats import gamma  # slow to import, and most readers of this module fit nothing

    shape, _, scale = gamma.fit(values, floc=0)
    return float(shape), float(scale)


def gamma_peak(values: np.ndarray) -> tuple[float, float]:
    """Height of the fitted gamma density's peak, and where it stands."""
    shape, scale = gamma_fit(values)
    place = max(shape - 1, 0) * scale
    from scipy.stats import gamma

    return float(gamma.pdf(place, shape, scale=scale)), place
