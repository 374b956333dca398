"""Independent draws of an experiment, one after the other, as arrays whose last axis is the draw."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from pnn import store
from pnn.lines import Floats
from pnn.training.progress import Progress


def over_draws(
    one: Callable[[int], Mapping[str, Floats]], draws: int, axis: str, texts: Mapping[str, str], label: str
) -> dict[str, store.Array]:
    """Arrays (axis, draw) by name, from `one`, which gives those of a draw's number, each (axis,); `texts` describe."""
    progress, rows = Progress(label), []
    for number in range(draws):
        rows.append(one(number))
        progress((number + 1) / draws)
    return {
        name: store.Array(np.stack([row[name] for row in rows], axis=1), (axis, "draw"), "", text)
        for name, text in texts.items()
    }


def draw_axis(draws: int) -> store.Array:
    """The coordinates of that axis."""
    return store.Array(np.arange(draws), description="number of the draw")
