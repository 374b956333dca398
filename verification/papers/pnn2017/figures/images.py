"""Beyond Figure 11: dense and porcupine nets on images of two digits, as in the authors' notebook."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import LogLocator, NullLocator, StrMethodFormatter

from pnn.store import Group
from verification.figures import style, whiskers
from verification.figures.drawing import Data, Drawing, values
from verification.papers.pnn2017.experiments.random_pnn.errors import mean_error

PRINTED = "images_test_accuracy"
DENSE: dict[str, Any] = {"color": style.BLUE, "marker": "s"}
PORCUPINE: dict[str, Any] = {"color": style.VERMILION, "marker": "^"}
OPTIMUM: dict[str, Any] = {"color": style.GREEN, "marker": "D"}
LOOKS = {"dense": DENSE, "porcupine": PORCUPINE}
DASHES = ("-", (0, (5, 1.5)), (0, (1, 1.2)), (0, (5, 1.5, 1, 1.5)))
APART = 1.03  # so that marks of one number of neurons do not cover each other
DATA = {"digits": "scikit-learn's digits", "mnist": "MNIST"}


def figure_11_images(data: Data) -> Drawing:
    """Shares of held-out images that are misclassified, over neurons, and losses through training."""
    group, best = data.group("images"), data.group("images", "optimum")
    figure = style.new_figure(4.3)
    left, right = figure.subplots(1, 2, width_ratios=[1, 1.05])
    _shares(left, group, best, data.printed(PRINTED))
    _losses(right, group, best)
    handles, labels = left.get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=3)
    return Drawing(figure, _caption(group, best), _alt(group, best))


def _shares(axes: Axes, group: Group, best: Group, printed: Mapping[str, Mapping]) -> None:
    style.panel_title(axes, "a", "test images misclassified")
    neurons, epochs = values(group, "neurons"), values(group, "epochs")
    accuracy = values(group, "test_accuracy")
    for number, epoch in enumerate(epochs):
        look = {**PORCUPINE, "ls": DASHES[(len(epochs) - 1 - number) % len(DASHES)]}
        if number < len(epochs) - 1:
            look["markerfacecolor"] = "white"
        _line(axes, neurons, accuracy[1, :, number], f"porcupine, {epoch:,} epochs", look)
    _line(axes, neurons * APART, accuracy[0, :, -1], f"dense, {epochs[-1]:,} epochs", DENSE)
    _line(axes, neurons / APART, values(best, "test_accuracy"), "porcupine, optimum in training", OPTIMUM)
    for net, look in LOOKS.items():
        there = {int(k): 100 * (1 - share) for k, share in printed[net].items()}
        mark = {"color": style.INK, "marker": look["marker"], "mfc": "white", "ms": 6, "ls": "none", "zorder": 5}
        axes.plot(list(there), list(there.values()), label=f"{net}, printed for MNIST", **mark)
    axes.set(xscale="log", yscale="log", xlabel="neurons", ylabel="misclassified, of 100")
    axes.set_xticks(neurons, [f"{k:,}" for k in neurons])
    axes.xaxis.set_minor_locator(NullLocator())
    axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axes.yaxis.set_major_formatter(StrMethodFormatter("{x:g}"))


def _line(axes: Axes, neurons: np.ndarray, accuracy: np.ndarray, label: str, look: Mapping[str, Any]) -> None:
    """Means and whiskers of shares that are misclassified; a mean of zero has no place on the axis."""
    mean, error = whiskers.of_means(100 * (1 - accuracy))
    axes.errorbar(neurons, np.where(mean > 0, mean, np.nan), error, label=label, capsize=2.5, lw=1.2, ms=5, **look)


def _losses(axes: Axes, group: Group, best: Group) -> None:
    style.panel_title(axes, "b", "loss through training")
    neurons, epoch = values(group, "neurons"), values(group, "epoch")
    losses, least = values(group, "loss"), np.median(values(best, "train_mse"), axis=1)
    for row, dash in zip(range(len(neurons)), cycle(DASHES), strict=False):
        for column, (net, look) in enumerate(LOOKS.items()):
            label = f"_{net}, {neurons[row]:,} neurons"
            axes.plot(epoch, _medians(losses[column, row]), color=look["color"], ls=dash, lw=1.4, label=label)
        label = f"_optimum in training, {neurons[row]:,} neurons"
        axes.plot(epoch[-1] * 1.9, least[row], ls="none", ms=5, label=label, **OPTIMUM)
        axes.annotate(f"{neurons[row]:,}", (epoch[-1] * 2.8, least[row]), va="center", fontsize=7)
        axes.plot([], [], color=style.INK, ls=dash, lw=1.4, label=f"{neurons[row]:,} neurons")
    axes.set(xscale="log", yscale="log", xlabel="epoch", ylabel="mean square error / mean of $y^2$")
    axes.set_xlim(1, epoch[-1] * 10)
    axes.xaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    axes.legend(loc="upper right")


def _medians(losses: np.ndarray) -> np.ndarray:
    """Medians over trials (trial, epoch) of the losses that there are."""
    return np.array([np.median(one[np.isfinite(one)]) if np.isfinite(one).any() else np.nan for one in losses.T])


def _told(group: Group, best: Group) -> str:
    """Accuracies after the longest training, for caption and alternative text."""
    neurons, epochs = values(group, "neurons"), values(group, "epochs")
    accuracy = values(group, "test_accuracy")[:, :, -1]
    rows = zip(neurons, *(mean_error(a)[0] for a in (*accuracy, values(best, "test_accuracy"))), strict=True)
    listed = (f"{k:,} neurons {dense:.3f}, {trained:.3f} and {least:.3f}" for k, dense, trained, least in rows)
    return (
        f"accuracies of dense nets and of porcupine nets after {epochs[-1]:,} epochs and of the porcupine optimum: "
        + "; ".join(listed)
    )


def _caption(group: Group, best: Group) -> str:
    about, trials = group.attributes, len(values(group, "trial"))
    data = DATA[str(about["data"])]
    other = "" if about["data"] == "mnist" else ", which are other data and not to be compared one to one"
    return (
        f"Beyond Figure 11. The authors' notebook on images of the digits 1 and 2, on {data} "
        f"({about['training_images']} images of {about['inputs']} pixels to train on, {about['test_images']} to test "
        f"on; {trials} trials). (a) Test images whose label is not the one nearer to the output; "
        f"open black marks were printed for MNIST after 1,000 epochs{other}. The optimum is the porcupine net on the "
        "same lines with the least error in training, found without training. (b) Median training loss; diamonds: "
        f"that least error. An epoch is {about['steps_an_epoch']} steps, in the notebook 117. "
        f"Mean {_told(group, best)}. {whiskers.TOLD}"
    )


def _alt(group: Group, best: Group) -> str:
    return (
        "Left: share of test images misclassified against the number of neurons, a line for porcupine nets after each "
        "number of epochs, for dense nets and for the porcupine optimum, and marks for what was printed. Right: "
        f"training loss against epoch, a line for each net, on logarithmic scales. Mean {_told(group, best)}."
    )
