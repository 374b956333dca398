"""Small degree-one problems, and the plainest program that trains them."""

from __future__ import annotations

import numpy as np
import torch

from pnn.training.problem import (
    FixedBatches,
    Problem,
    Schedule,
    ShuffledBatches,
    Streams,
    features,
    masses,
)

BATCH = 20


def problem_and_samples(trials=4, inputs=3, ratio=2, samples=200, dtype=np.float64, seed=0):
    random = np.random.default_rng(seed)
    line_of = np.repeat(np.arange(inputs), ratio)
    start, target = random.standard_normal((2, trials, inputs * ratio))
    projections = random.standard_normal((trials, samples, inputs))
    wanted = masses(target, line_of)
    return Problem(start.astype(dtype), line_of), projections.astype(dtype), wanted


def streams(trials, seed=0):
    keys = [np.random.MT19937(np.random.SeedSequence((seed, trial))).state["state"]["key"] for trial in range(trials)]
    return Streams(np.array(keys, np.uint32), np.full(trials, 624, np.int64))


def shuffled(projections, wanted, seed=0, size=BATCH):
    outputs = np.einsum("tnf,tf->tn", features(projections.astype(np.float64)), wanted)
    return ShuffledBatches(projections, outputs.astype(projections.dtype), size, streams(len(wanted), seed))


def fixed(projections, wanted):
    parts = features(projections).reshape(len(wanted), -1, BATCH, 2 * projections.shape[2])
    grams = parts.swapaxes(2, 3) @ parts / BATCH
    return FixedBatches(grams.astype(projections.dtype), wanted.astype(projections.dtype))


def autograd_run(start, line_of, projections, outputs, orders, schedule: Schedule, size=BATCH):
    """Weights and epoch losses of one trial by automatic differentiation, an order of the samples for each epoch."""
    weights = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.SGD([weights], lr=schedule.learning_rate, momentum=schedule.momentum)
    columns, wanted = torch.tensor(projections)[:, torch.tensor(line_of)], torch.tensor(outputs)
    losses = []
    for order, rate in zip(orders, schedule.rates(), strict=True):
        optimizer.param_groups[0]["lr"] = float(rate)
        batch_losses = []
        for rows in torch.tensor(order.copy()).split(size):
            loss = ((columns[rows] * weights).relu().sum(1) - wanted[rows]).square().mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            batch_losses.append(loss.item())
        losses.append(np.mean(batch_losses))
    return weights.detach().numpy(), np.array(losses)
