"""The jobs of this experiment: some trials each."""

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
            memory=1000 + 60 * section["samples"] ** 2 // 10**6,
        )
        for first in firsts
    ]


def refusals(section: Mapping, run: Run) -> Iterator[str]:
    """More units than inputs, more samples than rows of D, more arrangements than trials."""
    name, units, inputs = "diverse_figure_4", section["units"], section["inputs"]
    if units > inputs:
        yield f"{name}.units {units} is more than {name}.inputs {inputs}; wanted as many axes as units"
    if section["samples"] > units * inputs:
        yield f"{name}.samples is {section['samples']}; wanted at most units times inputs, {units * inputs}"
    if section["arrangements"] > section["trials"]:
        yield f"{name}.arrangements {section['arrangements']} is more than {name}.trials {section['trials']}"
