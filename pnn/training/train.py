"""The one way to train: choose the engine, advance it slice by slice, keep a checkpoint, report progress."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np

from pnn.training.checkpoint import Checkpoint
from pnn.training.device import choose
from pnn.training.problem import Batches, Ends, FixedBatches, Problem, Schedule, SharedBatches, check_match
from pnn.training.state import State

SLICE = 10  # epochs between two looks at which trials still run; the same for a resumed run, so that it ends the same


class Engine(Protocol):
    """Advances every running trial of a state to an epoch."""

    def advance(self, state: State, until: int) -> None: ...


def train(
    problem: Problem,
    schedule: Schedule,
    batches: Batches,
    *,
    device: str = "auto",
    engine: str = "auto",
    checkpoint: Checkpoint | None = None,
    progress: Callable[[float], None] | None = None,
) -> Ends:
    """Train all trials, each until its own early stop, divergence or the last epoch.

    The loss is the mean square without a factor 1/2; relu has derivative 0 at 0. A trial's result does not depend on
    the other trials; the compiled engine's not even in its last bit. With a checkpoint, a run that was killed
    goes on where it was saved and ends the same, bit for bit. Raises ValueError where the batches do not fit or the
    engine or device is not there, before any work.
    """
    check_match(problem, batches)
    name, device = choose(engine, device)
    if name == "torch" and isinstance(batches, SharedBatches):
        batches = batches.spread(problem.trials)
    worker = _engine(name, device, problem, schedule, batches)
    saved = checkpoint.load() if checkpoint else None
    state = State.from_arrays(saved) if saved else State.at_start(problem, batches, schedule.epochs)
    while state.running.any() and state.epoch < schedule.epochs:
        worker.advance(state, min(int(state.epoch) + SLICE, schedule.epochs))
        if checkpoint and checkpoint.is_due():
            checkpoint.save(state.arrays())
        if progress:
            progress(_share_done(state, schedule.epochs))
    if checkpoint:
        checkpoint.save(state.arrays())
    return state.ends()


def _engine(name: str, device: str, problem: Problem, schedule: Schedule, batches: Batches) -> Engine:
    if name == "torch":
        from pnn.training import batched

        return batched.Batched(problem, schedule, batches, device)
    if isinstance(batches, SharedBatches):
        from pnn.training import shared

        return shared.Shared(problem, schedule, batches)
    if isinstance(batches, FixedBatches):
        from pnn.training import fixed

        return fixed.Fixed(problem, schedule, batches)
    from pnn.training import compiled

    return compiled.Compiled(problem, schedule, batches)


def _share_done(state: State, epochs: int) -> float:
    return float(np.where(state.running, state.epoch, epochs).mean()) / epochs
