"""The jobs of the sweep over numbers of lines."""

from collections.abc import Iterator, Mapping

from verification.experiments.plan import Job, Run
from verification.papers.pnn2017.experiments.memory import megabytes


def jobs(section: Mapping, run: Run) -> list[Job]:
    """A pair of inputs and target lines a job, and once more for the pairs that go on to more lines."""
    found = []
    for reach, prefix in (("short", ""), ("long", "long_")):
        lines, draws = section[f"{prefix}lines"], section[f"{prefix}draws"]
        for inputs, targets in section[f"{prefix}nets"]:
            net = {"inputs": inputs, "target_lines": targets, "lines": lines, "draws": draws}
            name = f"{reach}-{inputs}-{targets}"
            settings = {**net, "sizes": section["sizes"], "seed": run.seed}
            memory = megabytes(inputs, lines, targets)
            found.append(Job(settings, name, group=name, memory=memory, priority=lines))  # the longest first
    return found


def refusals(section: Mapping, run: Run) -> Iterator[str]:
    """Settings that cannot be run together."""
    for prefix in ("", "long_"):
        lines = section[f"{prefix}lines"]
        for inputs, _ in section[f"{prefix}nets"]:
            if not 3 <= inputs < lines:
                yield (
                    f"schur_by_lines.{prefix}nets has {inputs} inputs; "
                    f"wanted at least 3 and fewer than the {lines} {prefix}lines"
                )
