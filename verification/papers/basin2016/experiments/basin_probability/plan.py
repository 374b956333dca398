"""The job of this experiment."""

from collections.abc import Iterator, Mapping

from verification.experiments.plan import Job, Run


def jobs(section: Mapping, run: Run) -> list[Job]:
    """One job."""
    return [Job({**section, "seed": run.seed})]


def refusals(section: Mapping, run: Run) -> Iterator[str]:
    """Settings that cannot be run together."""
    solved, draws = section["solved"], section["draws"]
    if solved > draws:
        yield f"basin_probability.solved {solved} is more than basin_probability.draws {draws}"
