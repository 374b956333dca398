"""Verdicts, how strong each is, and what a check's verdict is worth for the part it checks."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Verdict(StrEnum):
    """What is known of a part, or what one check found."""

    PROVED = "proved"
    CERTIFIED = "certified"
    DERIVED = "derived"
    CONSISTENT = "consistent"
    REFUTED = "refuted"
    UNDECIDED = "undecided"
    NOT_RUN = "not-run"  # of a check whose tool is not on this machine: it says nothing


class Scope(StrEnum):
    """How much of a statement a check covers."""

    GENERAL = "general"  # every variable symbolic
    FINITE = "finite"  # a finite statement, exhausted
    INSTANCES = "instances"  # examples of a larger statement


POSITIVE = (Verdict.CONSISTENT, Verdict.DERIVED, Verdict.CERTIFIED, Verdict.PROVED)  # weakest first
DECISIVE = (Verdict.CERTIFIED, Verdict.PROVED)  # of a check that decides all that it covers


def strength(verdict: Verdict) -> int:
    """Position among the positive verdicts, weakest 0; -1 for a verdict that establishes nothing."""
    return POSITIVE.index(verdict) if verdict in POSITIVE else -1


def weakest(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict of a chain: refuted or undecided where any link is, else that of the link that is worth least."""
    verdicts = list(verdicts)
    for negative in (Verdict.REFUTED, Verdict.UNDECIDED):
        if negative in verdicts:
            return negative
    return min(verdicts, key=strength, default=Verdict.UNDECIDED)


def strongest(verdicts: Iterable[Verdict]) -> Verdict:
    """The strongest positive verdict; undecided where there is none."""
    return max((v for v in verdicts if v in POSITIVE), key=strength, default=Verdict.UNDECIDED)


def worth(verdict: Verdict, scope: Scope, universal: bool) -> Verdict:
    """What a check's verdict says of its part: instances never settle a universal statement."""
    if universal and scope is Scope.INSTANCES and verdict in DECISIVE:
        return Verdict.CONSISTENT
    return verdict


def verdicts_on(
    checks: Iterable[tuple[str, str, bool]], universal: bool, steps: Iterable[Verdict], counterexample: Verdict | None
) -> list[Verdict]:
    """Every verdict on a part: by its checks and its argument together, by proofs of the whole, by its counterexample.

    checks: the verdict and scope of each, and whether it is a proof of the whole part, as in Coq. Of others nothing
    says which piece they decide, or leave to the argument: together they settle the part no better than the weakest of
    them. universal: whether the part is, which instances do not settle.
    steps: the verdicts of the argument's steps; an argument is at most derived.
    """
    steps = list(steps)
    worths = [(worth(Verdict(verdict), Scope(scope), universal), whole) for verdict, scope, whole in checks]
    pieces = [verdict for verdict, whole in worths if not whole and verdict in DECISIVE]
    found = [verdict for verdict, whole in worths if whole or verdict not in pieces]
    if counterexample is not None and strength(counterexample) >= strength(Verdict.DERIVED):
        found.append(Verdict.REFUTED)
    if pieces or steps:
        chain = weakest([*pieces, *([Verdict.DERIVED] if steps else []), *steps])
        found.append(chain if chain in POSITIVE else Verdict.UNDECIDED)
    return found


def settled(found: Iterable[Verdict]) -> Verdict:
    """The verdict of a part: refuted where anything refutes it, else the strongest of what was found."""
    found = list(found)
    return Verdict.REFUTED if Verdict.REFUTED in found else strongest(found)
