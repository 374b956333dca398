"""The ledger: every claim with the verdict of every part by every method, and what fails the run."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field

from verification import items
from verification.check import Record
from verification.claim import Claim, Part, Role, Status
from verification.methods import formal, monte_carlo
from verification.verdict import DECISIVE, Scope, Verdict, settled, strength, strongest, verdicts_on, weakest

SCHEMA = 1
WORDING = ("source", "says", "where", "assumptions", "reason", "repair", "lacks", "reading")
REFUTING = (
    (Verdict.PROVED, {"formal", "symbolic", "exact"}),
    (Verdict.CERTIFIED, {"certified", "hunt"}),
    (Verdict.CONSISTENT, {"numerical", "monte_carlo", "experiment"}),
)


@dataclass
class Ledger:
    """Claims and records brought together; `entries` and `failures` are the outcome."""

    claims: Mapping[str, Claim]
    records: list[Record]
    false_alarm_rate: float
    failures: list[dict] = field(default_factory=list)
    entries: list[dict] = field(default_factory=list)
    simulations: dict = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._verdicts: dict[tuple[str, str], Verdict] = {}
        self._open: list[tuple[str, str]] = []
        self._by_part: dict[tuple[str, str], list[Record]] = {}
        for record in self.records:
            self._by_part.setdefault((record.claim, record.part), []).append(record)
        self._judge_simulations()
        self._refuse_strays()
        self.entries = [self._entry(claim) for claim in self.claims.values()]

    def fail(self, claim: str, part: str, why: str) -> None:
        """Note a reason for which the run fails."""
        failure = {"claim": claim, "part": part, "why": why}
        if failure not in self.failures:
            self.failures.append(failure)

    def verdict(self, claim_id: str, part_name: str) -> Verdict:
        """The verdict of a part: by its checks and its argument together, or by Coq."""
        key = (claim_id, part_name)
        if key in self._open:
            self.fail(claim_id, part_name, "its argument uses itself")
            return Verdict.UNDECIDED
        if key not in self._verdicts:
            self._open.append(key)
            self._verdicts[key] = self._settle(self.claims[claim_id], self.claims[claim_id].part(part_name))
            self._open.pop()
        return self._verdicts[key]

    def step_verdict(self, claim: Claim, uses: str) -> Verdict:
        """The verdict of what a step uses, "part" or "claim.id:part"; a citation counts as derived."""
        if not uses:
            return Verdict.DERIVED
        owner, _, part = uses.rpartition(":")
        owner = owner or claim.id
        if owner not in self.claims or part not in [p.name for p in self.claims[owner].parts]:
            self.fail(claim.id, "", f"its argument uses {uses!r}, which is no part of any claim")
            return Verdict.UNDECIDED
        return self.verdict(owner, part)

    def _settle(self, claim: Claim, part: Part) -> Verdict:
        records = self._by_part.get((claim.id, part.name), [])
        checks = [(r.verdict, r.scope, r.method == formal.METHOD) for r in records]
        steps = [self.step_verdict(claim, s.uses) for s in part.argument]
        counterexample = self.verdict(claim.id, part.refuted_by) if part.refuted_by else None
        found = verdicts_on(checks, part.universal, steps, counterexample)
        if Verdict.REFUTED in found and any(strength(v) >= 0 for v in found):
            self.fail(claim.id, part.name, "its checks contradict each other")
        return settled(found)

    def _refuse_strays(self) -> None:
        for claim_id, part in self._by_part:
            if claim_id not in self.claims:
                self.fail(claim_id, part, "a check names a claim that does not exist")
            elif part not in [p.name for p in self.claims[claim_id].parts]:
                self.fail(claim_id, part, "a check names a part that the claim does not have")

    def _judge_simulations(self) -> None:
        simulated = [r for r in self.records if r.method == monte_carlo.METHOD]
        tests = sum(len(r.estimates) for r in simulated)
        limit = monte_carlo.threshold(self.false_alarm_rate, tests)
        for record in simulated:
            monte_carlo.judge(record, limit)
        scores = [monte_carlo.z_score(e, e["prediction"]) for r in simulated for e in r.estimates if e["pooled"]]
        fit = monte_carlo.goodness_of_fit([score for score in scores if not math.isnan(score)])
        self.simulations = {"tests": tests, "threshold": limit, "pooled": len(scores), "goodness_of_fit": fit}
        if fit < self.false_alarm_rate:
            self.fail("", "", f"all z-scores together fit no normal distribution: p = {fit:.2g}")

    def _entry(self, claim: Claim) -> dict:
        parts = [self._part_entry(claim, part) for part in claim.parts]
        text = asdict(claim)
        return {
            "id": claim.id,
            "paper": claim.source.paper,
            "label": claim.source.label,
            "title": claim.title,
            "status": str(claim.status),
            "verdict": str(weakest(self._effective(claim, part) for part in _judged(claim))),
            "refuted_at": self._refuted_at(claim),
            **{key: text[key] for key in WORDING},
            "parts": parts,
        }

    def _refuted_at(self, claim: Claim) -> str:
        """The strength of the strongest refutation of a printed part; "" where none is, the claim stands or its reading
        is open.
        """
        if claim.status in (Status.TRUE, Status.AMBIGUOUS):
            return ""
        printed = [part for part in claim.parts if part.role is Role.PRINTED and part.expected is False]
        found = [v for part in printed if strength(v := self._effective(claim, part)) >= 0]
        return str(strongest(found)) if found else ""

    def _effective(self, claim: Claim, part: Part) -> Verdict:
        """How well a part is settled: an expected refutation counts by what refutes it."""
        verdict = self.verdict(claim.id, part.name)
        if part.expected is not False:
            return verdict
        return self._refutation(claim, part) if verdict is Verdict.REFUTED else Verdict.UNDECIDED

    def _refutation(self, claim: Claim, part: Part) -> Verdict:
        """How firmly a refuted part is refuted: by the strongest of what refutes it."""
        records = self._by_part.get((claim.id, part.name), [])
        methods = {r.method for r in records if r.verdict == Verdict.REFUTED}
        by_checks = [strong for strong, by in REFUTING if methods & by]
        return strongest([*by_checks, *([self.verdict(claim.id, part.refuted_by)] if part.refuted_by else [])])

    def _part_entry(self, claim: Claim, part: Part) -> dict:
        verdict = self.verdict(claim.id, part.name)
        records = self._by_part.get((claim.id, part.name), [])
        self._require(claim, part, verdict, records)
        return {
            "name": part.name,
            "role": str(part.role),
            "expected": part.expected,
            "strength": str(part.strength),
            "verdict": str(verdict),
            "refuted_at": str(self._refutation(claim, part)) if verdict is Verdict.REFUTED else "",
            "kernel": _kernel(verdict, records),
            "says": part.says,
            "why": part.why,
            "universal": part.universal,
            "refuted_by": part.refuted_by,
            "unhunted": part.unhunted,
            "argument": [
                {
                    "text": s.text,
                    "uses": s.uses,
                    "cites": s.cites,
                    "verdict": str(self.step_verdict(claim, s.uses)),
                }
                for s in part.argument
            ],
            "checks": [_check_entry(record) for record in records] or self._refuting(claim, part),
            "certificates": _certificates(claim.id, part, records),
        }

    def _refuting(self, claim: Claim, part: Part) -> list[dict]:
        """The decisive checks of the counterexample that refutes a part, as checks of that part."""
        decisive = [r for r in self._by_part.get((claim.id, part.refuted_by), []) if Verdict(r.verdict) in DECISIVE]
        return [_check_entry(r) | {"verdict": str(Verdict.REFUTED), "of": part.refuted_by} for r in decisive]

    def _require(self, claim: Claim, part: Part, verdict: Verdict, records: list[Record]) -> None:
        if not records and not part.refuted_by:
            self.fail(claim.id, part.name, "no check")
        if part.expected is False and verdict is not Verdict.REFUTED:
            self.fail(claim.id, part.name, f"expected to be refuted, found {verdict}")
        if part.expected is not False and strength(verdict) < strength(part.strength):
            self.fail(claim.id, part.name, f"wanted {part.strength}, found {verdict}")
        more = not _kernel(verdict, records) and strength(verdict) > strength(part.strength)
        if part.expected is not False and more:
            why = "ask for that, or let the scope of what covers a piece be instances"
            self.fail(claim.id, part.name, f"asks for {part.strength} alone, and checks settle it as {verdict}: {why}")
        for record in (record for record in records if record.verdict != Verdict.NOT_RUN):
            if record.verdict == Verdict.UNDECIDED:
                why = f": {told}" if (told := record.numbers.get("no verdict")) else ""
                self.fail(claim.id, part.name, f"the {record.method} check {record.name} is undecided{why}")
                continue
            survivors = [name for name, refuted in record.wrong_variants.items() if not refuted]
            if survivors or not record.wrong_variants:
                self.fail(claim.id, part.name, f"{record.name} lets a wrong variant pass: {', '.join(survivors)}")
            for fault in items.faults(record):
                self.fail(claim.id, part.name, f"{record.name}: {fault}")


def _kernel(verdict: Verdict, records: list[Record]) -> bool:
    """Whether Coq's kernel finds what is found."""
    return any(r.method == formal.METHOD and r.verdict == verdict for r in records)


def _judged(claim: Claim) -> tuple[Part, ...]:
    """The parts by which a claim is judged: those that are printed; where none is, its repair, or else all."""
    for role in (Role.PRINTED, Role.REPAIRED):
        if parts := tuple(part for part in claim.parts if part.role is role):
            return parts
    return claim.parts


def _certificates(claim: str, part: Part, records: list[Record]) -> list[dict]:
    """What the checks of a part leave for others to check, each with the name of its file.

    `whole`: that it is of more than instances of the part. Data are finite: of a universal part they hold no more than
    instances, unless it is a finite statement that the check exhausts.
    """
    found = [
        {"whole": not part.universal or record.scope == Scope.FINITE, **one}
        for record in records
        for one in record.certificates
    ]
    return [{"file": f"{claim}.{part.name}{f'-{k}' if k > 1 else ''}.json", **one} for k, one in enumerate(found, 1)]


def _check_entry(record: Record) -> dict:
    entry = asdict(record)
    if record.margin is not None and not math.isfinite(record.margin):
        entry["margin"] = None
    shown = {key: value for key, value in entry.items() if key not in ("claim", "part", "estimates", "certificates")}
    return shown | {"of": "", "idle": items.faults(record)}


def whose(source: Mapping) -> str:
    """What a claim's status is the status of, by its entry's source."""
    return "statement of ours" if source["formula"] == "ours" else "printed statement"


def count_by(entries: Iterable[Mapping], key: str) -> dict[str, int]:
    """How many entries have each value of `key`."""
    counts: dict[str, int] = {}
    for entry in entries:
        counts[entry[key]] = counts.get(entry[key], 0) + 1
    return counts


def totals(entries: list[dict]) -> dict:
    """Counts for the first screen: claims by status, verdict and strength of a refutation, wrong variants refuted.

    What papers print is counted apart from what is ours.
    """
    checks = [check for entry in entries for part in entry["parts"] for check in part["checks"] if not check["of"]]
    variants = [refuted for check in checks for refuted in check["wrong_variants"].values()]
    return {
        "claims": len(entries),
        "parts": sum(len(entry["parts"]) for entry in entries),
        "checks": len(checks),
        "status": _by_status(entries),
        "printed": _by_status([entry for entry in entries if entry["source"]["formula"] != "ours"]),
        "reconstructed": sum(entry["source"]["formula"] == "reconstructed" for entry in entries),
        "ours": _by_status([entry for entry in entries if entry["source"]["formula"] == "ours"]),
        "verdict": count_by(entries, "verdict"),
        "refuted_at": count_by([entry for entry in entries if entry["refuted_at"]], "refuted_at"),
        "wrong_variants": {"tried": len(variants), "refuted": sum(variants)},
        "items": {kind: sum(len(check[kind]) for check in checks) for kind in ("items", "moved", "auxiliary")},
        "formal": _formal(checks),
    }


def _formal(checks: list[dict]) -> dict:
    """How many statements Coq proves and refutes, and why formal checks did not run, "" where they all did."""
    stated = {proof["theorem"]: proof["verdict"] for check in checks for proof in check["proofs"]}
    reasons = [str(check["numbers"].get("not run here", "")) for check in checks if check["verdict"] == Verdict.NOT_RUN]
    counts = {name: sum(verdict == name for verdict in stated.values()) for name in ("proved", "refuted")}
    return {**counts, "not_run": "; ".join(dict.fromkeys(reasons))}


def _by_status(entries: list[dict]) -> dict[str, int]:
    """How many claims have each status, in the order of the statuses."""
    found = count_by(entries, "status")
    return {str(status): found[status] for status in Status if status in found}
