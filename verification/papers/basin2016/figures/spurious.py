"""The spurious minima: how often descent ends there, how high they are, and the weights of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pnn.store import Group
from verification.figures import style, whiskers
from verification.figures.drawing import Data, Drawing, values
from verification.papers.basin2016.spurious.family import Kind

APART = 1e-4  # risks that differ by less belong to one minimum


def basin_spurious(data: Data) -> Drawing:
    """Shares with intervals, values of the minima, and a pattern of weights."""
    equal, more, pattern = (data.group("basin_spurious", name) for name in ("equal", "one_more", "pattern"))
    figure = style.new_figure(2.9)
    left, middle, right = figure.subplots(1, 3, width_ratios=[1.15, 1, 1])
    style.panel_title(left, "a", "spurious ends")
    _shares(left, equal, "as many neurons", style.BAD, "-")
    _shares(left, more, "one neuron more", style.GLOBAL, (0, (4, 2)))
    left.set(xlabel="teacher neurons k", ylabel="share of the descents", ylim=(-0.02, None))
    left.set_xticks(values(equal, "neurons"))
    left.legend(loc="upper left")
    _levels(middle, equal)
    _weights(figure, right, pattern)
    caption = (
        "Beyond the paper. ReLU students of k neurons with Gaussian inputs against k orthonormal teacher neurons: "
        f"gradient descent on the population risk from weights N(0, 1/k). (a) Spurious ends, {_told(equal)}; with one "
        f"neuron more, {_told(more)}. {whiskers.TOLD} (b) Risk of the strict "
        "local minima where descent ended: with one neuron turned, and others. (c) Weights of the minimum with one "
        f"turned neuron for k = {len(values(pattern, 'neuron'))}, neurons and inputs in the teacher's order: the "
        "last neuron points away from its teacher neuron, the others make up for it."
    )
    alt = (
        "Left: the share of spurious ends rises steeply with k, near zero for one neuron more. Middle: the risk of "
        f"the minimum with one turned neuron falls slowly with k; {_others(equal)}. Right: a matrix of weights, "
        f"{_diagonal(pattern)}. Spurious ends, {_told(equal)}; with one neuron more, {_told(more)}."
    )
    return Drawing(figure, caption, alt)


def _counts(group: Group) -> tuple[np.ndarray, int]:
    """Spurious ends for each number of neurons, and the trials."""
    kind = values(group, "kind")
    return ((kind == Kind.FAMILY) | (kind == Kind.OTHER)).sum(axis=1), kind.shape[1]


def _told(group: Group) -> str:
    counts, trials = _counts(group)
    shares = ", ".join(f"{n} for k = {k}" for k, n in zip(values(group, "neurons"), counts, strict=True))
    return f"of {trials} each: {shares}"


def _others(group: Group) -> str:
    """At how many neurons other minima were met, and how high the highest is, in words."""
    kind, risk, neurons = (values(group, name) for name in ("kind", "risk", "neurons"))
    other = kind == Kind.OTHER
    met = neurons[other.any(axis=1)]
    if not met.size:
        return "no other minimum was met"
    return f"others were met at k = {', '.join(map(str, met))}, of risk up to {risk[other].max():.2g}"


def _diagonal(group: Group) -> str:
    """The diagonal of the pattern of weights in words."""
    weights = np.diagonal(values(group, "weights"))
    return f"{weights[0]:.2f} on the diagonal but for {_minus(weights[-1])} at its end"


def _minus(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def _shares(axes: Axes, group: Group, label: str, look: Mapping[str, Any], dash: Any) -> None:
    counts, trials = _counts(group)
    errors = whiskers.of_shares(counts, trials)
    axes.errorbar(values(group, "neurons"), counts / trials, errors, label=label, ls=dash, lw=1.0, capsize=2.5, **look)


def _levels(axes: Axes, group: Group) -> None:
    style.panel_title(axes, "b", "risk at the minima")
    kind, risk, neurons = (values(group, name) for name in ("kind", "risk", "neurons"))
    plain: Mapping[str, Any] = {"color": style.INK, "marker": "o"}
    looks = ((Kind.FAMILY, "one turned neuron", style.BAD), (Kind.OTHER, "others", plain))
    for which, label, look in looks:
        found = [np.unique(np.round(row[k == which] / APART)) * APART for k, row in zip(kind, risk, strict=True)]
        places = np.repeat(neurons, [len(levels) for levels in found])
        face = look["color"] if which == Kind.FAMILY else "white"
        axes.plot(places, np.concatenate(found), ls="none", label=label, mfc=face, **look)
    axes.set(xlabel="teacher neurons k", ylabel="risk F", ylim=(0, 0.1))
    axes.set_xticks(neurons)
    axes.legend(loc="upper left")


def _weights(figure: Figure, axes: Axes, group: Group) -> None:
    weights, size = values(group, "weights"), len(values(group, "neuron"))
    style.panel_title(axes, "c", f"weights, k = {size}")
    axes.imshow(weights, cmap="RdBu_r", vmin=-1.2, vmax=1.2, label="_weights")
    for (row, column), weight in np.ndenumerate(weights):
        dark = abs(weight) > 0.5
        axes.text(
            column, row, _minus(weight), ha="center", va="center", fontsize=5.5, color="white" if dark else style.INK
        )
    axes.set(xlabel="input", ylabel="neuron")
    axes.set_xticks(range(size), [str(n) for n in values(group, "input")])
    axes.set_yticks(range(size), [str(n) for n in values(group, "neuron")])
    axes.grid(visible=False)
