"""What dense and porcupine nets on images of two digits did. Nothing here trains.

Arrays have the axes net (`dense`, `porcupine`), neurons, epochs and trial; the optimum's have neurons and trial. Nets
that diverged have no numbers and are left out of the means. The intervals are far wider than the means' standard
errors over random splits, lines and starts: at the quick size too each end is about seven of them away or more.
"""

import numpy as np

from verification.methods import experiment
from verification.methods.experiment import NoVerdict, Within
from verification.papers.pnn2017.experiments.random_pnn.errors import mean_error

DATA = ("images",)
DENSE, PORCUPINE = 0, 1


def axis(data, name):
    """The coordinates of an axis."""
    return [int(number) for number in data["images"].axes[name].values]


def column(data, name, net):
    """An array of one kind of nets, shape (neurons, epochs, trial); NoVerdict where all nets of a size diverged."""
    arrays = data["images"].arrays
    if np.isnan(arrays["train_mse"].values[net]).all(axis=-1).any():
        raise NoVerdict("with some number of neurons every net of a kind diverged")
    return arrays[name].values[net]


def optimum(data, name):
    """An array of the porcupine nets that are best in training, shape (neurons, trial)."""
    return data["images"].groups["optimum"].arrays[name].values


def means(values):
    """Means over the trials with a number; NaN where there is none."""
    return mean_error(values)[0]


def excess(data, net=PORCUPINE):
    """Errors in training above the least on the same lines, shape (neurons, epochs, trial)."""
    return column(data, "train_mse", net) - optimum(data, "train_mse")[:, None]


@experiment.check(
    "ours.images",
    "as-accurate",
    wrong={"5 points ahead": {"lead": 0.05}, "the labels exchanged": {"share": lambda right: 1 - right}},
)
def accuracy_of_the_optimum(data, lead=-0.05, share=lambda right: right):
    """For each number of neurons the mean of the optimum's held-out accuracy minus the longest trained dense net's
    is at least $-0.05$."""
    dense = column(data, "test_accuracy", DENSE)[:, -1]
    differences = means(share(optimum(data, "test_accuracy")) - dense)
    return [
        Within(f"{neurons} neurons, mean difference of accuracies", float(difference), lead, 1)
        for neurons, difference in zip(axis(data, "neurons"), differences, strict=True)
    ]


@experiment.check(
    "ours.images",
    "towards-the-optimum",
    wrong={"an optimum a hundred times as large": {"scale": 100}},
)
def never_below_the_optimum(data, scale=1, rounding=1e-6):
    """The least of the porcupine nets' errors in training over their optimum's is at least 1, but for rounding:
    single against double precision."""
    trained, least = column(data, "train_mse", PORCUPINE), scale * optimum(data, "train_mse")
    ratios = trained / least[:, None]
    ratios = ratios[np.isfinite(ratios)]
    if ratios.size:
        yield Within(f"least of {ratios.size} ratios of errors", float(ratios.min()), 1 - rounding, np.inf)


@experiment.check(
    "ours.images",
    "towards-the-optimum",
    wrong={"fewer epochs are nearer": {"step": -1}, "down to a hundredth": {"half": 0.01}},
)
def excess_falls(data, step=1, half=0.5):
    """For each number of neurons the mean excess of the last epoch's training loss over the optimum's error is at most
    half of that of a tenth of the epochs.

    Each loss is the mean over an epoch's batches before their steps; of the epochs whose loss is kept, the last one
    that is at most a tenth.
    """
    epochs = np.array(axis(data, "epoch"))
    tenth = np.flatnonzero(10 * epochs <= epochs[-1])
    if not tenth.size:
        return
    losses = column(data, "loss", PORCUPINE)[..., [tenth[-1], -1]]
    found = means(np.moveaxis(losses - optimum(data, "train_mse")[..., None], -1, 1))
    for neurons, (before, after) in zip(axis(data, "neurons"), found, strict=True):
        if np.isfinite(before + after):
            name = f"{neurons} neurons, excess in epoch {epochs[-1]} over that in epoch {epochs[tenth[-1]]}"
            yield Within(name, float((after / before) ** step), 0, half)


@experiment.check(
    "ours.images",
    "more-neurons-are-slower",
    wrong={
        "fewer neurons are slower": {"step": -1},
        "the dense nets": {"net": DENSE},
        "a hundred times": {"factor": 100},
    },
)
def excess_grows_with_the_neurons(data, step=1, net=PORCUPINE, factor=1.2):
    """For each number of epochs the mean excess with most neurons is at least 1.2 times that with fewest."""
    neurons = axis(data, "neurons")
    few, many = (means(excess(data, net))[neurons.index(pick(neurons))] for pick in (min, max))
    for epochs, first, last in zip(axis(data, "epochs"), few, many, strict=True):
        if len(neurons) > 1:
            name = f"after {epochs} epochs, excess with {max(neurons)} neurons over that with {min(neurons)}"
            yield Within(name, float((last / first) ** step), factor, np.inf)


@experiment.check(
    "ours.images",
    "most-dense-neurons-die",
    wrong={"the nets exchanged": {"nets": (PORCUPINE, DENSE)}, "one in a thousand": {"most": 0.001}},
)
def neurons_that_fire(data, nets=(DENSE, PORCUPINE), most=0.05):
    """For each number of neurons and of epochs the mean share that fires on any training image: at most 0.05 of the
    dense nets' neurons, at least half of the porcupine nets'."""
    dense, porcupine = (means(column(data, "live", net)) for net in nets)
    for row, neurons in enumerate(axis(data, "neurons")):
        for place, epochs in enumerate(axis(data, "epochs")):
            name = f"{neurons} neurons, {epochs} epochs: share that fires"
            yield Within(f"{name}, dense", float(dense[row, place]), 0, most)
            yield Within(f"{name}, porcupine", float(porcupine[row, place]), 0.5, 1)
