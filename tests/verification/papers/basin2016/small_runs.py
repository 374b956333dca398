"""The wing's experiments at sizes that take a moment."""

from functools import cache

from pnn.store import Group
from verification.experiments.job import Job
from verification.experiments.settings import read
from verification.papers.basin2016.experiments.basin_auer import run as basin_auer
from verification.papers.basin2016.experiments.basin_path import run as basin_path
from verification.papers.basin2016.experiments.basin_spurious import run as basin_spurious

PATH = {
    "sizes": [2, 4, 3, 2],
    "samples": 6,
    "trials": 4,
    "early_steps": 30,
    "late_steps": 300,
    "learning_rate": 0.01,
    "points": 21,
    "seed": 1,
}
SPURIOUS = {
    "neurons": [3, 6],
    "trials": 8,
    "extra_trials": 3,
    "rate": 4.0,
    "tolerance": 1e-4,
    "most_steps": 20_000,
    "seed": 1,
}
AUER = {"inputs": [1, 3], "neurons": 8, "unit_inputs": 4, "starts": 60, "seed": 1}
MODULES = {"basin_path": basin_path, "basin_spurious": basin_spurious, "basin_auer": basin_auer}
SETTINGS = {"basin_path": PATH, "basin_spurious": SPURIOUS, "basin_auer": AUER}


def ran(name: str, **changes) -> Group:
    """What an experiment leaves."""
    module = MODULES[name]
    return module.run(Job(read(module.Settings, SETTINGS[name] | changes), name))


@cache
def groups() -> dict[str, Group]:
    """What each experiment leaves, by its name."""
    return {name: ran(name) for name in MODULES}
