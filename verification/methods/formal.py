"""Formal checks: proofs in Coq, checked by its kernel; what is returned names statements, each proved or refuted there.

The statements of a paper stand in files of their own. The gate, `verification.proofs`, compiles their proofs and hands
over, for each statement, what Coq says it says, a digest of that, the theorem that decides it and what that trusts. A
check holds the digests of the statements that it takes for its part: one that says something else leaves the check
undecided. Where the gate did not run the check has not run, and its part keeps what its other checks found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from verification.check import Check, Record, declare, record_of
from verification.items import note_items, residuals, try_variants
from verification.verdict import Verdict

METHOD = "formal"
SETTINGS = ()
NO_GATE = {"coq": "", "why": "no proofs were handed over"}


@dataclass(frozen=True)
class Stated:
    """A statement as a record holds it: Coq's words, what decides it, and the wrong variant whose it is, if any."""

    name: str
    verdict: str
    theorem: str
    digest: str
    says: str
    trusts: str
    variant: str


def check(claim, part, digests, wrong, scope="general", met_by=None, auxiliary=None):
    """Make a function that returns names of statements, nested or not, a formal check.

    digests: what each of them says, by name. wrong: other statements in their place, which Coq refutes.
    met_by: the same of statements, proved by Coq, that what these suppose can be supposed.
    """
    return declare(METHOD, claim, part, wrong, scope, digests=digests, met_by=met_by or {}, auxiliary=auxiliary)


def run(check: Check, provided: Mapping[str, object]) -> Record:
    """Proved where Coq proves every statement, refuted where it refutes one; a variant is refuted where Coq does."""
    record = record_of(check)
    gate: Mapping = provided.get("proofs") or NO_GATE  # type: ignore[assignment]
    if not gate["coq"]:
        record.verdict, record.numbers = Verdict.NOT_RUN, {"not run here": gate["why"]}
        return record
    stated = gate["statements"]
    named = [*cases(check.call(provided))]
    record.verdict = _verdict(stated, [name for _, name in named])
    record.cost = len(named)
    if strange := [*_strange(check, stated, [name for _, name in named])]:
        record.verdict, record.numbers["no verdict"] = Verdict.UNDECIDED, "; ".join(strange)
    note_items(record, check, (kind for kind, _ in named))
    refuting = try_variants(record, check, provided, cases, lambda name: _refuted(stated, name))
    told = dict.fromkeys([*(name for _, name in named), *_met_by(check)])
    record.proofs = [_told(stated, name) for name in told if name in stated]
    record.proofs += [_told(stated, str(name), variant) for variant, name in refuting.items()]
    return record


def cases(value) -> Iterator[tuple[str, str]]:
    """Every name of a statement under its kind: the key of a mapping around it, or its position."""
    for kind, name in residuals(value, lambda value: not isinstance(value, str)):
        yield kind, str(name)


def _verdict(stated: Mapping, names: list[str]) -> Verdict:
    decided = [stated.get(name, {}).get("verdict", "undecided") for name in names]
    if Verdict.REFUTED in decided:
        return Verdict.REFUTED
    return Verdict.PROVED if set(decided) == {Verdict.PROVED} else Verdict.UNDECIDED


def _refuted(stated: Mapping, name: str) -> str:
    """The name itself where Coq refutes the statement, else empty."""
    return name if stated.get(name, {}).get("verdict") == Verdict.REFUTED else ""


def _met_by(check: Check) -> Mapping[str, str]:
    return check.options["met_by"]  # type: ignore[return-value]


def _strange(check: Check, stated: Mapping, names: list[str]) -> Iterator[str]:
    """What keeps a check from a verdict: a statement that is not there, says something else or is not proved."""
    held: Mapping = {**check.options["digests"], **_met_by(check)}  # type: ignore[dict-item]
    for name in dict.fromkeys([*names, *_met_by(check)]):
        if name not in stated:
            yield f"there is no statement {name}"
        elif held.get(name) != stated[name]["digest"]:
            yield f"{name} has the digest {stated[name]['digest']}, its check holds {held.get(name) or 'none'}"
    for name in _met_by(check):
        if stated.get(name, {}).get("verdict") != Verdict.PROVED:
            yield f"{name}, that what is supposed can be, is not proved"


def _told(stated: Mapping, name: str, variant: str = "") -> dict[str, str]:
    """What the record says of a statement."""
    entry = stated[name]
    trusts = ", ".join(entry["trusts"]) or "nothing but the kernel"
    keys = ("verdict", "theorem", "digest", "says")
    return asdict(Stated(name, **{key: entry[key] for key in keys}, trusts=trusts, variant=variant))
