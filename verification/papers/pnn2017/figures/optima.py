"""Beyond Figure 11: the exact optimum against the Schur value, and the error over the variance of the outputs."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from pnn.store import Group
from verification.figures import style, whiskers
from verification.figures.drawing import Data, Drawing, values
from verification.papers.pnn2017.experiments.random_pnn.errors import best, mean_error, over_variance
from verification.papers.pnn2017.figures.random_networks import curve, logarithmic, told_means, yardsticks

NEURONS = "neurons $k$, two on each line"
MARKS: dict[str, Any] = {"capsize": 2, "ms": 4.5, "zorder": 3}


def figure_11_schur(data: Data) -> Drawing:
    """Schur value, optimum and what descent reaches, and the optimum over the Schur value in every simulation."""
    replay, fresh = (data.group("random_pnn", mode) for mode in ("replay", "fresh"))
    ratios = np.concatenate([_ratios(replay), _ratios(fresh)], axis=1)
    figure = style.new_figure(3.6)
    left, right = figure.subplots(1, 2, width_ratios=[1, 1])
    _gap(left, replay)
    _attainment(right, values(replay, "neurons"), ratios)
    lowest, means = float(ratios.min() - 1), ratios.mean(axis=1)
    named = {"Optimum": "population_optimum", "Schur value": "schur_value"}
    told = ". ".join(f"{label}: {told_means(replay, values(replay, name))}" for label, name in named.items())
    caption = (
        "Beyond Figure 11. Theorem 9 and Figure 8 take the Schur value for the least risk; it is a lower bound. (a) "
        "Risk over E y², exact for normal inputs, means over the replayed simulations: the Schur value, the least risk "
        "of any network on the lines (non-negative least squares) and the risk of the best trained network. "
        f"(b) The least risk over the Schur value in each of the {ratios.size} "
        f"replayed and fresh simulations, a dot each, and its mean, {means.max():.2f} to {means.min():.2f}. On the "
        f"line at 1 the bound would be attained; the nearest simulation is {100 * lowest:.2g}% above it. "
        f"{whiskers.TOLD}"
    )
    alt = (
        "Left: three curves that fall with the number of neurons; the trained networks lie just above the exact "
        f"optimum, and that above the Schur value. {told}. Right: clouds of ratios, none below 1."
    )
    return Drawing(figure, caption, alt)


def _ratios(group: Group) -> np.ndarray:
    """Least risk over Schur value, shape (neurons, simulations)."""
    return values(group, "population_optimum") / values(group, "schur_value")


def _gap(axes: Axes, group: Group) -> None:
    style.panel_title(axes, "a", "bound, optimum and training")
    neurons = values(group, "neurons")
    optimum, schur = (mean_error(values(group, name))[0] for name in ("population_optimum", "schur_value"))
    axes.fill_between(
        neurons, schur, optimum, color=style.PURPLE, alpha=0.12, lw=0, label="_from the Schur value to the optimum"
    )
    curve(axes, group, best(group, "population_mse"), "best trained network", MARKS | style.REPLAYED | {"ls": "none"})
    axes.plot(neurons, optimum, color=style.OPTIMUM["color"], label="exact optimum")
    bound = MARKS | style.SCHUR | {"ls": (0, (4, 1.5))}
    curve(axes, group, values(group, "schur_value"), "Schur value, a lower bound", bound)
    logarithmic(axes, (0.02, 0.03, 0.05, 0.1, 0.2))
    axes.set(xlabel=NEURONS, ylabel="risk / E $y^2$")
    axes.legend(loc="upper right")


def _attainment(axes: Axes, neurons: np.ndarray, ratios: np.ndarray) -> None:
    style.panel_title(axes, "b", "optimum over Schur value")
    spread = np.random.default_rng(0).uniform(-2.5, 2.5, ratios.shape)  # only so that dots do not hide each other
    look: dict[str, Any] = {"ls": "none", "marker": ".", "ms": 3, "mew": 0, "alpha": 0.5}
    axes.plot((neurons[:, None] + spread).ravel(), ratios.ravel(), color=style.FAINT, label="a simulation", **look)
    axes.plot(neurons, ratios.mean(axis=1), ls="-", lw=1, ms=5, label="mean", **style.OPTIMUM)
    axes.axhline(1, color=style.SCHUR["color"], lw=1.4, ls=(0, (4, 1.5)), label="the bound attained")
    axes.set(xlabel=NEURONS, ylabel="least risk / Schur value", ylim=(0.9, None))
    axes.legend(loc="upper right")


def figure_11_variance(data: Data) -> Drawing:
    """The test error over the variance of the test outputs, beside the best constant and the best affine function."""
    modes = {mode: data.group("random_pnn", mode) for mode in ("replay", "fresh")}
    replay = modes["replay"]
    figure = style.new_figure(3.6)
    axes = figure.subplots()
    optimum = values(replay, "population_optimum") * over_variance(replay, "output")
    affine = mean_error(values(replay, "affine_optimum") * over_variance(replay, "output"))[0].mean()
    neurons = values(replay, "neurons")
    axes.plot(neurons, mean_error(optimum)[0], color=style.OPTIMUM["color"], lw=1.2, label="exact optimum, replayed")
    looks = (("replay", "replayed", style.REPLAYED, 0.0), ("fresh", "fresh seeds", style.FRESH, 1.0))
    for mode, label, look, shift in looks:
        errors = best(modes[mode]) * over_variance(modes[mode])
        curve(axes, modes[mode], errors, label, MARKS | look | {"ls": "none"}, shift)
    yardsticks(axes, 1.0, affine)
    logarithmic(axes, (0.2, 0.3, 0.5, 1.0, 1.5))
    axes.set(xlabel=NEURONS, ylabel="squared error / variance of $y$")
    axes.legend(loc="upper right")
    errors = best(replay) * over_variance(replay)
    better = neurons[mean_error(errors)[0] < affine]
    beaten = f"trained networks leave less from k = {better.min()} on" if better.size else "no network left less"
    told = told_means(replay, errors)
    caption = (
        "Beyond Figure 11. The same test errors over the variance of the test outputs, not over their mean square: 1 "
        "is what the best constant leaves, and most of the mean square is the mean. The best affine function leaves "
        f"{affine:.2f} (exact, mean over the replayed targets), and {beaten}. {whiskers.TOLD} "
        f"Replayed: {told}."
    )
    alt = (
        "The error over the variance against the number of neurons, on a logarithmic scale, with horizontal lines at "
        f"the errors of the best constant and of the best affine function. Replayed: {told}."
    )
    return Drawing(figure, caption, alt)
