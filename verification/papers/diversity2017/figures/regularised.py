"""Table 1 as a figure: losses over that of the same start without R, by coefficient and by what is chosen."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from pnn.store import Group
from verification.figures import style
from verification.figures.drawing import Data, Drawing, values
from verification.papers.diversity2017.table_1.choices import Choice, losses, regularised

LOOKS: dict[Choice, dict[str, Any]] = {
    Choice.VALIDATED: {"color": style.BLUE, "marker": "o"},
    Choice.CLAIMED: {"color": style.VERMILION, "marker": "x"},
    Choice.RETRIED: {"color": style.GREEN, "marker": "^"},
}
STRENGTHS = (style.SKY, style.BLUE, style.ORANGE, style.VERMILION, style.PURPLE, style.INK)
MARKS = "osD^vP"


def diverse_table_1(data: Data) -> Drawing:
    """Ratios of test losses in each trial, medians as bars."""
    group = data.group("diverse_table_1")
    figure = style.new_figure(3.6)
    left, right = figure.subplots(1, 2, sharey=True)
    style.panel_title(left, "a", "one coefficient")
    style.panel_title(right, "b", "the best of several tries")
    _coefficients(left, group)
    _choices(right, group)
    left.set_ylabel("test loss over that without R")
    for axes in (left, right):
        axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.2))
    told = "; ".join(_told(group))
    about = group.attributes
    caption = (
        f"Table 1, at {about['inputs']} inputs and {about['iterations']:,} steps: test losses of students trained with "
        "the regulariser over those of the same start without it, one mark a trial, bars for medians. (a) Each "
        "coefficient by itself. (b) The coefficient chosen on validation data, or on the test data itself, as a table "
        "of best results would; and without any regulariser the best of as many starts. "
        f"Trials with a smaller loss than the first start without R: {told}."
    )
    alt = (
        "Ratios on a logarithmic scale against the number of units, in clouds beside each other with their medians. "
        f"Left, medians: {'; '.join(_medians(group))}. Right, medians: {'; '.join(_chosen(group))}. "
        f"Smaller than 1: {told}."
    )
    return Drawing(figure, caption, alt)


def ratios(group: Group, choice: Choice) -> np.ndarray:
    """Test losses of what is chosen over those of the first start without R, (units, trials)."""
    with np.errstate(all="ignore"):
        return losses(group, choice) / losses(group, None)


def _told(group: Group):
    for choice in Choice:
        found = ratios(group, choice)
        yield f"{int((found < 1).sum())} of {found.size} for {choice}"


def _medians(group: Group):
    """The least and the largest median of the ratios over the numbers of units, for each coefficient."""
    for arm in regularised(group):
        yield f"coefficient {values(group, 'coefficient')[arm]:g}, {_span(_over_plain(group, arm))}"


def _chosen(group: Group):
    """The same for what is chosen."""
    for choice in Choice:
        yield f"{choice}, {_span(ratios(group, choice))}"


def _span(found: np.ndarray) -> str:
    medians = np.median(found, axis=1)
    return f"{medians.min():.2g} to {medians.max():.2g}"


def _over_plain(group: Group, arm: int) -> np.ndarray:
    """Test losses of one arm over those of the first start without R, (units, trials)."""
    with np.errstate(all="ignore"):
        return values(group, "test")[:, arm] / losses(group, None)


def _coefficients(axes: Axes, group: Group) -> None:
    arms = regularised(group)
    for place, arm in enumerate(arms):
        look = {"color": STRENGTHS[place % len(STRENGTHS)], "marker": MARKS[place % len(MARKS)]}
        _cloud(
            axes, _over_plain(group, arm), place, len(arms), look, f"coefficient {values(group, 'coefficient')[arm]:g}"
        )
    _finish(axes, group)


def _choices(axes: Axes, group: Group) -> None:
    for place, choice in enumerate(Choice):
        _cloud(axes, ratios(group, choice), place, len(Choice), LOOKS[choice], str(choice))
    _finish(axes, group)


def _cloud(axes: Axes, found: np.ndarray, place: int, of: int, look: dict[str, Any], label: str) -> None:
    """Marks of (units, trials) beside each other, and their medians."""
    width = 0.84 / of
    spread = 0.3 * width * (2 * (np.arange(found.shape[1]) * (5**0.5 - 1) / 2 % 1) - 1)
    middle = np.arange(len(found)) + (place - (of - 1) / 2) * width
    kept = np.where(np.isfinite(found), found, np.nan)
    x = (middle[:, None] + spread).ravel()
    axes.plot(x, kept.ravel(), ls="none", ms=2.8, mfc="none", mew=0.7, label=label, **look)
    axes.hlines(
        np.nanmedian(kept, axis=1),
        middle - 0.42 * width,
        middle + 0.42 * width,
        color=look["color"],
        lw=2,
        label=f"_medians, {label}",
    )


def _finish(axes: Axes, group: Group) -> None:
    units = values(group, "units")
    axes.axhline(1, color=style.INK, lw=0.8, zorder=1, label="_equal")
    axes.set(xlabel="units of the student", yscale="log")
    axes.set_xticks(range(len(units)), [f"{n:g}" for n in units])
