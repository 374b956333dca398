"""How the squared discrepancy of trained units falls with their number, trial by trial, and medians over the trials."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from pnn.lines import Floats
from pnn.store import Group
from verification.experiments.fits import exponents
from verification.experiments.rates import median_interval
from verification.methods.experiment import NoVerdict
from verification.papers.diversity2017.frequencies import LEVEL

MISSED = LEVEL / 4  # the chance with which one interval misses


class Median(NamedTuple):
    """The median of a number over the trials, and the ends of its exact interval: infinite for too few trials."""

    value: float
    low: float
    high: float


def median(values: Floats) -> Median:
    """The median of (trials,) and the interval between order statistics that misses it with MISSED at most."""
    low, high, missed = median_interval(values, MISSED)
    ends = (low, high) if missed <= MISSED else (-np.inf, np.inf)
    return Median(float(np.median(values)), *ends)


def at(group: Group, norm: float, name: str = "discrepancy") -> Floats:
    """An array for one norm of the weights at the start, (trials, widths). Raises NoVerdict where the data lack it."""
    found = np.flatnonzero(np.isclose(group.axes["norm"].values, norm))
    if not found.size:
        raise NoVerdict(f"no students whose weights start with norm {norm}")
    values = group.arrays[name].values[:, found[0]]
    if np.isnan(values).any():
        raise NoVerdict(f"training diverged from norm {norm}")
    return values


def slopes(group: Group, norm: float, name: str = "discrepancy") -> Floats:
    """The slope of log L_2^2 in log n by least squares over all widths, of every trial: (trials,)."""
    return np.asarray(exponents(group.axes["width"].values, at(group, norm, name).T))


def gain(group: Group, norm: float) -> Floats:
    """log of L_2^2 after training over that at the start, of the widest students: (trials,)."""
    return np.log(at(group, norm)[:, -1] / at(group, norm, "start")[:, -1])
