"""The torch engine: all running trials of a condition at once, on a CPU or a GPU, gradients written by hand.

An epoch is a fixed sequence of tensor operations on buffers that stay in place: it never waits for a number to
come back, and on a GPU it is captured as a graph, which is then launched as a whole.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import torch
from torch import Tensor

from pnn.training.permutations import shuffle
from pnn.training.problem import Batches, FixedBatches, Problem, Schedule, ShuffledBatches, data_of
from pnn.training.state import State


class Descent:
    """Weights and velocities (trials, neurons) of trials that step together.

    member (neurons, lines): one where a neuron lies on a line; running (trials, 1): zero freezes a trial;
    rate (): the learning rate; loss (trials,), float64: mean batch loss of the last epoch.
    """

    def __init__(self, weights: Tensor, velocities: Tensor, member: Tensor, momentum: float) -> None:
        self.weights, self.velocities, self.member, self.momentum = weights, velocities, member, momentum
        self.running = torch.ones_like(weights[:, :1])
        self.rate = weights.new_zeros(())
        self.loss = torch.zeros_like(weights[:, 0], dtype=torch.float64)

    def masses(self) -> Tensor:
        """Masses (trials, 2 lines) of the weights."""
        weights, member = self.weights, self.member
        return torch.cat([weights.clamp_min(0) @ member, (-weights).clamp_min(0) @ member], dim=1)

    def step(self, slopes: Tensor) -> None:
        """One heavy-ball step from the derivatives by the masses; a weight of zero has derivative zero."""
        lines = self.member.shape[1]
        upward, downward = slopes[:, :lines] @ self.member.T, slopes[:, lines:] @ self.member.T
        self.velocities.mul_(self.momentum).add_(upward * (self.weights > 0) - downward * (self.weights < 0))
        self.weights.sub_(self.velocities * (self.rate * self.running))


def fixed_epoch(descent: Descent, grams: Tensor, target: Tensor) -> None:
    """One epoch over fixed batches, grams (trials, batches, features, features), target (trials, features)."""
    descent.loss.zero_()
    for gram in grams.unbind(1):
        excess = descent.masses() - target
        slopes = (gram @ excess.unsqueeze(2)).squeeze(2)
        descent.loss.add_((excess * slopes).sum(1), alpha=1 / grams.shape[1])
        descent.step(2 * slopes)


def shuffled_epoch(descent: Descent, table: Tensor, order: Tensor, taken: Tensor, size: int) -> None:
    """One epoch over table (trials, samples, features + 1), the outputs in its last column, in the given `order`.

    `taken`, of the table's shape, is room for its rows in that order.
    """
    trials, samples, width = table.shape
    offset = torch.arange(trials, device=table.device).unsqueeze(1) * samples
    rows = (order + offset).reshape(-1)
    torch.index_select(table.view(-1, width), 0, rows, out=taken.view(-1, width))
    minus = table.new_full((trials, 1), -1)
    descent.loss.zero_()
    for batch in taken.split(size, dim=1):
        errors = batch @ torch.cat([descent.masses(), minus], dim=1).unsqueeze(2)
        descent.loss.add_(errors.square().sum((1, 2)), alpha=1 / samples)
        descent.step((errors.transpose(1, 2) @ batch)[:, 0, :-1] * (2 / size))


class Batched:
    """The data of all trials on the device; `advance` steps those that still run."""

    def __init__(self, problem: Problem, schedule: Schedule, batches: Batches, device: str) -> None:
        if device == "cpu":
            torch.set_num_threads(1)
        self.batches, self.schedule, self.device = batches, schedule, torch.device(device)
        member = problem.line_of[:, None] == np.arange(problem.lines)
        self.member = self._tensor(member.astype(problem.start.dtype))
        self.rates = self._tensor(schedule.rates().astype(problem.start.dtype))
        first, second = (self._tensor(array) for array in data_of(batches))
        self.data = [first, second] if isinstance(batches, FixedBatches) else [_table(first, second)]

    def advance(self, state: State, until: int) -> None:
        """Bring every running trial of `state` to epoch `until`, or to its own stop before."""
        rows = np.flatnonzero(state.running)
        weights, velocities = self._tensor(state.weights[rows]), self._tensor(state.velocities[rows])
        descent = Descent(weights, velocities, self.member, self.schedule.momentum)
        watch = _Watch(state, rows, self.device)
        run, order = self._epoch(descent, rows)
        for epoch in range(int(state.epoch), until):
            if order is not None:
                order.copy_(torch.from_numpy(self._orders(state, rows, watch.running.cpu().numpy())))
            descent.rate.copy_(self.rates[epoch])
            run()
            watch.settle(epoch, descent.loss, self.schedule)
            descent.running.copy_(watch.running.unsqueeze(1))
        state.weights[rows], state.velocities[rows] = weights.cpu().numpy(), velocities.cpu().numpy()
        watch.write(state, rows)
        state.epoch[...] = until

    def _tensor(self, array: np.ndarray) -> Tensor:
        return torch.from_numpy(np.ascontiguousarray(array)).to(self.device)

    def _epoch(self, descent: Descent, rows: np.ndarray) -> tuple[Callable[[], None], Tensor | None]:
        """The program of one epoch of some trials, and the buffer that holds its permutations, if it has any."""
        chosen = torch.from_numpy(rows).to(self.device)
        data = [tensor[chosen] for tensor in self.data]
        order, run = None, partial(fixed_epoch, descent, *data)
        if isinstance(self.batches, ShuffledBatches):
            order = torch.zeros(data[0].shape[:2], dtype=torch.int64, device=self.device)
            run = partial(shuffled_epoch, descent, data[0], order, torch.empty_like(data[0]), self.batches.size)
        return (captured(run, descent) if self.device.type == "cuda" else run), order

    def _orders(self, state: State, rows: np.ndarray, running: np.ndarray) -> np.ndarray:
        """The next permutation of every running trial from its own stream, shape (len(rows), samples)."""
        samples, words = self.data[0].shape[1], np.empty(624, np.uint32)
        orders = np.tile(np.arange(samples, dtype=np.uint32), (len(rows), 1))
        for place in np.flatnonzero(running):
            row = rows[place]
            state.positions[row] = shuffle(state.keys[row], state.positions[row], orders[place], words)
        return orders.astype(np.int64)


def _table(projections: Tensor, outputs: Tensor) -> Tensor:
    """Features and, in the last column, outputs: (trials, samples, 2 lines + 1)."""
    return torch.cat([projections.clamp_min(0), (-projections).clamp_min(0), outputs.unsqueeze(2)], dim=2)


class _Watch:
    """Losses, stops and divergences of the trials on the device, so that nothing has to come back to know them."""

    def __init__(self, state: State, rows: np.ndarray, device: torch.device) -> None:
        self.losses = torch.from_numpy(state.losses[rows]).to(device)
        self.stop_epoch = torch.from_numpy(state.stop_epoch[rows]).to(device)
        self.running = torch.ones(len(rows), dtype=torch.bool, device=device)
        self.diverged = torch.zeros_like(self.running)

    def settle(self, epoch: int, loss: Tensor, schedule: Schedule) -> None:
        """Close an epoch: note each running trial's loss, its divergence or its early stop."""
        self.losses[:, epoch] = torch.where(self.running, loss, torch.nan)
        self.stop_epoch += self.running
        recent = self.losses[:, max(0, epoch + 1 - schedule.stop_window) : epoch + 1].mean(1)
        finite = torch.isfinite(loss)
        self.diverged |= self.running & ~finite
        self.running &= finite & (recent > schedule.stop_loss)

    def write(self, state: State, rows: np.ndarray) -> None:
        state.losses[rows], state.stop_epoch[rows] = self.losses.cpu().numpy(), self.stop_epoch.cpu().numpy()
        state.running[rows], state.diverged[rows] = self.running.cpu().numpy(), self.diverged.cpu().numpy()


def captured(run: Callable[[], None], descent: Descent) -> Callable[[], None]:
    """`run` as one CUDA graph; the weights and velocities that the rehearsal moved are put back."""
    kept = descent.weights.clone(), descent.velocities.clone()
    side = torch.cuda.Stream()
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side):
        run()
    torch.cuda.current_stream().wait_stream(side)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        run()
    descent.weights.copy_(kept[0])
    descent.velocities.copy_(kept[1])
    return graph.replay
