"""The jobs of the random-network experiment."""

from collections.abc import Iterator, Mapping

from verification.experiments.plan import Job, Run
from verification.papers.pnn2017.training.plan import training_jobs, training_refusals

MODES = ("replay", "fresh")
CUTS = ("trials_per_job",)
AXES = {"neurons": "neurons, two on each line"}


def jobs(section: Mapping, run: Run) -> list[Job]:
    """A mode and a number of neurons a job, or several; those with most neurons first."""
    return training_jobs(section, run, MODES, "simulations", lambda k: {"neurons": k}, longest_first=True)


def refusals(section: Mapping, run: Run) -> Iterator[str]:
    """Settings that cannot be run together."""
    for neurons in section["neurons"]:
        if neurons % 2:
            yield f"random_pnn.neurons has {neurons}, but every line has two neurons; wanted even numbers"
    yield from training_refusals("random_pnn", section, run)
