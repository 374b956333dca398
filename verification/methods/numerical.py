"""Float64 against an independent route: agreement within a stated error, or an inequality with its slack.

The error of an item without numbers, or with one that is not a number, is NaN: it neither passes nor refutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from verification.check import Check, Record, declare, record_of
from verification.items import by_kind, kinds_of, note_items, try_variants
from verification.verdict import Verdict

METHOD = "numerical"
SETTINGS = ("seed", "instances")
SHOWN = 6  # items whose numbers are kept: the worst
CLEAR = 10  # a variant is refuted only where it errs by this many times the tolerance


@dataclass(frozen=True)
class Same:
    """Two routes to one quantity; `tolerance` is relative to the largest entry of the reference, at least 1e-300."""

    name: str
    value: object
    reference: object
    tolerance: float = 1e-12

    def error(self) -> float:
        """Largest deviation over the tolerance: at most 1 where the routes agree."""
        value, reference = np.asarray(self.value, dtype=float), np.asarray(self.reference, dtype=float)
        if value.shape != reference.shape:
            return np.inf
        scale = float(np.max(np.abs(reference), initial=1e-300))
        return float(np.max(np.abs(value - reference))) / (scale * self.tolerance) if value.size else np.nan


@dataclass(frozen=True)
class AtMost:
    """Numbers that must not exceed a bound, up to `tolerance` in the units of the numbers."""

    name: str
    value: object
    bound: object
    tolerance: float = 1e-12

    def error(self) -> float:
        """Largest excess over the tolerance: at most 1 where the bound holds."""
        excess = np.asarray(self.value, dtype=float) - np.asarray(self.bound, dtype=float)
        largest = float(np.max(excess)) if excess.size else np.nan
        return largest / self.tolerance if largest > -np.inf else np.nan


@dataclass(frozen=True)
class Cases:
    """A count of cases of which none may fail."""

    name: str
    failed: int
    tried: int

    def error(self) -> float:
        """0 where none failed; beyond any tolerance where one did."""
        return np.inf if self.failed else 0.0 if self.tried else np.nan


def check(claim, part, wrong, scope="instances", auxiliary=None):
    """Make a function that returns or yields `Same`, `AtMost` and `Cases` items a numerical check."""
    return declare(METHOD, claim, part, wrong, scope, auxiliary=auxiliary)


def run(check: Check, provided: Mapping[str, object]) -> Record:
    """Compare; a variant is refuted by the first item that errs clearly, by `CLEAR` tolerances."""
    record = record_of(check)
    items = list(check.call(provided))
    worst = largest_error(items)
    record.verdict = Verdict.CONSISTENT if worst <= 1 else Verdict.REFUTED if worst > CLEAR else Verdict.UNDECIDED
    record.margin = 1 - worst if np.isfinite(worst) else None
    record.cost = sum(_size(item) for item in items)
    shown = sorted(items, key=lambda item: -np.nan_to_num(item.error(), nan=np.inf))[:SHOWN]
    record.numbers["compared"] = f"{len(items)} quantities, the worst:" if len(items) > 1 else "one quantity:"
    record.numbers.update({item.name: _shown(item) for item in shown})
    note_items(record, check, kinds_of(items))
    try_variants(record, check, provided, by_kind, lambda item: item.error() > CLEAR)
    return record


def largest_error(items: Iterable[Same | AtMost | Cases]) -> float:
    """The worst error in units of its tolerance; NaN where nothing was compared, or one is NaN and none is clear."""
    errors = np.array([item.error() for item in items])
    clear = errors[errors > CLEAR]
    return float(np.max(clear if clear.size else errors)) if errors.size else np.nan


def _size(item) -> int:
    return item.tried if isinstance(item, Cases) else int(np.size(item.value))


def _shown(item) -> str:
    if isinstance(item, Cases):
        return f"{item.failed} of {item.tried} failed"
    if isinstance(item, AtMost):
        return f"largest excess {item.error() * item.tolerance:.2g}, allowed {item.tolerance:.1g}"
    return f"error {item.error():.2g} of the tolerance {item.tolerance:.1g}"
