"""Figure 1: what the printed maps are said to show, beside J of our networks; the maps have no numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pnn.store import Group
from verification.figures.drawing import values
from verification.methods.experiment import NoVerdict
from verification.papers.width2019.figure_1.falls import TIMES, medians
from verification.papers.width2019.figures.grid import NAMES, falls, grid
from verification.reproduction import Row

PRINTED = "falls with width and depth (a map without numbers)"
FALLS = "falls (no number)"


def compare(data: Group, published: Mapping) -> list[Row]:
    """J over half the targets' squares at the grid's corners, and how far it falls, for each data set."""
    return [row for name, group in data.groups.items() for row in (*_corners(name, group), *_falls(name, group))]


def _corners(name: str, group: Group) -> Iterator[Row]:
    about = group.attributes
    for time, what in enumerate(TIMES):
        found = grid(group, time)
        told = f"{found[0, 0]:.3f}; wider {found[0, -1]:.3f}; deeper {found[-1, 0]:.3f}; both {found[-1, -1]:.3f}"
        remark = f"mean J over ½|Y|² at the corners of the grid; {about['samples']:,} samples"
        yield Row(f"{NAMES[name]}, {what}", PRINTED, told, remark)


def _falls(name: str, group: Group) -> Iterator[Row]:
    """How far J falls in the median, with the exact interval, and how often training lowers it."""
    try:
        found = list(medians(group))
    except NoVerdict as reason:
        found = []
        yield Row(f"{NAMES[name]}, how far J falls", FALLS, "", str(reason))
    for what, median, low, high, missed in found:
        remark = f"median over {len(values(group, 'trial'))} trials of the mean fall over the grid, in J over ½|Y|²"
        told = f"{median:.3f}, interval [{low:.3f}, {high:.3f}], right but for a chance of {missed:.1g}"
        yield Row(f"{NAMES[name]}, {what}", FALLS, told, remark)
    down, up = falls(group)
    told = f"lower in {down} networks, higher in {up}"
    yield Row(f"{NAMES[name]}, by training", FALLS, told, f"{group.attributes['updates']:,} steps")
