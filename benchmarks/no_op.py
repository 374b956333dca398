"""Seconds that `snakemake` takes where nothing is to be done, in a copy of the project with its finished results.

What is timed is the reading of the rules, the plan of all jobs, the look at every file and at the record that
Snakemake keeps of it, with files of the sizes that a run leaves: small ones are digested.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.harness import Case, Disagreement, Row, interval_of_median

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("Snakefile", "config.yaml", "profiles", "workflow", "pnn", "verification", "requirements.lock")
RESULTS, RECORDS = "results", ".snakemake/metadata"
WANTS = "" if (ROOT / RESULTS / "manifest.sha256").is_file() else "a finished run, which `make` leaves in results/"
ROUNDS = 5


def snakemake(folder: Path, *words: str) -> subprocess.CompletedProcess:
    """Run Snakemake in a folder, on one core."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [sys.executable, "-m", "snakemake", "--cores", "1", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def copy_of_project(folder: Path) -> None:
    """Copy what a run reads."""
    for part in PARTS:
        source, copy = ROOT / part, shutil.copytree if (ROOT / part).is_dir() else shutil.copy2
        copy(source, folder / part)


def copy_of_results(folder: Path) -> None:
    """Copy the finished results, and the records of them, into a copy of the project, with their times."""
    for part in (RESULTS, RECORDS):
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, dirs_exist_ok=True)


def used_by_children() -> float:
    """Processor time of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure() -> Iterator[Row]:
    """Processor seconds of a run that finds nothing to do."""
    times = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_of_project(folder)
        copy_of_results(folder)
        for _ in range(ROUNDS + 1):
            start = used_by_children()
            done = snakemake(folder)
            times.append(used_by_children() - start)
            if "Nothing to be done" not in done.stdout + done.stderr:
                said = (done.stdout + done.stderr)[-2000:]
                raise Disagreement(f"no_op: results/ is not of a whole run of this checkout; make them anew:\n{said}")
    low, high = interval_of_median(np.array(times[1:]))
    what = "seconds, not a ratio: `snakemake` on a finished run, with nothing to do"
    yield Row("no_op", float(np.median(times[1:])), low, high, 3.0, what, at_most=True)


def cases() -> Iterator[Case]:
    """One case."""
    yield Case(("no_op",), measure, WANTS)
