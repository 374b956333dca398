"""Figure 4: the sign regions of a scalar network of two neurons, and which of them can hold bad local minima."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from pnn.store import Group
from verification.figures import style
from verification.figures.drawing import Data, Drawing, values


def figure_4(data: Data) -> Drawing:
    """Four quadrants of the plane of the two weights."""
    group = data.group("figure_data", "regions")
    names, bad, best = (values(group, name) for name in ("region", "bad", "global"))
    same_sign = np.ptp(np.sign(values(group, "weights")), axis=1) == 0
    figure = style.new_figure(3.5)
    panels = figure.subplots(1, 2)
    for axes, letter, title, chosen in (
        (panels[0], "a", "target with both signs", ~same_sign),
        (panels[1], "b", "target with one sign", same_sign),
    ):
        style.panel_title(axes, letter, f"{title} ({chosen.sum()} targets)")
        _frame(axes)
        for row, name in enumerate(names):
            _quadrant(axes, str(name), bad[row, chosen], best[row, chosen], _same(group, best[row] & chosen, chosen))
    reached = [str(name) for name, held in zip(names, bad, strict=True) if held.any()]
    largest = int(np.abs(values(group, "weights")).max())
    caption = (
        "Figure 4. Sign regions of a scalar porcupine network of two neurons. All local minima were computed, region "
        f"by region, for every target of two neurons with whole non-zero weights up to {largest} in size. Bad ones lie "
        "in the regions "
        f"{_spoken(reached)} and in no other; they occur {'also' if bad[:, same_sign].any() else 'only'} where the "
        f"target has {'one sign' if bad[:, same_sign].any() else 'both signs'}. In every other region each local "
        f"minimum is global.{_alone(group)}"
    )
    alt = (
        "Two squares of four quadrants, one for each combination of signs of the two weights. For targets "
        f"with both signs the quadrants {_spoken(reached)} are hatched as holding bad local minima and the "
        "mixed quadrants hold global minima only. For targets with one sign no quadrant holds a bad one."
    )
    return Drawing(figure, caption, alt)


def _spoken(names: list[str]) -> str:
    signs = [f"({', '.join('−' if sign == '-' else '+' for sign in name)})" for name in names]
    return " and ".join(signs) if signs else "none"


def _frame(axes: Axes) -> None:
    axes.set(xlim=(-1, 1), ylim=(-1, 1), aspect="equal", xticks=[], yticks=[])
    axes.grid(False)
    for side in ("top", "right", "bottom", "left"):
        axes.spines[side].set_visible(False)
    arrow = {"arrowstyle": "-|>", "color": style.INK, "lw": 1.0, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", (1.0, 0), (-1.0, 0), arrowprops=arrow, zorder=5)
    axes.annotate("", (0, 1.0), (0, -1.0), arrowprops=arrow, zorder=5)
    axes.set_xlabel("first weight $w_1$")
    axes.set_ylabel("second weight $w_2$")


def _same(group: Group, held: np.ndarray, chosen: np.ndarray) -> str:
    """The sign that all weights of the held targets have and those of no other chosen target; empty without one."""
    signs = np.sign(values(group, "weights"))
    for sign, word in ((1, "positive"), (-1, "negative")):
        if held.any() and (held == (chosen & (signs == sign).all(axis=1))).all():
            return word
    return ""


def _alone(group: Group) -> str:
    """Where the minima of targets of one sign lie, if that is in the region of their own signs alone."""
    names, best = values(group, "region"), values(group, "global")
    same_sign = np.ptp(np.sign(values(group, "weights")), axis=1) == 0
    own = {"++": "positive", "--": "negative"}
    found = [_same(group, row & same_sign, same_sign) for row in best]
    held = [sign == own.get(str(name), "") for name, sign in zip(names, found, strict=True)]
    return " A target of one sign has all its minima in the region of its own signs." if all(held) else ""


def _quadrant(axes: Axes, name: str, bad: np.ndarray, best: np.ndarray, sign: str) -> None:
    across, up = (1 if sign == "+" else -1 for sign in name)
    corner = (min(0, across) * 0.97 + 0.015, min(0, up) * 0.97 + 0.015)
    look: dict[str, Any] = {"facecolor": "#f2f2f2", "edgecolor": "none"}
    if bad.any():
        look = {
            "facecolor": "#fbe3d4",
            "edgecolor": style.VERMILION,
            "hatch": "///",
            "hatch_linewidth": 0.6,
        }
    elif best.any():
        look = {"facecolor": "#d9eaf5", "edgecolor": "none"}
    label = f"_{_spoken([name])}: {_holding(bad, best, sign)}"
    axes.add_patch(Rectangle(corner, 0.94, 0.94, lw=0, zorder=1, label=label, **look))
    text = f"{_spoken([name])}\n{_holding(bad, best, sign)}"
    box = {"facecolor": "white", "edgecolor": "none", "pad": 2.5}
    axes.annotate(text, (0.485 * across, 0.485 * up), ha="center", va="center", fontsize=8, bbox=box, zorder=4)


def _holding(bad: np.ndarray, best: np.ndarray, sign: str) -> str:
    if not (bad | best).any():
        return "no local minimum"
    if sign and not bad.any():
        return f"global minima only\nfor {sign} targets"
    held, kind = (bad, "bad local minima") if bad.any() else (best, "global minima only")
    return f"{kind}\n{'for every target' if held.all() else f'for {held.sum()} of {held.size} targets'}"
