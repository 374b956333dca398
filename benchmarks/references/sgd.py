"""Stochastic gradient descent, one trial at a time, by automatic differentiation in torch.

What a careful user writes: one scalar weight a neuron on projections computed once, float32, torch's own optimizer,
batches as views of a table that is put in order once an epoch, one number brought back an epoch, for the early stop.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import torch

from pnn.training.problem import Schedule


def train(
    start: np.ndarray,
    projections: np.ndarray,
    outputs: np.ndarray,
    orders: Iterable[np.ndarray],
    schedule: Schedule,
    size: int,
) -> tuple[np.ndarray, int]:
    """Final weights (neurons,) of one trial, and the epochs it ran.

    start (neurons,), projections (samples, neurons) on each neuron's line, outputs (samples,), an order of the samples
    for each epoch.
    """
    weights = torch.tensor(start, dtype=torch.float32, requires_grad=True)
    optimizer = torch.optim.SGD([weights], lr=schedule.learning_rate, momentum=schedule.momentum)
    samples, wanted = (torch.as_tensor(part, dtype=torch.float32) for part in (projections, outputs))
    losses: list[float] = []
    for order, rate in zip(orders, schedule.rates(), strict=False):
        rows = torch.from_numpy(order.astype(np.int64))
        optimizer.param_groups[0]["lr"] = float(rate)
        total = torch.zeros(())
        for batch, target in zip(samples[rows].split(size), wanted[rows].split(size), strict=True):
            loss = ((batch * weights).relu().sum(1) - target).square().mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.detach()
        losses.append(float(total) * size / len(wanted))
        if np.mean(losses[-schedule.stop_window :]) <= schedule.stop_loss:
            break
    return weights.detach().numpy(), len(losses)
