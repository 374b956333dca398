"""The jobs of this experiment: all widths and norms of some trials each."""

from collections.abc import Iterator, Mapping

from verification.experiments.plan import Job, Run

CUTS = ("trials_per_job",)


def jobs(section: Mapping, run: Run) -> list[Job]:
    """One job for `trials_per_job` trials."""
    step, settings = section["trials_per_job"], {k: v for k, v in section.items() if k not in (*CUTS, "trials")}
    firsts = range(0, section["trials"], step)
    return [
        Job(
            {**settings, "first": first, "trials": min(step, section["trials"] - first), "seed": run.seed},
            name=f"from-{first}" if len(firsts) > 1 else "",
        )
        for first in firsts
    ]


def refusals(section: Mapping, run: Run) -> Iterator[str]:
    """Widths and norms that do not rise."""
    for name in ("widths", "norms"):
        if section[name] != sorted(section[name]):
            yield f"diverse_figure_3.{name} is {section[name]}; wanted rising numbers"
