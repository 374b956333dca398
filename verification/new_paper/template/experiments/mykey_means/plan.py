"""The experiment's jobs: half of the trials each. Standard library alone."""

from collections.abc import Mapping

from verification.experiments.plan import Job, Run


def jobs(section: Mapping, run: Run) -> list[Job]:
    """Two jobs, which are joined along their axis `trial`."""
    half = section["trials"] // 2
    return [
        Job({"first": first, "trials": trials, "samples": section["samples"], "seed": run.seed}, name=f"from-{first}")
        for first, trials in ((0, half), (half, section["trials"] - half))
    ]
