"""Theorem 1: the loss on the straight segment between two networks and on the path beside it, and the path's scale."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from pnn.store import Group
from verification.figures import style
from verification.figures.drawing import Data, Drawing, values

GROUPS = ("squared", "cross_entropy_early", "cross_entropy_late", "through_zero")
LOOKS = {
    "squared": (style.GREEN, "-", "s", "path of a"),
    "cross_entropy_early": (style.PURPLE, (0, (6, 1.5)), "o", "path of b"),
    "cross_entropy_late": (style.ORANGE, (0, (3, 1.5)), "^", "path of c"),
    "through_zero": (style.SKY, (0, (1, 1.2)), "D", "through zero"),
}  # none of them a colour of the other panels, where a colour names a curve
MARKED = 100  # positions from mark to mark of a scale


def basin_path(data: Data) -> Drawing:
    """Three pairs of curves of losses, and four of scales."""
    groups = {name: data.group("basin_path", name) for name in GROUPS}
    trials = chosen(groups)
    figure = style.new_figure(5.8)
    panels = figure.subplots(2, 2).ravel()
    titles = ("squared loss", "cross-entropy, end stopped early", "cross-entropy, end trained on")
    for axes, letter, name, title in zip(panels, "abc", GROUPS, titles, strict=False):
        style.panel_title(axes, letter, title)
        _losses(axes, groups[name], trials[name])
    _scales(panels[3], groups, trials)
    figure.legend(*panels[2].get_legend_handles_labels(), loc="outside lower center", ncols=5)
    rise = _rises(groups, trials)
    told = {name: _told(group) for name, group in groups.items()}
    caption = (
        "Theorem 1. Loss between a random network and one trained from another random start: on the straight segment "
        "of parameters, and on the path that multiplies the last layer of each network on it by a scale c, so that "
        "the loss falls linearly; beyond position 1 the scale shrinks at the segment's end. (a) Squared loss. (b) "
        "Cross-entropy, the end stopped early. (c) The same start and samples, the end trained on: where no sample "
        "is strictly misclassified (hatched from the first such place on), the loss exceeds L(0) nowhere on the ray, "
        "condition (1) fails and the path breaks. (d) The scales of these paths and of one between networks of "
        "opposite predictions, which vanish halfway and break it there. The pairs drawn are those whose straight "
        f"segment rises most, for cross-entropy to the end stopped early, of the pairs whose path breaks after "
        f"training on: by {rise} in (a), (b) and (c). "
        f"Complete paths: squared loss {told['squared']}, cross-entropy {told['cross_entropy_early']} stopped "
        f"early and {told['cross_entropy_late']} trained on, through zero {told['through_zero']}."
    )
    alt = (
        "Three panels of loss against position. The straight segment's loss rises on the way by "
        f"{rise}; the path's falls in straight lines. In the third the path ends before the segment does, where a "
        "hatched stretch begins. The fourth panel shows the scales on a logarithmic axis: they stay moderate on "
        "complete paths and grow without bound where one breaks."
    )
    return Drawing(figure, caption, alt)


def chosen(groups: dict[str, Group]) -> dict[str, int]:
    """The trial drawn of each group: of the largest rise; for cross-entropy among those that training on breaks."""
    early, late = (values(groups[name], "complete").astype(bool) for name in GROUPS[1:3])
    both = int(np.argmax(np.where(early & ~late, rises(groups[GROUPS[1]]), -1.0)))
    return {"squared": int(np.argmax(rises(groups["squared"]))), GROUPS[1]: both, GROUPS[2]: both, "through_zero": 0}


def rises(group: Group) -> np.ndarray:
    """How far the loss rises on each straight segment above what it was before, (trials,)."""
    straight = values(group, "straight")
    return np.nanmax(straight - np.fmin.accumulate(straight, axis=1), axis=1)


def _rises(groups: dict[str, Group], trials: dict[str, int]) -> str:
    found = [rises(groups[name])[trials[name]] for name in GROUPS[:3]]
    return "{:.2g}, {:.2g} and {:.2g}".format(*found)


def _told(group: Group) -> str:
    complete = values(group, "complete").astype(bool)
    return f"{complete.sum()} of {complete.size}"


def _losses(axes: Axes, group: Group, trial: int) -> None:
    position = values(group, "position")
    straight, loss, growth = (values(group, name)[trial] for name in ("straight", "loss", "growth"))
    zero, end = (float(values(group, name)[trial]) for name in ("zero", "end"))
    broken = position[growth <= 0]
    if broken.size:
        axes.axvspan(
            broken.min(), 1, facecolor="none", edgecolor=style.FAINT, hatch="////", lw=0, label="condition (1) fails"
        )
    axes.plot(position, straight, color=style.VERMILION, ls=(0, (5, 2)), label="straight segment")
    axes.plot(position, loss, color=style.BLUE, lw=2, label="path")
    axes.axhline(zero, color=style.INK, lw=0.9, ls=(0, (1, 2)), label="L(0)")
    axes.axhline(end, color=style.FAINT, lw=0.9, ls=(0, (6, 2, 1, 2)), label="loss of the end")
    axes.set(xlabel="position", ylabel="loss", xlim=(0, 2), ylim=(0, None))


def _scales(axes: Axes, groups: dict[str, Group], trials: dict[str, int]) -> None:
    style.panel_title(axes, "d", "scale of the last layer")
    for name, group in groups.items():
        colour, dash, marker, label = LOOKS[name]
        look: dict[str, Any] = {
            "color": colour,
            "ls": dash,
            "marker": marker,
            "ms": 4,
            "markevery": MARKED,
            "label": label,
        }
        axes.plot(values(group, "position"), values(group, "scale")[trials[name]], **look)
    axes.set(xlabel="position", ylabel="scale c", xlim=(0, 2), yscale="log")
    axes.legend(loc="upper right")
