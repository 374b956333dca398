"""Certificates in ball arithmetic: strict signs, and enclosures with a bounded radius.

A ball that holds zero proves no sign, and a wide ball proves no agreement: both leave the check undecided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flint import arb

from verification.balls import BITS, precision
from verification.check import Check, Record, declare, record_of
from verification.items import by_kind, note_items, try_variants
from verification.verdict import Verdict

METHOD = "certified"
SETTINGS = ("seed", "instances")
RADIUS = 1e-20
CLEAR_BITS = 12  # of a ball whose sign its first digits show
SHOWN = 12  # items whose balls are kept: all, or the tightest


@dataclass(frozen=True)
class Positive:
    """A number that is claimed to be strictly positive."""

    name: str
    ball: arb

    def verdict(self) -> Verdict:
        """Certified if the whole ball is positive, refuted if the whole ball is not."""
        if self.ball > 0:
            return Verdict.CERTIFIED
        return Verdict.REFUTED if self.ball <= 0 else Verdict.UNDECIDED

    def margin(self) -> float:
        """The least value in the ball."""
        return float(self.ball.lower())

    def shown(self) -> str:
        """The ball, or where it is wide its two ends, which show the sign."""
        if self.ball.rel_accuracy_bits() > CLEAR_BITS:
            return self.ball.str(10)
        return f"between {float(self.ball.lower()):.4g} and {float(self.ball.upper()):.4g}"


@dataclass(frozen=True)
class Agreement:
    """A difference that is claimed to vanish: its ball must hold zero and be narrower than `radius`."""

    name: str
    ball: arb
    radius: float = RADIUS

    def verdict(self) -> Verdict:
        """Certified if zero lies in a narrow ball, refuted if it lies outside."""
        if not self.ball.contains(0):
            return Verdict.REFUTED
        return Verdict.CERTIFIED if self.ball.rad() < self.radius else Verdict.UNDECIDED

    def margin(self) -> float:
        """What is left of the allowed radius."""
        return self.radius - float(self.ball.rad())

    def shown(self) -> str:
        """The ball around zero."""
        return self.ball.str(10)


def check(claim, part, wrong, scope="instances", bits=BITS, auxiliary=None):
    """Make a function that returns or yields `Positive` and `Agreement` items a certified check."""
    return declare(METHOD, claim, part, wrong, scope, bits=bits, auxiliary=auxiliary)


def run(check: Check, provided: Mapping[str, object]) -> Record:
    """Certify the statement; a variant is refuted by the first of its items that is the strict opposite."""
    record = record_of(check)
    with precision(check.options["bits"]):  # type: ignore[arg-type]
        items = list(check.call(provided))
        record.verdict = overall(items)
        signs = [item for item in items if isinstance(item, Positive)]
        record.margin = min((item.margin() for item in signs or items), default=None)
        record.cost = len(items)
        shown = items if len(items) <= SHOWN else sorted(items, key=lambda item: item.margin())[:SHOWN]
        record.numbers = {"certified": f"{len(items)} balls"} | {item.name: item.shown() for item in shown}
        note_items(record, check, (name for name, _ in by_kind(items)))
        try_variants(record, check, provided, by_kind, lambda item: item.verdict() is Verdict.REFUTED)
    return record


def overall(items: Iterable[Positive | Agreement]) -> Verdict:
    """Certified only if every item is, refuted as soon as one is."""
    verdicts = {item.verdict() for item in items}
    for negative in (Verdict.REFUTED, Verdict.UNDECIDED):
        if negative in verdicts:
            return negative
    return Verdict.CERTIFIED if verdicts else Verdict.UNDECIDED
