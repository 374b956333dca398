"""What the traced paths say: the loss falls on every complete one, and cross-entropy completes none to a low end."""

import numpy as np

from verification.methods import experiment
from verification.methods.experiment import NoVerdict, Within

DATA = ("basin_path",)
LEARNT = ("squared", "cross_entropy_early", "cross_entropy_late")
ENTROPY = LEARNT[1:]
ROUNDING = 1e-12


def array(data, group, name):
    """An array of a group, a row for each trial."""
    return data["basin_path"].groups[group].arrays[name].values


@experiment.check(
    "basin.theorem-1",
    "path",
    wrong={
        "the straight segment": {"followed": "straight"},
        "every path complete": {"through": LEARNT},
        "from the end to the start": {"step": -1},
    },
)
def losses_along_the_paths(data, followed="loss", through=("squared",), step=1):
    """Steps of the grid that do not fall on complete paths, and how far these end from the loss of the trained end.

    For the squared loss every path is complete.
    """
    for group in LEARNT:
        complete, losses = array(data, group, "complete"), array(data, group, followed)
        losses = losses[complete] if followed == "loss" else losses[complete][:, : losses.shape[1] // 2 + 1]
        if not np.isfinite(losses).all():
            raise NoVerdict(f"{group}: a complete path has a loss that is no number")
        if complete.any():
            losses = losses[:, ::step]
            rises = int((np.diff(losses, axis=1) >= 0).sum())
            yield Within(f"{group}: steps upwards on {int(complete.sum())} complete paths", rises, 0, 0)
            missed = np.abs(losses[:, -1] - array(data, group, "end")[complete]).max()
            yield Within(f"{group}: largest distance from the end's loss", float(missed), 0, ROUNDING)
    broken = sum(int((~array(data, group, "complete")).sum()) for group in through)
    yield Within("paths that break", broken, 0, 0)


@experiment.check(
    "basin.theorem-1",
    "log-2-floor",
    wrong={
        "log 2 without the number of samples": {"share": lambda samples: 1.0},
        "the squared loss too": {"groups": LEARNT},
    },
)
def ends_of_complete_paths(data, share=lambda samples: 1 / samples, groups=ENTROPY):
    r"""Of the ends of cross-entropy at most $\frac1m \log 2$ none is reached by a complete path, whatever the seed;
    where no end is so low, there is nothing to say.
    """
    low = total = 0
    for group in groups:
        floor = np.log(2) * share(data["basin_path"].groups[group].attributes["samples"])
        ends = array(data, group, "end")
        if not np.isfinite(ends).all():
            raise NoVerdict(f"{group}: a trained end has a loss that is no number")
        below = ends <= floor
        total, low = total + int(below.sum()), low + int((below & array(data, group, "complete")).sum())
    if not total:
        raise NoVerdict("no trained end has a loss of log(2)/m or less")
    yield Within(f"of {total} ends below the floor, those that a complete path reaches", low, 0, 0)
