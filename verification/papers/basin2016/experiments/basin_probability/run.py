"""How often a random start lies in a good basin (Safran & Shamir, arXiv:1511.04210, Theorems 2 to 5), by its width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from pnn import store
from verification.experiments.job import Job
from verification.experiments.seeds import generator
from verification.papers.basin2016.mathematics.basin import basin_value
from verification.papers.basin2016.mathematics.random_starts import CASES, Case

NAME = "basin_probability"
BLOCK = 1000  # draws in memory at once
CURVE = 64  # widths for which chances are computed, at most, beside those drawn
COUNTS = {
    "event": "draws in which the event holds that the theorem's proof uses",
    "solved_event": "solved draws in which it holds",
    "solved_good": "solved draws whose basin is good",
    "disagreeing": "solved draws with the event and no good basin and, where they are equivalent, the other way round",
}
CHANCES = {
    "exact": "chance of the event",
    "printed": "the paper's lower bound; NaN where it has none",
    "ours": "our lower bound where it differs from both; else NaN",
}


@dataclass(frozen=True)
class Settings:
    """`draws` random networks of each width, for the first `solved` of which the basin is solved too."""

    draws: int
    solved: int
    seed: int

    def __post_init__(self) -> None:
        if not 1 <= self.solved <= self.draws or self.seed < 0:
            raise ValueError(
                f"wanted solved from 1 to draws and a seed that is not negative, got solved {self.solved}, "
                f"draws {self.draws} and seed {self.seed}"
            )


def run(job: Job[Settings]) -> store.Group:
    """One group a theorem, arrays over `width`."""
    settings = job.settings
    cases = [build(generator(settings.seed, NAME, number)) for number, build in enumerate(CASES)]
    groups = {case.name: _counted(case, number, settings) for number, case in enumerate(cases)}
    return store.Group(groups=groups, attributes={"draws": settings.draws, "solved": settings.solved})


def _counted(case: Case, number: int, settings: Settings) -> store.Group:
    rows = [_count(case, width, generator(settings.seed, NAME, number, width), settings) for width in case.widths]
    arrays = {name: store.Array(np.array([row[name] for row in rows]), ("width",), "", COUNTS[name]) for name in COUNTS}
    curve = _whole_widths(case.widths)
    for name, says in CHANCES.items():
        chances = np.array([getattr(case, name)(int(width)) for width in curve])
        arrays[name] = store.Array(chances, ("neurons",), "", says)
    return store.Group(
        axes={
            "width": store.Array(np.array(case.widths), ("width",), "neurons", "neurons of the random networks drawn"),
            "neurons": store.Array(curve, ("neurons",), "neurons", "neurons for which chances are computed"),
        },
        arrays=arrays,
        attributes={"says": case.says, "good": case.good, "equivalent": case.equivalent},
    )


def _whole_widths(widths: Sequence[int]) -> np.ndarray:
    """The given widths and others between them: all whole numbers, or beyond 64 such as lie evenly by their ratio."""
    between = np.arange(widths[0], widths[-1] + 1)
    if widths[-1] > CURVE:
        between = np.rint(np.geomspace(widths[0], widths[-1], CURVE)).astype(int)
    return np.union1d(between, widths)


def _count(case: Case, width: int, rng: np.random.Generator, settings: Settings) -> dict[str, int]:
    """The counts of one width."""
    counts, left = dict.fromkeys(COUNTS, 0), settings.solved
    for weights, outputs in _starts(rng, settings.draws, width, case.samples.shape[1]):
        event = case.event(weights, outputs)
        counts["event"] += int(event.sum())
        for holds, w, v in zip(event[:left], weights, outputs, strict=False):
            good = basin_value(case.samples, case.targets, w, v).value <= case.good
            counts["solved_event"] += int(holds)
            counts["solved_good"] += int(good)
            counts["disagreeing"] += int(holds != good if case.equivalent else holds and not good)
        left = max(left - len(event), 0)
    return counts


def _starts(rng: np.random.Generator, draws: int, width: int, inputs: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Gaussian weights (block, neurons, inputs) and output weights (block, neurons): Assumption 1.

    A draw does not depend on how many follow.
    """
    for first in range(0, draws, BLOCK):
        both = rng.standard_normal((min(BLOCK, draws - first), width, inputs + 1))
        yield both[..., :-1], both[..., -1]
