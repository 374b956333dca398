"""Figure 3: the squared discrepancy of trained units against their number, and the slopes of all trials."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from pnn.store import Group
from verification.experiments.fits import exponents
from verification.figures import style
from verification.figures.drawing import Data, Drawing, values
from verification.papers.diversity2017.mathematics.discrepancy import mean_squared_kernel

LOOKS: tuple[dict[str, Any], ...] = (
    {"color": style.BLUE, "marker": "o"},
    {"color": style.VERMILION, "marker": "s"},
    {"color": style.GREEN, "marker": "^"},
    {"color": style.PURPLE, "marker": "D"},
    {"color": style.ORANGE, "marker": "v"},
)
PRINTED = (-1.0, -0.5)


def diverse_figure_3(data: Data) -> Drawing:
    """Discrepancies for each norm of the weights at the start, beside the slopes."""
    group = data.group("diverse_figure_3")
    norms = values(group, "norm")
    figure = style.new_figure(3.4)
    left, right = figure.subplots(1, 2, width_ratios=(1.25, 1))
    style.panel_title(left, "a", "trained units")
    style.panel_title(right, "b", "slopes, one a trial")
    _discrepancies(left, group)
    _slopes(right, group)
    figure.legend(*left.get_legend_handles_labels(), loc="outside lower center", ncols=2)
    told = "; ".join(f"norm {norm:g}: {np.median(found):.2f}" for norm, found in zip(norms, slopes(group), strict=True))
    about = group.attributes
    trials = len(values(group, "trial"))
    caption = (
        f"Figure 3. L₂² of the units of students trained on {about['iterations']:,} batches of {about['batch']} new "
        f"samples in {about['inputs']} inputs against their number: medians and ranges of {trials} trials, for weights "
        "of several norms at the start, which the paper does not print; dashed, the exact mean for independent uniform "
        "units. (b) Slopes by least squares over all widths, medians as bars; shaded, the range that the paper states. "
        f"Median slopes: {told}."
    )
    alt = (
        "Left: falling curves on logarithmic scales, one for each norm of the starting weights, about a dashed "
        f"line. Right: clouds of slopes, lower for larger norms, beside a shaded band from −1 to −1/2. {told}."
    )
    return Drawing(figure, caption, alt)


def slopes(group: Group) -> np.ndarray:
    """The slope of log L_2^2 in log n of every norm and trial, (norms, trials); NaN where training diverged."""
    found = values(group, "discrepancy")
    whole = np.isfinite(found).all(axis=2)
    slope = np.full(whole.shape, np.nan)
    slope[whole] = exponents(values(group, "width"), found[whole].T)
    return slope.T


def _discrepancies(axes: Axes, group: Group) -> None:
    widths, found = values(group, "width").astype(float), values(group, "discrepancy")
    norms = values(group, "norm")
    for place, norm in enumerate(norms):
        rows, look = found[:, place], LOOKS[place % len(LOOKS)]
        middle = np.nanmedian(rows, axis=0)
        ends = np.abs([np.nanmin(rows, axis=0) - middle, np.nanmax(rows, axis=0) - middle])
        at = widths * 1.06 ** (place - (len(norms) - 1) / 2)
        axes.errorbar(at, middle, ends, lw=1.1, capsize=2, ms=4, label=f"from norm {norm:g}", **look)
    random = 0.25 - mean_squared_kernel(int(group.attributes["inputs"]))
    axes.plot(widths, random / widths, color=style.INK, ls=(0, (5, 2)), lw=1, label="random units, mean")
    axes.set(xscale="log", yscale="log", xlabel="units n", ylabel="L₂²")
    axes.set_xticks(widths, [f"{width:g}" for width in widths])
    axes.minorticks_off()


def _slopes(axes: Axes, group: Group) -> None:
    norms = values(group, "norm")
    axes.axhspan(*PRINTED, color=style.PALE, zorder=0, label="_range that the paper states")
    for place, (norm, found) in enumerate(zip(norms, slopes(group), strict=True)):
        look = LOOKS[place % len(LOOKS)]
        spread = 0.25 * (2 * (np.arange(len(found)) * (5**0.5 - 1) / 2 % 1) - 1)
        axes.plot(place + spread, found, ls="none", ms=3, mfc="none", mew=0.8, label=f"_from norm {norm:g}", **look)
        axes.plot(
            [place - 0.35, place + 0.35],
            [np.nanmedian(found)] * 2,
            color=look["color"],
            lw=2,
            label=f"_median from norm {norm:g}",
        )
    axes.set(xlabel="norm of the weights at the start", ylabel="slope of log L₂² in log n")
    axes.set_xlim(-0.6, len(norms) - 0.4)
    axes.set_xticks(range(len(norms)), [f"{norm:g}" for norm in norms])
