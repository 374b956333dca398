"""The jobs of this experiment: all depths, widths and noises of some trials each."""

from collections.abc import Iterator, Mapping

from verification.experiments.plan import Job, Run, cut

CUTS = ("trials_per_job",)


def jobs(section: Mapping, run: Run) -> list[Job]:
    """One job for `trials_per_job` trials."""
    return cut(section, run)


def refusals(section: Mapping, run: Run) -> Iterator[str]:
    """Noises that do not rise."""
    if section["noise"] != sorted(section["noise"]):
        yield f"width_descent.noise is {section['noise']}; wanted rising numbers"
