"""Exact checks: integers, fractions and enumeration; what is returned must be zero or True, to the last digit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from verification.check import Check, Record, declare, record_of
from verification.items import note_items, residuals, try_variants
from verification.verdict import Verdict

METHOD = "exact"
SETTINGS = ("seed", "instances")


def check(claim, part, wrong, scope="finite", auxiliary=None):
    """Make a function that returns exact residuals (int, Fraction, bool; nested or not) an exact check.

    Mappings name kinds of cases. auxiliary: kinds, or positions, that no variant moves, and why they are there.
    """
    return declare(METHOD, claim, part, wrong, scope, auxiliary=auxiliary)


def run(check: Check, provided: Mapping[str, object]) -> Record:
    """Exhaust the statement; a variant is refuted by one residual that is not zero."""
    record = record_of(check)
    found = list(cases(check.call(provided)))
    wrong = [index for index, (_, residual) in enumerate(found) if not vanishes(residual)]
    record.verdict = Verdict.REFUTED if wrong else Verdict.PROVED if found else Verdict.UNDECIDED
    record.cost = len(found)
    record.numbers["cases"] = len(found)
    if wrong:
        record.numbers["first failing case"] = wrong[0]
    note_items(record, check, (kind for kind, _ in found))
    try_variants(record, check, provided, cases, lambda residual: not vanishes(residual))
    return record


def cases(value) -> Iterator[tuple[str, object]]:
    """Every residual under its kind: the key of a mapping around it, or its position."""
    return residuals(value, lambda value: hasattr(value, "__iter__") and not isinstance(value, str))


def vanishes(residual) -> bool:
    """True for True and for an exact zero. Raises TypeError for a float, which proves nothing."""
    if isinstance(residual, bool):
        return residual
    if isinstance(residual, int | Fraction) or getattr(residual, "is_Rational", False):
        return residual == 0
    raise TypeError(f"an exact check returned {type(residual).__name__} {residual!r}; wanted bool, int or Fraction")
