"""Figure 1 of Kawaguchi, Huang & Kaelbling 2019: J over depths and widths, at random weights and after training."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np

from pnn import store
from verification.experiments.job import Job
from verification.experiments.seeds import generator
from verification.papers.width2019.experiments.width_figure_1 import data as figure_data
from verification.papers.width2019.experiments.width_figure_1.training import trained
from verification.papers.width2019.mathematics.projected import projected_loss

NAME = "width_figure_1"
DATA = ("synthetic", "digits", "mnist", "cifar10", "svhn")
BATCH = {"synthetic": (200, 0.9)}  # batch and momentum as printed
BATCH_OF_IMAGES = (64, 0.5)
ARRAYS = {
    "loss": ("loss", "L, half the sum of squares; infinite where training diverged"),
    "projected": ("loss", "J, what the blocks' range leaves of the targets; NaN where training diverged"),
    "rank": ("", "rank of the blocks; -1 where it is not decided"),
}


@dataclass(frozen=True)
class Settings:
    """`cells` cells of the grid of depths and widths from number `first` on, of one data set; else as the section."""

    data: str
    folder: str
    depths: tuple[int, ...]
    widths: tuple[int, ...]
    first: int
    cells: int
    trials: int
    samples: int
    images: int
    targets: str
    reduction: str
    input_scale: float
    fan: str
    updates: int
    synthetic_updates: int
    learning_rate: float
    seed: int

    def __post_init__(self) -> None:
        if self.data not in DATA:
            raise ValueError(f"data must be one of {', '.join(DATA)}, not {self.data!r}")
        for name in ("cells", "trials", "samples", "images", "updates", "synthetic_updates"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, not {getattr(self, name)}")
        if not (self.depths and self.widths) or min(*self.depths, *self.widths) < 1 or min(self.first, self.seed) < 0:
            raise ValueError("wanted depths and widths of at least 1, and no negative first cell or seed")

    @property
    def schedule(self) -> tuple[int, int, float, float]:
        """Steps, batch, step size, momentum."""
        steps = self.synthetic_updates if self.data == "synthetic" else self.updates
        batch, momentum = BATCH.get(self.data, BATCH_OF_IMAGES)
        return steps, batch, self.learning_rate, momentum


def run(job: Job[Settings]) -> store.Group:
    """L, J and rank of every cell and trial, at the start and after training."""
    settings = job.settings
    grid = list(product(settings.depths, settings.widths))[settings.first : settings.first + settings.cells]
    shape = len(grid), settings.trials, 2
    found = {name: np.empty(shape) for name in ARRAYS}
    trivial = np.empty(settings.trials)
    for trial in range(settings.trials):
        inputs, targets = _data(settings, trial)
        trivial[trial] = 0.5 * np.sum(targets**2)
        for cell, (depth, width) in enumerate(grid):
            for name, values in _judged(settings, inputs, targets, depth, width, trial).items():
                found[name][cell, trial] = values
            job.progress((trial * len(grid) + cell + 1) / (settings.trials * len(grid)))
    return store.Group(_axes(settings, len(grid)), _arrays(grid, found, trivial), _attributes(settings))


def _axes(settings: Settings, cells: int) -> dict[str, store.Array]:
    return {
        "cell": store.Array(settings.first + np.arange(cells), description="number of the cell of the grid"),
        "trial": store.Array(np.arange(settings.trials), description="number of the trial"),
        "time": store.Array(np.array(["start", "trained"], object), description="random weights, or trained ones"),
    }


def _arrays(grid: list[tuple[int, int]], found: dict, trivial: np.ndarray) -> dict[str, store.Array]:
    sizes = {name: np.array([cell[at] for cell in grid]) for at, name in enumerate(("depth", "width"))}
    about = {"depth": "hidden layers", "width": "units of every hidden layer"}
    return {
        **{name: store.Array(values, ("cell",), "", about[name]) for name, values in sizes.items()},
        **{name: store.Array(values, ("cell", "trial", "time"), *ARRAYS[name]) for name, values in found.items()},
        "trivial": store.Array(trivial, ("trial",), "loss", "half the sum of the targets' squares"),
    }


def _attributes(settings: Settings) -> dict:
    synthetic = settings.data == "synthetic"
    samples = settings.samples if synthetic else settings.images
    return {"data": settings.data, "samples": samples, "updates": settings.schedule[0], "targets": settings.targets}


def _data(settings: Settings, trial: int) -> tuple[np.ndarray, np.ndarray]:
    random = generator(settings.seed, NAME, DATA.index(settings.data), trial)
    if settings.data == "synthetic":
        return figure_data.synthetic(settings.samples, settings.fan, random)
    given = settings.data, settings.folder, settings.images, settings.targets, settings.input_scale
    return figure_data.images(*given, random)


def _judged(settings: Settings, inputs, targets, depth: int, width: int, trial: int) -> dict[str, list[float]]:
    """L, J and rank at the start and after training, of one network."""
    random = generator(settings.seed, NAME, DATA.index(settings.data), trial, depth, width)
    sizes = [inputs.shape[1], *[width] * depth, targets.shape[1]]
    start = figure_data.drawn(sizes, 1.0, settings.fan, random)
    share = 1 / targets.shape[1] if settings.reduction == "mean" else 1.0
    with np.errstate(all="ignore"):
        end = trained(inputs, targets, start, settings.schedule, share, random)
    rows = [_losses(inputs, targets, weights, depth) for weights in (start, end)]
    return {name: [row[place] for row in rows] for place, name in enumerate(ARRAYS)}


def _losses(inputs, targets, weights, depth: int) -> tuple[float, float, float]:
    if not all(np.isfinite(weight).all() for weight in weights):
        return np.inf, np.nan, -1
    found = projected_loss(inputs, targets, weights, [0.0] * depth)
    return found.loss, found.projected, -1 if found.rank is None else found.rank
