"""Plant a sample of small faults one at a time, in a copy of the tree, and say which ones no test notices.

python -m mutants [--count 300] [--seed 1] [--part 1/4] [--minutes 120] [--rooms engines,ledger] [--output FILE]

The sample has equally many faults from every room. A part takes every n-th of them, so that parts run side by side or
one after the other; what the output file already holds is not run again, but for survivors with --again.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

import yaml

from mutants.operators import Mutant, mutants
from mutants.runner import Runner
from mutants.suites import ROOMS, Suites, room

ROOT = Path(__file__).resolve().parents[1]
EQUIVALENT = Path(__file__).with_name("equivalent.yaml")


def sources() -> list[str]:
    """The tracked files of Python that have a room."""
    listed = subprocess.run(["git", "ls-files", "*.py"], cwd=ROOT, check=True, capture_output=True, text=True)
    return [file for file in listed.stdout.splitlines() if room(file)]


def equivalents() -> dict[str, str]:
    """Names of mutants that change nothing that can be promised, with the reason; an ending asterisk stands for any."""
    return {entry["mutant"]: entry["why"] for entry in yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8"))}


def is_equivalent(mutant: Mutant, known: Iterable[str]) -> bool:
    return any(mutant.name == one or (one.endswith("*") and mutant.name.startswith(one[:-1])) for one in known)


def sample(count: int, seed: int, rooms: Sequence[str]) -> list[Mutant]:
    """Equally many mutants of each room, in all `count`, room after room, equivalent ones left out."""
    found: dict[str, list[Mutant]] = {name: [] for name in ROOMS}
    known = equivalents()
    for file in sources():
        home = str(room(file))
        if home in rooms:
            found[home] += [one for one in mutants(file, (ROOT / file).read_bytes()) if not is_equivalent(one, known)]
    each = -(-count // len(rooms))
    return [
        one
        for name in ROOMS
        if name in rooms
        for one in random.Random(f"{seed} {name}").sample(found[name], min(each, len(found[name])))
    ]


def table(results: Iterable[dict]) -> str:
    """The score of every room, and the survivors by name."""
    rows = list(results)
    counts = {name: Counter(row["outcome"] for row in rows if row["room"] == name) for name in ROOMS}
    counts["all"] = sum(counts.values(), Counter())
    lines = [f"{'room':10}{'faults':>8}{'killed':>8}{'survived':>10}{'untested':>10}{'score':>8}"]
    for name, count in counts.items():
        if total := count.total():
            survived, untested = count["survived"], count["untested"]
            killed = total - survived - untested
            lines.append(f"{name:10}{total:>8}{killed:>8}{survived:>10}{untested:>10}{killed / total:>8.1%}")
    for row in rows:
        if row["outcome"] in ("survived", "untested"):
            lines.append(f"{row['outcome']}: {row['mutant']} (line {row['line']}, after {len(row['tried'])} suites)")
    return "\n".join(lines)


def run(
    chosen: list[Mutant], output: Path, minutes: float, seconds: float, again: bool = False, results: Path | None = None
) -> list[dict]:
    """Run mutants until the time is up, writing down each; what the output file holds stays, but survivors `again`."""
    known = {row["mutant"]: row for row in json.loads(output.read_text())} if output.is_file() else {}
    done = {name for name, row in known.items() if not again or row["outcome"] not in ("survived", "untested")}
    end = time.monotonic() + 60 * minutes
    output.parent.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="mutants-") as folder,
        closing(Runner(ROOT, Path(folder) / "tree", Suites(ROOT), results)) as runner,
    ):
        for mutant in chosen:
            if mutant.name in done:
                continue
            if time.monotonic() > end:
                break
            row = {"mutant": mutant.name, "line": mutant.line, "operator": mutant.operator, "room": room(mutant.file)}
            known[mutant.name] = row | runner.outcome(mutant, seconds)
            print(f"{known[mutant.name]['outcome']:9} {mutant.name}", flush=True)
            output.write_text(json.dumps(list(known.values()), indent=1) + "\n", encoding="utf-8")
    return list(known.values())


def main(words: Sequence[str] | None = None) -> int:
    """Command line; exit code 1 where a fault survived."""
    parser = argparse.ArgumentParser(
        prog="python -m mutants", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=300, help="faults in the whole sample")
    parser.add_argument("--seed", type=int, default=1, help="of the sample")
    parser.add_argument("--rooms", default=",".join(ROOMS), help="which rooms, with commas")
    parser.add_argument("--part", default="1/1", help="which part of how many")
    parser.add_argument("--minutes", type=float, default=120, help="begin no fault after this time")
    parser.add_argument("--seconds", type=float, default=120, help="of processor time for each fault, about")
    parser.add_argument("--again", action="store_true", help="run those once more that survived")
    parser.add_argument("--results", type=Path, default=ROOT / "results", help="a run, for checks of its experiments")
    parser.add_argument("--output", type=Path, default=Path("results/mutants.json"))
    given = parser.parse_args(words)
    rooms, (part, parts) = given.rooms.split(","), map(int, given.part.split("/"))
    if set(rooms) - set(ROOMS) or not 1 <= part <= parts:
        parser.error(f"rooms are {', '.join(ROOMS)}; parts run from 1/n to n/n")
    chosen = sample(given.count, given.seed, rooms)[part - 1 :: parts]
    rows = run(chosen, given.output, given.minutes, given.seconds, given.again, given.results)
    print(table(rows))
    return 1 if any(row["outcome"] == "survived" for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
