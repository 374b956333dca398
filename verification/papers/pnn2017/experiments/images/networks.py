"""The nets of the experiment on images: their starts, their training, and what is said of one that was trained.

Settings are those of the notebook of Feizi et al. (arXiv:1710.02196) on MNIST's digits 1 and 2.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pnn.lines import random_lines
from pnn.optimum import empirical_optimum
from pnn.training.dense import train_dense
from pnn.training.problem import Problem, ShuffledBatches, Streams
from pnn.training.train import train
from verification.experiments.seeds import generator
from verification.papers.pnn2017.experiments.images import data as images_data
from verification.papers.pnn2017.experiments.images.data import Images
from verification.papers.pnn2017.experiments.images.settings import Settings

NETS = ("dense", "porcupine")
EXPERIMENT = "images"


@dataclass(frozen=True)
class Sample:
    """Images to train and to test on, and the stream (one trial) of the shuffles: the same for all nets of a trial."""

    train: Images
    test: Images
    streams: Streams

    @property
    def power(self) -> float:
        """Mean square of the training labels."""
        return float(np.mean(self.train.labels**2))


@dataclass(frozen=True)
class Trained:
    """Weights (neurons, inputs), float64, of a net that was trained; mean batch loss of every epoch; divergence."""

    weights: np.ndarray
    losses: np.ndarray
    diverged: bool


def draw(settings: Settings, trial: int) -> Sample:
    """The images of a trial, those to train on cut to whole batches."""
    random = generator(settings.seed, EXPERIMENT, trial)
    streams = Streams(random.integers(0, 2**32, (1, 624), np.uint32), np.array([624], np.int64))
    if settings.data == "digits":
        train_images, test = images_data.digits(settings.training_images, random)
    else:
        train_images, test = images_data.mnist(settings.folder)
    whole = len(train_images) // settings.batch * settings.batch
    if not whole or not len(test):
        raise ValueError(f"{len(train_images)} and {len(test)} images of a 1 or a 2 are too few: wanted a whole batch")
    return Sample(Images(train_images.pixels[:whole], train_images.labels[:whole]), test, streams)


def random_start(settings: Settings, net: str, neurons: int, trial: int, inputs: int) -> tuple[np.ndarray, np.ndarray]:
    """Unit lines and scalings of a porcupine net, (lines, inputs) and (neurons,), or a dense net's weights and ones.

    Two scalings in a row are of one line, the first negative; a dense start is N(0, 1 / inputs).
    """
    random = generator(settings.seed, EXPERIMENT, NETS.index(net), neurons, trial)
    if net == "dense":
        return random.standard_normal((neurons, inputs)) / np.sqrt(inputs), np.ones(neurons)
    lines = random_lines(neurons // 2, inputs, random)
    scalings = random.uniform(0, 1, neurons)
    scalings[::2] *= -1
    return lines, scalings


def descend(
    settings: Settings,
    sample: Sample,
    net: str,
    start: tuple[np.ndarray, np.ndarray],
    epochs: int,
    progress: Callable[[float], None] | None = None,
) -> Trained:
    """Train a net from its start for so many epochs, in float32 on one core."""
    vectors, scalings = (array.astype(np.float32) for array in start)
    images, labels = sample.train.pixels, sample.train.labels.astype(np.float32)
    schedule = settings.schedule(epochs, sample.power)
    if net == "dense":
        data = images.astype(np.float32), labels, settings.batch
        end = train_dense(vectors, *data, schedule, sample.streams, progress)
        return Trained(end.weights.astype(np.float64), end.losses, end.diverged)
    line_of = np.repeat(np.arange(len(vectors)), 2)
    projections = (images @ start[0].T).astype(np.float32)
    batches = ShuffledBatches(projections[None], labels[None], settings.batch, sample.streams)
    problem = Problem(scalings[None], line_of)
    ends = train(problem, schedule, batches, engine="compiled", device="cpu", progress=progress)
    return Trained(ends.weights[0][:, None] * start[0][line_of], ends.losses[0], bool(ends.diverged[0]))


def best(lines: np.ndarray, sample: Sample) -> tuple[np.ndarray, float]:
    """The porcupine net on these lines that errs least in training: its weights (2 lines, inputs), its KKT residual."""
    found = empirical_optimum(lines, sample.train.pixels, sample.train.labels)
    weights = np.concatenate([found.positive[:, None] * lines, -found.negative[:, None] * lines])
    return weights, found.kkt_residual


JUDGED = {
    "train_mse": ("mean square of training labels", "error on the training images"),
    "test_mse": ("mean square of test labels", "error on the test images"),
    "train_accuracy": ("", "share of the training images whose label is the one nearer to the output"),
    "test_accuracy": ("", "share of the test images whose label is the one nearer to the output"),
    "live": ("", "share of the neurons that fire on any training image"),
}


def judge(weights: np.ndarray, sample: Sample) -> dict[str, float]:
    """What is said of a net with weights (neurons, inputs), by the names above; NaN where they are not finite."""
    if not np.isfinite(weights).all():
        return dict.fromkeys(JUDGED, np.nan)
    outputs, fires = _outputs(weights, sample.train)
    unseen, _ = _outputs(weights, sample.test)
    return {
        "train_mse": _error(outputs, sample.train.labels),
        "test_mse": _error(unseen, sample.test.labels),
        "train_accuracy": _accuracy(outputs, sample.train.labels),
        "test_accuracy": _accuracy(unseen, sample.test.labels),
        "live": float(fires.mean()),
    }


def _outputs(weights: np.ndarray, images: Images) -> tuple[np.ndarray, np.ndarray]:
    """The net's outputs (n,), and which neurons fire on any image: (neurons,)."""
    hidden = np.maximum(images.pixels @ weights.T, 0)
    return hidden.sum(axis=1), hidden.any(axis=0)


def _error(outputs: np.ndarray, labels: np.ndarray) -> float:
    return float(np.mean((outputs - labels) ** 2) / np.mean(labels**2))


def _accuracy(outputs: np.ndarray, labels: np.ndarray) -> float:
    nearest = np.array(images_data.LABELS)[np.abs(outputs[:, None] - images_data.LABELS).argmin(axis=1)]
    return float(np.mean(nearest == labels))
