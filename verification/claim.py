"""A claim: one statement of a paper, its status, and the parts that can be right or wrong by themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from verification.fields import refuse_misfits
from verification.verdict import Verdict

ID = re.compile(r"[a-z0-9]+(\.[a-z0-9-]+)+")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FORMULAS = ("printed", "reconstructed", "ours")
PROMISED = {  # the parts of a claim that is false, or true if repaired
    "printed": "a printed part that is expected to be false",
    "counterexample": "a counterexample",
    "repaired": "a repaired part",
}
PROVED, CERTIFIED, DERIVED, CONSISTENT = (
    Verdict.PROVED,
    Verdict.CERTIFIED,
    Verdict.DERIVED,
    Verdict.CONSISTENT,
)


class Status(StrEnum):
    """What becomes of the printed statement, or of one of ours."""

    TRUE = "true"
    TRUE_IF_REPAIRED = "true-if-repaired"
    FALSE = "false"
    VACUOUS = "vacuous"
    AMBIGUOUS = "ambiguous"
    OPEN = "open"


class Role(StrEnum):
    """Whose assertion a part is."""

    PRINTED = "printed"
    REPAIRED = "repaired"
    COUNTEREXAMPLE = "counterexample"
    OURS = "ours"


@dataclass(frozen=True)
class Source:
    """Where a statement stands, and whether its formula is `printed`, `reconstructed` or `ours`."""

    paper: str
    section: str
    label: str
    formula: str = "printed"

    def __post_init__(self) -> None:
        refuse_misfits(self)
        if self.formula not in FORMULAS:
            raise ValueError(f"{self.label}: its formula is {self.formula!r}; wanted one of {', '.join(FORMULAS)}")


@dataclass(frozen=True)
class Paper:
    """A paper: its key (the folder of its claims), title, authors, year and reference."""

    key: str
    title: str
    authors: str
    year: int
    reference: str

    def __post_init__(self) -> None:
        refuse_misfits(self)
        if not all(map(str.split, self._names)):
            raise ValueError(f"paper {self.key!r}: its authors are {self.authors!r}; wanted names, as in 'A. B, C. D'")

    @property
    def _names(self) -> list[str]:
        return self.authors.split(", ")

    @property
    def cited(self) -> str:
        """The authors' last names, of more than two the first, and the year."""
        names = [name.split()[-1] for name in self._names]
        return f"{' and '.join(names) if len(names) < 3 else f'{names[0]} et al.'} {self.year}"

    def section(self, section: str, label: str, formula: str = "printed") -> Source:
        """The place of a statement in this paper."""
        return Source(self.key, section, label, formula)


@dataclass(frozen=True)
class Step:
    """One step of a written argument: what follows, and the part that it uses or the theorem that it cites.

    `uses` is "part" for a part of the same claim, "claim.id:part" for another's.
    """

    text: str
    uses: str = ""
    cites: str = ""

    def __post_init__(self) -> None:
        refuse_misfits(self)
        if bool(self.uses) == bool(self.cites):
            raise ValueError(f"a step names either the part it uses or the theorem it cites: {self.text!r}")


@dataclass(frozen=True)
class Part:
    """One assertion of a claim.

    expected: True, False (to be refuted) or None (open). strength: the least verdict that will do; one below
    `proved` says why. universal: False for "there is ...", which one instance settles. refuted_by: for a
    printed assertion that is false, the counterexample part that refutes it, as firmly as it is settled itself: one
    that is certified, exact or derived. unhunted: of a universal part that is derived or has a general proof, why no
    hunt looks for a counterexample.
    """

    name: str
    says: str
    role: Role = Role.PRINTED
    expected: bool | None = True
    strength: Verdict = PROVED
    why: str = ""
    universal: bool = True
    argument: tuple[Step, ...] = ()
    refuted_by: str = ""
    unhunted: str = ""

    def __post_init__(self) -> None:
        refuse_misfits(self)
        if not NAME.fullmatch(self.name):
            raise ValueError(f"part name {self.name!r}: wanted lower-case words joined by hyphens")
        if self.strength not in (PROVED, CERTIFIED, DERIVED, CONSISTENT):
            raise ValueError(f"part {self.name!r}: {self.strength} is no strength")
        if self.expected is not False and self.strength is not PROVED and not self.why:
            raise ValueError(f"part {self.name!r} asks for less than a proof and does not say why")
        if self.refuted_by and self.expected is not False:
            raise ValueError(f"part {self.name!r} is refuted by {self.refuted_by!r} but not expected to be false")


def counterexample(name: str, says: str, strength: Verdict = CERTIFIED) -> Part:
    """A part that asserts that a counterexample exists; one instance, certified or exact, settles it."""
    why = "" if strength is PROVED else "its numbers are algebraic or transcendental: strict inequalities in balls"
    return Part(name, says, Role.COUNTEREXAMPLE, True, strength, why, universal=False)


def derived(name: str, says: str, why: str, *steps: Step, role: Role = Role.OURS, unhunted: str = "") -> Part:
    """A part that rests on a written argument."""
    return Part(name, says, role, strength=DERIVED, why=why, argument=steps, unhunted=unhunted)


@dataclass(frozen=True)
class Claim:
    """A statement with its source, status, wording, variables with shapes, assumptions and parts.

    reading: of a reconstructed formula, what fixes it (words of the paper, equation numbers, steps of its proofs) and
    what is a choice of ours. lacks: of a claim that is false, or true if repaired, why there can be no "printed"
    part that is refuted, no "counterexample" or no "repaired" part. Text is prose with LaTeX between dollar
    signs. Raises ValueError where a field contradicts another.
    """

    id: str
    source: Source
    status: Status
    title: str
    says: str
    parts: tuple[Part, ...]
    where: Mapping[str, str] = field(default_factory=dict)
    assumptions: tuple[str, ...] = ()
    reason: str = ""
    repair: str = ""
    reading: str = ""
    lacks: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        refuse_misfits(self)
        if not ID.fullmatch(self.id):
            raise ValueError(f"claim id {self.id!r}: wanted paper.name in lower case, as in pnn.theorem-4")
        if self.status is not Status.TRUE and not self.reason:
            raise ValueError(f"{self.id}: status {self.status} needs its reason")
        if self.status in (Status.TRUE_IF_REPAIRED, Status.FALSE) and not self.repair:
            raise ValueError(f"{self.id}: status {self.status} needs the repair")
        if self.reading and self.source.formula != "reconstructed":
            raise ValueError(f"{self.id}: a reading is of a reconstructed formula, not of one {self.source.formula}")
        if stray := set(self.lacks) - set(PROMISED):
            raise ValueError(f"{self.id} lacks {', '.join(sorted(stray))}; wanted of {', '.join(PROMISED)}")
        if self.lacks and self.status not in (Status.TRUE_IF_REPAIRED, Status.FALSE):
            raise ValueError(f"{self.id}: status {self.status} promises no part that it could lack")
        self._check_parts()

    def _check_parts(self) -> None:
        names = [part.name for part in self.parts]
        if not names or len(set(names)) < len(names):
            raise ValueError(f"{self.id}: wanted at least one part, each with a name of its own; got {names}")
        if self.status is Status.OPEN and all(part.expected is not None for part in self.parts):
            raise ValueError(f"{self.id}: an open claim has a part whose truth is not known")
        if self.status is Status.FALSE and all(part.expected is not False for part in self.parts):
            raise ValueError(f"{self.id}: a false claim has a part that is expected to be refuted")
        for part in self.parts:
            if part.refuted_by and part.refuted_by not in names:
                raise ValueError(f"{self.id}:{part.name} is refuted by {part.refuted_by!r}, which is no part of it")
            if part.refuted_by and self.part(part.refuted_by).role is not Role.COUNTEREXAMPLE:
                raise ValueError(f"{self.id}:{part.name} is refuted by {part.refuted_by!r}, which is no counterexample")

    def part(self, name: str) -> Part:
        """The part of that name; KeyError where there is none."""
        for part in self.parts:
            if part.name == name:
                return part
        raise KeyError(f"{self.id} has no part {name!r}")
