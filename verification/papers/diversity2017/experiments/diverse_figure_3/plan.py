"""The jobs of this experiment: all widths and norms of some trials each."""

from collections.abc import Iterator, Mapping

from verification.experiments.plan import Job, Run, cut

CUTS = ("trials_per_job",)


def jobs(section: Mapping, run: Run) -> list[Job]:
    """One job for `trials_per_job` trials."""
    return cut(section, run)


def refusals(section: Mapping, run: Run) -> Iterator[str]:
    """Widths and norms that do not rise."""
    for name in ("widths", "norms"):
        if section[name] != sorted(section[name]):
            yield f"diverse_figure_3.{name} is {section[name]}; wanted rising numbers"
