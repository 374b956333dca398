"""Beyond Figure 10: where each trial of the degree-one experiment ended against the least loss of its sign region."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from pnn.figures import style
from pnn.figures.drawing import Data, Drawing, MissingData, values
from pnn.store import Group

MODES = {"replay": "replayed", "fresh": "fresh seeds"}
FLOOR = 1e-16  # of the mean square of y: what lies below is drawn here


@dataclass(frozen=True)
class Ends:
    """One value a trial, all ratios and modes in a row; diverged trials left out."""

    loss: np.ndarray
    optimum: np.ndarray
    bad: np.ndarray
    minimum: np.ndarray
    misjudged: np.ndarray


def figure_10_minima(data: Data) -> Drawing:
    """Final loss against the region's optimum, and the distribution of final losses about the threshold."""
    found = data.group("degree_one").groups
    groups = {mode: found[mode] for mode in MODES if mode in found}
    if not groups:
        raise MissingData("degree_one.h5 holds neither of the groups 'replay' and 'fresh'")
    ends = {mode: _ends(group) for mode, group in groups.items()}
    figure = style.new_figure(3.5)
    left, right = figure.subplots(1, 2, width_ratios=[1.1, 1])
    _against(left, ends)
    _distribution(right, ends)
    told = "; ".join(f"{MODES[mode]}, {_told(one)}" for mode, one in ends.items())
    caption = (
        "Beyond Figure 10. (a) Final loss of every bad trial against the least loss in the closed sign "
        "region where it ended, computed exactly: on the diagonal, descent ended at the optimum of its "
        "region. Filled marks are shown to lie in the basin of a local minimum: descent from there keeps "
        "every sign. (b) Final losses of all trials, with the threshold 10⁻⁶ of the paper's count. Bad "
        f"ends: {told}."
    )
    alt = (
        "Left: scatter plot of final loss against the least loss in the sign region, bad trials only, "
        "lying along the diagonal. Right: histograms of the final loss on a logarithmic scale; the good "
        f"ends lie in a heap far below those above the threshold. {told}."
    )
    return Drawing(figure, caption, alt)


def _ends(group: Group) -> Ends:
    valid = ~values(group, "diverged").astype(bool)
    names = ("final_loss", "region_optimum", "bad", "end_is_local_minimum", "misjudged")
    return Ends(*(values(group, name)[valid] for name in names))


def _told(ends: Ends) -> str:
    bad = ends.bad.astype(bool)
    return (
        f"{bad.sum()} of {bad.size}, of which {(bad & ends.minimum.astype(bool)).sum()} are shown to end at "
        f"the local minimum of their region; {ends.misjudged.sum()} trials misjudged by the threshold"
    )


def _against(axes: Axes, ends: dict[str, Ends]) -> None:
    style.panel_title(axes, "a", "bad ends and their regions")
    looks = {"replay": style.REPLAYED, "fresh": style.FRESH}
    everything = [FLOOR]
    for mode in reversed(ends):
        one, look = ends[mode], dict(looks[mode])
        bad, minimum = one.bad.astype(bool), one.minimum.astype(bool)
        for chosen, face in ((bad & minimum, look["color"]), (bad & ~minimum, "white")):
            if not chosen.any():
                continue
            label = MODES[mode] + ("" if face != "white" else ", not shown minimal")
            mark = look | {"ls": "none", "mfc": face, "ms": 4, "mew": 0.8, "alpha": 0.75}
            axes.plot(np.maximum(one.optimum[chosen], FLOOR), one.loss[chosen], label=label, **mark)
            everything += [*one.loss[chosen], *np.maximum(one.optimum[chosen], FLOOR)]
    span = (min(everything) / 2, max(max(everything), 1) * 2)
    axes.plot(span, span, color=style.INK, lw=0.9, zorder=1, label="equal")
    axes.set(xscale="log", yscale="log", xlabel="least loss in the sign region / mean of $y^2$")
    axes.set_ylabel("final loss / mean of $y^2$")
    axes.legend(loc="lower right")


def _distribution(axes: Axes, ends: dict[str, Ends]) -> None:
    style.panel_title(axes, "b", "final losses of all trials")
    bins = np.arange(np.log10(FLOOR), 1.01, 0.5)
    looks = {"replay": ("-", style.BLUE, True), "fresh": ((0, (4, 1.5)), style.VERMILION, False)}
    for mode, one in ends.items():
        dash, colour, filled = looks[mode]
        counts, edges = np.histogram(np.log10(np.maximum(one.loss, FLOOR)), bins)
        share = 100 * counts / max(one.loss.size, 1)
        axes.stairs(share, 10**edges, color=colour, ls=dash, lw=1.5, fill=False, label=MODES[mode])
        if filled:
            axes.stairs(share, 10**edges, color=colour, alpha=0.18, fill=True)
    axes.axvline(1e-6, color=style.INK, lw=0.9, ls=(0, (1, 2)), label="threshold of a bad end")
    axes.set(xscale="log", xlabel="final loss / mean of $y^2$", ylabel="trials (%)")
    axes.legend(loc="upper right")
