"""Check one claim, or a few, and print what was found: `python -m verification pnn.theorem-4`.

Runs the claim's own checks and those of the parts that its arguments use, at small sizes; proved closed forms are
proved again on the way. Checks of training runs read the last run's data, where there is one.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import sys
import textwrap
from collections.abc import Collection, Iterable
from pathlib import Path

from verification import one_thread  # noqa: F401  # the libraries look at it when they are loaded

# isort: split
from verification import loading  # noqa: F401  # before what it makes load faster

# isort: split
from pnn import store
from verification import catalogue, wings
from verification.check import Record, collect
from verification.claim import Claim
from verification.jobs import Job, jobs
from verification.judge_ledger import place
from verification.ledger import Ledger, whose
from verification.lint import fail_unfinished
from verification.methods import formal
from verification.on_demand import Prover
from verification.proofs import gate
from verification.run_topic import run_checks

LEAST_SAMPLES = 100_000  # as in a run
SMALL = {"seed": 20171004, "samples": 1_000_000, "instances": 20, "hunt": 1}
RATE = 1e-6


def needed(claim_ids: Iterable[str]) -> dict[tuple[str, str], Claim]:
    """The parts of these claims and every part that their arguments use, (claim, part): the claim of each.

    Raises ValueError for an unknown id.
    """
    found: dict[tuple[str, str], Claim] = {}
    waiting = [(claim, part) for claim in map(catalogue.claim, claim_ids) for part in claim.parts]
    while waiting:
        claim, part = waiting.pop(0)
        if (claim.id, part.name) in found:
            continue
        found[claim.id, part.name] = claim
        for uses in filter(None, [*(step.uses for step in part.argument), part.refuted_by]):
            owner, _, name = uses.rpartition(":")
            home = catalogue.claim(owner) if owner else claim
            waiting += [(home, one) for one in home.parts if one.name == name]
    return found


def check_claims(claim_ids: list[str], results: Path, settings: dict) -> tuple[Ledger, list[str]]:
    """The ledger of these claims and the parts they rest on, and what could not be checked for want of data."""
    parts = needed(claim_ids)
    claims = {claim.id: claim for claim in parts.values()}
    missing: list[str] = []
    records: list[Record] = []
    prover = Prover()
    found = {job: collect(wings.imported(job.module)) for job in _jobs(claims, claim_ids, parts)}  # before any is run
    for job, declared in found.items():
        checks = [check for check in declared if check.claim in claim_ids or (check.claim, check.part) in parts]
        if not checks:
            continue
        data, absent = _data(job, results)
        if absent:
            missing += [
                f"{check.claim}:{check.part} needs {absent}: run `snakemake experiments` first" for check in checks
            ]
            continue
        provided = {"forms": prover.forms(job), "data": data, "proofs": proofs_for(job, results)}
        for check in checks:
            proves = check.options.get("forms")
            records.append(prover.record(check) if proves else run_checks([check], settings | provided)[0])
    ledger = Ledger(claims, records, RATE)
    fail_unfinished(ledger)
    asked = [f for f in ledger.failures if f["claim"] in ("", *claim_ids) or (f["claim"], f["part"]) in parts]
    ledger.failures[:] = asked  # what was not asked for was not checked
    return ledger, missing


def proofs_for(job: Job, results: Path) -> dict:
    """What Coq says of the statements that a job's checks rest on: as it said last, where nothing changed."""
    return gate.outcome_here(job.paper, results / "formal" / "build") if job.method == formal.METHOD else {}


def _jobs(claims: Iterable[str], asked: Collection[str], parts: Collection[tuple[str, str]]) -> list[Job]:
    """The jobs of the topics of these claims, and those that name one: all of what was asked, else for the parts."""
    homes = {catalogue.topic_of(claim_id): claim_id in asked for claim_id in sorted(claims, key=asked.__contains__)}
    papers = tuple(sorted({paper for paper, _ in homes}))
    ours = [job for job in jobs(papers) if (job.paper, job.topic) in homes or job.names(claims)]
    return [job for job in ours if homes.get((job.paper, job.topic)) or job.names(asked) or job.may_check(parts)]


def _data(job: Job, results: Path) -> tuple[dict[str, store.Group], str]:
    data = {}
    for name in job.data:
        path = results / "experiments" / f"{name}.h5"
        if not path.is_file():
            return {}, str(path)
        data[name] = store.read(path)
    return data, ""


def describe(entry: dict) -> str:
    """A claim's entry in the ledger as text for a terminal."""
    status = ", ".join(filter(None, (entry["status"], entry["refuted_at"])))
    lines = [f"{entry['id']}: {entry['title']}", f"  {entry['source']['label']}; {whose(entry['source'])}: {status}"]
    if entry["reason"]:
        lines.append(textwrap.fill(entry["reason"], 110, initial_indent="  why: ", subsequent_indent="       "))
    for part in entry["parts"]:
        wanted = {True: "", False: ", as expected" if part["verdict"] == "refuted" else "", None: ", open"}[
            part["expected"]
        ]
        firmly = f"; how firmly: {part['refuted_at']}" if part["refuted_at"] else ""
        lines.append(f"  {part['verdict']:11} {part['name']} ({part['role']}{wanted}{firmly})")
        for check in (check for check in part["checks"] if not check["of"]):
            refuted, tried = sum(check["wrong_variants"].values()), len(check["wrong_variants"])
            lines.append(
                f"    {check['verdict']:11} {check['method']}: {check['name']},"
                f" {refuted} of {tried} wrong variant{'s' if tried != 1 else ''} refuted"
            )
            lines += [f"      {name}: {value}" for name, value in check["numbers"].items()]
            lines += [f"      {line}" for line in _decided(check["proofs"])]
            lines += [f"      idle: {fault}" for fault in check["idle"]]
        lines += [f"    certificate: {one['file']}, {one['kind']}" for one in part["certificates"]]
    return "\n".join([*lines, f"  verdict: {entry['verdict']}"])


def _decided(proofs: list[dict]) -> list[str]:
    """What Coq says of a check's own statements, one line each."""
    shown = [proof for proof in proofs if not proof["variant"]]
    return [f"{p['name']} {p['digest']}: {p['verdict']} by {p['theorem']}, trusts {p['trusts']}" for p in shown]


def main(arguments: list[str] | None = None) -> int:
    """Command line; exit code 1 where a claim does not stand, 2 where there is no such claim."""
    parser = argparse.ArgumentParser(prog="python -m verification", description=__doc__)
    parser.add_argument("claims", nargs="+", metavar="CLAIM")
    parser.add_argument("--papers-from", type=Path, action="append", default=[], help="a folder of papers; repeatable")
    parser.add_argument("--results", type=Path, default=Path("results"), help="where the last run left its data")
    parser.add_argument("--samples", type=int, default=SMALL["samples"], help="Monte Carlo samples")
    parser.add_argument("--instances", type=int, default=SMALL["instances"], help="random instances in each check")
    options = parser.parse_args(arguments)
    if options.samples < LEAST_SAMPLES or options.instances < 1:
        parser.error(f"wanted at least {LEAST_SAMPLES} samples, where means are near the normal law, and 1 instance")
    try:
        wings.admit(options.papers_from)
        settings = SMALL | {"samples": options.samples, "instances": options.instances}
        ledger, missing = check_claims(options.claims, options.results, settings)
    except (ValueError, store.DamagedFile, gate.Refused) as error:
        print(error, file=sys.stderr)
        return 2
    print("\n\n".join(describe(entry) for entry in ledger.entries if entry["id"] in options.claims))
    failures = [f for f in ledger.failures if not any(m.startswith(f"{f['claim']}:{f['part']} ") for m in missing)]
    for line in [*missing, *(f"{place(f)}: {f['why']}" for f in failures)]:
        print(line, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    atexit.register(gc.freeze)  # what is loaded goes with the process: to look for cycles in it would take 0.2 s
    sys.exit(main())
