"""How far J falls with width, with a second hidden layer and by training, in each trial of Figure 1's experiment."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from pnn.lines import Floats
from pnn.store import Group
from verification.experiments.rates import median_interval
from verification.methods.experiment import NoVerdict

EQUAL = 1e-9  # of the trivial loss: smaller differences of J are rounding
MISSED = 1e-6 / 4  # the chance that an interval of a median misses it, a millionth for the four of a data set
TIMES = ("random weights", "after training")


def losses(group: Group) -> tuple[Floats, Floats, Floats]:
    """J over the trivial loss, shape (depths, widths, trials, 2 times), the widths and the depths."""
    arrays = {key: array.values for key, array in group.arrays.items()}
    depths, widths = np.unique(arrays["depth"]), np.unique(arrays["width"])
    values = arrays["projected"] / arrays["trivial"][:, None]
    if np.isnan(values).any():
        raise NoVerdict("training diverged")
    return values.reshape(len(depths), len(widths), *values.shape[1:]), widths, depths


def falls_to_the_widest(values: Floats, time: int) -> Floats:
    """J of the narrowest networks less that of the widest, shape (depths, trials)."""
    return values[:, 0, :, time] - values[:, -1, :, time]


def one_and_two_layers(values: Floats, depths: Floats) -> Floats:
    """J after training with one and with two hidden layers, shape (2, widths, trials)."""
    if not {1, 2} <= set(depths.tolist()):
        raise NoVerdict("wanted networks of one and of two hidden layers")
    return np.stack([values[int(np.flatnonzero(depths == depth)[0]), ..., 1] for depth in (1, 2)])


def falls_to_two_layers(values: Floats, depths: Floats) -> Floats:
    """J after training with one hidden layer less that with two, shape (widths, trials)."""
    one, two = one_and_two_layers(values, depths)
    return one - two


def falls_by_training(values: Floats) -> Floats:
    """J at random weights less that after training, shape (depths, widths, trials)."""
    return values[..., 0] - values[..., 1]


def per_trial(falls: Floats) -> Floats:
    """The mean fall over the grid in each trial: trials are independent, the cells of one share its data."""
    return falls.reshape(-1, falls.shape[-1]).mean(axis=0)


def medians(group: Group) -> Iterator[tuple[str, float, float, float, float]]:
    """What J falls by, the median fall over the trials, its exact interval, and the chance that this misses it."""
    values, _, depths = losses(group)
    falls = {f"narrowest to widest, {name}": falls_to_the_widest(values, time) for time, name in enumerate(TIMES)}
    if {1, 2} <= set(depths.tolist()):
        falls["one hidden layer to two, after training"] = falls_to_two_layers(values, depths)
    falls["by training"] = falls_by_training(values)
    for name, found in falls.items():
        each = per_trial(found)
        yield name, float(np.median(each)), *median_interval(each, MISSED)
