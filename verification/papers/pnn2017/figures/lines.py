"""Figure 7: equally spaced lines in the plane and the smallest eigenvalue of their kernel matrix."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, MaxNLocator, NullFormatter, ScalarFormatter

from pnn.store import Group
from verification.figures import style
from verification.figures.drawing import Data, Drawing, values

SHOWN = (3, 4, 8)
EVEN: dict[str, Any] = {"color": style.BLUE, "marker": "o", "ms": 3.6, "ls": "none", "label": "$R$ even"}
ODD: dict[str, Any] = {
    "color": style.VERMILION,
    "marker": "s",
    "ms": 4.0,
    "ls": "none",
    "mfc": "white",
    "mew": 1.1,
    "label": "$R$ odd",
}
NEAR = 20  # lines up to which the staircase can be seen
TICKS = (2, 3, 5, 10, 20, 50, 100, 200)


def figure_7(data: Data) -> Drawing:
    """The lines, the smallest eigenvalue, and the staircase of even and odd numbers of lines."""
    group = data.group("figure_data", "spaced_lines")
    figure = style.new_figure(3.2)
    thirds = figure.subfigures(1, 3, width_ratios=[0.42, 1, 1])
    assert isinstance(thirds, np.ndarray)
    fans, middle, right = thirds
    _fans(fans.subplots(len(SHOWN), 1))
    _eigenvalues(middle.subplots(), group)
    _excess(right.subplots(), group)
    most = int(values(group, "lines").max())
    above = "positive" if (values(group, "excess") > 0).all() else "NOT positive"
    caption = (
        "Figure 7. (a) Equally spaced lines in the plane. (b) Smallest eigenvalue of ψ[K] for R such lines, from the "
        "exact formula, with its asymptote π²/(6R³): a staircase of even and odd R. (c) How far the eigenvalue stands "
        f"above the asymptote, divided by it: {above} for all R up to {most} drawn here, so that the asymptote is a "
        "lower bound, and falling as π²/(5R²) for even and 6π²/(5R²) for odd R."
    )
    alt = (
        "Left: fans of 3, 4 and 8 equally spaced lines. Middle: the smallest eigenvalue falls steeply with "
        "the number of lines, in steps, an odd number after an even one falling little. Right: its "
        "relative excess over the asymptote falls along two straight lines on logarithmic scales, odd "
        "numbers of lines above even ones."
    )
    return Drawing(figure, caption, alt)


def _fans(panels: np.ndarray) -> None:
    style.panel_title(panels[0], "a", "lines")
    for axes, count in zip(panels, SHOWN, strict=True):
        style.bare(axes)
        for angle in np.pi * np.arange(count) / count:
            axes.plot(np.cos(angle) * np.array([-1, 1]), np.sin(angle) * np.array([-1, 1]), color=style.INK, lw=1.1)
        axes.set(xlim=(-1.1, 1.1), ylim=(-1.45, 1.1))
        axes.annotate(f"$R={count}$", (0, -1.43), ha="center", va="bottom", fontsize=8)


def _eigenvalues(axes: Axes, group: Group) -> None:
    counts, smallest, asymptote = (values(group, name) for name in ("lines", "smallest", "asymptote"))
    near = counts <= NEAR
    counts, smallest, asymptote = counts[near], smallest[near], asymptote[near]
    style.panel_title(axes, "b", "smallest eigenvalue")
    axes.plot(counts, asymptote, color=style.INK, lw=1.0, label=r"$\pi^2/(6R^3)$", zorder=1)
    axes.plot(counts, smallest, color=style.FAINT, lw=0.8, zorder=2, label="_all $R$")
    for even, look in ((0, EVEN), (1, ODD)):
        own = counts % 2 == even
        axes.plot(counts[own], smallest[own], zorder=3, **look)
    axes.set(yscale="log", xlabel="number of lines $R$", ylabel=r"$\lambda_{\min}(\psi[K])$")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.legend(loc="upper right")


def _excess(axes: Axes, group: Group) -> None:
    counts, excess, next_order = (values(group, name) for name in ("lines", "excess", "next_order"))
    style.panel_title(axes, "c", "above the asymptote")
    for parity, look, dash, name in (
        (0, EVEN, "-", r"$\pi^2/(5R^2)$"),
        (1, ODD, (0, (4, 2)), r"$6\pi^2/(5R^2)$"),
    ):
        own = counts % 2 == parity
        axes.plot(counts[own], next_order[own], color=style.INK, lw=0.9, ls=dash, label=name, zorder=1)
        axes.plot(counts[own], excess[own], zorder=3, **look)
    axes.set(xscale="log", yscale="log", xlabel="number of lines $R$")
    axes.set_ylabel(r"$\lambda_{\min}\,/\,(\pi^2/(6R^3))\;-\;1$")
    _ticks(axes, counts)
    axes.legend(loc="lower left")


def _ticks(axes: Axes, counts: np.ndarray) -> None:
    axes.set_xlim(counts.min() / 1.15, counts.max() * 1.15)
    if counts.max() > 2 * TICKS[-1]:
        return
    axes.xaxis.set_major_locator(FixedLocator([tick for tick in TICKS if tick <= counts.max()]))
    axes.xaxis.set_major_formatter(ScalarFormatter())
    axes.xaxis.set_minor_formatter(NullFormatter())
