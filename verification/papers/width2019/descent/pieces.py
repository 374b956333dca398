r"""The loss of a small network as polynomials of its weights, one for every choice of the slopes of its units."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from pnn.lines import Floats
from verification.papers.width2019.descent.steps import unpacked

SHIFT = 1e-4  # of the central differences: the functions are polynomials of low degree


class Pieces:
    """Samples (m, inputs), targets (m, 1), layer sizes and one slope for negative values.

    Weights are a row of numbers, pre-activations and their slopes another: layer by layer, units slow, samples fast.
    """

    def __init__(self, samples: Floats, targets: Floats, sizes: Sequence[int], slope: float):
        self.samples, self.targets, self.sizes, self.slope = samples, targets, sizes, slope
        self.scale = float(np.sqrt(np.mean(targets**2)))

    def start(self, flat: Floats) -> tuple[Floats, Floats]:
        """Pre-activations and slopes at these weights."""
        feature, before, slopes = self.samples, [], []
        for weight in unpacked(flat, self.sizes)[:-1]:
            before.append(feature @ weight)
            slopes.append(np.where(before[-1] > 0, 1.0, self.slope))
            feature = slopes[-1] * before[-1]
        return tuple(np.concatenate([part.T.reshape(-1) for part in parts]) for parts in (before, slopes))  # type: ignore[return-value]

    def starved(self, slopes: Floats) -> np.ndarray:
        """Which pre-activations are zero whatever the weights nearby: all units below have slope zero on the sample."""
        count, place, below, found = len(self.samples), 0, np.zeros(len(self.samples), bool), []
        for units in self.sizes[1:-1]:
            found.append(np.tile(below, units))
            below = below | (slopes[place : place + units * count].reshape(units, count) == 0).all(axis=0)
            place += units * count
        return np.concatenate(found)

    def gradients(self, flat: Floats, slopes: Floats) -> tuple[Floats, Floats]:
        """Gradients of L and pre-activations for a batch of weights (batch, weights) and slopes (batch, ..)."""
        matrices, factors = self._matrices(flat), self._slopes(slopes)
        features, sums = [np.broadcast_to(self.samples, (len(flat), *self.samples.shape))], []
        for matrix, factor in zip(matrices, factors, strict=False):
            sums.append(features[-1] @ matrix)
            features.append(sums[-1] * factor)
        back, found = features[-1] @ matrices[-1] - self.targets, []
        for layer in range(len(matrices) - 1, -1, -1):
            found.append((features[layer].swapaxes(1, 2) @ back).reshape(len(flat), -1))
            if layer:
                back = (back @ matrices[layer].swapaxes(1, 2)) * factors[layer - 1]
        before = [part.swapaxes(1, 2).reshape(len(flat), -1) for part in sums]
        return np.concatenate(found[::-1], axis=1), np.concatenate(before, axis=1)

    def _matrices(self, flat: Floats) -> list[Floats]:
        found, start = [], 0
        for before, after in pairwise(self.sizes):
            found.append(flat[:, start : start + before * after].reshape(-1, before, after))
            start += before * after
        return found

    def _slopes(self, slopes: Floats) -> list[Floats]:
        found, start, count = [], 0, len(self.samples)
        for units in self.sizes[1:-1]:
            found.append(slopes[:, start : start + units * count].reshape(-1, units, count).swapaxes(1, 2))
            start += units * count
        return found

    def rescalings(self, flat: Floats) -> Floats:
        """Directions that change nothing, (hidden units, weights): a unit's inputs grow as its outputs shrink."""
        weights, found = unpacked(flat, self.sizes), []
        for layer, units in enumerate(self.sizes[1:-1]):
            for unit in range(units):
                moved = [np.zeros_like(weight) for weight in weights]
                moved[layer][:, unit], moved[layer + 1][unit] = weights[layer][:, unit], -weights[layer + 1][unit]
                found.append(np.concatenate([part.reshape(-1) for part in moved]))
        return np.array(found)

    def equations(self, points: Floats, slopes: Floats, kinks: np.ndarray) -> Floats:
        """What vanishes at a critical point at these kinks, points (batch, weights and slopes there): the gradient over
        the targets' root mean square, and the pre-activations at the kinks."""
        count = points.shape[1] - len(kinks)
        batch = np.repeat(slopes[None], len(points), axis=0)
        batch[:, kinks] = points[:, count:]
        gradient, sums = self.gradients(points[:, :count], batch)
        return np.concatenate([gradient / self.scale, sums[:, kinks]], axis=1)

    def linear(self, point: Floats, slopes: Floats, kinks: np.ndarray) -> tuple[Floats, Floats]:
        """The equations' values at a point and their derivatives, by central differences."""
        steps, size = SHIFT * np.eye(len(point)), len(point)
        values = self.equations(np.concatenate([point[None], point + steps, point - steps]), slopes, kinks)
        return values[0], (values[1 : 1 + size] - values[1 + size :]).T / (2 * SHIFT)
