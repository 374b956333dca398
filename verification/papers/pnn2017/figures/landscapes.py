"""Figure 5: two landscapes of a scalar network of two neurons, with all their local minima."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, PowerNorm
from matplotlib.contour import QuadContourSet

from pnn.store import Group
from verification.figures import style
from verification.figures.drawing import Data, Drawing, values

SHADES = LinearSegmentedColormap.from_list("shades", ["#ffffff", "#c9c9c9", "#8f8f8f"])
LEVELS = np.array([0, 2, 4, 8, 13, 18, 26, 40, 60, 90, 130, 180, 250])
NAMES = ("same_sign", "both_signs")


def figure_5(data: Data) -> Drawing:
    """The risk as a contour map, bad and global minima on it."""
    groups = [data.group("figure_data", "landscapes", name) for name in NAMES]
    figure = style.new_figure(3.55)
    panels = figure.subplots(1, 2, sharey=True)
    for axes, letter, group in zip(panels, "ab", groups, strict=True):
        style.panel_title(axes, letter, f"target weights ({_target(group)})")
        shading = _map(axes, group)
        _minima(axes, group)
    panels[1].set_ylabel("")
    figure.colorbar(shading, ax=list(panels), label="population risk", shrink=0.82, ticks=LEVELS[::2], pad=0.02)
    figure.legend(*_key(panels), loc="outside lower center", ncols=2)
    targets = [_target(group) for group in groups]
    caption = (
        "Figure 5. Risk of a scalar porcupine network of two neurons, inputs N(0, 1), for the target "
        f"weights ({targets[0]}) and ({targets[1]}). The paper's own weights are not known; these are ours. "
        f"All local minima: (a) {_found(groups[0])}; (b) {_found(groups[1])}. Hollow ends do not belong to a "
        "segment of bad minima: there a neuron's weight is zero, and descent leads on."
    )
    alt = (
        f"Two contour maps of the risk over the two weights. Left, target {targets[0]}: {_found(groups[0])}. "
        f"Right, target {targets[1]}: {_found(groups[1])}."
    )
    return Drawing(figure, caption, alt)


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def _target(group: Group) -> str:
    return ", ".join(_number(weight) for weight in values(group, "target"))


def _map(axes: Axes, group: Group) -> QuadContourSet:
    first, second, risk = (values(group, name) for name in ("first", "second", "risk"))
    scale: dict[str, Any] = {"levels": LEVELS, "extend": "max"}
    norm = PowerNorm(0.4, 0, LEVELS[-1])
    shading = axes.contourf(first, second, risk.T, cmap=SHADES, norm=norm, **scale)
    axes.contour(first, second, risk.T, levels=LEVELS, colors=style.FAINT, linewidths=0.35).set_label("_risk")
    axes.axhline(0, color=style.INK, lw=0.7, label="_zero")
    axes.axvline(0, color=style.INK, lw=0.7, label="_zero")
    axes.grid(False)
    axes.set(aspect="equal", xlabel="first weight $w_1$", ylabel="second weight $w_2$")
    axes.set_xticks(np.arange(-12, 13, 4))
    axes.set_yticks(np.arange(-12, 13, 4))
    return shading


def _minima(axes: Axes, group: Group) -> None:
    ends, worth, bad, closed = (values(group, name) for name in ("ends", "value", "bad", "closed"))
    for corners, value, is_bad, is_closed in zip(ends, worth, bad, closed, strict=True):
        look = style.BAD if is_bad else style.GLOBAL
        dash = (0, (3, 1.2)) if is_bad else "-"
        label = "bad local minima" if is_bad else "global minima"
        point = np.allclose(*corners)
        face = look["color"] if is_closed else "white"
        mark: dict[str, Any] = {"marker": "D" if point else "o", "ms": 7 if point else 6, "mfc": face, "mew": 1.4}
        axes.plot(*corners.T, color=look["color"], ls=dash, lw=2.6, label=label, zorder=4, **mark)
        _name(
            axes,
            corners.mean(axis=0),
            f"{'bad' if is_bad else 'global'}, risk {_number(round(value, 9))}",
            point,
        )


def _name(axes: Axes, middle: np.ndarray, text: str, point: bool) -> None:
    outward = np.sign(middle)
    shift = outward * ((0, 13) if point else (26, 15))
    box = {"facecolor": "white", "edgecolor": "none", "pad": 1.2, "alpha": 0.85}
    place: dict[str, Any] = {"xytext": tuple(shift), "textcoords": "offset points", "ha": "center", "va": "center"}
    axes.annotate(text, tuple(middle), fontsize=8, bbox=box, zorder=6, **place)


def _key(panels: list[Axes]) -> tuple[list, list]:
    seen: dict[str, Artist] = {}
    for axes in panels:
        for handle, label in zip(*axes.get_legend_handles_labels(), strict=True):
            seen.setdefault(label, handle)
    return list(seen.values()), list(seen)


def _found(group: Group) -> str:
    ends, worth, bad, names = (values(group, name) for name in ("ends", "value", "bad", "minimum"))
    phrases = []
    for corners, value, is_bad, name in zip(ends, worth, bad, names, strict=True):
        kind = "bad" if is_bad else "global"
        at = [f"({', '.join(_number(round(w, 9)) for w in corner)})" for corner in corners]
        where = at[0] if at[0] == at[1] else f"from {at[0]} to {at[1]}"
        region = ", ".join("−" if sign == "-" else "+" for sign in str(name))
        phrases.append(f"{kind} minima of value {_number(round(value, 9))} in region ({region}), {where}")
    return "; ".join(phrases)
