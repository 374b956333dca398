"""The jobs of this experiment: for each data set the cells of the grid of depths and widths, all trials."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Mapping
from itertools import product

from verification.experiments.plan import Job, Run

CUTS = ("cells_per_job",)
DIGITS = 1797  # images that scikit-learn has
FETCHED = ("mnist", "cifar10", "svhn")


def jobs(section: Mapping, run: Run) -> list[Job]:
    """One job for `cells_per_job` cells of a data set."""
    cells, step = len(section["depths"]) * len(section["widths"]), section["cells_per_job"]
    settings = {key: value for key, value in section.items() if key not in (*CUTS, "data", "trials", "image_trials")}
    return [
        Job(
            {
                **settings,
                "data": data,
                "trials": _trials(section, data),
                "first": first,
                "cells": min(step, cells - first),
                "seed": run.seed,
            },
            name=f"{data}-{first}",
            group=data,
            memory=8000,
        )
        for data, first in product(section["data"], range(0, cells, step))
    ]


def _trials(section: Mapping, data: str) -> int:
    return section["trials" if data == "synthetic" else "image_trials"]


def refusals(section: Mapping, run: Run) -> Iterator[str]:
    """Grids that do not rise, more digits than there are, and images that nothing can fetch."""
    for name in ("depths", "widths"):
        if section[name] != sorted(section[name]):
            yield f"width_figure_1.{name} is {section[name]}; wanted rising numbers"
    if "digits" in section["data"] and section["images"] > DIGITS:
        yield f"width_figure_1.images is {section['images']}; there are {DIGITS} digits"
    wanted = [data for data in section["data"] if data in FETCHED]
    if wanted and importlib.util.find_spec("torchvision") is None:
        yield f"width_figure_1.data has {wanted}, which torchvision fetches; wanted the extra `mnist`, or other data"
