"""Figures 1 and 3: what a porcupine network is, as diagrams."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from verification.figures import style
from verification.figures.drawing import Data, Drawing

Point = tuple[float, float]
DASHES: tuple[object, ...] = ("-", (0, (5, 2)), (0, (1, 1.2)), (0, (6, 1.5, 1, 1.5)))
COLOURS = (style.BLUE, style.VERMILION, style.GREEN, style.PURPLE)


def figure_1(data: Data) -> Drawing:
    """Weights anywhere in the space of the inputs, and weights that each stay on a line."""
    figure = style.new_figure(1.9)
    panels = figure.subplots(1, 4, width_ratios=[1.12, 1, 1.12, 1])
    style.panel_title(panels[0], "a", "unconstrained network")
    style.panel_title(panels[2], "b", "porcupine network")
    _free_network(panels[0])
    _free_weights(panels[1])
    _porcupine_network(panels[2])
    _porcupine_weights(panels[3])
    caption = (
        "Figure 1. (a) In an unconstrained two-layer network the weight vector wᵢ of every neuron may "
        "point anywhere in the space of the inputs. (b) In a porcupine network it stays on a line through "
        "the origin, wᵢ = cᵢ u: training changes only the scalar cᵢ, along the line and through the origin "
        "to its other side. Several neurons share a line. Output weights are one in both. A diagram, drawn "
        "by code; no data."
    )
    alt = (
        "Two pairs of diagrams. Left: a two-layer ReLU network whose five weight vectors are arrows in "
        "arbitrary directions of the plane. Right: the same network with its weight vectors on three lines "
        "through the origin, two neurons on two of them and one on the third, each free to slide along its "
        "line."
    )
    return Drawing(figure, caption, alt)


def figure_3(data: Data) -> Drawing:
    """The three porcupine networks of the landscape theorems."""
    figure = style.new_figure(2.45)
    panels = figure.subplots(1, 3, width_ratios=[5.65, 5.75, 7.75])
    for axes, letter, title in zip(panels, "abc", ("scalar", "degree one", "general"), strict=True):
        style.panel_title(axes, letter, title)
    _scalar(panels[0])
    _degree_one(panels[1])
    _general(panels[2])
    caption = (
        "Figure 3. Three porcupine networks. (a) Scalar: one input, every neuron on the one line. (b) "
        "Degree one: each neuron sees a single input, so the lines are the coordinate axes. (c) General: "
        "each neuron sees the projection of the inputs on one of the given lines u₁, u₂, …, which are not "
        "trained. Trained scalars cᵢ stand on dashed edges; every output weight is one. A diagram, drawn "
        "by code; no data."
    )
    alt = (
        "Three network diagrams. Scalar: one input feeds four neurons, summed to the output. Degree one: "
        "three inputs, each feeding two neurons of its own. General: three inputs are projected on four "
        "fixed lines, and each projection feeds two neurons through trained scalars."
    )
    return Drawing(figure, caption, alt)


def _column(x: float, count: int, gap: float = 1.0) -> list[Point]:
    return [(x, gap * ((count - 1) / 2 - row)) for row in range(count)]


def _edges(axes: Axes, pairs: Sequence[tuple[Point, Point]], **look: object) -> None:
    settings: dict = {"color": style.FAINT, "lw": 0.9, "zorder": 1} | look
    for (x0, y0), (x1, y1) in pairs:
        axes.plot([x0, x1], [y0, y1], **settings)


def _node(axes: Axes, at: Point, text: str = "", face: str = "white", size: float = 15, **look: object) -> None:
    settings: dict = {"mec": style.INK, "mew": 0.9, "marker": "o", "zorder": 3} | look
    axes.plot(*at, mfc=face, ms=size, **settings)
    if text:
        axes.annotate(text, at, ha="center", va="center", fontsize=7, zorder=4)


def _relu(axes: Axes, at: Point, colour: str = style.INK) -> None:
    _node(axes, at)
    x, y = at
    axes.plot([x - 0.2, x, x + 0.2], [y - 0.1, y - 0.1, y + 0.17], color=colour, lw=1.3, zorder=4)


def _finish(axes: Axes, neurons: Sequence[Point], output: Point, half_height: float) -> None:
    _edges(axes, [(neuron, output) for neuron in neurons])
    _node(axes, output, "Σ")
    axes.annotate("$h(x)$", (output[0] + 0.5, output[1]), va="center", fontsize=8)
    style.bare(axes)
    axes.set_xlim(-0.6, output[0] + 1.25)
    axes.set_ylim(-half_height, half_height)


def _inputs(axes: Axes, places: Sequence[Point]) -> None:
    for number, place in enumerate(places, start=1):
        _node(axes, place, f"$x_{number}$" if len(places) > 1 else "$x$", style.PALE)


def _free_network(axes: Axes) -> None:
    inputs, neurons = _column(0, 2, 2), _column(2.2, 5, 0.95)
    _edges(axes, [(i, n) for i in inputs for n in neurons])
    _inputs(axes, inputs)
    for neuron in neurons:
        _relu(axes, neuron)
    _finish(axes, neurons, (4.0, 0), 2.6)


def _porcupine_network(axes: Axes) -> None:
    inputs, neurons = _column(0, 2, 2), _column(2.2, 5, 0.95)
    for neuron, line in zip(neurons, (0, 0, 1, 1, 2), strict=True):
        look = {"color": COLOURS[line], "ls": DASHES[line], "lw": 1.2}
        _edges(axes, [(i, neuron) for i in inputs], **look)
        _relu(axes, neuron, COLOURS[line])
    _inputs(axes, inputs)
    _finish(axes, neurons, (4.0, 0), 2.6)


def _plane(axes: Axes, text: str) -> None:
    style.bare(axes)
    axes.set_xlim(-1.35, 1.35)
    axes.set_ylim(-1.6, 1.35)
    axes.annotate(text, (0, -1.6), ha="center", va="bottom", fontsize=7.5)
    axes.plot(0, 0, marker="o", ms=3.5, color=style.INK, zorder=5)


def _arrow(axes: Axes, end: Point, colour: str) -> None:
    look = {"arrowstyle": "-|>", "color": colour, "lw": 1.8, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 10}
    axes.annotate("", end, (0, 0), arrowprops=look, zorder=4)


def _label(axes: Axes, end: Point, text: str) -> None:
    x, y = np.array(end) * (1 + 0.17 / np.hypot(*end))
    axes.annotate(text, (x, y), ha="center", va="center", fontsize=8, zorder=6)


def _free_weights(axes: Axes) -> None:
    _plane(axes, "weights anywhere")
    for number, (angle, length) in enumerate(((20, 0.95), (74, 1.0), (142, 0.8), (205, 1.05), (310, 0.9)), start=1):
        end = (length * np.cos(np.deg2rad(angle)), length * np.sin(np.deg2rad(angle)))
        _arrow(axes, end, style.INK)
        _label(axes, end, f"$w_{number}$")


def _porcupine_weights(axes: Axes) -> None:
    _plane(axes, "weights on given lines")
    weights = {25: (0.95, -0.6), 85: (1.0, -0.85), 145: (0.75,)}
    number = 0
    for line, (angle, scalars) in enumerate(weights.items()):
        direction = np.array([np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))])
        axes.plot(*np.outer(direction, [-1.3, 1.3]), color=COLOURS[line], ls=DASHES[line], lw=1.0, zorder=2)
        for scalar in scalars:
            number += 1
            x, y = scalar * direction
            _arrow(axes, (float(x), float(y)), COLOURS[line])
            beside = np.array([direction[1], -direction[0]]) * 0.2 + (x, y)
            axes.annotate(f"$w_{number}$", beside, ha="center", va="center", fontsize=8, zorder=6)


def _trained(axes: Axes, pairs: Sequence[tuple[Point, Point]]) -> None:
    _edges(axes, pairs, color=style.BLUE, ls=(0, (4, 1.5)), lw=1.3)


def _scalar(axes: Axes) -> None:
    source, neurons = _column(0, 1), _column(2.0, 4)
    _trained(axes, [(source[0], n) for n in neurons])
    _inputs(axes, source)
    for number, neuron in enumerate(neurons, start=1):
        _relu(axes, neuron)
        _scalar_name(axes, source[0], neuron, number)
    _finish(axes, neurons, (3.8, 0), 3.0)


def _scalar_name(axes: Axes, start: Point, end: Point, number: int) -> None:
    x, y = 0.45 * start[0] + 0.55 * end[0], 0.45 * start[1] + 0.55 * end[1]
    box = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
    axes.annotate(f"$c_{number}$", (x, y), ha="center", va="center", fontsize=7, bbox=box, zorder=2)


def _degree_one(axes: Axes) -> None:
    inputs, neurons = _column(0, 3, 1.9), _column(2.0, 6, 0.95)
    for number, neuron in enumerate(neurons):
        _trained(axes, [(inputs[number // 2], neuron)])
        _scalar_name(axes, inputs[number // 2], neuron, number + 1)
        _relu(axes, neuron)
    _inputs(axes, inputs)
    _finish(axes, neurons, (3.9, 0), 3.0)


def _general(axes: Axes) -> None:
    inputs, lines, neurons = (_column(0, 3, 1.7), _column(1.9, 4, 1.45), _column(3.8, 8, 0.72))
    _edges(axes, [(i, line) for i in inputs for line in lines], lw=0.7)
    _trained(axes, [(lines[number // 2], neuron) for number, neuron in enumerate(neurons)])
    for number, line in enumerate(lines, start=1):
        _node(axes, line, f"$u_{number}$", style.PALE, marker="s", size=14)
    for number, neuron in enumerate(neurons, start=1):
        _relu(axes, neuron)
        _scalar_name(axes, lines[(number - 1) // 2], neuron, number)
    _inputs(axes, inputs)
    _finish(axes, neurons, (5.9, 0), 3.0)
    axes.annotate("projections\n$u_r\\cdot x$, fixed", (1.9, -2.62), ha="center", va="top", fontsize=7)
    axes.annotate("inputs", (0, -2.62), ha="center", va="top", fontsize=7)
    axes.annotate("neurons", (3.8, -2.95), ha="center", va="top", fontsize=7)
