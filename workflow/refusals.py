"""Plans that no run could carry out, told before any work."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from verification.wings import read_yaml

if TYPE_CHECKING:
    from workflow.paths import Plan

LONGEST = (
    2**17 - 2**12
)  # bytes: Linux hands on no word of 2^17, and a shell gets its command in one; some are for the rest


def refuse(plan: Plan) -> None:
    """Raise ValueError, in one line, for what the plan lacks or what no command can name."""
    _refuse_data_that_is_not_there(plan)
    _refuse_forms_that_are_not_there(plan)
    for path in plan.all_published:
        if not isinstance(read_yaml(Path(path)), dict):
            raise ValueError(f"{path} is no table of printed numbers")
    for told, words in _long_commands(plan):
        if len(shlex.join(words).encode()) > LONGEST:
            raise ValueError(f"{told}, more than one command can name; wanted fewer, or a shorter name for results")


def _refuse_data_that_is_not_there(plan: Plan) -> None:
    known = {piece.partition("/")[0] for piece in plan.pieces}
    wanted = [(job.module, job.data) for job in plan.jobs]
    wanted += [(f"figure {entry.name}", entry.needs) for entry in plan.figures.values()]
    wanted += [(one.module, (one.experiment,)) for one in plan.comparisons]
    for who, names in wanted:
        if missing := sorted(set(names) - known):
            raise ValueError(f"{who} reads the experiment {missing[0]!r}, which no paper of the run has")


def _refuse_forms_that_are_not_there(plan: Plan) -> None:
    topics_of_run = {f"{job.paper}/{job.topic}" for job in plan.jobs if job.method == "symbolic"}
    for job in plan.jobs:
        if missing := sorted(set(job.forms) - topics_of_run):
            raise ValueError(
                f"{job.module} computes with closed forms of {missing[0]!r}, which no paper of the run has"
            )


def _long_commands(plan: Plan) -> Iterator[tuple[str, list[str]]]:
    """What grows with a configuration in the commands of stages, and what to say of it."""
    for name in plan.gathered:
        files = plan.piece_files(name)
        words = [*files, plan.places(name), plan.gathered_settings(name)]
        yield f"the experiment {name} is cut into {len(files)} jobs", words
    yield f"the run leaves {len(plan.all_data)} data files", plan.all_data
    yield f"the configuration has {len(plan.page_settings())} characters", [plan.page_settings()]
