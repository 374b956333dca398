"""Samples on the axes: the basins of a single unit, and the chance of a good basin with width."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes

from pnn.store import Group
from verification.figures import style, whiskers
from verification.figures.drawing import Data, Drawing, values

LOOKS = (
    (style.INK, "o"),
    (style.BLUE, "s"),
    (style.GREEN, "^"),
    (style.ORANGE, "D"),
    (style.VERMILION, "v"),
    (style.PURPLE, "P"),
)
EVERY = 3  # of the widths has a mark


def basin_auer(data: Data) -> Drawing:
    """The law of a unit's final loss, and the chance of the optimum against width."""
    unit, networks = (data.group("basin_auer", name) for name in ("unit", "networks"))
    figure = style.new_figure(3.7)
    left, right = figure.subplots(1, 2, width_ratios=[1, 1.25])
    _law(left, unit)
    _widths(right, networks)
    handles, labels = right.get_legend_handles_labels()
    figure.legend(
        handles,
        [f"{'b: ' if n == 0 else ''}{label}" for n, label in enumerate(labels)],
        loc="outside lower center",
        ncols=4,
    )
    inputs, starts = unit.attributes["inputs"], unit.attributes["starts"]
    best = float(values(unit, "exact")[0])
    caption = (
        "Beyond the paper. Samples eⱼ with target 2 and −eⱼ with target 1, j = 1, ..., d. (a) A single ReLU unit, "
        f"d = {inputs}: loss of the basin of a random start, exact (bars) and where {starts} descents ended (marks). "
        f"The least loss 1/2 has probability 2⁻ᵈ = {best:.2g}. (b) Two-layer networks: probability that the basin of "
        f"a random start holds an exact fit, exact (curves), counted over {networks.attributes['starts']} starts "
        f"(marks), and the bound 1 − 2d(3/4)ⁿ of Theorem 2 where it is positive (dotted). {whiskers.TOLD}"
    )
    alt = (
        "Left: bars of a binomial law of losses, the least loss almost without a chance; marks of descents lie on the "
        "bars. Right: curves that rise from zero to one with the number of neurons, later for more inputs; marks lie "
        "on them, dotted bounds below them."
    )
    return Drawing(figure, caption, alt)


def _law(axes: Axes, group: Group) -> None:
    losses, exact, ends = (values(group, name) for name in ("loss", "exact", "ends"))
    starts = int(group.attributes["starts"])
    style.panel_title(axes, "a", f"a single unit, d = {group.attributes['inputs']}")
    width = 0.8 * (losses[1] - losses[0]) if len(losses) > 1 else 0.5
    axes.bar(losses, exact, width, color=style.SKY, label="exact")
    look: dict[str, Any] = {
        "ls": "none",
        "ms": 4,
        "capsize": 2,
        "lw": 0.9,
        "color": style.INK,
        "marker": "o",
        "mfc": "white",
    }
    axes.errorbar(losses, ends / starts, whiskers.of_shares(ends, starts), label="descents", **look)
    place, arrow = (losses[0], 0.6 * exact.max()), {"arrowstyle": "->", "lw": 0.8}
    axes.annotate("optimum", (losses[0], exact[0]), place, ha="left", arrowprops=arrow)
    axes.set(xlabel="loss of the basin", ylabel="probability", ylim=(-0.03 * exact.max(), 1.35 * exact.max()))
    axes.grid(axis="x", visible=False)
    axes.legend(loc="upper right")


def _widths(axes: Axes, group: Group) -> None:
    style.panel_title(axes, "b", "two-layer networks")
    neurons, starts = values(group, "neurons"), int(group.attributes["starts"])
    rows = zip(values(group, "inputs"), values(group, "exact"), values(group, "good"), strict=True)
    for number, (inputs, exact, good) in enumerate(rows):
        colour, marker = LOOKS[number % len(LOOKS)]
        axes.plot(neurons, exact, color=colour, lw=1.2, label=f"_exact, d = {inputs}")
        shown = slice(number % EVERY, None, EVERY)
        look: dict[str, Any] = {"ls": "none", "ms": 4, "capsize": 2, "lw": 0.9, "color": colour, "marker": marker}
        axes.errorbar(
            neurons[shown], good[shown] / starts, whiskers.of_shares(good[shown], starts), label=f"d = {inputs}", **look
        )
        bound = 1 - 2.0 * inputs * 0.75**neurons
        axes.plot(
            neurons[bound > 0],
            bound[bound > 0],
            color=colour,
            lw=1,
            ls=(0, (1, 1.5)),
            label=f"_bound of Theorem 2, d = {inputs}",
        )
    axes.plot([], [], color=style.INK, lw=1.2, label="exact")
    axes.plot([], [], color=style.INK, lw=1, ls=(0, (1, 1.5)), label="bound of Theorem 2")
    axes.set(xlabel="neurons n", ylabel="probability of a good basin", ylim=(-0.02, 1.03))
