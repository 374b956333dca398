"""Small jobs of the degree-one experiment."""

from verification.experiments.job import Job
from verification.experiments.settings import read
from verification.papers.pnn2017.experiments.degree_one.run import run
from verification.papers.pnn2017.experiments.degree_one.settings import Settings

SMALL = {
    "mode": "replay", "first": 0, "ratio": 2, "inputs": 5, "trials": 4, "samples": 1000, "batch": 100, "epochs": 60,
    "momentum": 0.9, "learning_rate": 0.01, "decay": 0.95, "decay_epochs": 390, "stop_loss": 1e-5,
    "stop_window": 10, "bad_threshold": 1e-6, "seed": 3, "device": "cpu", "engine": "compiled",
}  # fmt: skip


def settings(**changes):
    return read(Settings, {**SMALL, **changes})


def values(**changes):
    """The arrays of a job, by name."""
    return {name: array.values for name, array in run(Job(settings(**changes))).arrays.items()}
