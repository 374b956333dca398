"""A student of one hidden layer at a time, by torch's own optimizer and automatic differentiation, float32."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import torch


def train(
    start: np.ndarray,
    signs: np.ndarray,
    batches: Iterable[tuple[np.ndarray, np.ndarray]],
    rate: float,
    momentum: float,
    coefficient: float,
) -> np.ndarray:
    """The weights after a step on every batch of half the mean squared error plus `coefficient` times R."""
    weights = torch.tensor(start, requires_grad=True)
    fixed = torch.tensor(signs)
    optimizer = torch.optim.SGD([weights], lr=rate, momentum=momentum)
    pairs = torch.triu_indices(len(start), len(start), 1)
    for samples, outputs in batches:
        optimizer.zero_grad()
        errors = torch.relu(torch.from_numpy(samples) @ weights.T) @ fixed - torch.from_numpy(outputs)
        loss = (errors**2).mean() / 2
        if coefficient:
            loss = loss + coefficient * regulariser(weights, pairs)
        loss.backward()
        optimizer.step()
    return weights.detach().numpy()


def regulariser(weights: torch.Tensor, pairs: torch.Tensor) -> torch.Tensor:
    """R of equation (28): the mean over pairs of ((pi - angle) / (2 pi))^2."""
    units = weights / weights.norm(dim=1, keepdim=True)
    cosines = (units @ units.T)[pairs[0], pairs[1]].clamp(-1 + 1e-6, 1 - 1e-6)
    return (((np.pi - torch.acos(cosines)) / (2 * np.pi)) ** 2).mean()
