"""Beyond Figure 10: where each trial of the degree-one experiment ended against the least loss of its sign region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from pnn.store import Group
from verification.figures import style
from verification.figures.drawing import Data, Drawing, values

MODES = {"replay": "replayed", "fresh": "fresh seeds"}
LOOKS: dict[str, dict[str, Any]] = {"replay": style.REPLAYED, "fresh": style.FRESH}
FLOOR = 1e-16  # of the mean square of y: what lies below is drawn here
THRESHOLD = 1e-6
HALF_DECADES = np.arange(np.log10(FLOOR), 1.01, 0.5)


@dataclass(frozen=True)
class Ends:
    """One value a trial, all ratios in a row; diverged trials left out. Losses over the mean square of y."""

    loss: np.ndarray
    optimum: np.ndarray
    limit: np.ndarray
    bad: np.ndarray
    minimum: np.ndarray
    misjudged: np.ndarray

    @property
    def shown(self) -> np.ndarray:
        """Bad trials shown to end at a local minimum, their region's optimum."""
        return self.bad & self.minimum


def figure_10_minima(data: Data) -> Drawing:
    """Final loss against the region's optimum, and the distribution of final losses about the threshold."""
    ends = {mode: _ends(data.group("degree_one", mode)) for mode in MODES}
    figure = style.new_figure(3.5)
    left, right = figure.subplots(1, 2, width_ratios=[1.1, 1])
    _against(left, ends)
    _distribution(right, ends)
    told = "; ".join(f"{MODES[mode]}, {_told(one)}" for mode, one in ends.items())
    caption = (
        "Beyond Figure 10. (a) Final loss against the least loss of the closed sign region where a trial ended, for "
        "every trial whose region excludes the global minimum; the least loss is that of non-negative least "
        "squares. On the diagonal, "
        "training ended at its region's optimum, up to the noise of its last steps. Filled marks: shown to lead to a "
        "local minimum, since descent from there keeps every sign. Hollow marks: misjudged, ended below the "
        "threshold and so counted as global minima, though no point of their region is one. Crosses, where there are "
        "any: bad ends not shown to be minima. (b) Final losses of all trials (10⁻¹⁶ and less in "
        f"the first bin), with the threshold 10⁻⁶ of the count of bad ends. {told[0].upper()}{told[1:]}."
    )
    alt = (
        "Left: scatter plot of final loss against the least loss in the sign region; the marks lie "
        "on the diagonal, a few of them below the threshold. Right: histograms of the final loss; the trials at the "
        f"global minimum form a heap near rounding, the others spread on both sides of the threshold. "
        f"{told[0].upper()}{told[1:]}."
    )
    return Drawing(figure, caption, alt)


def _ends(group: Group) -> Ends:
    valid = ~values(group, "diverged").astype(bool)
    losses = (values(group, name)[valid] for name in ("final_loss", "region_optimum", "limit_loss"))
    flags = (values(group, name)[valid].astype(bool) for name in ("bad", "end_is_local_minimum", "misjudged"))
    return Ends(*losses, *flags)


def _told(ends: Ends) -> str:
    told = (
        f"{ends.bad.sum()} of {ends.bad.size} trials end badly and {ends.shown.sum()} of these are shown to be minima"
    )
    if ends.shown.any():
        excess = (ends.loss / np.where(ends.shown, ends.optimum, np.nan) - 1)[ends.shown]
        told += f", at most {100 * excess.max():.2g}% above their region's optimum"
    return f"{told}; the threshold misjudges {ends.misjudged.sum()}"


def _against(axes: Axes, ends: dict[str, Ends]) -> None:
    style.panel_title(axes, "a", "ends and their regions' optima")
    low = THRESHOLD
    for mode in reversed(ends):
        one, colour = ends[mode], LOOKS[mode]["color"]
        kinds = (
            (one.shown, MODES[mode], colour, LOOKS[mode]["marker"]),
            (one.bad & ~one.minimum, f"{MODES[mode]}, not shown to be minima", "white", "X"),
            (~one.bad & one.misjudged & (one.optimum > 0), f"{MODES[mode]}, misjudged", "white", LOOKS[mode]["marker"]),
        )
        for chosen, label, face, marker in kinds:
            if chosen.any():
                mark = {"ls": "none", "color": colour, "mfc": face, "marker": marker, "ms": 4, "mew": 0.9}
                axes.plot(one.optimum[chosen], one.loss[chosen], label=label, **mark)
                low = min(low, one.optimum[chosen].min())
    axes.plot([low / 3, 1], [low / 3, 1], color=style.INK, lw=0.9, zorder=1, label="equal")
    axes.axhline(THRESHOLD, color=style.INK, lw=0.9, ls=(0, (1, 2)), label="_threshold of a bad end")
    axes.set(xscale="log", yscale="log", xlim=(low / 3, 1), ylim=(low / 3, 1))
    axes.set(xlabel="least loss in the sign region / mean of $y^2$", ylabel="final loss / mean of $y^2$")
    axes.legend(loc="upper left", handlelength=1.6)


def _distribution(axes: Axes, ends: dict[str, Ends]) -> None:
    style.panel_title(axes, "b", "final losses of all trials")
    for mode, one in ends.items():
        counts, edges = np.histogram(np.log10(np.maximum(one.loss, FLOOR)), HALF_DECADES)
        share, colour, first = 100 * counts / max(one.loss.size, 1), LOOKS[mode]["color"], mode == "replay"
        axes.stairs(share, 10**edges, color=colour, ls="-" if first else (0, (4, 1.5)), lw=1.5, label=MODES[mode])
        if first:
            axes.stairs(share, 10**edges, color=colour, alpha=0.18, fill=True, label=f"_{MODES[mode]}")
    axes.axvline(THRESHOLD, color=style.INK, lw=0.9, ls=(0, (1, 2)), label="threshold of a bad end")
    axes.set(xscale="log", yscale="log", xlabel="final loss / mean of $y^2$", ylabel="trials (%)")
    axes.set_ylim(0.01, 2000)
    axes.set_yticks([0.01, 0.1, 1, 10, 100], ["0.01", "0.1", "1", "10", "100"])
    axes.minorticks_off()
    axes.annotate("at the global\nminimum", (5e-14, 25), va="center", fontsize=7.5)
    axes.annotate("at local\nminima", (1e-3, 11), ha="center", va="bottom", fontsize=7.5)
    axes.legend(loc="upper right", frameon=True)
