"""Bring the records of all jobs together into the ledger.

`python -m verification.assemble_ledger --settings JSON --code DIGEST --output results/ledger.json FILE...`
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from pnn import store
from verification import catalogue
from verification.check import Record
from verification.command import begin
from verification.fields import refuse_misfits
from verification.ledger import SCHEMA, Ledger, totals
from verification.lint import fail_unfinished
from verification.methods import formal, monte_carlo
from verification.verdict import Scope, Verdict


def read_records(paths: list[Path]) -> list[Record]:
    """The records in the files of all jobs. Raises store.DamagedFile naming one that cannot be trusted."""
    return [record for path in paths for record in _records(path)]


def _records(path: Path) -> list[Record]:
    group = store.read(path)
    try:
        return records_of(group.texts["records"])
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise store.DamagedFile(f"{path}: it holds no records of checks ({error})") from error


def records_of(text: str) -> list[Record]:
    """The records that a job has written as JSON. Raises TypeError or ValueError for what is none."""
    records = [Record(**record) for record in json.loads(text)]
    for record in records:
        refuse_misfits(record)
        for proof in record.proofs:
            formal.Stated(**proof)
        for estimate in record.estimates:
            refuse_misfits(monte_carlo.Stored(**estimate))
            if estimate["wrong"].keys() != record.estimates[0]["wrong"].keys():
                raise ValueError(f"{record.claim}: its estimates are of different variants")
        Verdict(record.verdict), Scope(record.scope)
    return records


def assemble(papers: tuple[str, ...], records: list[Record], rate: float, run: dict) -> dict:
    """The ledger as plain data: {"schema", "run", "totals", "failures", "simulations", "claims"}."""
    ledger = Ledger(catalogue.claims(papers), records, rate)
    fail_unfinished(ledger)
    return {
        "schema": SCHEMA,
        "run": run,
        "totals": totals(ledger.entries),
        "failures": ledger.failures,
        "simulations": ledger.simulations,
        "claims": ledger.entries,
    }


def main(arguments: list[str] | None = None) -> None:
    """Command line of the ledger stage; it always writes, the verdict on the run is the next stage's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--settings", type=json.loads, required=True)
    parser.add_argument("--code", default="")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("inputs", type=Path, nargs="*")
    options = parser.parse_args(arguments)
    begin("verification.assemble_ledger", arguments)
    settings = options.settings
    run = {"size": settings["size"], "config": settings, "code": options.code}
    try:
        records = read_records(options.inputs)
    except store.DamagedFile as error:
        sys.exit(f"assemble_ledger: {error}")
    ledger = assemble(tuple(settings["papers"]), records, settings["false_alarm_rate"], run)
    store.write_text(options.output, json.dumps(ledger, indent=1, allow_nan=False) + "\n")
    store.write_digests(store.sidecar(options.output), [options.output])
    print(json.dumps(ledger["totals"], indent=1), file=sys.stderr)


if __name__ == "__main__":
    main()
