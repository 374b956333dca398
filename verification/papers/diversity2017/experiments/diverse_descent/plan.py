"""The jobs of this experiment: some trials each."""

from collections.abc import Iterator, Mapping

from verification.experiments.plan import Job, Run, cut

CUTS = ("trials_per_job",)


def jobs(section: Mapping, run: Run) -> list[Job]:
    """One job for `trials_per_job` trials."""
    return cut(section, run, memory=1000)


def refusals(section: Mapping, run: Run) -> Iterator[str]:
    """Samples of which opposite pairs need not lose rank or that no units can fit, and steps that do not rise."""
    inputs, samples = section["inputs"], section["samples"]
    if not inputs * (inputs + 1) < samples <= 2 * inputs**2:
        yield (
            f"diverse_descent.samples is {samples}; wanted more than {inputs * (inputs + 1)}, at most {2 * inputs**2}, "
            f"for {inputs} inputs"
        )
    if section["steps"] != sorted(section["steps"]):
        yield f"diverse_descent.steps is {section['steps']}; wanted rising numbers"
