"""What a claim still lacks without contradicting itself: a reading, or the parts that its status promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from verification.claim import PROMISED, Claim, Role, Status
from verification.ledger import Ledger


class Fault(NamedTuple):
    """What is wrong with a claim; `part` is empty where it is no part's."""

    part: str
    why: str


def faults(claim: Claim) -> Iterator[Fault]:
    """Everything for which a claim is not ready to be printed."""
    if claim.source.formula == "reconstructed" and not claim.reading.strip():
        yield Fault("", "its formula is reconstructed, and no reading says what fixes it")
    if claim.status in (Status.FALSE, Status.TRUE_IF_REPAIRED):
        yield from _unkept(claim)
    if claim.status is Status.TRUE:
        yield from (Fault(name, "a printed part of a true claim is expected to be false") for name in _refuted(claim))


def _unkept(claim: Claim) -> Iterator[Fault]:
    """What a claim that is false, or true if repaired, neither has nor says why it lacks; and what it has after all."""
    roles = {part.role for part in claim.parts}
    has = {
        "printed": bool(_refuted(claim)),
        "counterexample": Role.COUNTEREXAMPLE in roles,
        "repaired": Role.REPAIRED in roles,
    }
    for kind, what in PROMISED.items():
        if has[kind] and kind in claim.lacks:
            yield Fault("", f"it has {what}, and says why it lacks it")
        elif not has[kind] and not claim.lacks.get(kind, "").strip():
            yield Fault("", f"it is {claim.status}: wanted {what}, or in `lacks` why there is none")


def _refuted(claim: Claim) -> list[str]:
    return [part.name for part in claim.parts if part.role is Role.PRINTED and part.expected is False]


def fail_unfinished(ledger: Ledger) -> None:
    """Let the run fail for every fault of a claim in the ledger."""
    for claim in ledger.claims.values():
        for fault in faults(claim):
            ledger.fail(claim.id, fault.part, fault.why)
