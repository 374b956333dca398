"""Exact checks: integers, fractions and enumeration; what is returned must be zero or True, to the last digit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from verification.check import Check, Record, declare, record_of
from verification.verdict import Verdict

METHOD = "exact"
SETTINGS = ("seed", "instances")


def check(claim, part, wrong, scope="finite"):
    """Make a function that returns exact residuals (int, Fraction, bool; nested or not) an exact check."""
    return declare(METHOD, claim, part, wrong, scope)


def run(check: Check, provided: Mapping[str, object]) -> Record:
    """Exhaust the statement; a variant is refuted by one residual that is not zero."""
    record = record_of(check)
    residuals = list(flatten(check.call(provided)))
    wrong = [index for index, residual in enumerate(residuals) if not vanishes(residual)]
    record.verdict = Verdict.REFUTED if wrong else Verdict.PROVED if residuals else Verdict.UNDECIDED
    record.cost = len(residuals)
    record.numbers["cases"] = len(residuals)
    if wrong:
        record.numbers["first failing case"] = wrong[0]
    for name, formula in check.wrong.items():
        record.wrong_variants[name] = not all(vanishes(r) for r in flatten(check.call(provided, formula)))
    return record


def vanishes(residual) -> bool:
    """True for True and for an exact zero. Raises TypeError for a float, which proves nothing."""
    if isinstance(residual, bool):
        return residual
    if isinstance(residual, int | Fraction) or getattr(residual, "is_Rational", False):
        return residual == 0
    raise TypeError(f"an exact check returned {type(residual).__name__} {residual!r}; wanted bool, int or Fraction")


def flatten(value) -> Iterator:
    """The residuals in any nesting of iterables; of a mapping, its values."""
    if isinstance(value, Mapping):
        value = value.values()
    if hasattr(value, "__iter__") and not isinstance(value, str):
        for item in value:
            yield from flatten(item)
    else:
        yield value
