"""Figures 2 and 11: porcupine networks trained to approximate dense ones, the printed errors beside ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import NullFormatter

from pnn.store import Group
from verification.figures import style, whiskers
from verification.figures.drawing import Data, Drawing, values
from verification.papers.pnn2017.experiments.random_pnn.errors import (
    best,
    gamma_fit,
    gamma_peak,
    mean_error,
    over_variance,
)

CURVE, PEAKS = "figure_11a_normalised_mse", "figure_11b_gamma_fit_peak"
NORMALISED = "squared error / mean of $y^2$"


def figure_2(data: Data) -> Drawing:
    """The error of the best restart against the number of neurons, and what simpler functions leave."""
    replay = data.group("random_pnn", "replay")
    figure = style.new_figure(4.4)
    axes, below = figure.subplots(2, 1, sharex=True, height_ratios=[2.6, 1])
    style.panel_title(axes, "a", "error on the test sample")
    look: dict[str, Any] = {"ls": "-", "capsize": 2.5, "ms": 5, "zorder": 3}
    curve(axes, replay, best(replay), "replayed, test sample", look | style.REPLAYED)
    _printed(axes, data.printed(CURVE))
    _ratio(below, replay)
    constant = float(np.mean(1 / over_variance(replay, "output")))
    affine = float(np.mean(values(replay, "affine_optimum")))
    yardsticks(axes, constant, affine)
    axes.set(ylabel=NORMALISED, ylim=(0, None))
    axes.legend(loc="upper right")
    return Drawing(figure, _caption_2(replay, data.printed(CURVE), constant, affine), _alt_2(replay))


def _train_ratio(replay: Group) -> np.ndarray:
    """Mean error on the training sample over that on the test sample, (neurons,)."""
    return mean_error(best(replay, "train_mse"))[0] / mean_error(best(replay))[0]


def _ratio(axes: Axes, replay: Group) -> None:
    style.panel_title(axes, "b", "training error over test error, means")
    axes.plot(values(replay, "neurons"), _train_ratio(replay), ms=5, lw=1.2, label="_replayed", **style.REPLAYED)
    axes.axhline(1, color=style.INK, lw=0.9, ls=(0, (5, 2)), label="_equal")
    axes.set(xlabel="neurons $k$, two on each line", ylabel="ratio")
    axes.margins(y=0.15)


def curve(axes: Axes, group: Group, errors: np.ndarray, label: str, look: Mapping[str, Any], shift: float = 0) -> None:
    """Means of errors (neurons, simulations) with whiskers, against the number of neurons."""
    mean, half = whiskers.of_means(errors)
    axes.errorbar(values(group, "neurons") + shift, mean, half, label=label, lw=1.2, **dict(look))


def yardsticks(axes: Axes, constant: float, affine: float) -> None:
    """Lines at the errors of the best constant and of the best affine function, their names below the right end."""
    for level, text in ((constant, "best constant"), (affine, "best affine function")):
        axes.axhline(level, color=style.INK, lw=0.9, ls=(0, (5, 2)), zorder=1, label=f"_{text}")
        place: dict[str, Any] = {
            "xycoords": axes.get_yaxis_transform(),
            "textcoords": "offset points",
            "ha": "right",
            "va": "top",
        }
        axes.annotate(text, (1, level), (-2, -2), **place)


def _printed(axes: Axes, table: Mapping[int, float], shift: float = 0) -> None:
    neurons, printed = np.array(sorted(table.items())).T
    look = style.PUBLISHED | {"ls": "none", "ms": 5, "zorder": 5}
    axes.plot(neurons + shift, printed, label="read off the paper's Figure 11", **look)


def _caption_2(replay: Group, printed: Mapping[int, float], constant: float, affine: float) -> str:
    return (
        "Figure 2. Porcupine networks of k neurons trained to approximate random dense networks, "
        f"{len(values(replay, 'simulation'))} for every k. "
        "Reconstructed: of the paper's headline panel only a description is left; it is read as the experiment of "
        f"Figure 11, whose {len(printed)} printed means are drawn here. (a) Error of the best of {_restarts(replay)} "
        "restarts over the mean square of the outputs, the authors' random numbers replayed. Measured so, most of the "
        f"outputs' size is their mean: the best constant alone would leave {constant:.3f}, the best affine function "
        f"{affine:.3f} (exact, means over the targets). (b) The mean error on the training sample over that on the "
        f"test sample, {_ends(_train_ratio(replay))}. {whiskers.TOLD}"
    )


def _ends(ratio: np.ndarray) -> str:
    """The least and the largest of ratios in words."""
    return f"{np.nanmin(ratio):.3f} to {np.nanmax(ratio):.3f}" if np.isfinite(ratio).any() else "none left"


def _alt_2(replay: Group) -> str:
    return (
        "Above: the squared error on the test sample against the number of neurons, beside the printed points. "
        f"Replayed: {told_means(replay, best(replay))}. Two horizontal lines show the errors of the best constant and "
        "of the best affine function. Below: the error on the training sample over that on the test sample, "
        f"{_ends(_train_ratio(replay))}."
    )


def told_means(group: Group, errors: np.ndarray) -> str:
    """Means of errors (neurons, simulations) in words."""
    pairs = zip(values(group, "neurons"), mean_error(errors)[0], strict=True)
    return ", ".join(f"{mean:.3g} at k = {neurons}" for neurons, mean in pairs)


def _restarts(group: Group) -> int:
    return len(values(group, "restart"))


def figure_11(data: Data) -> Drawing:
    """Means over the simulations, and their distributions with gamma densities fitted to them."""
    modes = {mode: data.group("random_pnn", mode) for mode in ("replay", "fresh")}
    figure = style.new_figure(3.9)
    left, right = figure.subplots(1, 2, width_ratios=[1, 1.1])
    _means(left, modes, data.printed(CURVE))
    _histograms(right, modes, data.printed(PEAKS))
    fits = "; ".join(filter(None, (_told_fit(modes, *item) for item in sorted(data.printed(PEAKS).items()))))
    caption = (
        "Figure 11. Random porcupine networks trained by the rules of the authors' program. (a) Test error of the "
        "best of "
        f"{_restarts(modes['replay'])} restarts over the mean square of the test outputs, mean over "
        f"{_counts(modes)} simulations: read off the paper, the authors' random numbers replayed, and "
        "fresh random numbers. The line is the test error of the exact optimum on "
        "the replayed training samples, found by non-negative least squares without training. (b) The same test "
        "errors as densities: replayed (steps) with the gamma density fitted to them, its origin at 0, that of the "
        f"fresh ones, and the peaks of the printed fits. Peak and place, printed, replayed, fresh: {fits}. "
        f"{whiskers.TOLD}"
    )
    alt = (
        "Left: on a logarithmic scale the printed, replayed and fresh means against the number of neurons, beside "
        f"the line of the exact optimum. Replayed: {told_means(modes['replay'], best(modes['replay']))}. Right: "
        "heaps of errors, further left and narrower the more neurons, each with two gamma densities; hollow circles "
        f"mark the printed peaks. {fits}."
    )
    return Drawing(figure, caption, alt)


def _counts(modes: Mapping[str, Group]) -> str:
    replayed, fresh = (len(values(group, "simulation")) for group in modes.values())
    return str(replayed) if replayed == fresh else f"{replayed} replayed and {fresh} fresh"


def _told_fit(modes: Mapping[str, Group], neurons: int, printed: tuple[float, float]) -> str:
    found = [peak for group in modes.values() if (peak := _fitted(group, neurons, gamma_peak))]
    told = ", ".join(f"{height:.3g} at {place:.3g}" for height, place in (printed, *found))
    return f"k = {neurons}: {told}" if found else ""


def _fitted(group: Group, neurons: int, fit) -> tuple[float, float] | None:
    """What `fit` makes of the errors at a number of neurons; None where there are too few, or none."""
    row = np.flatnonzero(values(group, "neurons") == neurons)
    errors = best(group)[row[0]] if row.size else np.zeros(0)
    return fit(errors) if np.isfinite(errors).sum() > 2 else None


def _means(axes: Axes, modes: Mapping[str, Group], printed: Mapping[int, float]) -> None:
    style.panel_title(axes, "a", "test error")
    replay = modes["replay"]
    optimum = mean_error(values(replay, "empirical_optimum_test"))[0]
    axes.plot(values(replay, "neurons"), optimum, color=style.OPTIMUM["color"], lw=1.2, label="exact optimum, replayed")
    _printed(axes, printed, shift=-1.6)
    for mode, label, look, shift in (
        ("replay", "replayed", style.REPLAYED, 0),
        ("fresh", "fresh seeds", style.FRESH, 1.6),
    ):
        marks = look | {"ls": "none", "capsize": 2, "ms": 4.5, "zorder": 3}
        curve(axes, modes[mode], best(modes[mode]), label, marks, shift)
    logarithmic(axes, (0.02, 0.03, 0.05, 0.1, 0.2))
    axes.set(xlabel="neurons $k$, two on each line", ylabel=NORMALISED)
    axes.legend(loc="upper right")


def logarithmic(axes: Axes, ticks: tuple[float, ...]) -> None:
    """A logarithmic scale with these numbers at it."""
    axes.set(yscale="log")
    axes.set_yticks(ticks, [f"{tick:g}" for tick in ticks])
    axes.yaxis.set_minor_formatter(NullFormatter())


def _histograms(axes: Axes, modes: Mapping[str, Group], peaks: Mapping[int, tuple[float, float]]) -> None:
    style.panel_title(axes, "b", "distribution over the simulations")
    replay, named = modes["replay"], False
    neurons = values(replay, "neurons")
    for number, (height, place) in sorted(peaks.items()):
        for row in np.flatnonzero(neurons == number):
            errors = best(replay)[row]
            density, edges = np.histogram(errors[np.isfinite(errors)], 10, density=True)
            axes.stairs(density, edges, color=style.BLUE, alpha=0.2, fill=True, label="_" * named + "replayed")
            axes.stairs(density, edges, color=style.BLUE, lw=0.6, label=f"_replayed, k = {number}")
            _densities(axes, modes, number, not named)
            label = "_" * named + "printed peak of the fit"
            axes.plot(place, height, ls="none", zorder=5, label=label, **style.PUBLISHED)
            axes.annotate(f"$k$ = {number}", (place, height), (7, 3), textcoords="offset points")
            named = True
    axes.set(xlabel=NORMALISED, ylabel="density", xlim=(0, None), ylim=(0, None))
    axes.legend(loc="upper right")


def _densities(axes: Axes, modes: Mapping[str, Group], neurons: int, named: bool) -> None:
    from scipy.stats import gamma  # slow to import, and three of the four figures that load this module fit nothing

    looks = (
        ("replay", "fit, replayed", style.BLUE, "-"),
        ("fresh", "fit, fresh seeds", style.VERMILION, (0, (4, 1.5))),
    )
    for mode, label, colour, dash in looks:
        if fit := _fitted(modes[mode], neurons, gamma_fit):
            law = gamma(fit[0], scale=fit[1])
            x = np.linspace(law.ppf(1e-4), law.ppf(1 - 1e-4), 200)
            axes.plot(x, law.pdf(x), color=colour, ls=dash, lw=1.3, label=label if named else f"_{label}")
