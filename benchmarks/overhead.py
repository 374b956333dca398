"""What share of a finished run lay outside its computations.

python -m benchmarks.overhead [--results FOLDER]

Inside is what the jobs computed, out of the files that Snakemake's `benchmark:` left; outside is what each of them
spent to start the interpreter and to load its libraries, measured now, and Snakemake's own plan of the whole run.
All in processor time. Figures and the page leave no such files and count for nothing on either side.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from benchmarks.no_op import ROOT, seconds_to_plan, used_by_children
from benchmarks.stages import EXPERIMENTS, samples
from workflow.closure import source

ENGINES = {"degree_one": "compiled", "random_pnn": "shared"}


def jobs(results: Path) -> Iterator[tuple[tuple[str, ...], float]]:
    """The modules that each job loaded, and its processor time, start included."""
    for parts, spent in samples(results):
        loaded = modules(parts)
        if loaded and all(source(module, ROOT) for module in loaded):  # else the job is no more
            yield loaded, spent


def modules(parts: Sequence[str]) -> tuple[str, ...]:
    """The modules behind a benchmark file: a check's stage, method and topic; an experiment's stage, run and engine.

    None for an experiment that is no more.
    """
    if parts[0] == "checks":
        _, paper, topic, method = parts
        own = f"verification.papers.{paper}.{topic}.{method}"
        return "verification.run_topic", f"verification.methods.{method}", own
    if parts[1] not in EXPERIMENTS:
        return ()
    engine = [f"pnn.training.{ENGINES[parts[1]]}"] if parts[1] in ENGINES else []
    return ("verification.experiments.run_job", f"{EXPERIMENTS[parts[1]].room}.run", *engine)


@cache
def seconds_to_start(names: tuple[str, ...]) -> float:
    """Processor seconds of an interpreter that loads these modules and ends."""
    start = used_by_children()
    subprocess.run([sys.executable, "-c", "import " + ", ".join(names)], cwd=ROOT, check=True)
    return used_by_children() - start


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--results", type=Path, default=Path("results"), help="the folder of the finished run")
    found = list(jobs(parser.parse_args(words).results))
    if not found:
        print("overhead: no benchmark files there; run the pipeline first", file=sys.stderr)
        return 1
    total, starts, plan = (
        sum(spent for _, spent in found),
        sum(seconds_to_start(n) for n, _ in found),
        seconds_to_plan(),
    )
    share = (starts + plan) / (total + plan)
    print(
        f"{len(found)} jobs, {total:.0f} s of processor time, of which {starts:.0f} s to start; "
        f"{plan:.1f} s to plan the run; outside the computations: {share:.1%}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
