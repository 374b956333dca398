"""The job of the decay experiment."""

from collections.abc import Iterator, Mapping

from verification.experiments.plan import Job, Run


def jobs(section: Mapping, run: Run) -> list[Job]:
    """One job."""
    return [Job({**section, "seed": run.seed}, memory=1000)]


def refusals(section: Mapping, run: Run) -> Iterator[str]:
    """Settings that cannot be run together."""
    inputs = [row["inputs"] for row in section["dimensions"]]
    if len(set(inputs)) < len(inputs):
        yield f"decay.dimensions has the inputs {inputs}; wanted each number of inputs once"
