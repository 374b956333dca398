"""Say what the ledger holds, and fail if a claim does not stand where it should.

`python -m verification.judge_ledger results/ledger.json --output results/verdict.txt`
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from pnn import store


def summary(ledger: Mapping) -> str:
    """A few lines for the terminal: counts by status and verdict, variants, simulations, failures."""
    totals, simulations = ledger["totals"], ledger["simulations"]
    variants = totals["wrong_variants"]
    lines = [
        f"{totals['claims']} claims, {totals['parts']} parts, {totals['checks']} checks ({ledger['run']['size']} size)",
        f"  printed statements: {_counts(totals['printed'])}{_reconstructed(totals['reconstructed'])}",
        f"  statements of ours: {_counts(totals['ours'])}",
        f"  claims settled:     {_counts(totals['verdict'])}",
        f"  wrong variants:     {variants['refuted']} of {variants['tried']} refuted",
        f"  items of checks:    {_items(totals['items'])}",
        f"  Coq's kernel:       {_formal(totals['formal'])}",
        f"  simulations:        {simulations['tests']} estimates, |z| up to {simulations['threshold']:.2f} allowed,"
        f" goodness of fit p = {simulations['goodness_of_fit']:.2g}",
    ]
    failures = [f"  {place(f)}: {f['why']}" for f in ledger["failures"]]
    return (
        "\n".join([*lines, f"FAILED, {len(failures)} times:" if failures else "Every claim stands.", *failures]) + "\n"
    )


def _items(counts: Mapping[str, int]) -> str:
    idle = counts["items"] - counts["moved"] - counts["auxiliary"]
    unmoved = f", {idle} moved by no variant" if idle else ""
    return f"{counts['moved']} moved by a variant, {counts['auxiliary']} auxiliary{unmoved}"


def _formal(counts: Mapping) -> str:
    if counts["not_run"]:
        return f"not run here, {counts['not_run']}"
    return f"{counts['proved']} statements proved, {counts['refuted']} wrong ones refuted"


def _reconstructed(count: int) -> str:
    return f"; the formulas of {count} are reconstructed" if count else ""


def place(failure: Mapping[str, str]) -> str:
    """Where something failed: "claim:part", or the claim where it is no part's."""
    return ":".join(filter(None, (failure["claim"], failure["part"]))) or "all simulations"


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {name}" for name, number in counts.items()) or "none"


def main(arguments: list[str] | None = None) -> None:
    """Command line: the summary on stderr and in the output, exit code 1 where something failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args(arguments)
    try:
        ledger = json.loads(store.read_text(options.ledger))
    except store.DamagedFile as error:
        sys.exit(f"judge_ledger: {error}")
    text = summary(ledger)
    print(text, file=sys.stderr)
    if ledger["failures"]:
        sys.exit(1)
    if options.output:
        store.write_text(options.output, text)


if __name__ == "__main__":
    main()
