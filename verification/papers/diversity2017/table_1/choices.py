"""Which coefficient or start is chosen, on which data, and what its loss is over that of the first start without R."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from pnn.lines import Floats
from pnn.store import Group
from verification.methods.experiment import NoVerdict


class Choice(StrEnum):
    """What is compared with training without the regulariser, from the same start, in each trial."""

    VALIDATED = "R, coefficient chosen on validation data"
    CLAIMED = "R, coefficient chosen on the test data"
    RETRIED = "no R, best of as many starts on validation data"


def regularised(group: Group) -> np.ndarray:
    """The numbers of the arms with R, by rising coefficient."""
    return np.flatnonzero(group.arrays["coefficient"].values > 0)


def plain(group: Group) -> np.ndarray:
    """The numbers of the arms without R; the first has the start of those with R."""
    return np.flatnonzero(group.arrays["coefficient"].values == 0)


def losses(group: Group, choice: Choice | None, data: str = "test") -> Floats:
    """The loss on `data` of what is chosen, (units, trials); without R from the first start for None."""
    values = group.arrays[data].values
    if choice is None:
        return values[:, plain(group)[0]]
    arms = plain(group) if choice is Choice.RETRIED else regularised(group)
    by = group.arrays["test" if choice is Choice.CLAIMED else "validation"].values
    best = arms[np.argmin(by[:, arms], axis=1)]
    return np.take_along_axis(values, best[:, None], axis=1)[:, 0]


def logs(over: Floats, under: Floats) -> Floats:
    """Logarithms of ratios of losses. Raises NoVerdict where training diverged in both."""
    with np.errstate(all="ignore"):
        found = np.log(over / under)
    if np.isnan(found).any():
        raise NoVerdict("training diverged")
    return found


def gains(group: Group, choice: Choice, data: str = "test") -> Floats:
    """log of the loss of what is chosen over that without R from the first start, (units, trials)."""
    return logs(losses(group, choice, data), losses(group, None, data))


def by_coefficient(group: Group, arm: int, data: str = "test") -> Floats:
    """The same for one arm with R."""
    return logs(group.arrays[data].values[:, arm], losses(group, None, data))
