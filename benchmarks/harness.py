"""How speeds are compared: two programs turn by turn on one thread, in time of the processor, as ratios.

Other work on the machine slows both programs of a turn alike, so that their ratio stands where times do not. A row's
ratio is the median over the turns; low and high are the order statistics that hold the true median with a
probability of 95% or more, or the extremes where there are too few turns for that.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.stats import binom

LEVEL = 0.95


class Disagreement(Exception):
    """The fast program and its reference do not come to the same values: their speeds cannot be compared."""


@dataclass(frozen=True)
class Row:
    """One line of the table; target None where none is set, `at_most` where small is good."""

    name: str
    ratio: float
    low: float
    high: float
    target: float | None
    what: str
    at_most: bool = False

    @property
    def is_met(self) -> bool:
        if self.target is None:
            return True
        return self.ratio <= self.target if self.at_most else self.ratio >= self.target


@dataclass(frozen=True)
class Case:
    """A part of the benchmark: the names of its rows, what measures and yields them, and what is missing for that."""

    names: tuple[str, ...]
    measure: Callable[[], Iterator[Row]]
    wants: str = ""


def seconds(work: Callable[[], object], least: float = 0.0) -> float:
    """Processor time of one call of `work`, called again and again until `least` seconds are used."""
    start, calls = time.process_time(), 0
    while True:
        work()
        calls += 1
        used = time.process_time() - start
        if used >= least:
            return used / calls


def turns(
    reference: Callable[[], object], ours: Callable[[], object], rounds: int, least: float = 0.05
) -> tuple[np.ndarray, np.ndarray]:
    """Seconds of a call of each program, (rounds,) each, measured turn by turn after one call to warm up."""
    reference(), ours()
    pairs = [(seconds(reference, least), seconds(ours, least)) for _ in range(rounds)]
    return tuple(np.array(pairs).T)  # type: ignore[return-value]


def row(name: str, ratios: np.ndarray, target: float | None, what: str) -> Row:
    """The row of these ratios."""
    low, high = interval_of_median(ratios)
    return Row(name, float(np.median(ratios)), low, high, target, what)


def interval_of_median(values: np.ndarray) -> tuple[float, float]:
    """The narrowest symmetric pair of order statistics around the median that holds it at the level, or all."""
    ordered, count = np.sort(values), len(values)
    inside = [cut for cut in range(count // 2) if 1 - 2 * binom.cdf(cut, count, 0.5) >= LEVEL]
    cut = max(inside, default=0)
    return float(ordered[cut]), float(ordered[count - 1 - cut])


def agree(what: str, found: object, wanted: object, tolerance: float) -> float:
    """The largest difference of two arrays; raises Disagreement where it is more than the tolerance."""
    found, wanted = np.asarray(found, float), np.asarray(wanted, float)
    difference = float(np.abs(found - wanted).max()) if found.shape == wanted.shape else np.inf
    if not difference <= tolerance:
        raise Disagreement(f"{what}: the values differ by {difference:.1e}, more than {tolerance:.0e}")
    return difference
