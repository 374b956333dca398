"""Plain descent of a dense network h(x) = sum_j relu(w_j.x): every weight is free, the output weights are 1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pnn.training.ends import settle
from pnn.training.permutations import shuffle
from pnn.training.problem import PRECISIONS, Schedule, Streams


@dataclass(frozen=True)
class DenseEnd:
    """Where a dense network ended; the fields are those of one trial of `Ends`, weights (neurons, inputs)."""

    weights: np.ndarray
    stop_epoch: int
    losses: np.ndarray
    diverged: bool


def train_dense(
    start: np.ndarray,
    samples: np.ndarray,
    outputs: np.ndarray,
    size: int,
    schedule: Schedule,
    streams: Streams,
    progress: Callable[[float], None] | None = None,
) -> DenseEnd:
    """Train one network from start (neurons, inputs) on samples (n, inputs) and outputs (n,), in batches of `size`.

    The loss is the mean square without a factor 1/2; relu has derivative 0 at 0. The first stream draws the
    permutations, as it does for a porcupine network. Raises ValueError where the arrays do not fit, are not finite or
    are not of one precision, where the batches are not whole, and for a schedule with momentum.
    """
    _check(start, samples, outputs, size, schedule)
    weights, live = start.copy(), np.arange(len(start))
    key, position = streams.keys[0].copy(), int(streams.positions[0])
    words, losses = np.empty(624, np.uint32), np.full(schedule.epochs, np.nan)
    goes_on, diverged, epoch = True, False, 0
    for epoch, rate in enumerate(schedule.rates().astype(start.dtype)):
        order = np.arange(len(samples), dtype=np.uint32)
        position = shuffle(key, position, order, words)
        moving = weights[live]
        losses[epoch], fired = _epoch(moving, samples[order], outputs[order], size, rate)
        weights[live] = moving
        # What fired in no batch of an epoch has stood still and fires on no sample: it never moves again.
        live = live[fired]
        goes_on, diverged = settle(losses, epoch, schedule.stop_loss, schedule.stop_window)
        if progress:
            progress((epoch + 1) / schedule.epochs)
        if not goes_on:
            break
    return DenseEnd(weights, epoch + 1, losses, bool(diverged))


@np.errstate(over="ignore", invalid="ignore")
def _epoch(
    weights: np.ndarray, samples: np.ndarray, outputs: np.ndarray, size: int, rate: np.floating
) -> tuple[float, np.ndarray]:
    """Move the weights through one epoch; its mean batch loss, and which neurons fired on any sample: (neurons,)."""
    fired, total = np.zeros(len(weights), bool), 0.0
    for begin in range(0, len(samples), size):
        batch = samples[begin : begin + size]
        projections = batch @ weights.T
        fires = projections > 0
        errors = (projections * fires).sum(axis=1) - outputs[begin : begin + size]
        total += float(np.square(errors, dtype=np.float64).sum())
        weights -= rate * ((fires * (errors * (2 / size))[:, None]).T @ batch)
        fired |= fires.any(axis=0)
    return total / len(samples), fired


def _check(start: np.ndarray, samples: np.ndarray, outputs: np.ndarray, size: int, schedule: Schedule) -> None:
    if start.ndim != 2 or samples.ndim != 2 or start.shape[1] != samples.shape[1] or outputs.shape != samples.shape[:1]:
        raise ValueError(
            "start must be (neurons, inputs), samples (n, inputs) and outputs (n,), "
            f"not {start.shape}, {samples.shape}, {outputs.shape}"
        )
    if start.dtype not in PRECISIONS or {samples.dtype, outputs.dtype} != {start.dtype}:
        raise ValueError(f"all must be float32 or all float64, not {start.dtype}, {samples.dtype}, {outputs.dtype}")
    if not all(np.isfinite(array).all() for array in (start, samples, outputs)):
        raise ValueError("start, samples and outputs must be finite")
    if size < 1 or len(samples) < size or len(samples) % size:
        raise ValueError(f"{len(samples)} samples cannot be cut into whole batches of {size}")
    if schedule.momentum:
        raise ValueError("a dense network is trained without momentum")
