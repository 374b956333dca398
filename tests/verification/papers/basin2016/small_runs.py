"""The wing's experiments at sizes that take a moment."""

from functools import cache

from verification.experiments import settings as command
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
SETTINGS = {basin_path: PATH, basin_spurious: SPURIOUS, basin_auer: AUER}


@cache
def groups():
    """What each experiment leaves, by its name."""
    return {module.NAME: module.run(command.read(module.Settings, settings)) for module, settings in SETTINGS.items()}
