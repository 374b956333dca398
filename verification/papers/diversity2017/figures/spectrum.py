"""Figure 2: the eigenvalues of a kernel matrix, the kernel's own, and these with what lies beyond shared out."""

from __future__ import annotations

import itertools

import numpy as np
from matplotlib.axes import Axes

from verification.figures import style
from verification.figures.drawing import Data, Drawing, values
from verification.papers.diversity2017.mathematics.steps import corrected, leading, steps


def diverse_figure_2(data: Data) -> Drawing:
    """The spectrum against its number, and over the kernel's own eigenvalues."""
    group = data.group("diverse_figure_2")
    found = values(group, "eigenvalue")
    inputs, samples = int(group.attributes["inputs"]), found.shape[1]
    printed, ours = leading(inputs, samples), corrected(inputs, samples)
    figure = style.new_figure(3.3)
    left, right = figure.subplots(1, 2)
    style.panel_title(left, "a", "eigenvalues")
    style.panel_title(right, "b", "over the kernel's own")
    _curves(left, found, printed, ours, np.ones(samples))
    _curves(right, found, printed, ours, printed)
    left.set(ylabel="λᵢ / m", yscale="log")
    right.set(ylabel="λᵢ / (m γᵢ)")
    figure.legend(*left.get_legend_handles_labels(), loc="outside lower center", ncols=3)
    told = "; ".join(_told(inputs, found, printed, ours))
    draws = "one draw" if len(found) == 1 else f"{len(found)} draws"
    caption = (
        f"Figure 2. Eigenvalues of the kernel matrix of {samples:,} uniform samples in {inputs} inputs, over their "
        f"number ({draws}); beside them the kernel's own, which the paper says they closely resemble, and these with "
        "an equal share each of the sum of all further ones, so that they sum to what the trace asks for. (b) The "
        f"same over the kernel's own. Means: {told}."
    )
    alt = (
        "Left: falling eigenvalues and two laws in steps, on logarithmic scales. Right: the same over the printed law. "
        f"Means of the steps: {told}."
    )
    return Drawing(figure, caption, alt)


def levels(inputs: int, samples: int) -> list[tuple[int, slice]]:
    """The degree and the places of each step among the first `samples` eigenvalues."""
    seen = itertools.takewhile(lambda step: step.first <= samples, steps(inputs))
    return [(step.degree, slice(step.first - 1, min(step.last, samples))) for step in seen]


def _told(inputs: int, found: np.ndarray, printed: np.ndarray, ours: np.ndarray):
    for degree, places in levels(inputs, found.shape[1]):
        law = f"{printed[places][0]:.4g} printed, {ours[places][0]:.4g} corrected"
        yield f"degree {degree} ({found[:, places].shape[1]:,}) {found[:, places].mean():.4g}, {law}"


def _curves(axes: Axes, found: np.ndarray, printed: np.ndarray, ours: np.ndarray, unit: np.ndarray) -> None:
    numbers = np.arange(1, found.shape[1] + 1)
    for row, eigenvalues in enumerate(found):
        label = "_" * bool(row) + "eigenvalues of the draws"
        axes.plot(numbers, eigenvalues / unit, color=style.SKY, lw=2.2 if not row else 1.2, label=label)
    axes.plot(numbers, printed / unit, color=style.VERMILION, ls=(0, (5, 2)), label="γᵢ, printed")
    axes.plot(numbers, ours / unit, color=style.INK, ls=(0, (1, 1.2)), label="γᵢ + (sum beyond m) / m")
    axes.set(xscale="log", xlabel="i")
