"""Where gradient descent ends: at regular critical points, of which the theorems speak, at stationary kinks, or open.

Networks of a few units descend on L over the samples, towards targets that are a random network's and noise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from pnn import store
from pnn.lines import Floats
from verification.experiments.job import Job
from verification.experiments.seeds import generator
from verification.papers.width2019.descent.ends import AWAY, classify
from verification.papers.width2019.descent.steps import descend
from verification.papers.width2019.mathematics.projected import projected_loss

NAME = "width_descent"
AXES = ("depth", "width", "noise", "trial")
ARRAYS = {
    "kind": ("", "0 regular critical point, 1 stationary kink, 2 open: not at rest, or nothing shows that it is"),
    "kinks": ("", "pre-activations that vanish at the critical point"),
    "inside": ("", "least distance of a slope at the kink from the two that meet there; 1 without kinks"),
    "moved": ("weight", "largest change of a weight from where descent ended to the critical point; infinite for open"),
    "loss": ("loss", "L, half the sum of squares, at the critical point; where descent ended, for open"),
    "projected": ("loss", "J there, the derivative 0 at kinks, as printed"),
    "decided": ("", "the rank behind J is decided"),
    "trivial": ("loss", "half the sum of the targets' squares"),
    "silent": ("", "the outputs there are zero on all samples"),
}


@dataclass(frozen=True)
class Settings:
    """`trials` descents from number `first` on, for each depth, width and noise; the keys are those of the section."""

    inputs: int
    samples: int
    depths: tuple[int, ...]
    widths: tuple[int, ...]
    noise: list
    slope: float
    first: int
    trials: int
    steps: int
    rate: float
    momentum: float
    seed: int

    def __post_init__(self) -> None:
        if not (self.depths and self.widths and self.noise) or min(*self.depths, *self.widths) < 1:
            raise ValueError("wanted depths, widths and noises, depths and widths of at least 1")
        if not all(0 <= share <= 1 for share in self.noise):
            raise ValueError(f"noise must be shares from 0 to 1, not {self.noise}")
        for name in ("inputs", "samples", "trials", "steps"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, not {getattr(self, name)}")
        if self.rate <= 0 or not 0 <= self.momentum < 1 or min(self.first, self.seed) < 0 or not self.slope < 1:
            raise ValueError("wanted a positive rate, momentum from 0 to below 1, slope below 1 and no negative seed")


def run(job: Job[Settings]) -> store.Group:
    """Descend and classify every trial."""
    settings = job.settings
    shape = len(settings.depths), len(settings.widths), len(settings.noise), settings.trials
    found = {name: np.empty(shape) for name in ARRAYS}
    for number, condition in enumerate(np.ndindex(shape[:3])):
        for trial, values in enumerate(_trials(settings, condition)):
            for name, value in values.items():
                found[name][*condition, trial] = value
            job.progress((number + (trial + 1) / settings.trials) / int(np.prod(shape[:3])))
    return store.Group(_axes(settings), {name: _array(name, values) for name, values in found.items()})


def _array(name: str, values: Floats) -> store.Array:
    whole = {"kind": np.int64, "kinks": np.int64, "decided": bool, "silent": bool}.get(name, np.float64)
    return store.Array(values.astype(whole), AXES, *ARRAYS[name])


def _axes(settings: Settings) -> dict[str, store.Array]:
    return {
        "depth": store.Array(np.array(settings.depths), description="hidden layers"),
        "width": store.Array(np.array(settings.widths), description="units of each hidden layer"),
        "noise": store.Array(
            np.array(settings.noise, float), description="share of the targets' variance that is noise"
        ),
        "trial": store.Array(settings.first + np.arange(settings.trials), description="number of the trial"),
    }


def _trials(settings: Settings, condition: tuple[int, ...]) -> Iterator[dict[str, float]]:
    """What is kept of each trial of one depth, width and noise, after all have descended side by side."""
    depth, width = settings.depths[condition[0]], settings.widths[condition[1]]
    noise = float(settings.noise[condition[2]])
    keys = [(depth, width, round(noise * 10**6), settings.first + trial) for trial in range(settings.trials)]
    drawn = [instance(settings, depth, width, noise, generator(settings.seed, NAME, *key)) for key in keys]
    samples, targets, starts = zip(*drawn, strict=True)
    pace = settings.slope, settings.rate, settings.momentum, settings.steps
    ends = descend(np.stack(samples), np.stack(targets), starts, *pace)
    for own in zip(samples, targets, ends, strict=True):
        yield _judged(settings, *own)


def _judged(settings: Settings, samples: Floats, targets: Floats, end: list[Floats]) -> dict[str, float]:
    """The entries of ARRAYS for the end of one descent."""
    if not all(np.isfinite(weight).all() for weight in end):
        return {**dict.fromkeys(ARRAYS, np.nan), "kind": 2, "kinks": 0, "decided": 0, "silent": 0}
    found = classify(samples, targets, end, settings.slope)
    slopes = [settings.slope] * (len(end) - 1)
    values = projected_loss(samples, targets, found.weights, slopes, zero=AWAY / 2)
    trivial = 0.5 * float(np.sum(targets**2))
    blocks = {"loss": values.loss, "projected": values.projected, "decided": values.rank is not None}
    silent = settings.slope == 0 and _is_silent(samples, found.weights)
    own = {"kind": found.kind, "kinks": found.kinks, "inside": found.inside, "moved": found.moved}
    return {**own, **blocks, "trivial": trivial, "silent": silent}


def instance(
    settings: Settings, depth: int, width: int, noise: float, random: np.random.Generator
) -> tuple[Floats, Floats, list[Floats]]:
    """Samples (m, inputs), targets (m, 1) and the weights of a start, N(0, 2 / units before), as the teacher's."""
    sizes = [settings.inputs, *[width] * depth, 1]
    samples = random.standard_normal((settings.samples, settings.inputs))
    teacher, start = ([random.standard_normal(s) * np.sqrt(2 / s[0]) for s in pairwise(sizes)] for _ in range(2))
    signal = _outputs(samples, teacher, settings.slope)
    size = float(np.sqrt(np.mean(signal**2)))
    signal = signal / size if size else signal
    return samples, np.sqrt(1 - noise) * signal + np.sqrt(noise) * random.standard_normal(signal.shape), start


def _outputs(samples: Floats, weights: list[Floats], slope: float) -> Floats:
    for weight in weights[:-1]:
        sums = samples @ weight
        samples = np.where(sums > 0, sums, slope * sums)
    return samples @ weights[-1]


def _is_silent(samples: Floats, weights: list[Floats]) -> bool:
    """Whether some layer fires on no sample, up to the rounding of its kinks."""
    for weight in weights[:-1]:
        samples = np.maximum(samples @ weight, 0)
        if samples.max() < 1e-9:
            return True
    return False
