"""What a reader has to trust: the ways that carry each claim, the theorems that arguments cite, and what else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from verification.jobs import METHODS
from verification.verdict import POSITIVE, Verdict, strength
from workflow.report.resting import Resting

DERIVATION, CERTIFICATE, INSTANCES, HUNT = "derivation", "certificate", "certificate_on_instances", "hunt"
UNCOUNTED = {INSTANCES, HUNT}  # neither examples of a universal part carry it, nor that a search found nothing


@cache
def told() -> dict:
    """The file of what is trusted: `ways`, `trusted` and `theorems`."""
    return yaml.safe_load((Path(__file__).with_name("templates") / "trust.yaml").read_text(encoding="utf-8"))


def name_of(way: str) -> str:
    """What a way is called on the page."""
    return told()["ways"].get(way, way.replace("_", " "))


def ways_of(claim: Mapping, part: Mapping) -> set[str]:
    """The ways by which a part is carried: the methods of its checks, its argument, its certificates.

    A part that a counterexample refutes is carried by what carries that. A certificate of instances of a universal part
    is a way of its own.
    """
    refuted = part["verdict"] == Verdict.REFUTED
    agreeing = {Verdict.REFUTED} if refuted else set(POSITIVE)
    found = {check["method"] for check in part["checks"] if not check["of"] and check["verdict"] in agreeing}
    if part["argument"] and all(strength(Verdict(step["verdict"])) >= 0 for step in part["argument"]):
        found.add(DERIVATION)
    found |= {CERTIFICATE if one["whole"] else INSTANCES for one in part["certificates"]}
    against = [one for one in claim["parts"] if refuted and one["name"] == part["refuted_by"]]
    return found.union(*(ways_of(claim, one) for one in against))


def judged(claim: Mapping) -> list[Mapping]:
    """The parts by which a claim is judged: those that are printed; where none is, its repair, or else all."""
    for role in ("printed", "repaired"):
        if parts := [part for part in claim["parts"] if part["role"] == role]:
            return parts
    return claim["parts"]


@dataclass(frozen=True)
class Carried:
    """How a claim is carried. ways: of how many of the parts by which it is judged, by way; least: how many ways carry
    the part that the fewest do; alone: the parts that one way alone carries, with it, or "nothing".
    """

    claim: Mapping
    parts: int
    ways: Mapping[str, int]
    least: int
    alone: Mapping[str, str]

    @property
    def uncounted(self) -> list[str]:
        """The ways that are shown and not counted."""
        return [way for way in self.ways if way in UNCOUNTED]


def carried(claim: Mapping) -> Carried:
    """How a claim is carried; a hunt and a certificate of instances are shown and not counted."""
    by_part = {part["name"]: ways_of(claim, part) for part in judged(claim)}
    counted = {name: ways - UNCOUNTED for name, ways in by_part.items()}
    every = sorted(set().union(*by_part.values()))
    numbers = {way: sum(way in ways for ways in by_part.values()) for way in every}
    alone = {name: "".join(ways) or "nothing" for name, ways in counted.items() if len(ways) < 2}
    return Carried(claim, len(by_part), numbers, min(map(len, counted.values())), alone)


def columns(rows: Iterable[Carried]) -> list[str]:
    """The ways that carry any of these claims, in the house's order; what is not counted stands last."""
    used = {way for row in rows for way in row.ways}
    order = dict.fromkeys([*told()["ways"], *METHODS, *sorted(used)])
    return sorted((way for way in order if way in used), key=lambda way: way in UNCOUNTED)


@dataclass
class Citation:
    """What arguments cite. reference: "" for a fact that has none; claims: those that cite it; through: how many more
    rest on these.
    """

    name: str
    reference: str = ""
    claims: list[str] = field(default_factory=list)
    through: int = 0


def citations(resting: Resting) -> tuple[list[Citation], list[Citation]]:
    """Theorems with a reference, in the order of the list and then by name; and facts that are cited without one."""
    theorems = [Citation(one["name"], one["reference"]) for one in told()["theorems"]]
    patterns = [re.compile(one["pattern"]) for one in told()["theorems"]]
    others: dict[str, Citation] = {}
    for (claim, _), part in resting.parts.items():
        for cites in filter(None, (step["cites"] for step in part["argument"])):
            meant = [theorem for theorem, known in zip(theorems, patterns, strict=True) if known.search(cites)]
            for one in meant or [others.setdefault(cites.lower(), Citation(cites))]:
                one.claims += [] if claim in one.claims else [claim]
    for one in [*theorems, *others.values()]:
        above = {name for claim in one.claims for name in resting.above(claim)}
        one.through = len(above - set(one.claims))
    return [one for one in theorems if one.claims], sorted(others.values(), key=lambda one: one.name.lower())


def trusted(claims: Iterable[Mapping]) -> list[dict]:
    """What else is trusted in this run: name, text, and how many claims have a part that is carried so."""
    ways = [set().union(*(ways_of(claim, part) for part in claim["parts"])) for claim in claims]
    listed = []
    for one in told()["trusted"]:
        claiming = sum(not one["ways"] or not found.isdisjoint(one["ways"]) for found in ways)
        if claiming:
            listed.append({"name": one["name"], "text": one["text"], "claims": claiming})
    return listed
