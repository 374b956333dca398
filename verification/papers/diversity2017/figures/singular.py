"""Figure 4: the smallest singular value before and after descent of R, and against R for arranged units."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from pnn.store import Group
from verification.figures import style
from verification.figures.drawing import Data, Drawing, values

LOOKS: dict[str, tuple[str, dict[str, Any]]] = {
    "random": ("random units", {"color": style.FAINT, "marker": "o", "mfc": "white"}),
    "descended": ("after descent of R", {"color": style.BLUE, "marker": "s"}),
    "axes": ("axes", {"color": style.GREEN, "marker": "P"}),
    "pairs": ("pairs of opposite axes", {"color": style.VERMILION, "marker": "X"}),
}


def diverse_figure_4(data: Data) -> Drawing:
    """Both singular values of each trial, and singular values against R."""
    group = data.group("diverse_figure_4")
    singular = values(group, "singular")
    figure = style.new_figure(3.3)
    left, right = figure.subplots(1, 2, width_ratios=[1, 1.25])
    style.panel_title(left, "a", "before and after")
    style.panel_title(right, "b", "against R")
    _trials(left, singular)
    _against(right, group)
    figure.legend(*right.get_legend_handles_labels(), loc="outside lower center", ncols=4)
    about, trials = group.attributes, len(singular)
    rises = int((singular[:, 1] > singular[:, 0]).sum())
    told = "; ".join(_told(group, place) for place in range(len(LOOKS)))
    shown = int(np.isfinite(singular[:, 2]).sum())
    caption = (
        f"Figure 4. Smallest singular value of D for {about['count']} units in {about['inputs']} inputs and "
        f"{about['samples']:,} samples. (a) In {trials} trials, each with samples of its own: at random units, and "
        f"after {about['steps']} steps of descent of the regulariser R on the sphere; it rises in {rises}. (b) The "
        f"same against R, and on the samples of {shown} of these trials the axes, and half as many axes with their "
        f"opposites. {_ranked(group)} Means: {told}."
    )
    alt = (
        f"Left: lines from random units to descended ones, rising in {rises} of {trials} trials. Right: singular "
        f"values against R, a kind of mark for each kind of units. {_ranked(group)} Means: {told}."
    )
    return Drawing(figure, caption, alt)


def mean_and_spread(group: Group, name: str, place: int) -> tuple[float, float]:
    """Mean and standard deviation of an array over the trials that have this kind of units."""
    found = values(group, name)[:, place]
    found = found[np.isfinite(found)]
    return float(found.mean()), float(found.std(ddof=1)) if len(found) > 1 else float("nan")


def _told(group: Group, place: int) -> str:
    label = [*LOOKS.values()][place][0]
    mean, spread = mean_and_spread(group, "singular", place)
    return f"{label} {mean:.3f} (sd {spread:.3f}), R = {mean_and_spread(group, 'regulariser', place)[0]:.5f}"


def _ranked(group: Group) -> str:
    """The kinds of units by rising mean of R, and by falling mean of the singular value that a small R is to bring."""
    labels = [label for label, _ in LOOKS.values()]
    means = {
        name: [mean_and_spread(group, name, place)[0] for place in range(len(labels))]
        for name in ("regulariser", "singular")
    }
    least_first = ", ".join(labels[place] for place in np.argsort(means["regulariser"]))
    largest_first = ", ".join(labels[place] for place in np.argsort(np.negative(means["singular"])))
    return f"From the smallest R on: {least_first}; from the largest singular value on: {largest_first}."


def _trials(axes: Axes, singular: np.ndarray) -> None:
    for before, after in singular[:, :2]:
        axes.plot([0, 1], [before, after], color=style.FAINT, lw=0.6, alpha=0.6, zorder=1, label="_the same trial")
    for place, look in enumerate(list(LOOKS.values())[:2]):
        axes.plot(np.full(len(singular), place), singular[:, place], ls="none", ms=4, label=f"_{look[0]}", **look[1])
    axes.set(ylabel="smallest singular value", xlim=(-0.4, 1.4))
    axes.set_xticks([0, 1], ["random", "after descent"])
    axes.grid(axis="x", visible=False)


def _against(axes: Axes, group: Group) -> None:
    for place, (label, look) in enumerate(LOOKS.values()):
        x, y = (values(group, name)[:, place] for name in ("regulariser", "singular"))
        axes.plot(x, y, ls="none", ms=5, label=label, **look)
    axes.set(xlabel="R", ylabel="smallest singular value")
    axes.locator_params(axis="x", nbins=5)
