"""Checks of what training runs left behind: predictions held against stored data, never by training again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from verification.check import Check, Record, declare, record_of
from verification.verdict import Verdict

METHOD = "experiment"
SETTINGS = ()


@dataclass(frozen=True)
class Within:
    """A measured number and the interval in which the statement puts it."""

    name: str
    value: float
    low: float
    high: float

    def holds(self) -> bool:
        """Whether the value lies in the interval."""
        return bool(self.low <= self.value <= self.high)

    def margin(self) -> float:
        """Distance to the nearer end, over the interval's width."""
        return min(self.value - self.low, self.high - self.value) / max(self.high - self.low, 1e-300)


def check(claim, part, wrong):
    """Make a function that returns `Within` items a check of stored data; it asks for `data` by name."""
    return declare(METHOD, claim, part, wrong, "instances")


def run(check: Check, provided: Mapping[str, object]) -> Record:
    """Hold the data against the statement; a variant is refuted where one of its items does not hold."""
    record = record_of(check)
    items = list(check.call(provided))
    record.verdict = Verdict.UNDECIDED
    if items:
        record.verdict = Verdict.CONSISTENT if all(item.holds() for item in items) else Verdict.REFUTED
        record.margin = float(np.min([item.margin() for item in items]))
    record.cost = len(items)
    record.numbers = {i.name: f"{i.value:.6g} in [{i.low:.6g}, {i.high:.6g}]: {i.holds()}" for i in items}
    for name, formula in check.wrong.items():
        record.wrong_variants[name] = not all(item.holds() for item in check.call(provided, formula))
    return record
