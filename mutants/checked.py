"""Run the checks of one job as `python -m verification` does, and hold what they find against what they found before.

`python -m mutants.checked MODULE [--results FOLDER]`: the first time it writes that down, and later fails where another
verdict, another variant refuted, another item or an idle one comes of it, or a certificate is refused: that is where
the run would fail, or the slow test of the table of items. Checks of training runs need the data of a run; without them
there is nothing to check.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from pnn import store
from verification import wings
from verification.__main__ import RATE, SMALL
from verification.check import Record, collect
from verification.items import faults
from verification.jobs import Job
from verification.methods import monte_carlo
from verification.on_demand import Prover
from verification.run_topic import run_checks
from workflow.report.certificates import program

BEFORE = Path(".checked")


def found(job: Job, results: Path) -> dict[str, dict]:
    """Check -> what is promised of it, at the sizes of the command line."""
    data = {name: store.read(results / "experiments" / f"{name}.h5") for name in job.data}
    checks = collect(wings.imported(job.module))
    records = run_checks(checks, SMALL | {"forms": Prover().forms(job), "data": data})
    limit = monte_carlo.threshold(RATE, sum(len(record.estimates) for record in records))
    return {check.id: _promised(record, limit) for check, record in zip(checks, records, strict=True)}


def _promised(record: Record, limit: float) -> dict:
    if record.method == monte_carlo.METHOD:
        monte_carlo.judge(record, limit)
    return {
        "verdict": str(record.verdict),
        "wrong_variants": record.wrong_variants,
        "items": record.items,
        "idle": faults(record),
        "certificates": [accepted(one) for one in record.certificates],
    }


def accepted(certificate: dict) -> bool:
    """Whether the program of its kind accepts a certificate."""
    checker = import_module(f"workflow.certificates.{Path(program(certificate['kind'])).stem}")
    try:
        checker.check({"certificate": "1", "claim": "a", "part": "b", "statement": "", **certificate}, words=True)
    except checker.Refused:
        return False
    return True


def main(words: Sequence[str] | None = None) -> int:
    """Command line; exit code 1 where something is not as it was."""
    parser = argparse.ArgumentParser(prog="python -m mutants.checked", description=__doc__)
    parser.add_argument("module")
    parser.add_argument("--results", type=Path, default=Path("results"))
    given = parser.parse_args(words)
    now = found(Job(*given.module.split(".")[-3:]), given.results)
    path = BEFORE / f"{given.module}.json"
    if path.is_file():
        return int(json.loads(path.read_text(encoding="utf-8")) != now)
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(now), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
