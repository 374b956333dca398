"""Where a finished run's processor time went: by kind of stage, and by paper.

python -m benchmarks.stages [--results FOLDER]

The seconds are Snakemake's samples of a stage and what it starts, out of the files that its `benchmark:` leaves. The
end of a stage after its last sample is missed, so that they are too few, and most so of short stages. Figures, ledger
and page leave no such files; the time of the whole run is what `time make` says.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from verification import wings

EXPERIMENTS = wings.experiments(wings.wings())


def samples(results: Path) -> Iterator[tuple[tuple[str, ...], float]]:
    """The parts of each benchmark file's path and the processor seconds in it, 0 where the stage was too short."""
    folder = results / "benchmarks"
    for path in sorted(folder.rglob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            spent = next(csv.DictReader(file, delimiter="\t"))["cpu_time"]
        parts = path.relative_to(folder).with_suffix("").parts
        yield parts, float(spent) if spent not in ("NA", "-") else 0.0


def kind_and_paper(parts: Sequence[str]) -> tuple[str, str] | None:
    """An experiment's name, a check's method or Coq, and the paper; None for an experiment that is no more."""
    if parts[0] == "checks":
        return f"checks, {parts[3]}", parts[1]
    if parts[0] == "formal":
        return "Coq", parts[1]
    if parts[1] not in EXPERIMENTS:
        return None
    return f"experiments, {parts[1]}", EXPERIMENTS[parts[1]].paper


def table(results: Path) -> dict[str, list[tuple[str, float]]]:
    """Kind of stage -> paper and seconds of each stage, kinds in order; under "all" those of every stage."""
    found = defaultdict(list)
    for parts, spent in samples(results):
        kind, paper = kind_and_paper(parts) or ("", "")
        if kind:
            found[kind].append((paper, spent))
    return {kind: found[kind] for kind in sorted(found)} | {"all": list(chain.from_iterable(found.values()))}


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--results", type=Path, default=Path("results"), help="the folder of the finished run")
    found = table(parser.parse_args(words).results)
    if not found["all"]:
        print("stages: no benchmark files there; run the pipeline first", file=sys.stderr)
        return 1
    papers = sorted({paper for paper, _ in found["all"]})
    print(f"{'':32}{'stages':>8}{'seconds':>9}" + "".join(f"{paper:>15}" for paper in papers))
    for kind, stages in found.items():
        own = [sum(spent for paper, spent in stages if paper == one) for one in papers]
        print(f"{kind:32}{len(stages):>8}{sum(own):>9.1f}" + "".join(f"{spent:>15.1f}" for spent in own))
    return 0


if __name__ == "__main__":
    sys.exit(main())
