"""What ten times the trials, the samples or the lines cost: time of the larger size over that of the smaller one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from benchmarks import degree_one, random_pnn
from benchmarks.harness import Case, Row, row, turns
from pnn.lines import random_lines
from pnn.nearest_lines import prefix_errors
from pnn.optimum import population_optimum
from pnn.schur import norms
from verification.experiments.job import Job
from verification.papers.pnn2017.experiments.degree_one.run import run as run_degree_one
from verification.papers.pnn2017.experiments.random_pnn.run import run as run_random_pnn

TIMES, ROUNDS = 12.0, 3  # as long, at most; turns


@dataclass(frozen=True)
class Growth:
    """A computation of some size, what its size counts, and the smaller size.

    wanted: how many times as long ten times the size may take; None where no exact way is known.
    """

    work: Callable[[int], object]
    what: str
    size: int
    wanted: float | None = TIMES


def train_degree_one(trials: int = 20, samples: int = 1000) -> object:
    """Fixed batches, at k/d = 10, for some epochs."""
    return run_degree_one(Job(replace(degree_one.settings("fresh", 10, 30), trials=trials, samples=samples)))


def train_random(simulations: int = 1, samples: int = 1000, neurons: int = 10) -> object:
    """Ten restarts each, for a few epochs, judged."""
    changed = replace(random_pnn.settings(neurons), simulations=simulations, samples=samples, epochs=20)
    return run_random_pnn(Job(changed))


def draw(lines: int, targets: int) -> tuple[np.ndarray, np.ndarray]:
    """Lines and target lines, in 15 inputs."""
    rng = np.random.default_rng(0)
    return random_lines(lines, 15, rng), random_lines(targets, 15, rng)


def errors_of_nearest(lines: int) -> object:
    """For twenty target lines and as many prefixes."""
    return list(prefix_errors(*draw(lines, 20), np.linspace(20, lines, 20).astype(int)))


GROWTHS = {
    "degree_one_trials": Growth(lambda n: train_degree_one(trials=n), "trials of fixed batches", 250),
    "degree_one_samples": Growth(lambda n: train_degree_one(samples=n), "samples of the same", 1000),
    "random_pnn_trials": Growth(lambda n: train_random(simulations=n), "simulations of random networks", 25),
    "random_pnn_samples": Growth(lambda n: train_random(samples=n), "samples of the same", 1000),
    "random_pnn_lines": Growth(lambda n: train_random(neurons=2 * n), "lines of the same", 10),
    "optimum_lines": Growth(lambda n: population_optimum(*draw(n, 20)), "lines of the population's optimum", 200),
    "nearest_lines": Growth(errors_of_nearest, "lines of which the nearest serve", 2000),
    "schur_lines": Growth(lambda n: norms(*draw(n, 20), [n]), "lines of a Schur complement", 400, None),
}


def times(name: str, growth: Growth) -> Iterator[Row]:
    """Ten times the size against the size."""
    larger, smaller = turns(partial(growth.work, 10 * growth.size), partial(growth.work, growth.size), ROUNDS)
    what = f"{10 * growth.size:,} {growth.what} against {growth.size:,}: how many times as long"
    yield replace(row(f"growth_{name}", larger / smaller, growth.wanted, what), at_most=True)


def cases() -> Iterator[Case]:
    """One for each computation."""
    for name, growth in GROWTHS.items():
        yield Case((f"growth_{name}",), partial(times, name, growth))
