"""Figure 9: the Schur value of random lines in proportion to the inputs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, NullFormatter, ScalarFormatter

from pnn import asymptotics
from pnn.store import Group
from verification.experiments.fits import Estimate, coefficients, mean
from verification.figures import style, whiskers
from verification.figures.drawing import Data, Drawing, MissingData, values
from verification.papers.pnn2017.figures.schur_by_lines import LOOKS

FINE = 200  # points of a curve


@dataclass(frozen=True)
class Series:
    """One ratio of target lines to lines, at one number of lines for each input: its groups by rising inputs."""

    gamma: int
    ratio: float
    row: int
    groups: tuple[Group, ...]
    look: dict[str, Any]

    @property
    def inputs(self) -> np.ndarray:
        return np.array([int(group.attributes["inputs"]) for group in self.groups])

    @property
    def actual(self) -> np.ndarray:
        """The ratios that rounding has left, (inputs,)."""
        lines = np.array([int(group.attributes["lines"]) for group in self.groups])
        return np.array([values(group, "target_lines")[self.row] for group in self.groups]) / lines

    @property
    def label(self) -> str:
        return f"$r^*/r={self.ratio:g}$"

    def means(self, name: str, less: str = "") -> list[Estimate]:
        """The mean of an array over the draws for each number of inputs, less another array's, with 95% intervals."""
        return [
            mean(drawn(group, name, self.row) - (drawn(group, less, self.row) if less else 0)) for group in self.groups
        ]

    @property
    def remainder(self) -> Estimate:
        """C of the remainder C/d^2 that is fitted to the mean less its value at finite size, with its 95% interval.

        What the draws fluctuate to first order, with a known mean, is taken off; the rest deviates like d^(-3/2).
        """
        left = [drawn(group, "norm", self.row) - drawn(group, "first_order", self.row) for group in self.groups]
        sizes = np.repeat(self.inputs, [len(values) for values in left])
        (found,) = coefficients(sizes, np.concatenate(left), (2,), 1.5)
        return found

    def finite(self, inputs: np.ndarray) -> np.ndarray:
        """Theorem 11's norm at finite size, ratios as they are nominally."""
        lines = [self.gamma * d for d in inputs]
        return np.array(
            [asymptotics.theorem_11_finite(int(d), r, self.ratio * r) for d, r in zip(inputs, lines, strict=True)]
        )


def drawn(group: Group, name: str, row: int) -> np.ndarray:
    """The draws of an array at one ratio, (draws,)."""
    return values(group, name)[row]


def all_series(data: Data) -> dict[int, list[Series]]:
    """The series by the number of lines for each input; raises MissingData where there is none."""
    groups = data.group("schur_by_inputs").groups.values()
    gammas = sorted({_gamma(group) for group in groups})
    if not gammas:
        raise MissingData("schur_by_inputs.h5 has no group")
    return {gamma: list(_series(gamma, [g for g in groups if _gamma(g) == gamma])) for gamma in gammas}


def _gamma(group: Group) -> int:
    return int(group.attributes["lines"]) // int(group.attributes["inputs"])


def _series(gamma: int, groups: list[Group]) -> Iterator[Series]:
    ordered = tuple(sorted(groups, key=lambda group: group.attributes["inputs"]))
    for row, ratio in enumerate(values(ordered[0], "ratio")):
        yield Series(gamma, float(ratio), row, ordered, LOOKS[row % len(LOOKS)])


def figure_9(data: Data) -> Drawing:
    """Norms with limit, finite-size value and band of fluctuations; and what they lack to the limit, times d."""
    series = all_series(data)
    figure = style.new_figure(5.6)
    halves = figure.subfigures(2, 1, height_ratios=[1.25, 1])
    assert isinstance(halves, np.ndarray)
    above, below = halves
    for number, (axes, (gamma, own)) in enumerate(zip(_row(above, len(series)), series.items(), strict=True)):
        style.panel_title(axes, "abcdef"[number], f"$r = {'' if gamma == 1 else gamma}d$")
        _norms(axes, own, number == 0)
    for number, (axes, (gamma, own)) in enumerate(zip(_row(below, len(series)), series.items(), strict=True)):
        style.panel_title(
            axes, "abcdef"[len(series) + number], f"distance to the limit, $r = {'' if gamma == 1 else gamma}d$"
        )
        _distances(axes, own, number == 0)
    one = next(iter(series.values()))[0]
    draws = ", ".join(str(values(group, "norm").shape[1]) for group in one.groups)
    caption = (
        "Figure 9. Spectral norm of the Schur complement for random lines, at sizes of ours (the paper's are lost): "
        f"d = {', '.join(map(str, one.inputs))} inputs, {draws} draws. {whiskers.TOLD} Above, the mean norm for each "
        "ratio of target lines to lines; dashed, the limit (1 − 2/π)(1 + r*/r) of Theorem 11; solid, "
        "its value at finite size; shaded, two standard deviations 2(1 + r*/r)/(πd) to both sides. Below, the "
        "mean less the limit, times d, with the finite-size value; the draws' fluctuation to first order, whose mean "
        "is known, is taken off. Dotted, the same with the remainder C/d² that is fitted to what the value lacks: "
        f"{_remainders(series)}. Of {_whiskers_below(series)} whiskers below, {0.05 * _whiskers_below(series):.2g} on "
        f"average miss the mean itself; {_missed(series, 1.0)} miss the dotted curve. The solid one, which leaves out "
        f"the remainder and so is not the mean at small d, is missed by {_missed(series, 0.0)}. Of all draws "
        f"{_share(series):.1%} lie in the band."
    )
    alt = (
        "Above: mean norms against the number of inputs, for every ratio with a dashed limit, a solid curve of finite "
        "size and a shaded band that narrows to the right. Below: marks of the mean norm less the limit, times the "
        f"inputs, and the curves of finite size, dotted with the fitted remainder. {_share(series):.1%} of the draws "
        f"lie in the band."
    )
    return Drawing(figure, caption, alt)


def _row(part: Any, count: int) -> list[Axes]:
    return list(np.atleast_1d(part.subplots(1, count)))


def _curve(own: list[Series]) -> np.ndarray:
    return np.unique(np.geomspace(own[0].inputs.min(), own[0].inputs.max(), FINE).astype(int))


def _whiskers(
    axes: Axes,
    one: Series,
    found: list[Estimate],
    shift: np.ndarray | float,
    times: np.ndarray | float,
    aside: float = 1.0,
) -> None:
    middle = (np.array([e.value for e in found]) + shift) * times
    half = np.array([e.half for e in found]) * times
    axes.errorbar(
        one.inputs * aside, middle, half, ls="none", lw=0.9, ms=4, capsize=2, zorder=3, label=one.label, **one.look
    )


def _norms(axes: Axes, own: list[Series], first: bool) -> None:
    fine = _curve(own)
    for one in own:
        finite, band = one.finite(fine), 2 * np.array([asymptotics.theorem_11_deviation(d, one.ratio) for d in fine])
        axes.fill_between(
            fine,
            finite - band,
            finite + band,
            color=one.look["color"],
            alpha=0.15,
            lw=0,
            label=f"_two standard deviations, {one.label}",
        )
        axes.plot(fine, finite, color=one.look["color"], lw=1.0, label=f"_finite size, {one.label}")
        limit: dict[str, Any] = {"color": style.INK, "lw": 0.8, "ls": (0, (4, 2)), "zorder": 1}
        axes.axhline(float(asymptotics.theorem_11(one.ratio)), label=f"_limit, {one.label}", **limit)
        nominal = asymptotics.theorem_11(one.ratio) - asymptotics.theorem_11(one.actual)
        _whiskers(axes, one, one.means("norm"), nominal, 1.0)
    _inputs(axes, own)
    low, high = axes.get_ylim()
    axes.set_ylim(low, high + 0.3 * (high - low))  # the legend stands above
    if first:
        axes.set_ylabel("spectral norm")
    axes.legend(loc="upper right", ncols=2, handletextpad=0.2, columnspacing=0.8)


def _distances(axes: Axes, own: list[Series], first: bool) -> None:
    fine = _curve(own)
    asides = np.geomspace(0.92, 1.08, len(own)) if len(own) > 1 else [1.0]
    for one, aside in zip(own, asides, strict=True):
        away = one.finite(fine) - asymptotics.theorem_11(one.ratio)
        fitted = away + one.remainder.value / fine**2
        own_look: dict[str, Any] = {"color": one.look["color"], "lw": 1.0}
        axes.plot(fine, fine * away, label=f"_finite size, {one.label}", **own_look)
        axes.plot(fine, fine * fitted, ls=(0, (1, 1.5)), label=f"_with the remainder, {one.label}", **own_look)
        lines = one.gamma * one.inputs
        known = [
            asymptotics.theorem_11_finite(int(d), int(r), ratio * r) - asymptotics.theorem_11(ratio)
            for d, r, ratio in zip(one.inputs, lines, one.actual, strict=True)
        ]
        _whiskers(axes, one, one.means("norm", less="first_order"), np.array(known), one.inputs, aside)
    axes.axhline(0, color=style.INK, lw=0.8, ls=(0, (4, 2)), label="_limit")
    _inputs(axes, own)
    if first:
        axes.set_ylabel("(mean norm − limit) $d$")


def _inputs(axes: Axes, own: list[Series]) -> None:
    axes.set(xscale="log", xlabel="number of inputs $d$")
    axes.set_xlim(own[0].inputs.min() / 1.25, own[0].inputs.max() * 1.25)
    axes.xaxis.set_major_locator(FixedLocator([int(d) for d in own[0].inputs if d != 1400]))
    axes.xaxis.set_major_formatter(ScalarFormatter())
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.xaxis.set_minor_locator(FixedLocator([]))


def _every(series: dict[int, list[Series]]) -> list[Series]:
    return [one for own in series.values() for one in own]


def _remainders(series: dict[int, list[Series]]) -> str:
    """The fitted remainders with 95% intervals."""
    fitted = [(one, whiskers.estimate(one.remainder.value, one.remainder.half)) for one in _every(series)]
    return ", ".join(f"C = {c} at r = {'' if e.gamma == 1 else e.gamma}d, r*/r = {e.ratio:g}" for e, c in fitted)


def _whiskers_below(series: dict[int, list[Series]]) -> int:
    return sum(len(one.groups) for one in _every(series))


def _missed(series: dict[int, list[Series]], share: float) -> int:
    """How many whiskers of the lower panels miss the value at finite size with a share of the remainder."""
    missed = 0
    for one in _every(series):
        found = one.means("norm", less="first_order")
        left = share * one.remainder.value / one.inputs.astype(float) ** 2
        missed += sum(abs(e.value - rest) > e.half for e, rest in zip(found, left, strict=True))
    return missed


def _share(series: dict[int, list[Series]]) -> float:
    """The share of all draws that lie within two standard deviations of the finite-size value."""
    inside = total = 0
    for one in _every(series):
        for group, ratio in zip(one.groups, one.actual, strict=True):
            inputs, lines = int(group.attributes["inputs"]), int(group.attributes["lines"])
            away = np.abs(drawn(group, "norm", one.row) - asymptotics.theorem_11_finite(inputs, lines, ratio * lines))
            inside += int((away <= 2 * asymptotics.theorem_11_deviation(inputs, ratio)).sum())
            total += away.size
    return inside / total
