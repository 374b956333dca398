"""The jobs of the sweep over numbers of inputs."""

from collections.abc import Iterator, Mapping

from verification.experiments.plan import Job, Run
from verification.papers.pnn2017.experiments.memory import megabytes


def jobs(section: Mapping, run: Run) -> list[Job]:
    """A number of lines for each input and a number of inputs a job."""
    found = []
    for each, ratios in zip(section["lines_per_input"], section["ratios"], strict=True):
        for inputs, draws in zip(section["inputs"], section["draws"], strict=True):
            settings = {"inputs": inputs, "lines_per_input": each, "ratios": ratios, "draws": draws, "seed": run.seed}
            lines, name = each * inputs, f"{each}-{inputs}"
            memory = megabytes(inputs, lines, round(max(ratios) * lines))
            # the most lines take minutes: they start first, so that no core waits for them at the end
            found.append(Job(settings, name, group=name, memory=memory, priority=lines))
    return found


def refusals(section: Mapping, run: Run) -> Iterator[str]:
    """Settings that cannot be run together."""
    for name, along in (("ratios", "lines_per_input"), ("draws", "inputs")):
        given, wanted = len(section[name]), len(section[along])
        if given != wanted:
            yield f"schur_by_inputs.{name} has {given} entries; wanted {wanted}, one for each of {along}"
    least = min(section["inputs"]) * min(section["lines_per_input"])
    smallest = min(ratio for ratios in section["ratios"] for ratio in ratios)
    if smallest * least < 1:
        yield f"schur_by_inputs.ratios has {smallest}, which leaves no target line with {least} lines"
