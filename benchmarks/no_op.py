"""Seconds that `snakemake` takes where nothing is to be done, in a copy of the project whose files all stand.

The files are empty: what is timed is the reading of the rules, the plan of all jobs and the look at every file.
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
ROUNDS = 5


def snakemake(folder: Path, *words: str) -> subprocess.CompletedProcess:
    """Run Snakemake in a folder, on one core."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [sys.executable, "-m", "snakemake", "--cores", "1", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def copy_of_project(folder: Path) -> float:
    """Copy the project, and let every file stand that a run would make, as if it had been made: seconds of the last."""
    for part in PARTS:
        source, copy = ROOT / part, shutil.copytree if (ROOT / part).is_dir() else shutil.copy2
        copy(source, folder / part)
    for line in snakemake(folder, "--summary").stdout.splitlines()[1:]:
        path = folder / line.split("\t")[0]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    start = used_by_children()
    snakemake(folder, "--touch")
    return used_by_children() - start


def used_by_children() -> float:
    """Processor time of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds_to_plan() -> float:
    """Processor seconds in which Snakemake plans a whole run in a fresh copy, and touches what it would make."""
    with tempfile.TemporaryDirectory() as name:
        return copy_of_project(Path(name))


def measure() -> Iterator[Row]:
    """Processor seconds of a run that finds nothing to do."""
    times = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_of_project(folder)
        for _ in range(ROUNDS + 1):
            start = used_by_children()
            done = snakemake(folder)
            times.append(used_by_children() - start)
            if "Nothing to be done" not in done.stdout + done.stderr:
                raise Disagreement(f"no_op: there was something to do:\n{(done.stdout + done.stderr)[-2000:]}")
    low, high = interval_of_median(np.array(times[1:]))
    what = "seconds, not a ratio: `snakemake` with nothing to do"
    yield Row("no_op", float(np.median(times[1:])), low, high, 3.0, what, at_most=True)


def cases() -> Iterator[Case]:
    """One case."""
    yield Case(("no_op",), measure)
