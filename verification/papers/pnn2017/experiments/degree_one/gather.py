"""How the jobs are put together: the example curves, which one job leaves, stand beside the modes."""

from collections.abc import Mapping, Sequence

from pnn.store import Group
from verification.experiments import gather as common


def gather(parts: Sequence[common.Part], axes: Mapping[str, str]) -> Group:
    """A group a mode, arrays over the ratio and the trial, and `curves`."""
    curves = {name: group for part in parts for name, group in part.content.groups.items()}
    for part in parts:
        part.content.groups.clear()
    root = common.gather(parts, axes)
    root.groups |= curves
    return root
