"""Measure every speed as a ratio, print the tables, and write them down.

python -m benchmarks [--only NAME] [--output FILE]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import chain
from pathlib import Path

import torch
from threadpoolctl import threadpool_limits

from benchmarks import (
    definite,
    degree_one,
    experts,
    experts_jax,
    growth,
    machine,
    no_op,
    optimum,
    pairs,
    random_pnn,
    schur,
    students,
)
from benchmarks.harness import Case, Disagreement, Row

TABLES = {
    "against what a careful user writes first": (
        degree_one,
        random_pnn,
        optimum,
        schur,
        pairs,
        students,
        definite,
        no_op,
    ),
    "against what an expert writes": (experts, experts_jax),
    "ten times the size": (growth,),
}


def chosen(only: str | None) -> dict[str, list[Case]]:
    """Title of a table -> its cases with a row whose name begins with `only`.

    Raises ValueError, naming all rows, where there is none.
    """
    tables = {title: list(chain.from_iterable(part.cases() for part in parts)) for title, parts in TABLES.items()}
    wanted = {
        title: [case for case in cases if any(name.startswith(only or "") for name in case.names)]
        for title, cases in tables.items()
    }
    if not any(wanted.values()):
        names = (name for case in chain.from_iterable(tables.values()) for name in case.names)
        raise ValueError(f"no row begins with {only!r}; there are {', '.join(names)}")
    return {title: cases for title, cases in wanted.items() if cases}


def measured(tables: dict[str, list[Case]]) -> Iterator[Row]:
    """Measure one table after the other, and say which rows are left out for want of a library."""
    for title, cases in tables.items():
        print(f"\n{title}")
        yield from rows_of([case for case in cases if not case.wants])
        for wants in sorted({case.wants for case in cases} - {""}):
            names = chain.from_iterable(case.names for case in cases if case.wants == wants)
            print(f"left out, for want of {wants}: {', '.join(names)}")


def rows_of(cases: list[Case]) -> Iterator[Row]:
    """Measure one case after the other, printing each row as it comes."""
    print(f"{'name':24}{'ratio':>11}{'low':>11}{'high':>11}{'target':>9}  what", flush=True)
    for case in cases:
        for row in case.measure():
            target = "" if row.target is None else f"{row.target:g}"
            mark = " " if row.is_met else "!"
            print(f"{row.name:24}{row.ratio:>11.4g}{row.low:>11.4g}{row.high:>11.4g}{target:>9}{mark} {row.what}")
            sys.stdout.flush()
            yield row


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", help="rows whose name begins so")
    parser.add_argument("--output", type=Path, default=Path("results/benchmarks.json"), help="where the table goes")
    given = parser.parse_args(words)
    torch.set_num_threads(1)
    try:
        cases = chosen(given.only)
        with threadpool_limits(limits=1):
            print(machine.describe())
            rows = list(measured(cases))
    except (ValueError, Disagreement) as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 1
    given.output.parent.mkdir(parents=True, exist_ok=True)
    given.output.write_text(json.dumps([_plain(row) for row in rows], indent=1) + "\n", encoding="utf-8")
    missed = [row.name for row in rows if not row.is_met]
    print(f"written to {given.output}; " + (f"short of their target: {', '.join(missed)}" if missed else "all met"))
    return 0


def _plain(row: Row) -> dict:
    return {name: value for name, value in asdict(row).items() if name != "at_most"}


if __name__ == "__main__":
    sys.exit(main())
