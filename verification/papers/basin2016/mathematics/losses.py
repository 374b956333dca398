"""Convex losses of predictions, each with the concave function of a dual point that bounds it from below."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np
from numpy.typing import NDArray
from scipy.special import entr

Floats = NDArray[np.float64]
_UNIT = 2.0**-53
LARGEST = 1e150  # of a target whose square is a float


def rounding(terms: int) -> float:
    """The relative error of a sum of so many products in floats, in any order, at most."""
    return terms * _UNIT / (1 - terms * _UNIT)


class Loss(ABC):
    """A mean of convex functions of one prediction and its target.

    For every dual point nu and all predictions p, `mean(p, y) >= dual(nu, y) - slope <nu, p> / samples`; the bound is
    tight where nu is -1/slope times the gradient of the sum at p.
    """

    slope: float
    enough: float  # a gap, in units of `scale`, that a cone solver at its best leaves behind

    @abstractmethod
    def mean(self, predictions: Floats, targets: Floats) -> float:
        """The loss of predictions (samples,)."""

    @abstractmethod
    def dual(self, dual: Floats, targets: Floats) -> float:
        """The bound of a dual point (samples,) whose products with the predictions are not positive."""

    @abstractmethod
    def dual_below(self, dual: Floats, moved: Floats, targets: Floats) -> float:
        """What `dual` is not below at any point whose entries are within `moved` of the given ones, rounding counted.

        Minus infinity if one of these is not admissible.
        """

    @abstractmethod
    def free(self, dual: Floats, targets: Floats) -> NDArray[np.bool_]:
        """The entries that may move a little to either side, of those that are not zero."""

    @abstractmethod
    def cleared(self, dual: Floats, targets: Floats, small: float) -> Floats:
        """The dual point with entries at the ends of what is admissible, where it is nearer to them than `small`."""

    @abstractmethod
    def admissible(self, dual: Floats, targets: Floats) -> Floats:
        """The nearest dual point at which `dual` is finite."""

    @abstractmethod
    def scale(self, targets: Floats) -> float:
        """The loss that counts as 1 where errors are compared; positive."""

    @abstractmethod
    def check(self, targets: Floats) -> None:
        """Raise ValueError for targets that the loss is not defined for."""


class Squared(Loss):
    """The mean of (p - y)^2: its dual is the mean of 2 nu y - nu^2."""

    slope = 2.0
    enough = 2e-8

    def mean(self, predictions: Floats, targets: Floats) -> float:
        return float(np.mean((predictions - targets) ** 2))

    def dual(self, dual: Floats, targets: Floats) -> float:
        return float(np.mean(dual * (2 * targets - dual)))

    def dual_below(self, dual: Floats, moved: Floats, targets: Floats) -> float:
        change = moved * (2 * np.abs(targets - dual) + moved)
        sizes = np.abs(dual) * (2 * np.abs(targets) + np.abs(dual)) + change
        return self.dual(dual, targets) - float(np.mean(change)) - rounding(len(dual) + 8) * float(np.mean(sizes))

    def free(self, dual: Floats, targets: Floats) -> NDArray[np.bool_]:
        return dual != 0

    def cleared(self, dual: Floats, targets: Floats, small: float) -> Floats:
        return dual

    def admissible(self, dual: Floats, targets: Floats) -> Floats:
        return dual

    def scale(self, targets: Floats) -> float:
        return float(np.mean(targets**2)) or 1.0

    def check(self, targets: Floats) -> None:
        if np.abs(targets).max(initial=0.0) > LARGEST:
            raise ValueError(f"targets beyond {LARGEST:g} overflow when squared: scale them down")


class Logistic(Loss):
    """The mean of log(1 + exp(-y p)), targets +-1: its dual is the mean entropy of s, where nu = y s, 0 <= s <= 1."""

    slope = 1.0
    enough = 5e-7

    def mean(self, predictions: Floats, targets: Floats) -> float:
        return float(np.mean(np.logaddexp(0.0, -targets * predictions)))

    def dual(self, dual: Floats, targets: Floats) -> float:
        share = targets * dual
        return float(np.mean(entr(share) + entr(1 - share)))

    def dual_below(self, dual: Floats, moved: Floats, targets: Floats) -> float:
        share = targets * dual
        low, high = share - moved, share + moved
        if not (low >= 0).all() or not ((high < 1 - 4 * _UNIT) | (moved == 0)).all():
            return -np.inf
        least = np.minimum(entr(low) + entr(1 - low), entr(high) + entr(1 - high))  # a concave function, at the ends
        return float(np.mean(least)) - rounding(len(dual) + 64)

    def free(self, dual: Floats, targets: Floats) -> NDArray[np.bool_]:
        return (dual != 0) & (targets * dual != 1)

    def cleared(self, dual: Floats, targets: Floats, small: float) -> Floats:
        return np.where(targets * dual > 1 - small, targets, dual)

    def admissible(self, dual: Floats, targets: Floats) -> Floats:
        return targets * np.clip(targets * dual, 0.0, 1.0)

    def scale(self, targets: Floats) -> float:
        return 1.0

    def check(self, targets: Floats) -> None:
        if not np.isin(targets, (-1.0, 1.0)).all():
            raise ValueError("the logistic loss wants targets +1 and -1")


LOSSES: dict[str, Loss] = {"squared": Squared(), "logistic": Logistic()}
