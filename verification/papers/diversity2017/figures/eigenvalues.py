"""Figure 1: the eigenvalues in closed form, and m times the m-th of them under its cap."""

from __future__ import annotations

import itertools

import numpy as np
from matplotlib.axes import Axes

from verification.figures import style
from verification.figures.drawing import Data, Drawing
from verification.papers.diversity2017.mathematics.steps import Step, steps

INPUTS = 1500
SHOWN = 5  # steps, to degree 6


def diverse_figure_1(data: Data) -> Drawing:
    """The eigenvalues against their number, and times their number."""
    shown = list(itertools.islice(steps(INPUTS), SHOWN))
    figure = style.new_figure(3.2)
    left, right = figure.subplots(1, 2)
    style.panel_title(left, "a", "eigenvalues")
    style.panel_title(right, "b", "times their number")
    _curve(left, shown, 0)
    _curve(right, shown, 1)
    left.set(ylabel="γₘ")
    right.set(ylabel="m γₘ")
    figure.legend(*left.get_legend_handles_labels(), loc="outside lower center", ncols=2)
    told = "; ".join(f"degree {s.degree}: {s.last - s.first + 1:,} of {s.value:.4g}" for s in shown)
    ends = ", ".join(f"{s.last * s.value:.4f}" for s in shown)
    caption = (
        f"Figure 1. The eigenvalues of the kernel in {INPUTS:,} inputs, exact ({told}). (a) γₘ against m: flat steps. "
        "Dashed: 1/(2m), which no eigenvalue exceeds, since all of them sum to one half. (b) m γₘ rises along each "
        f"step, that is, γₘ falls more slowly than 1/m there, and from the end of one step (dots) to that of the "
        f"next it falls, or rises by {_rise(shown):.1g} at most: {ends}."
    )
    alt = (
        "Left: five flat steps falling from left to right on logarithmic scales, all below a dashed line. Right: a saw "
        f"of five teeth whose tips {ends} lie below the dashed line at one half."
    )
    return Drawing(figure, caption, alt)


def _rise(shown: list[Step]) -> float:
    """The largest rise of m gamma_m from the end of one step to that of the next."""
    tips = [step.last * step.value for step in shown]
    return max(after - before for before, after in itertools.pairwise(tips))


def _curve(axes: Axes, shown: list[Step], power: int) -> None:
    ends = np.array([[step.first, step.last] for step in shown], dtype=float)
    heights = np.array([step.value for step in shown])[:, None] * ends**power
    axes.plot(ends.ravel(), heights.ravel(), color=style.BLUE, label="closed form; dots: ends of steps")
    axes.plot(ends[:, 1], heights[:, 1], ls="none", marker="o", color=style.BLUE, ms=3.5, label="_ends of steps")
    samples = np.array([1.0, ends[-1, 1]])
    axes.plot(
        samples, samples ** (power - 1) / 2, color=style.VERMILION, ls=(0, (5, 2)), lw=1.1, label="cap: all sum to ½"
    )
    axes.set(xscale="log", yscale="log", xlabel="m")
