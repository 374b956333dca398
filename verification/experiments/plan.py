"""The plan of an experiment: from its section of the configuration to named jobs.

An experiment's `plan.py` has `jobs(section, run)`, which returns these jobs, and may have

- `refusals(section, run)`, which yields a line for every combination of settings that cannot be run;
- `CUTS`, the keys of the section on which no result depends, such as one that cuts the work into jobs;
- `AXES`, what the axes mean along which jobs are stacked, by name.

It imports nothing but the standard library, so that planning stays fast; nor does this module.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

NAME = re.compile(r"[\w-][\w.-]*")


@dataclass(frozen=True)
class Run:
    """What a plan may use of the configuration beside the experiment's own section."""

    seed: int
    device: str

    @property
    def gpus(self) -> int:
        """GPUs that a job which trains asks a cluster for: one where the configuration wants to train on it."""
        return int(self.device == "cuda")


@dataclass(frozen=True)
class Job:
    """One job: it gets `settings`, plain values, and leaves one file.

    name: of its file; empty for the only job of an experiment that is not cut. group: the group of the gathered file
    to which its arrays go, the root where empty. at: its place along axes that the job itself does not have, such as
    {"neurons": 10}; jobs of one group are stacked along these, and joined along the axes in whose coordinates they
    differ. memory: megabytes; priority: jobs with a higher one start first.
    """

    settings: Mapping[str, Any]
    name: str = ""
    group: str = ""
    at: Mapping[str, int | float | str] = field(default_factory=dict)
    memory: int = 2000
    gpus: int = 0
    priority: int = 0


def cut(section: Mapping, run: Run, of: str = "trials", memory: int = 2000) -> list[Job]:
    """An experiment's trials (or `of` what it has many) in jobs of the section's `trials_per_job`.

    Each gets the section's other settings, the number of its `first` trial, how many `trials` it has, and the seed of
    the run; the only one has no name.
    """
    step, number = section[f"{of}_per_job"], section[of]
    settings = {key: value for key, value in section.items() if key not in (of, f"{of}_per_job")}
    firsts = range(0, number, step)
    return [
        Job(
            {**settings, "first": first, of: min(step, number - first), "seed": run.seed},
            name=f"from-{first}" if len(firsts) > 1 else "",
            memory=memory,
        )
        for first in firsts
    ]


def checked(jobs: Sequence[Job]) -> list[Job]:
    """The jobs of a plan. Raises ValueError where there is none, or their names cannot be those of their files."""
    jobs = list(jobs)
    names = [job.name for job in jobs]
    if not jobs:
        raise ValueError("its plan has no job")
    if names != [""] and not all(map(NAME.fullmatch, names)):
        raise ValueError(f"its jobs are called {names}; wanted names of letters, digits, dots and hyphens")
    if len(set(names)) < len(names):
        raise ValueError(f"its jobs are called {names}; wanted a name of its own for each")
    if odd := [job.name for job in jobs if job.memory < 1 or job.gpus < 0]:
        raise ValueError(f"its jobs {odd} ask for no memory or fewer GPUs than none")
    return jobs
