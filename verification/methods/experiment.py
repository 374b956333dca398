"""Checks of what training runs left behind: predictions held against stored data, never by training again."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from verification.check import Check, Record, declare, record_of
from verification.items import by_kind, kinds_of, note_items, try_variants
from verification.verdict import Verdict

METHOD = "experiment"
SETTINGS = ()


class NoVerdict(Exception):
    """Data in which no trial of some condition has a verdict: training diverged in all of them."""


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

    def fails(self) -> bool:
        """Whether it lies outside; a value that is no number, as of trials that diverged, does neither."""
        return bool(self.value < self.low or self.value > self.high)

    def margin(self) -> float:
        """Distance to the nearer end, over the interval's width; infinite where nothing, or no end, measures it."""
        width = self.high - self.low
        return min(self.value - self.low, self.high - self.value) / width if 0 < width < math.inf else math.inf


def check(claim, part, wrong, auxiliary=None):
    """Make a function that returns `Within` items a check of stored data; it asks for `data` by name."""
    return declare(METHOD, claim, part, wrong, "instances", auxiliary=auxiliary)


def run(check: Check, provided: Mapping[str, object]) -> Record:
    """Hold the data against the statement; a variant is refuted where one of its items lies outside its interval.

    Data without a verdict for some condition leave the statement undecided and refute no variant.
    """
    record = record_of(check)
    try:
        items = list(check.call(provided))
        note_items(record, check, kinds_of(items))
        try_variants(record, check, provided, by_kind, lambda item: item.fails())
    except NoVerdict as reason:
        record.numbers, record.wrong_variants = {"no verdict": str(reason)}, dict.fromkeys(check.wrong, False)
        return record
    record.verdict = _verdict(items)
    if record.verdict is not Verdict.UNDECIDED:
        least = min(item.margin() for item in items)
        record.margin = float(least) if least < math.inf else None
    record.cost = len(items)
    record.numbers = {i.name: f"{i.value:.6g} in [{i.low:.6g}, {i.high:.6g}]: {i.holds()}" for i in items}
    return record


def _verdict(items: list[Within]) -> Verdict:
    if any(item.fails() for item in items):
        return Verdict.REFUTED
    return Verdict.CONSISTENT if items and all(item.holds() for item in items) else Verdict.UNDECIDED
