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


class Scope(StrEnum):
    """How much of a statement a check covers."""

    GENERAL = "general"  # every variable symbolic
    FINITE = "finite"  # a finite statement, exhausted
    INSTANCES = "instances"  # examples of a larger statement


POSITIVE = (Verdict.CONSISTENT, Verdict.DERIVED, Verdict.CERTIFIED, Verdict.PROVED)  # weakest first


def strength(verdict: Verdict) -> int:
    """Position among the positive verdicts, weakest 0; -1 for a verdict that establishes nothing."""
    return POSITIVE.index(verdict) if verdict in POSITIVE else -1


def weakest(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict of a chain: refuted or undecided where any link is, else the weakest positive one."""
    verdicts = list(verdicts)
    for negative in (Verdict.REFUTED, Verdict.UNDECIDED):
        if negative in verdicts:
            return negative
    return min(verdicts, key=strength, default=Verdict.UNDECIDED)


def strongest(verdicts: Iterable[Verdict]) -> Verdict:
    """The strongest positive verdict; undecided where there is none."""
    return max(verdicts, key=strength, default=Verdict.UNDECIDED)


def worth(verdict: Verdict, scope: Scope, universal: bool) -> Verdict:
    """What a check's verdict says of its part: instances never settle a universal statement."""
    if universal and scope is Scope.INSTANCES and verdict in (Verdict.PROVED, Verdict.CERTIFIED):
        return Verdict.CONSISTENT
    return verdict
