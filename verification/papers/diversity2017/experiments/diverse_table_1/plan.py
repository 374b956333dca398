"""The jobs of this experiment: for each number of units some trials, all coefficients and starts together."""

from collections.abc import Iterator, Mapping
from itertools import product

from verification.experiments.plan import Job, Run

CUTS = ("trials_per_job",)


def jobs(section: Mapping, run: Run) -> list[Job]:
    """One job for `trials_per_job` trials of a number of units; the largest start first."""
    step = section["trials_per_job"]
    settings = {key: value for key, value in section.items() if key not in (*CUTS, "units", "trials")}
    return [
        Job(
            {
                **settings,
                "units": units,
                "first": first,
                "trials": min(step, section["trials"] - first),
                "seed": run.seed,
            },
            name=f"{units}-from-{first}",
            memory=1000 + 30 * section["inputs"] * section["train"] // 10**6,
            priority=units,
        )
        for units, first in product(section["units"], range(0, section["trials"], step))
    ]


def refusals(section: Mapping, run: Run) -> Iterator[str]:
    """Units and coefficients that do not rise, and batches that are more than the samples."""
    for name in ("units", "coefficients"):
        if section[name] != sorted(section[name]):
            yield f"diverse_table_1.{name} is {section[name]}; wanted rising numbers"
    if section["batch"] > section["train"]:
        yield f"diverse_table_1.batch is {section['batch']}; wanted no more than the {section['train']} samples"
