"""What nets on images of two digits did, beside what the authors' notebook printed for MNIST."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from pnn.store import Group

NAMES = {"digits": "scikit-learn's digits", "mnist": "MNIST"}
NOTEBOOK_STEPS = 117  # of an epoch: 11,649 images in batches of 100


def section(data: Group, published: Mapping) -> dict:
    """The rows of the table, three for each number of neurons, and what the text says of the run."""
    neurons = [int(k) for k in data.axes["neurons"].values]
    rows = [row for place, k in enumerate(neurons) for row in _rows(data, published, place, k)]
    about = dict(data.attributes)
    return {
        "images": {
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
    }


def _rows(data: Group, published: Mapping, place: int, neurons: int) -> list[dict]:
    """Dense, porcupine and optimum of one number of neurons."""
    rows = []
    for net, name in enumerate(data.axes["net"].values):
        arrays = {key: array.values[net, place] for key, array in data.arrays.items() if key != "loss"}
        printed = published["images_test_accuracy"][str(name)].get(neurons)
        cells = [_cell({key: values[epoch] for key, values in arrays.items()}) for epoch in range(len(arrays["live"]))]
        rows.append({"neurons": neurons, "net": str(name), "printed": printed, "cells": cells})
    least = {key: array.values[place] for key, array in data.groups["optimum"].arrays.items()}
    return [*rows, {"neurons": neurons, "net": "porcupine, optimum", "printed": None, "best": _cell(least)}]


def _cell(arrays: Mapping[str, np.ndarray]) -> dict:
    """Means with standard errors and medians over the trials that did not diverge; None where there are too few."""
    valid = np.isfinite(arrays["test_accuracy"])
    count = int(valid.sum())
    accuracy = arrays["test_accuracy"][valid]
    return {
        "count": count,
        "diverged": valid.size - count,
        "accuracy": float(accuracy.mean()) if count else None,
        "error": float(accuracy.std(ddof=1) / np.sqrt(count)) if count > 1 else None,
        "test_mse": float(np.median(arrays["test_mse"][valid])) if count else None,
        "train_mse": float(np.median(arrays["train_mse"][valid])) if count else None,
        "live": float(arrays["live"][valid].mean()) if count else None,
    }
