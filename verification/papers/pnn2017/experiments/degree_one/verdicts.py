"""Which trials of the gathered file have a verdict, and what it is."""

from __future__ import annotations

import numpy as np

from pnn.store import Group


def judged_ends(group: Group) -> tuple[np.ndarray, np.ndarray]:
    """Whether the trials of a mode of degree_one.h5 ended badly, and which have a verdict, since they did not diverge.

    Both of shape (ratios, trials); without a verdict, no end is bad.
    """
    bad, diverged = (group.arrays[name].values.astype(bool) for name in ("bad", "diverged"))
    return bad & ~diverged, ~diverged
