"""How fast the error of one target neuron falls with the number of random lines, and the fitted exponents."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import NullFormatter, ScalarFormatter

from pnn.store import Group
from verification.experiments.exponents import Exponent, fitted_exponent, shift_of
from verification.experiments.fits import quantile
from verification.figures import style, whiskers
from verification.figures.drawing import Data, Drawing, values

SHOWN = 4  # numbers of inputs whose curves are drawn
CLOSE = 0.12  # exponents this near count as reached
POWERS = {"mean": 3.0, "least_risk": 3.0, "nearest": 2.0}  # over d - 1
LOOKS: dict[str, dict[str, Any]] = {
    "mean": {"color": style.BLUE, "marker": "o", "label": "Schur complement"},
    "least_risk": {"color": style.VERMILION, "marker": "^", "label": "least risk, times 4"},
    "nearest": {"color": style.GREEN, "marker": "s", "markerfacecolor": "white", "label": "of the nearest line alone"},
}


def figure_decay(data: Data) -> Drawing:
    """Mean errors over the number of lines for each number of inputs, and the exponents over the inputs."""
    groups = sorted(data.group("decay").groups.values(), key=_inputs)
    figure = style.new_figure(4.3)
    halves = figure.subfigures(1, 2, width_ratios=[1.75, 1])
    assert isinstance(halves, np.ndarray)
    left, right = halves
    shown = groups[:SHOWN]
    panels = left.subplots(2, 2).ravel()
    for letter, axes, group in zip("abcd", panels, shown, strict=False):
        _curves(axes, letter, group)
    for axes in panels[len(shown) :]:
        style.bare(axes)
    left.legend(*panels[0].get_legend_handles_labels(), loc="outside lower center", ncols=2)
    left.supylabel("mean error for one target neuron", fontsize=9)
    _exponents(right.subplots(), groups)
    return Drawing(figure, _caption(groups), _alt(groups))


def _inputs(group: Group) -> int:
    return int(group.attributes["inputs"])


def _curves(axes: Axes, letter: str, group: Group) -> None:
    lines = values(group, "lines")
    style.panel_title(axes, letter, f"$d = {_inputs(group)}$")
    for name, look in LOOKS.items():
        axes.plot(lines, values(group, name).mean(axis=0), ms=4, lw=1.0, **look)
    axes.plot(lines, values(group, "tail"), color=style.INK, lw=1.4, ls=(0, (4, 2)), label="bound for every choice")
    axes.set(xscale="log", yscale="log", xlabel="lines $r$")
    axes.minorticks_off()
    axes.set_xticks(lines[::-2], [str(number) for number in lines[::-2]])


def _fitted(group: Group, name: str) -> Exponent:
    shift = shift_of(POWERS[name] / (_inputs(group) - 1))
    return fitted_exponent(values(group, "lines"), values(group, name), shift)


def _half(group: Group, found: Exponent) -> float:
    """Half the width of Student's 95% interval about a fitted exponent, from the jackknife over the draws."""
    return quantile(1 - whiskers.LEVEL, len(values(group, "draw")) - 1) * found.error


def _exponents(axes: Axes, groups: list[Group]) -> None:
    style.panel_title(axes, "e", "fitted exponents")
    inputs = np.array([_inputs(group) for group in groups])
    fine = np.linspace(max(1.8, inputs.min() - 0.3), inputs.max() + 0.5, 200)
    for power, dash in ((3, "-"), (2, (0, (4, 2)))):
        axes.plot(fine, power / (fine - 1), color=style.INK, lw=1.0, ls=dash, label=f"{power}/(d − 1)")
    for place, (name, look) in enumerate(LOOKS.items()):
        found = [_fitted(group, name) for group in groups]
        where = inputs * (1 + 0.03 * (place - 1))
        errors = [_half(group, one) for group, one in zip(groups, found, strict=True)]
        own: dict[str, Any] = {"ls": "none", "ms": 5, "capsize": 2.5, "lw": 1.0, "zorder": 3} | {
            **look,
            "label": f"_{look['label']}",
        }
        axes.errorbar(where, [-one.value for one in found], errors, **own)
    axes.set(xscale="log", yscale="log", xlabel="inputs $d$", ylabel="exponent $a$ of the fall $r^{-a}$")
    axes.set_xticks(inputs, [str(d) for d in inputs])
    axes.set_yticks([0.2, 0.5, 1, 2, 3])
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_minor_formatter(NullFormatter())
    axes.yaxis.set_major_formatter(ScalarFormatter())
    axes.legend(loc="upper right")


def _listed(groups: list[Group], name: str) -> str:
    told = ((group, _fitted(group, name)) for group in groups)
    return ", ".join(f"{whiskers.estimate(-a.value, _half(group, a))} (d = {_inputs(group)})" for group, a in told)


def _far(groups: list[Group]) -> str:
    """The numbers of inputs whose fitted exponent is still off 3/(d - 1), in words; empty where there is none."""
    exponents = {_inputs(group): -_fitted(group, "mean").value for group in groups}
    far = [str(d) for d, found in exponents.items() if abs(found - 3 / (d - 1)) > CLOSE]
    return f"d = {' and '.join(far)} at these numbers still off by more than {CLOSE}" if far else ""


def _caption(groups: list[Group]) -> str:
    draws = ", ".join(f"{len(values(group, 'draw'))} (d = {_inputs(group)})" for group in groups)
    bounded = sum(int((~values(group, "exact").astype(bool)).sum()) for group in groups)
    left = f" In {bounded} draws float64 could not tell all lines apart; there it is an upper bound." if bounded else ""
    far = _far(groups)
    return (
        "Beyond Figure 8. Errors of one unit target neuron in a uniform direction, as uniform random lines are added. "
        "(a-d), on axes of their own: the mean Schur complement, four times the least risk of any network on the "
        "lines, the Schur complement of the nearest line alone, and the tail of the kernel's spectrum, below which no "
        f"choice of lines brings the mean Schur complement. Draws of lines: {draws}.{left} (e) "
        "Exponents a of the fall r^−a, fitted over the last three octaves, with Student's 95% intervals from the "
        "jackknife over the draws, the whiskers. "
        f"Schur complement: {_listed(groups, 'mean')}; least risk: {_listed(groups, 'least_risk')}; "
        f"nearest line: {_listed(groups, 'nearest')}. Up to constant factors the means fall in the end with the "
        f"exponents "
        f"3/(d − 1), 3/(d − 1) and 2/(d − 1){', ' + far if far else ''}."
    )


def _alt(groups: list[Group]) -> str:
    told = ", ".join(f"{-_fitted(group, 'mean').value:.2f} at d = {_inputs(group)}" for group in groups)
    return (
        "Falling curves on logarithmic scales for each number of inputs: the nearest line alone falls least, the least "
        "risk and the Schur complement faster and side by side, and the bound for every choice of lines lies lowest. "
        f"On the right, exponents over the number of inputs: those of the Schur complement, {told}, beside the curve "
        "3/(d − 1), and those of the nearest line beside 2/(d − 1)."
    )
