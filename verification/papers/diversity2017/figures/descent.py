"""Descent of R and of its even part: the smallest singular value, and the least product of two units, on the way."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from pnn.store import Group
from verification.figures import style
from verification.figures.drawing import Data, Drawing, values

LOOKS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("descent of R", {"color": style.VERMILION, "marker": "X", "ls": (0, (5, 2))}),
    ("descent of its even part", {"color": style.BLUE, "marker": "o", "ls": "-"}),
)


def diverse_descent(data: Data) -> Drawing:
    """Singular values and least products against steps, every trial and the median."""
    group = data.group("diverse_descent")
    figure = style.new_figure(3.3)
    left, right = figure.subplots(1, 2)
    style.panel_title(left, "a", "smallest singular value")
    style.panel_title(right, "b", "least product of two units")
    _trials(left, group, "singular", "smallest singular value of D")
    _trials(right, group, "least_product", "least product of two units")
    figure.legend(*left.get_legend_handles_labels(), loc="outside lower center", ncols=2)
    about, singular = group.attributes, values(group, "singular")
    told, d = _told(group), int(about["inputs"])
    caption = (
        f"Beyond Figure 4. Descent on the sphere of the paper's regulariser R and of its even part, up to constants "
        f"the mean of arcsin² of the products of two units, for {2 * d} units in {d} inputs and {about['samples']} "
        f"samples, from the same {len(singular)} random starts; thin lines are trials, marks their medians. R falls to "
        f"{values(group, 'regulariser')[:, 0, -1].min():.6f} at the least; pairs of opposite units, those of different "
        f"pairs orthogonal, have {(d - 1) / (8 * (2 * d - 1)):.6f}, and their D has no full rank. {told}."
    )
    alt = (
        "Left: singular values against steps, for descent of R and of its even part. Right: the least product of two "
        f"units, minus one for opposite units. {told}."
    )
    return Drawing(figure, caption, alt)


def _told(group: Group) -> str:
    singular, step = values(group, "singular"), values(group, "step")[-1]
    medians, start = np.median(singular[:, :, -1], axis=0), np.median(singular[:, 0, 0])
    gone = (singular[:, :, -1] < 0.01 * singular[:, :, 0]).sum(axis=0)
    lower = int((singular[:, 1, -1] < singular[:, 1, 0]).sum())
    trials = len(singular)
    return (
        f"After {step} steps less than a hundredth of the singular value is left in {gone[0]} of {trials} trials for R "
        f"and in {gone[1]} for its even part (medians {medians[0]:.2g} and {medians[1]:.3f}, from {start:.3f}); "
        f"for its even part it ends below its start in {lower}"
    )


def _trials(axes: Axes, group: Group, name: str, label: str) -> None:
    found, steps = values(group, name), values(group, "step")
    for place, (told, look) in enumerate(LOOKS):
        axes.plot(steps, found[:, place].T, color=look["color"], lw=0.5, alpha=0.35, label=f"_trials, {told}")
        axes.plot(steps, np.median(found[:, place], axis=0), label=told, ms=4, **look)
    axes.set_xscale("symlog", linthresh=10)
    axes.set(xlabel="steps", ylabel=label, xlim=(-0.6, 1.25 * steps[-1]))
    axes.set_xticks([at for at in (0, 10, 100, 1000, 10_000) if at <= steps[-1]])
    axes.get_xaxis().set_major_formatter("{x:g}")
