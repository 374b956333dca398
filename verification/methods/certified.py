"""Certificates in ball arithmetic: strict signs, and enclosures with a bounded radius.

A ball that holds zero proves no sign, and a wide ball proves no agreement: both leave the check undecided.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flint import arb

from verification.balls import BITS, precision
from verification.check import Check, Record, declare, record_of
from verification.items import by_kind, kinds_of, note_items, try_variants
from verification.verdict import Verdict

METHOD = "certified"
SETTINGS = ("seed", "instances")
RADIUS = 1e-20
EXACT_BITS = 32  # of a number that is known exactly; a float has 53
CLEAR_BITS = 12  # of a ball whose sign its first digits show
SHOWN = 12  # items whose balls are kept: all, or the tightest


@dataclass(frozen=True)
class Positive:
    """A number that is claimed to be strictly positive; `rational` where its ball may be exact however long it is."""

    name: str
    ball: arb
    rational: bool = False

    def verdict(self) -> Verdict:
        """Certified if the whole ball is positive, refuted if the whole ball is not; a bare midpoint is neither."""
        if is_midpoint(self.ball) and not self.rational:
            return Verdict.UNDECIDED
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
        """Certified if zero lies in a narrow ball, refuted if it lies outside; a bare midpoint is neither."""
        if is_midpoint(self.ball):
            return Verdict.UNDECIDED
        if not self.ball.contains(0):
            return Verdict.REFUTED
        return Verdict.CERTIFIED if self.ball.rad() < self.radius else Verdict.UNDECIDED

    def margin(self) -> float:
        """What is left of the allowed radius."""
        return self.radius - float(self.ball.rad())

    def shown(self) -> str:
        """The ball around zero."""
        return self.ball.str(10)


@dataclass(frozen=True)
class ZeroWithin:
    """A box, a ball for each entry, and its image under Krawczyk's operator, which lies inside where it holds a zero.

    Where an entry of the image misses the box, the box holds no zero. A box without width shows nothing.
    """

    name: str
    box: Sequence[arb]
    image: Sequence[arb]

    def verdict(self) -> Verdict:
        """Certified if the image lies inside the box, refuted if an entry of it lies outside."""
        entries = list(zip(self.image, self.box, strict=True))
        if not entries or any(not box.rad() > 0 for box in self.box):
            return Verdict.UNDECIDED
        if any(not image.overlaps(box) for image, box in entries):
            return Verdict.REFUTED
        return Verdict.CERTIFIED if all(box.contains_interior(image) for image, box in entries) else Verdict.UNDECIDED

    def margin(self) -> float:
        """The least distance from the image to the outside of the box."""
        return min(
            float((box.rad() - abs(image - box.mid())).lower()) for image, box in zip(self.image, self.box, strict=True)
        )

    def shown(self) -> str:
        """The size of the box and where it is, by its first entry, and how far inside the image lies."""
        radius = max(float(entry.rad()) for entry in self.box)
        at = self.box[0].mid().str(10, radius=False)
        return f"box of radius {radius:.2g} in {len(self.box)} entries, the first around {at}; {self.margin():.2g} left"


def is_midpoint(ball: arb) -> bool:
    """Whether a ball has radius 0 and is infinite, or has more digits than a number that is known exactly.

    Whole numbers and fractions over a small power of two are exact in balls; a float or the middle of a ball is not
    the number that it stands for, and its history is lost.
    """
    return ball.is_exact() and (not ball.is_finite() or ball.bits() > EXACT_BITS)


def check(claim, part, wrong, scope="instances", bits=BITS, auxiliary=None):
    """Make a function that returns or yields `Positive`, `Agreement` and `ZeroWithin` items a certified check."""
    return declare(METHOD, claim, part, wrong, scope, bits=bits, auxiliary=auxiliary)


def run(check: Check, provided: Mapping[str, object]) -> Record:
    """Certify the statement; a variant is refuted by the first of its items that is the strict opposite."""
    record = record_of(check)
    with precision(check.options["bits"]):  # type: ignore[arg-type]
        items = list(check.call(provided))
        record.verdict = overall(items)
        signs = [item for item in items if isinstance(item, Positive)]
        record.margin = min(map(_margin, signs or items), default=None)
        record.cost = len(items)
        shown = items if len(items) <= SHOWN else sorted(items, key=_margin)[:SHOWN]
        balls = f"{len(items)} ball{'s' if len(items) != 1 else ''}"
        record.numbers = {"certified": balls} | {item.name: item.shown() for item in shown}
        note_items(record, check, kinds_of(items))
        try_variants(record, check, provided, by_kind, lambda item: item.verdict() is Verdict.REFUTED)
    return record


def _margin(item: Positive | Agreement | ZeroWithin) -> float:
    """The margin of an item, without bound below where its ball holds no number."""
    margin = item.margin()
    return -math.inf if math.isnan(margin) else margin


def overall(items: Iterable[Positive | Agreement | ZeroWithin]) -> Verdict:
    """Certified only if every item is, refuted as soon as one is."""
    verdicts = {item.verdict() for item in items}
    for negative in (Verdict.REFUTED, Verdict.UNDECIDED):
        if negative in verdicts:
            return negative
    return Verdict.CERTIFIED if verdicts else Verdict.UNDECIDED
