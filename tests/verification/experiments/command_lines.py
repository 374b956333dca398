"""The words of the commands that run a job of an experiment and gather several."""

import json
from collections.abc import Mapping
from pathlib import Path

RUN_JOB = "verification.experiments.run_job"


def job(paper: str, name: str, settings: object, output: str | Path, *more: object) -> list[str]:
    """The words of `run_job` for one job of a paper's experiment."""
    words = ["--settings", json.dumps(settings), "--code", "abc", "--output", str(output)]
    return [paper, name, *words, *map(str, more)]


def gathering(
    paper: str, experiment: str, jobs: Mapping[str | Path, tuple[str, Mapping]], output: str | Path, seed: int = 3
) -> list[str]:
    """The words of `gather` for files, each with its group and its place along further axes."""
    places = json.dumps([{"group": group, "at": at} for group, at in jobs.values()])
    words = ["--jobs", places, "--settings", json.dumps({"seed": seed}), "--code", "abc", "--output", str(output)]
    return [paper, experiment, *words, "--inputs", *map(str, jobs)]


def refused_in_one_line(code: int, told: str, folder: Path, name: str) -> None:
    """Assert that a job ended before any work, with one line that begins with its name, and left nothing."""
    assert code == 2 and told.startswith(f"{name}: ") and told.count("\n") == 1
    assert not list(folder.iterdir())
