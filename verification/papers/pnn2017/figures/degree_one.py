"""Figure 10: training degree-one networks, the printed counts beside ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, ScalarFormatter

from pnn.store import Group
from verification.figures import style, whiskers
from verification.figures.drawing import Data, Drawing, values
from verification.papers.pnn2017.experiments.degree_one.verdicts import judged_ends

PRINTED_TRIALS = 100
OURS = (
    ("replay", "replayed", style.REPLAYED),
    ("fixed", "replayed, fixed batches", style.FIXED),
    ("fresh", "fresh seeds, fixed batches", style.FRESH),
)
COUNTS, PLATEAU = "figure_10_bad_optima_per_100", "figure_10a_poor_local_plateau"


@dataclass(frozen=True)
class Series:
    """Counts of bad ends over the ratios of neurons to inputs, and how to draw them."""

    name: str
    ratios: np.ndarray
    bad: np.ndarray
    trials: np.ndarray
    look: Mapping[str, Any]
    diverged: int = 0

    @property
    def share(self) -> np.ndarray:
        """Share of bad ends at each ratio; NaN where every trial diverged."""
        return self.bad / np.where(self.trials > 0, self.trials, np.nan)

    def at(self, ratio: int) -> tuple[int, int] | None:
        """Bad ends and trials at a ratio, None where it was not run."""
        place = np.flatnonzero(self.ratios == ratio)
        return (int(self.bad[place[0]]), int(self.trials[place[0]])) if place.size else None


def figure_10(data: Data) -> Drawing:
    """Loss curves, bad ends, and the share of trials that reach the global optimum."""
    printed, plateau = data.printed(COUNTS), float(data.printed(PLATEAU))
    series = [_printed(printed)]
    for group, name, look in OURS:
        series.append(_counted(name, data.group("degree_one", group), look))
    curves = data.group("degree_one").groups.get("curves")
    figure = style.new_figure(5.6)
    panels = figure.subplot_mosaic("aa;bc", height_ratios=[1, 1.25])
    if curves is not None:
        _curves(panels["a"], curves, plateau)
    else:
        style.panel_title(panels["a"], "a", "no example runs: k/d = 2 was not trained")
        style.bare(panels["a"])
    _bars(panels["b"], series)
    bars = panels["b"].get_legend_handles_labels()
    figure.legend(*bars, loc="outside lower center", ncols=2, title="bars of b", alignment="left")
    _shares(panels["c"], [series[0], series[1], series[-1]])
    return Drawing(figure, _caption(series, len(values(curves, "curve")) if curves else 0), _alt(series))


def _printed(table: Mapping[int, int]) -> Series:
    ratios, bad = np.array(sorted((int(ratio), int(count)) for ratio, count in table.items())).T
    return Series("printed in the paper", ratios, bad, np.full(len(bad), PRINTED_TRIALS), style.PUBLISHED)


def _counted(name: str, group: Group, look: Mapping[str, Any]) -> Series:
    bad, judged = judged_ends(group)
    return Series(name, values(group, "ratio"), bad.sum(axis=1), judged.sum(axis=1), look, int((~judged).sum()))


def _curves(axes: Axes, group: Group, plateau: float) -> None:
    epochs, losses = values(group, "epoch"), values(group, "loss")
    style.panel_title(axes, "a", "example runs, k/d = 2")
    for loss, trial in zip(losses, values(group, "curve"), strict=True):
        end = np.flatnonzero(np.isfinite(loss))[-1]
        stopped = end < len(epochs) - 1
        look, dash = (style.GLOBAL, "-") if stopped else (style.BAD, (0, (5, 1.5)))
        told = f"early stop at epoch {epochs[end]}" if stopped else f"at {loss[end]:.2g} after {epochs[end]} epochs"
        axes.plot(epochs, loss, color=look["color"], ls=dash, label=f"trial {trial}, {told}")
        axes.plot(
            epochs[end],
            loss[end],
            color=look["color"],
            marker=look["marker"],
            ms=6,
            clip_on=False,
            zorder=5,
            label=f"_end of trial {trial}",
        )
    axes.axhline(
        plateau, color=style.INK, lw=0.9, ls=(0, (1, 2)), label=f"poor plateau read off the paper, {plateau:g}"
    )
    axes.set(xscale="log", yscale="log", xlabel="epoch", ylabel="training loss / mean of $y^2$")
    axes.set_xlim(1, epochs[np.isfinite(losses).any(axis=0)].max() * 1.1)
    axes.xaxis.set_major_formatter(ScalarFormatter())
    axes.legend(loc="lower left")


def _places(series: list[Series]) -> np.ndarray:
    return np.unique(np.concatenate([one.ratios for one in series]))


def _bars(axes: Axes, series: list[Series]) -> None:
    style.panel_title(axes, "b", "bad local optima")
    ratios, width = _places(series), 0.84 / len(series)
    looks = (("white", ""), (style.BLUE, ""), (style.SKY, "...."), (style.VERMILION, "////"))
    for number, (one, (face, hatch)) in enumerate(zip(series, looks, strict=True)):
        place = np.searchsorted(ratios, one.ratios) + (number - (len(series) - 1) / 2) * width
        share = one.share
        look: dict[str, Any] = {
            "facecolor": face,
            "edgecolor": style.INK if number == 0 else "white",
            "lw": 0.9,
            "hatch": hatch,
        }
        axes.bar(place, 100 * share, width * 0.92, label=_name(one), **look)
        axes.errorbar(
            place,
            100 * share,
            100 * whiskers.of_shares(one.bad, one.trials),
            fmt="none",
            ecolor=style.INK,
            lw=0.9,
            capsize=2,
            label=f"_{_name(one)}",
        )
    axes.set_xticks(range(len(ratios)), [str(ratio) for ratio in ratios])
    axes.set(xlabel="neurons for each input $k/d$", ylabel="bad ends in 100 trials")
    axes.grid(axis="x", visible=False)
    axes.set_ylim(bottom=0)


def _name(series: Series) -> str:
    least, most = int(series.trials.min()), int(series.trials.max())
    return f"{series.name} ({most if least == most else f'{least} to {most}'} trials)"


def _shares(axes: Axes, series: list[Series]) -> None:
    style.panel_title(axes, "c", "trials at the global optimum")
    for number, one in enumerate(series):
        errors = whiskers.of_shares(one.bad, one.trials)[::-1]
        shift = 0.12 * (number - (len(series) - 1) / 2)
        look = {"lw": 1.0, "capsize": 2.5, "ms": 5, "ls": ("none", "-", (0, (4, 2)))[number], "zorder": 3}
        axes.errorbar(one.ratios + shift, 1 - one.share, errors, label=one.name, **look | dict(one.look))
    axes.set(xlabel="neurons for each input $k/d$", ylabel="share of the trials", ylim=(0, 1.03))
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.legend(loc="lower right")


def _listed(one: Series) -> str:
    return ", ".join(f"{bad}/{n}" for bad, n in zip(one.bad, one.trials, strict=True))


def _caption(series: list[Series], curves: int) -> str:
    published, replayed, fixed, fresh = series
    pairs = [(published.at(ratio), replayed.at(ratio)) for ratio in published.ratios]
    comparable = [(printed, ours) for printed, ours in pairs if printed and ours and printed[1] == ours[1]]
    agreeing = sum(printed == ours for printed, ours in comparable)
    met = f", which meets the printed count at {agreeing} of {len(comparable)} ratios" if comparable else ""
    return (
        "Figure 10. Degree-one porcupine networks trained by the rules of the authors' program. "
        f"(a) {curves or 'No'} replayed runs at "
        "the lower learning rate behind the paper's panel. (b) Bad ends at k/d = "
        f"{', '.join(map(str, published.ratios))}: printed {_listed(published)}; the authors' random numbers "
        f"replayed, {_listed(replayed)}{met}; the same trials on fixed batches, {_listed(fixed)}; fresh random "
        f"numbers on fixed batches, {_listed(fresh)}. "
        "(c) Share of the trials that reach the global optimum. "
        f"{whiskers.TOLD}{_lost([replayed, fixed, fresh])}"
    )


def _lost(series: list[Series]) -> str:
    lost = sum(one.diverged for one in series)
    return f" {lost} trials diverged and have no verdict." if lost else ""


def _alt(series: list[Series]) -> str:
    told = "; ".join(f"{one.name}: {_listed(one)}" for one in series)
    return (
        "Top: training loss against epoch on a logarithmic scale for the example runs, with the printed "
        f"plateau. Below left: bars of bad ends in 100 trials, falling with k/d. {told}. Below right: the "
        "share of trials that reach the global optimum rises towards one with k/d."
    )
