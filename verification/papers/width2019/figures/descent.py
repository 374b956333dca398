"""Where descent ended: shares of regular critical points, stationary kinks and open ends, and the gap at kinks."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from pnn.store import Group
from verification.figures import style, whiskers
from verification.figures.drawing import Data, Drawing, values
from verification.papers.width2019.descent.ends import End

LOOKS: dict[End, tuple[str, dict[str, Any]]] = {
    End.REGULAR: ("regular critical point", {"color": style.BLUE, "marker": "o", "ls": "-"}),
    End.KINK: ("stationary kink", {"color": style.VERMILION, "marker": "X", "ls": (0, (5, 2))}),
    End.OPEN: ("open", {"color": style.FAINT, "marker": "v", "ls": (0, (1, 1.5))}),
}
GOLDEN = (5**0.5 - 1) / 2
LEAST = 1e-6  # gaps below are drawn there


def width_descent(data: Data) -> Drawing:
    """Shares for the least and the most noise of each depth, and the gaps beside."""
    group = data.group("width_descent")
    depths, noises = values(group, "depth"), values(group, "noise")
    figure = style.new_figure(2.2 * len(depths) + 0.4)
    panels = figure.subplots(len(depths), 3, squeeze=False)
    for row, depth in enumerate(depths):
        for column, at in enumerate((0, len(noises) - 1)):
            style.panel_title(panels[row, column], "abcdefghijkl"[3 * row + column], _title(depth, noises[at]))
            _shares(panels[row, column], group, row, at)
        panels[row, 0].set_ylabel("share of the descents")
        style.panel_title(panels[row, 2], "abcdefghijkl"[3 * row + 2], f"{depth} hidden, gaps")
        _gaps(panels[row, 2], group, row)
    (ends, names), (marks, noted) = (panel.get_legend_handles_labels() for panel in panels[0, [0, 2]])
    figure.legend([*ends, *marks], [*names, *noted], loc="outside lower center", ncols=3)
    told = "; ".join(_told(group, row, at) for row in range(len(depths)) for at in (0, len(noises) - 1))
    caption = (
        "Beyond the paper. Ends of gradient descent with momentum of small ReLU networks towards a random network's "
        "outputs with noise: regular critical points, where Theorem 1 holds; stationary kinks, where pre-activations "
        "vanish and zero lies in Clarke's gradient; and open ends, not at rest or not shown to be. "
        f"{whiskers.TOLD} Right: at the kinks L − J over half the sum of the targets' squares, for "
        f"least noise (circles) and most (crosses), below 10⁻⁶ at the lower edge. All widths together: {told}."
    )
    alt = (
        "Shares of three kinds of ends against width, a row for each depth, for least and for most noise. At the right "
        f"the gaps at kinks on a logarithmic scale. {told}."
    )
    return Drawing(figure, caption, alt)


def _title(depth: int, noise: float) -> str:
    return f"{depth} hidden, {noise:.0%} noise"


def counts(group: Group, depth: int, noise: int) -> np.ndarray:
    """Ends of each kind, (widths, kinds), of a depth's and a noise's place."""
    kinds = values(group, "kind")[depth, :, noise]
    return np.stack([(kinds == kind).sum(axis=1) for kind in End], axis=1)


def _told(group: Group, depth: int, noise: int) -> str:
    regular, kinks, left = counts(group, depth, noise).sum(axis=0)
    share = values(group, "noise")[noise]
    layers = values(group, "depth")[depth]
    return (
        f"{layers} hidden, {share:.0%} noise: {regular} regular, {kinks} kink{'' if kinks == 1 else 's'}, {left} open"
    )


def _shares(axes: Axes, group: Group, depth: int, noise: int) -> None:
    found, widths = counts(group, depth, noise), values(group, "width")
    trials = int(found[0].sum())
    for kind, (label, look) in LOOKS.items():
        share = found[:, kind] / trials
        errors = whiskers.of_shares(found[:, kind], trials)
        places = np.arange(len(widths)) + 0.12 * (kind - 1)
        axes.errorbar(places, share, errors, label=label, lw=1.0, capsize=2, **look)
    axes.set(xlabel="width", ylim=(-0.03, 1.03))
    axes.set_xticks(range(len(widths)), [str(n) for n in widths])


def _gaps(axes: Axes, group: Group, depth: int) -> None:
    widths, kinds, noises = values(group, "width"), values(group, "kind")[depth], values(group, "noise")
    gap = ((values(group, "loss") - values(group, "projected")) / values(group, "trivial"))[depth]
    for noise, mark, shift, colour in ((0, "o", -0.2, style.INK), (len(noises) - 1, "x", 0.2, style.VERMILION)):
        chosen = kinds[:, noise] == End.KINK
        places = np.concatenate([at + shift + _spread(int(n)) for at, n in enumerate(chosen.sum(axis=1))])
        height = np.maximum(gap[:, noise][chosen], LEAST)
        axes.plot(places, height, ls="none", marker=mark, ms=3, mfc="none", mec=colour, mew=0.7,
                  label=f"gap at kinks, {noises[noise]:.0%} noise")  # fmt: skip
    axes.set(
        xlabel="width", ylabel="(L − J) / ½|Y|²", yscale="log", ylim=(LEAST / 1.6, 1.5), xlim=(-0.5, len(widths) - 0.5)
    )
    axes.set_xticks(range(len(widths)), [str(n) for n in widths])


def _spread(count: int) -> np.ndarray:
    """Places beside each other within 0.12 of the middle, so that marks of like height do not hide one another."""
    return 0.12 * (2 * (np.arange(count) * GOLDEN % 1) - 1) if count > 1 else np.zeros(count)
