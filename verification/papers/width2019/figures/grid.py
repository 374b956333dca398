"""Figure 1: J over depths and widths at random weights and after training, one row of maps for each data set."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from pnn.store import Group
from verification.figures import style
from verification.figures.drawing import Data, Drawing, values
from verification.papers.width2019.figure_1.falls import EQUAL, TIMES

NAMES = {"digits": "8×8 digits", "mnist": "MNIST", "cifar10": "CIFAR-10", "svhn": "SVHN", "synthetic": "tanh teacher"}


def width_figure_1(data: Data) -> Drawing:
    """Two maps of mean J over half the targets' squares for each data set."""
    groups = data.group("width_figure_1").groups
    figure = style.new_figure(2.5 * len(groups) + 0.3)
    panels = figure.subplots(len(groups), 2, squeeze=False)
    for row, (name, group) in enumerate(groups.items()):
        for time, title in enumerate(TIMES):
            style.panel_title(panels[row, time], "abcdefghij"[2 * row + time], f"{NAMES[name]}, {title}")
            image = _map(panels[row, time], group, time)
        figure.colorbar(image, ax=panels[row].tolist(), label="J / ½|Y|²", pad=0.02)
    told = "; ".join(_told(name, group) for name, group in groups.items())
    caption = (
        "Figure 1. Mean of the projected loss J over half the sum of the targets' squares, for ReLU networks of so "
        "many hidden layers of so many units, at random weights and after training:"
        " dark is low, on a scale from 0 to 1. "
        f"{told}. The printed maps have no numbers, and "
        "their grid, scale and coding of targets are not given."
    )
    alt = (
        "Maps with a number in each cell, depth down and width across, left at random weights, right after training. "
        f"{told}."
    )
    return Drawing(figure, caption, alt)


def grid(group: Group, time: int) -> np.ndarray:
    """Means over the trials of J over half the targets' squares, (depths, widths), but for those that diverged."""
    found = values(group, "projected")[..., time] / values(group, "trivial")
    count = np.isfinite(found).sum(axis=1)
    mean = np.where(np.isfinite(found), found, 0).sum(axis=1) / np.where(count, count, np.nan)
    return mean.reshape(len(np.unique(values(group, "depth"))), -1)


def falls(group: Group) -> tuple[int, int]:
    """Networks whose J training lowers, and whose J it raises."""
    projected = values(group, "projected") / values(group, "trivial")[:, None]
    change = projected[..., 1] - projected[..., 0]
    return int((change < -EQUAL).sum()), int((change > EQUAL).sum())


def _told(name: str, group: Group) -> str:
    about = group.attributes
    down, up = falls(group)
    trials = len(values(group, "trial"))
    return (
        f"{NAMES[name]}: {about['samples']:,} samples, {about['updates']:,} steps, {trials} trials; training lowers J "
        f"in {down} networks and raises it in {up}"
    )


def _map(axes: Axes, group: Group, time: int):
    found = grid(group, time)
    image = axes.imshow(found, cmap="cividis", vmin=0, vmax=1, aspect="auto", label="_J")
    for (row, column), value in np.ndenumerate(found):
        colour = "white" if value < 0.5 else style.INK
        axes.text(column, row, f"{value:.3f}", ha="center", va="center", color=colour)
    axes.set(xlabel="width", ylabel="hidden layers")
    axes.set_xticks(range(found.shape[1]), [f"{n:g}" for n in np.unique(values(group, "width"))])
    axes.set_yticks(range(found.shape[0]), [f"{n:g}" for n in np.unique(values(group, "depth"))])
    axes.grid(visible=False)
    return image
