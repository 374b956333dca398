"""What every check of the house asserts: how many items of each kind, and what is wrong with them: nothing.

`python -m tests.verification.item_table` writes this table and that of the claims anew; their difference shows what a
change added or dropped.
"""

import json
from pathlib import Path

from tests.verification import claim_table
from verification import wings
from verification.__main__ import SMALL
from verification.check import collect
from verification.items import faults
from verification.jobs import jobs, topics
from verification.methods import monte_carlo
from verification.on_demand import Prover
from verification.run_topic import run_checks

TABLE = Path(__file__).with_name("items.json")
PAPERS = tuple(sorted({paper for paper, _ in topics()}))
WITHOUT_ITEMS_HERE = ("hunt", "experiment", "formal")  # the first has none, the others need data and Coq
SETTINGS = SMALL | {"samples": 2000}  # the names of estimates are wanted, not their numbers


def found() -> dict[str, dict]:
    """Check -> {"items": kind -> count, "idle": faults}, at the sizes of the command line."""
    table: dict[str, dict] = {}
    prover = Prover()
    for job in jobs(PAPERS):
        if job.method in WITHOUT_ITEMS_HERE:
            continue
        checks = collect(wings.imported(job.module))
        provided = SETTINGS | {"forms": prover.forms(job), "data": {}}
        for check, record in zip(checks, run_checks(checks, provided), strict=True):
            idle = faults(record) if job.method != monte_carlo.METHOD else []
            table[f"{check.id} ({job.method})"] = {"items": shown(record.items), "idle": idle}
    return table


def shown(items: dict[str, int]) -> dict[str, int]:
    """Counts by kind; residuals without a name by their number alone."""
    named = {kind: count for kind, count in items.items() if not kind.isdigit()}
    return named | ({"without a name": len(items) - len(named)} if len(named) < len(items) else {})


def text(table: dict[str, dict]) -> str:
    """The table as its file holds it."""
    return json.dumps(table, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    claim_table.TABLE.write_text(text(claim_table.found()), encoding="utf-8")
    TABLE.write_text(text(found()))
