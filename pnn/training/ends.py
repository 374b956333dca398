"""What every compiled kernel asks at the end of an epoch."""

from __future__ import annotations

import numpy as np
from numba import njit


@njit(cache=True)
def settle(losses, epoch, stop_loss, window):
    """Whether a trial goes on after `epoch`, and whether it diverged."""
    if not np.isfinite(losses[epoch]):
        return False, True
    return losses[max(0, epoch + 1 - window) : epoch + 1].mean() > stop_loss, False
