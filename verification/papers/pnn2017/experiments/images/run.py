"""Dense and porcupine nets on images of the digits 1 and 2, as in the notebook of Feizi et al. (arXiv:1710.02196)."""

from __future__ import annotations

import numpy as np

from pnn import store
from pnn.training.progress import Progress
from verification.experiments.job import Job
from verification.papers.pnn2017.experiments.images.networks import (
    JUDGED,
    NETS,
    Sample,
    best,
    descend,
    draw,
    judge,
    random_start,
)
from verification.papers.pnn2017.experiments.images.settings import Settings

CURVE = 60  # points of a loss curve, at epochs in equal ratios
RUN, OPTIMUM = ("net", "neurons", "epochs", "trial"), ("neurons", "trial")
DIVERGED = ("", "a loss was not finite: the net has no errors and no accuracy")
RESIDUAL = ("", "largest violation of the optimality conditions; 1e-12 or less is rounding")
NEURONS_USED = ("", "neurons that are not zero")
LOSS = ("mean square of training labels", "mean batch loss of an epoch, each before its step; NaN after a stop")


def run(job: Job[Settings]) -> store.Group:
    """Train and judge every net of every trial: arrays over `net`, `neurons`, `epochs`, `trial`; a group `optimum`."""
    settings = job.settings
    epoch = curve_epochs(settings.epochs[-1])
    shape = len(NETS), len(settings.neurons), len(settings.epochs), settings.trials
    nets = {name: np.full(shape, np.nan) for name in JUDGED} | {"diverged": np.zeros(shape, bool)}
    losses = np.full((*shape[:2], settings.trials, len(epoch)), np.nan)
    names = (*JUDGED, "kkt_residual", "neurons_used")
    optimum = {name: np.full((shape[1], settings.trials), np.nan) for name in names}
    for trial in range(settings.trials):
        sample = draw(settings, trial)
        for row, neurons in enumerate(settings.neurons):
            for column, net in enumerate(NETS):
                found, loss = _train(settings, sample, net, neurons, trial)
                for name, values in nets.items():
                    values[column, row, :, trial] = [one[name] for one in found]
                losses[column, row, trial] = loss[epoch - 1]
            for name, value in _optimum(settings, sample, neurons, trial).items():
                optimum[name][row, trial] = value
    return _group(settings, sample, nets, optimum, losses, epoch)


def curve_epochs(last: int) -> np.ndarray:
    """Epochs from 1 to the last at which losses are kept."""
    return np.unique(np.geomspace(1, last, CURVE).round().astype(int))


def _train(
    settings: Settings, sample: Sample, net: str, neurons: int, trial: int
) -> tuple[list[dict[str, float]], np.ndarray]:
    """What is said of a net after each number of epochs, and its losses through the longest training.

    Each training starts afresh and repeats the shorter ones: the longest takes most of the time.
    """
    start = random_start(settings, net, neurons, trial, sample.train.pixels.shape[1])
    found = []
    for epochs in settings.epochs:
        progress = Progress(f"images, trial {trial}, {net}, {neurons} neurons, {epochs} epochs")
        trained = descend(settings, sample, net, start, epochs, progress)
        found.append(judge(trained.weights, sample) | {"diverged": trained.diverged})
        if trained.diverged:
            found[-1] |= dict.fromkeys(JUDGED, np.nan)
    return found, trained.losses / sample.power


def _optimum(settings: Settings, sample: Sample, neurons: int, trial: int) -> dict[str, float]:
    lines, _ = random_start(settings, "porcupine", neurons, trial, sample.train.pixels.shape[1])
    weights, residual = best(lines, sample)
    used = int(weights.any(axis=1).sum())
    return judge(weights, sample) | {"kkt_residual": residual, "neurons_used": used}


def _group(
    settings: Settings,
    sample: Sample,
    nets: dict[str, np.ndarray],
    optimum: dict[str, np.ndarray],
    losses: np.ndarray,
    epoch: np.ndarray,
) -> store.Group:
    about = JUDGED | {"diverged": DIVERGED, "kkt_residual": RESIDUAL, "neurons_used": NEURONS_USED}
    arrays = {name: store.Array(values, RUN, *about[name]) for name, values in nets.items()}
    arrays["loss"] = store.Array(losses, ("net", "neurons", "trial", "epoch"), *LOSS)
    axes = {
        "net": (np.array(NETS), "every weight free, or two neurons on each of the lines"),
        "neurons": (np.array(settings.neurons), "neurons"),
        "epochs": (np.array(settings.epochs), "epochs after which a net is judged"),
        "trial": (np.arange(settings.trials), "number of the trial: a split of its own, starts of its own"),
        "epoch": (epoch, "epochs whose loss is kept"),
    }
    least = {name: store.Array(values, OPTIMUM, *about[name]) for name, values in optimum.items()}
    return store.Group(
        axes={name: store.Array(values, (name,), "", text) for name, (values, text) in axes.items()},
        arrays=arrays,
        groups={"optimum": store.Group(arrays=least)},
        attributes={
            "data": settings.data,
            "training_images": len(sample.train),
            "test_images": len(sample.test),
            "inputs": sample.train.pixels.shape[1],
            "steps_an_epoch": len(sample.train) // settings.batch,
        },
    )
