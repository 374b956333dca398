"""Beyond Figure 9: the norm of Theorem 13 at growing sizes, its exact limit and the printed bound."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from pnn import asymptotics
from verification.figures import style, whiskers
from verification.figures.drawing import Data, Drawing
from verification.papers.pnn2017.figures.schur_by_inputs import FINE, Series, all_series


def figure_9_linear(data: Data) -> Drawing:
    """Theorem 13's norm at growing sizes with its exact limit; limit, printed bound and norms by lines per input."""
    series = all_series(data)
    every = [one for own in series.values() for one in own]
    figure = style.new_figure(1.2 + 1.6 * len(series))
    panels = figure.subplot_mosaic([[str(n), "limits"] for n in range(len(series))], width_ratios=[1.25, 1])
    letters = iter("abcdef")
    for number, own in enumerate(series.values()):
        _linear_norms(panels[str(number)], own, next(letters))
    _limits(panels["limits"], every, next(letters))
    largest = int(every[0].inputs.max())
    worst = max(float(asymptotics.theorem_13_printed(one.gamma, one.ratio) / _limit(one)) for one in every)
    caption = (
        "Beyond Figure 9. The norm that Theorem 13 bounds, with the linear kernel of the lines added, at our sizes: γ "
        "= r/d lines for each input, ρ = r*/r target lines for each line. Left, means over the inputs, divided by the "
        "exact limit b + ρ/m, where b = 1 − 2/π and m is the positive root of γbm² + (1 − γ + b)m = 1. Right, the "
        "exact limit by the number of lines for each input, the printed bound b(1 + ρ) + ρ(1 + √γ)² with the "
        f"smallest constant, μ = 0, and the means at d = {largest}. The bound is up to {worst:.2g} times the limit at "
        f"the sizes drawn, and grows with the number of lines, where the limit falls. {whiskers.TOLD}"
    )
    alt = (
        "Left: mean norms over their exact limits against the number of inputs, with whiskers, beside a dashed line at "
        "one. Right: on a logarithmic scale falling curves of the limit and rising ones of the printed bound, by the "
        f"number of lines for each input, with marks of the norms at {largest} inputs."
    )
    return Drawing(figure, caption, alt)


def _limit(one: Series) -> float:
    return float(asymptotics.theorem_13(one.gamma, one.ratio))


def _linear_norms(axes: Axes, own: list[Series], letter: str) -> None:
    gamma = own[0].gamma
    style.panel_title(axes, letter, rf"mean norm over the exact limit, $\gamma={gamma}$")
    shifts = np.linspace(-0.24, 0.24, len(own)) if len(own) > 1 else [0.0]
    for one, shift in zip(own, shifts, strict=True):
        limits = asymptotics.theorem_13(one.gamma, one.actual)
        found = one.means("linear_norm")
        axes.errorbar(
            np.arange(len(limits)) + shift,
            np.array([e.value for e in found]) / limits,
            np.array([e.half for e in found]) / limits,
            **{"ls": "none", "lw": 0.9, "ms": 4, "capsize": 2, "zorder": 3, **one.look},
            label=rf"$\rho={one.ratio:g}$",
        )
    axes.axhline(1, color=style.INK, lw=0.8, ls=(0, (4, 2)), label="_exact limit")
    axes.set_xticks(range(len(own[0].inputs)), [str(d) for d in own[0].inputs])
    axes.set(xlabel="number of inputs $d$")
    axes.grid(axis="x", visible=False)
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, -0.02), ncols=4, handletextpad=0.2, columnspacing=0.8)
    low, high = axes.get_ylim()
    axes.set_ylim(low - 0.25 * (high - low), high)  # the legend stands below


def _limits(axes: Axes, every: list[Series], letter: str) -> None:
    style.panel_title(axes, letter, "limit and printed bound")
    most = max(one.gamma for one in every)
    gamma = np.linspace(0.05, 1.5 * most, FINE)
    for one in {one.ratio: one for one in reversed(every)}.values():
        exact, printed = (law(gamma, one.ratio) for law in (asymptotics.theorem_13, asymptotics.theorem_13_printed))
        own: dict[str, Any] = {"color": one.look["color"]}
        axes.plot(gamma, exact, lw=1.2, label=rf"_exact limit, $\rho={one.ratio:g}$", **own)
        axes.plot(gamma, printed, lw=1.0, ls=(0, (4, 2)), label=rf"_printed bound, $\rho={one.ratio:g}$", **own)
    for one in every:
        found = one.means("linear_norm")[-1]
        label = rf"_mean norm, $\rho={one.ratio:g}$, $d={one.inputs[-1]}$"
        axes.plot(one.gamma, found.value, ls="none", ms=4.5, zorder=3, label=label, **one.look)
    axes.plot([], [], color=style.INK, lw=1.2, label="exact limit")
    axes.plot([], [], color=style.INK, lw=1.0, ls=(0, (4, 2)), label="printed bound")
    axes.set(yscale="log", xlabel=r"lines for each input $\gamma$", ylabel="norm")
    axes.set_ylim(bottom=0.4 * axes.get_ylim()[0])  # the legend stands below
    axes.legend(loc="lower right")
