"""What share of a run lies outside its computations.

python -m benchmarks.overhead [--cores N] [WORD...]

Runs the whole pipeline in this checkout, its results in a folder that is deleted in the end; more words go to
Snakemake (`-- --configfile config-quick.yaml`; `--config` is taken). Prints the table of `benchmarks.stages`, and the
share. Inside is what the stages took but for the start of their interpreters and the loading of modules, whenever that
happens, which `loads/sitecustomize.py` has them say. Outside is everything else that the kernel counts: Snakemake,
shells, the end of every stage. The programs that check certificates run isolated and are inside, start and all. All in
processor time. Kernels that are not compiled yet are compiled inside: run the pipeline before.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.no_op import ROOT, used_by_children
from benchmarks.stages import LAST, lines, logs, table

LOADS = re.compile(r"^([0-9.]+) s of processor time to load$", re.MULTILINE)


def seconds_of_run(results: Path, cores: str, words: Sequence[str]) -> float:
    """Processor seconds of a whole run of the pipeline. Raises subprocess.CalledProcessError where it fails."""
    start = used_by_children()
    command = [sys.executable, "-m", "snakemake", "--cores", cores, "--drop-metadata", *words]
    subprocess.run(
        [*command, "--config", f"results={results}"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent / "loads")},
        check=True,
    )
    return used_by_children() - start


def loads(results: Path) -> float:
    """Processor seconds in which those stages of a run that say what they took started and loaded modules."""
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in (results / "logs").rglob("*.log"))
    return sum(float(seconds) for text in texts if LAST.search(text) for seconds in LOADS.findall(text))


def told(total: float, inside: float, loading: float) -> str:
    """The share of a run of so many seconds that lies outside its stages or within their loading."""
    return (
        f"{total:.0f} s of processor time: {inside - loading:.0f} to compute, {loading:.0f} to start stages, "
        f"{total - inside:.0f} else; outside the computations: {1 - (inside - loading) / total:.1%}"
    )


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cores", default="all")
    parser.add_argument("words", nargs="*")
    given = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder, "results")
        total = seconds_of_run(results, given.cores, given.words)
        inside = sum(seconds for _, seconds in logs(results))
        print(*lines(table(results)), told(total, inside, loads(results)), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
