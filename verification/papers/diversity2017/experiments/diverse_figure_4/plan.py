"""The jobs of this experiment: some trials each."""

from collections.abc import Iterator, Mapping

from verification.experiments.plan import Job, Run, cut

CUTS = ("trials_per_job",)


def jobs(section: Mapping, run: Run) -> list[Job]:
    """One job for `trials_per_job` trials."""
    return cut(section, run, memory=1000 + 60 * section["samples"] ** 2 // 10**6)


def refusals(section: Mapping, run: Run) -> Iterator[str]:
    """More units than inputs, more samples than rows of D, more arrangements than trials."""
    name, units, inputs = "diverse_figure_4", section["units"], section["inputs"]
    if units > inputs:
        yield f"{name}.units {units} is more than {name}.inputs {inputs}; wanted as many axes as units"
    if section["samples"] > units * inputs:
        yield f"{name}.samples is {section['samples']}; wanted at most units times inputs, {units * inputs}"
    if section["arrangements"] > section["trials"]:
        yield f"{name}.arrangements {section['arrangements']} is more than {name}.trials {section['trials']}"
