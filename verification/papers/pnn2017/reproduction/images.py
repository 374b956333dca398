"""What nets on images of two digits did, beside what the authors' notebook printed for MNIST."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from pnn.store import Group
from verification.papers.pnn2017.experiments.random_pnn.errors import mean_error

NAMES = {"digits": "scikit-learn's digits", "mnist": "MNIST"}
NOTEBOOK_STEPS = 117  # of an epoch: 11,649 images in batches of 100


def compare(data: Group, published: Mapping) -> dict:
    """The rows of the table, three for each number of neurons, and what the text says of the run."""
    neurons = [int(k) for k in data.axes["neurons"].values]
    rows = [row for place, k in enumerate(neurons) for row in _rows(data, published, place, k)]
    about = dict(data.attributes)
    return {
        "rows": rows,
        "epochs": [int(epochs) for epochs in data.axes["epochs"].values],
        "trials": len(data.axes["trial"].values),
        "data": about["data"],
        "name": NAMES[str(about["data"])],
        "training": about["training_images"],
        "test": about["test_images"],
        "inputs": about["inputs"],
        "steps": about["steps_an_epoch"],
        "notebook_steps": NOTEBOOK_STEPS,
        "kkt": float(np.max(data.groups["optimum"].arrays["kkt_residual"].values)),
    }


def _rows(data: Group, published: Mapping, place: int, neurons: int) -> list[dict]:
    """Dense, porcupine and optimum of one number of neurons."""
    rows = []
    for net, name in enumerate(data.axes["net"].values):
        arrays = {key: array.values[net, place] for key, array in data.arrays.items() if key != "loss"}
        printed = [published[f"images_{part}_accuracy"][str(name)].get(neurons) for part in ("test", "train")]
        cells = [_cell({key: values[epoch] for key, values in arrays.items()}) for epoch in range(len(arrays["live"]))]
        rows.append({"neurons": neurons, "net": str(name), "printed": printed, "cells": cells})
    least = {key: array.values[place] for key, array in data.groups["optimum"].arrays.items()}
    return [*rows, {"neurons": neurons, "net": "porcupine, optimum", "printed": [None, None], "best": _cell(least)}]


def _cell(arrays: Mapping[str, np.ndarray]) -> dict:
    """Means, a standard error and medians over the trials that did not diverge; None where there are too few."""
    valid = np.isfinite(arrays["test_accuracy"])
    count = int(valid.sum())
    accuracy, error = mean_error(arrays["test_accuracy"])
    numbers = {
        "accuracy": accuracy,
        "error": error,
        "train_accuracy": mean_error(arrays["train_accuracy"])[0],
        "test_mse": np.median(arrays["test_mse"][valid]) if count else np.nan,
        "train_mse": np.median(arrays["train_mse"][valid]) if count else np.nan,
        "live": mean_error(arrays["live"])[0],
    }
    known = {name: float(value) if np.isfinite(value) else None for name, value in numbers.items()}
    return {"count": count, "diverged": valid.size - count, **known}
