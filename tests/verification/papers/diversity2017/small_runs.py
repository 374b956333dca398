"""Small runs of the wing's experiments, made once for all tests."""

import importlib
from functools import cache

from verification.experiments.gather import Part, gather
from verification.experiments.job import Job
from verification.experiments.plan import Run
from verification.experiments.settings import read

SECTIONS: dict[str, dict] = {
    "diverse_figure_2": {"inputs": 4, "samples": 30, "draws": 2, "draws_per_job": 1000},
    "diverse_figure_3": {
        "inputs": 4,
        "teacher_units": 3,
        "teacher_norm": 1,
        "signs": "alternating",
        "widths": [2, 5],
        "norms": [0.1, 1, 10],
        "trials": 2,
        "iterations": 60,
        "batch": 10,
        "rate": 0.1,
        "momentum": 0,
        "loss_factor": 0.5,
        "trials_per_job": 1000,
    },
    "diverse_table_1": {
        "inputs": 4,
        "teacher_units": 3,
        "teacher_norm": 1,
        "signs": "alternating",
        "units": [4, 6],
        "norm": 0.1,
        "coefficients": [0.01, 1],
        "trials": 2,
        "iterations": 45,
        "batch": 10,
        "train": 200,
        "validation": 50,
        "test": 50,
        "rate": 0.1,
        "momentum": 0.9,
        "loss_factor": 0.5,
        "trials_per_job": 1000,
    },
    "diverse_figure_4": {"inputs": 4, "units": 4, "samples": 9, "trials": 3, "arrangements": 2, "steps": 5}
    | {"rate": 0.2, "trials_per_job": 1000},
    "diverse_descent": {"inputs": 3, "samples": 13, "trials": 3, "steps": [2, 5], "rate": 0.5, "trials_per_job": 1000},
}


def made(name, seed=5, **changes):
    """An experiment's gathered data at its small size, but for changed keys."""
    plan, run = (importlib.import_module(f"verification.papers.diversity2017.experiments.{name}.{part}")
                 for part in ("plan", "run"))  # fmt: skip
    jobs = plan.jobs(SECTIONS[name] | changes, Run(seed, "cpu"))
    parts = [Part(run.run(Job(read(run.Settings, job.settings), job.name)), job.group, job.at) for job in jobs]
    return gather(parts, getattr(plan, "AXES", {}))


@cache
def small(name):
    """The data at the small size."""
    return made(name)
