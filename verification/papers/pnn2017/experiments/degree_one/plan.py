"""The jobs of the degree-one experiment."""

from collections.abc import Iterator, Mapping

from verification.experiments.plan import Job, Run
from verification.papers.pnn2017.training.plan import training_jobs, training_refusals

MODES = ("replay", "fixed", "fresh")
CUTS = ("trials_per_job",)
AXES = {"ratio": "neurons for each input, k/d"}


def jobs(section: Mapping, run: Run) -> list[Job]:
    """A mode and a number of neurons for each input a job, or several."""

    def condition(neurons: int) -> dict[str, int]:
        return {"ratio": neurons // section["inputs"]}

    return training_jobs(section, run, MODES, "trials", condition, longest_first=False)


def refusals(section: Mapping, run: Run) -> Iterator[str]:
    """Settings that cannot be run together."""
    inputs = section["inputs"]
    for neurons in section["neurons"]:
        if neurons % inputs:
            yield (
                f"degree_one.neurons has {neurons}, which is not divisible by the {inputs} inputs; "
                f"wanted multiples of {inputs}"
            )
    yield from training_refusals("degree_one", section, run)
