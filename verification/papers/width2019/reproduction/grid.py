"""Figure 1: what the printed maps are said to show, beside J of our networks; the maps have no numbers."""

from __future__ import annotations

from collections.abc import Mapping

from pnn.store import Group
from verification.papers.width2019.figures.grid import NAMES, TIMES, falls, grid
from verification.reproduction import Row

PRINTED = "falls with width and depth (a map without numbers)"


def compare(data: Group, published: Mapping) -> list[Row]:
    """J over half the targets' squares at the grid's corners, and how often training lowers it, for each data set."""
    return [row for name, group in data.groups.items() for row in _rows(name, group)]


def _rows(name: str, group: Group) -> list[Row]:
    about, rows = group.attributes, []
    for time, what in enumerate(TIMES):
        found = grid(group, time)
        told = f"{found[0, 0]:.3f}; wider {found[0, -1]:.3f}; deeper {found[-1, 0]:.3f}; both {found[-1, -1]:.3f}"
        remark = f"J over ½|Y|² at the corners of the grid; {about['samples']:,} samples"
        rows.append(Row(f"{NAMES[name]}, {what}", PRINTED, told, remark))
    down, up = falls(group)
    told = f"lower in {down} networks, higher in {up}"
    return [*rows, Row(f"{NAMES[name]}, by training", "lower after training", told, f"{about['updates']:,} steps")]
