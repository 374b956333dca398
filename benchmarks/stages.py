"""Where a finished run's processor time went: by kind of stage, and by paper.

python -m benchmarks.stages [--results FOLDER]

The seconds are those with which a stage ends its log, with those of what it started. The stages that write the
manifest and judge the ledger say nothing of them, nor does Snakemake: the time of the whole run is what `time make`
says.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from verification import wings

PAPERS = wings.wings()
EXPERIMENTS, FIGURES = wings.experiments(PAPERS), wings.figures(PAPERS)
LAST = re.compile(r"^([0-9.]+) s of processor time$", re.MULTILINE)


def logs(results: Path) -> Iterator[tuple[tuple[str, ...], float]]:
    """The parts of each log's path and its stage's seconds; none for a stage that was killed or says nothing of it."""
    folder = results / "logs"
    for path in sorted(folder.rglob("*.log")):
        if found := LAST.findall(path.read_text(encoding="utf-8", errors="replace")):
            yield path.relative_to(folder).with_suffix("").parts, float(found[-1])


def kind_and_paper(parts: Sequence[str]) -> tuple[str, str] | None:
    """What a stage is and its paper, "" for one of all papers; None for an experiment or a figure that is no more."""
    match parts:
        case ["checks", paper, _, method]:
            return f"checks, {method}", paper
        case ["formal", paper]:
            return "Coq", paper
        case ["experiments", name, *_] if own := EXPERIMENTS.get(name.removeprefix("gather_")):
            return f"experiments, {own.name}", own.paper
        case ["figures", "bind"]:
            return "figures", ""
        case ["figures", name] if name in FIGURES:
            return "figures", FIGURES[name].paper
        case ["assemble_ledger"]:
            return "ledger", ""
        case ["build_page"]:
            return "page", ""
    return None


def table(results: Path) -> dict[str, list[tuple[str, float]]]:
    """Kind of stage -> paper and seconds of each stage, kinds in order; under "all" those of every stage."""
    found = defaultdict(list)
    for parts, seconds in logs(results):
        kind, paper = kind_and_paper(parts) or ("", "")
        if kind:
            found[kind].append((paper, seconds))
    return {kind: found[kind] for kind in sorted(found)} | {"all": list(chain.from_iterable(found.values()))}


def lines(found: Mapping[str, Sequence[tuple[str, float]]]) -> Iterator[str]:
    """The lines of a table that is printed."""
    papers = sorted({paper for paper, _ in found["all"] if paper})
    yield f"{'':32}{'stages':>8}{'seconds':>9}" + "".join(f"{paper:>15}" for paper in papers)
    for kind, stages in found.items():
        own = [sum(seconds for paper, seconds in stages if paper == one) for one in papers]
        total = sum(seconds for _, seconds in stages)
        yield f"{kind:32}{len(stages):>8}{total:>9.1f}" + "".join(f"{seconds:>15.1f}" for seconds in own)


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--results", type=Path, default=Path("results"), help="the folder of the finished run")
    found = table(parser.parse_args(words).results)
    if not found["all"]:
        print("stages: no logs of stages there; run the pipeline first", file=sys.stderr)
        return 1
    print("\n".join(lines(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
