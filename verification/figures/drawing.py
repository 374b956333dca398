"""What goes into a figure's function and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from matplotlib.figure import Figure

from pnn.store import Group


class MissingData(Exception):
    """Something that a figure draws is not in the data it was given."""


class Drawing(NamedTuple):
    """A figure, its caption and the text for readers who cannot see it, both plain Unicode."""

    figure: Figure
    caption: str
    alt: str


@dataclass(frozen=True)
class Data:
    """Contents of experiment files by stem, and the numbers that the paper printed."""

    experiments: Mapping[str, Group] = field(default_factory=dict)
    published: Mapping[str, Any] = field(default_factory=dict)

    def group(self, experiment: str, *path: str) -> Group:
        """A group of an experiment file; raises MissingData naming the file, or the group it lacks."""
        if experiment not in self.experiments:
            raise MissingData(f"this figure is drawn from {experiment}.h5, which was not given")
        node = self.experiments[experiment]
        for depth, name in enumerate(path, start=1):
            if name not in node.groups:
                raise MissingData(f"{experiment}.h5 has no group {'/'.join(path[:depth])}")
            node = node.groups[name]
        return node

    def printed(self, key: str) -> Any:
        """A number, or a table of them, printed in the paper; raises MissingData where it was not given."""
        if key not in self.published:
            raise MissingData(f"this figure sets the printed {key!r} beside our numbers, but it was not given")
        return self.published[key]


def values(group: Group, name: str) -> np.ndarray:
    """The values of an axis or an array of a group; raises MissingData where there is none of that name."""
    found = group.arrays.get(name) or group.axes.get(name)
    if found is None:
        raise MissingData(f"the data has no array {name!r}, only {sorted([*group.axes, *group.arrays])}")
    return found.values
