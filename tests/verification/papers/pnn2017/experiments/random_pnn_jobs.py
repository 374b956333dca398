"""Small jobs of the random-network experiment."""

from verification.experiments.job import Job
from verification.experiments.settings import read
from verification.papers.pnn2017.experiments.random_pnn.run import run
from verification.papers.pnn2017.experiments.random_pnn.settings import Settings

SMALL = {
    "mode": "replay", "first": 0, "neurons": 6, "inputs": 4, "target_neurons": 5, "simulations": 3, "restarts": 2,
    "samples": 400, "batch": 100, "epochs": 8, "learning_rate": 0.01, "decay": 0.95, "decay_epochs": 390,
    "stop_loss": 1e-5, "stop_window": 5, "seed": 3, "device": "cpu", "engine": "compiled",
}  # fmt: skip


def settings(**changes):
    return read(Settings, {**SMALL, **changes})


def values(**changes):
    """The arrays of a job, by name."""
    return {name: array.values for name, array in run(Job(settings(**changes))).arrays.items()}
