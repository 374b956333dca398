"""The jobs of this experiment: some draws each."""

from collections.abc import Iterator, Mapping

from verification.experiments.plan import Job, Run, cut

CUTS = ("draws_per_job",)


def jobs(section: Mapping, run: Run) -> list[Job]:
    """One job for `draws_per_job` draws."""
    return cut(section, run, "draws", memory=1000 + 40 * section["samples"] ** 2 // 10**6)


def refusals(section: Mapping, run: Run) -> Iterator[str]:
    """Samples that do not reach beyond the harmonics of degree 2."""
    inputs = section["inputs"]
    if section["samples"] <= inputs * (inputs + 3) // 2:
        yield (
            f"diverse_figure_2.samples is {section['samples']}; wanted more than the {inputs * (inputs + 3) // 2} "
            f"harmonics of degrees 0, 1 and 2 in {inputs} inputs"
        )
