"""Random starts whose optimum is zero, solved by the cone solver, against the neurons that cover their samples."""

from collections.abc import Callable, Iterable

import numpy as np

from verification.methods.numerical import Cases
from verification.papers.basin2016.mathematics.basin import basin_value
from verification.papers.basin2016.mathematics.losses import Floats

Start = tuple[Floats, Floats, Floats, Floats]  # samples, targets, weights, output weights
CLOSE = 1e-5  # between the optimum, whose gap is below 1e-6, and the next value, which is above 1e-2


def covered(start: Start, turned: float = 1.0, needed: Callable = np.all) -> bool:
    """Whether the samples are reached by neurons which are positive there and have their target's sign."""
    samples, targets, weights, outputs = start
    useful = (weights @ samples.T > 0) & (turned * outputs[:, None] * targets > 0)
    return bool(needed(useful.any(axis=0)))


def held_against_basins(loss: str, starts: Iterable[Start], turned: float, needed: Callable) -> Cases:
    """The starts of which just one holds: the basin's value is zero, the samples are covered. Fails without both
    kinds."""
    failed, found = 0, []
    for start in starts:
        found.append(covered(start, turned, needed))
        failed += (basin_value(*start, loss).value < CLOSE) != found[-1]
    return Cases(f"{loss} loss, starts of either kind", failed + (len(set(found)) < 2), len(found))
