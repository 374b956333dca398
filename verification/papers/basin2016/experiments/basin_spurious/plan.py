"""The job of this experiment."""

from collections.abc import Mapping

from verification.experiments.plan import Job, Run


def jobs(section: Mapping, run: Run) -> list[Job]:
    """One job."""
    return [Job({**section, "seed": run.seed})]
