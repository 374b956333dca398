"""How likely a random start lies in the best basin for samples on the axes: exact, and counted over random starts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pnn import store
from verification.experiments.job import Job
from verification.experiments.seeds import generator
from verification.papers.basin2016.auer.units import descend, least_loss, optimum_probability, unit_law, unit_loss

NAME = "basin_auer"
CLOSE = 1e-9


@dataclass(frozen=True)
class Settings:
    """Networks of 1 to `neurons` neurons and single units for each number of `inputs`, `starts` random starts of each.

    unit_inputs: inputs of the single units whose final losses are counted.
    """

    inputs: tuple[int, ...]
    neurons: int
    unit_inputs: int
    starts: int
    seed: int

    def __post_init__(self) -> None:
        if not self.inputs or min(*self.inputs, self.neurons, self.unit_inputs, self.starts) < 1 or self.seed < 0:
            raise ValueError("wanted positive numbers of inputs, neurons and starts, and a seed that is not negative")


def run(job: Job[Settings]) -> store.Group:
    """Exact probabilities and counts of random starts, for networks and for single units."""
    settings = job.settings
    return store.Group(groups={"networks": _networks(settings), "unit": _unit(settings)})


def _networks(settings: Settings) -> store.Group:
    neurons = np.arange(1, settings.neurons + 1)
    exact = [[float(optimum_probability(int(n), d)) for n in neurons] for d in settings.inputs]
    good = [[_good_starts(settings, int(n), d) for n in neurons] for d in settings.inputs]
    axes = {
        "inputs": store.Array(np.array(settings.inputs), description="number of inputs"),
        "neurons": store.Array(neurons, description="number of neurons"),
    }
    arrays = {
        "exact": store.Array(np.array(exact), ("inputs", "neurons"), "", "chance of a basin of least loss zero"),
        "good": store.Array(np.array(good), ("inputs", "neurons"), "starts", "random starts in such a basin"),
    }
    return store.Group(axes, arrays, {"starts": settings.starts})


def _good_starts(settings: Settings, neurons: int, inputs: int) -> int:
    rng = generator(settings.seed, NAME, neurons, inputs)
    weights = rng.standard_normal((settings.starts, neurons, inputs))
    return int((least_loss(weights, rng.standard_normal((settings.starts, neurons))) == 0).sum())


def _unit(settings: Settings) -> store.Group:
    """Final losses of descents of a single unit, each loss of `unit_law` with its chance and its count."""
    law = unit_law(settings.unit_inputs)
    losses = np.array([float(loss) for loss in law])
    rng = generator(settings.seed, NAME, 0, settings.unit_inputs)
    ends = unit_loss(descend(rng.standard_normal((settings.starts, settings.unit_inputs))))
    counts = (np.abs(ends[:, None] - losses) < CLOSE).sum(axis=0)
    chances = np.array([float(chance) for chance in law.values()])
    axes = {"loss": store.Array(losses, description="least loss of a basin")}
    arrays = {
        "exact": store.Array(chances, ("loss",), "", "chance that a random start lies in a basin of this least loss"),
        "ends": store.Array(counts, ("loss",), "starts", "descents that ended there"),
    }
    return store.Group(axes, arrays, {"starts": settings.starts, "inputs": settings.unit_inputs})
