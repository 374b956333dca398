"""The job of the computations that figures show."""

from collections.abc import Mapping

from verification.experiments.plan import Job, Run


def jobs(section: Mapping, run: Run) -> list[Job]:
    """One job, without random numbers."""
    return [Job(section)]
