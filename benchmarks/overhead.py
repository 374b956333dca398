"""What share of a run lies outside its computations.

python -m benchmarks.overhead [--cores N] [WORD...]

Runs the whole pipeline in this checkout, its results in a folder that is deleted in the end; more words go to
Snakemake (`-- --configfile config-quick.yaml`). Prints the table of `benchmarks.stages`, and the share. Inside is what
each stage took once it had loaded what it computes with, by its log. Outside is everything else that the kernel counts:
Snakemake, shells, the start and the end of every interpreter. All in processor time. Kernels that are not compiled yet
are compiled inside: run the pipeline before.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.no_op import ROOT, used_by_children
from benchmarks.stages import Took, lines, logs, table


def seconds_of_run(results: Path, cores: str, words: Sequence[str]) -> float:
    """Processor seconds of a whole run of the pipeline. Raises subprocess.CalledProcessError where it fails."""
    start = used_by_children()
    command = [sys.executable, "-m", "snakemake", "--cores", cores, "--drop-metadata", *words]
    subprocess.run([*command, "--config", f"results={results}"], cwd=ROOT, check=True)
    return used_by_children() - start


def told(total: float, stages: Sequence[Took]) -> str:
    """The share of a run of so many seconds that lies outside what its stages computed."""
    seconds, starts = (sum(column) for column in zip(*stages, strict=True))
    inside = seconds - starts
    return (
        f"{len(stages)} stages and what runs them took {total:.0f} s of processor time: {inside:.0f} to compute, "
        f"{starts:.0f} to start stages, {total - seconds:.0f} else; outside the computations: {1 - inside / total:.1%}"
    )


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cores", default="all")
    parser.add_argument("words", nargs="*")
    given = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder, "results")
        total = seconds_of_run(results, given.cores, given.words)
        print(*lines(table(results)), told(total, [took for _, took in logs(results)]), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
