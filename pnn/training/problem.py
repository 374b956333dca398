"""What is trained: porcupine networks in scalar form, their batches and the schedule.

Neuron j lies on line `line_of[j]` and has one scalar weight c_j, so that a network is
h(x) = sum_j relu(c_j z_j) with z the projections of x on the lines. It depends on the weights only
through its masses: the sums of |c_j| over the positive and over the negative neurons of each line.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

PRECISIONS = (np.dtype(np.float32), np.dtype(np.float64))


@dataclass(frozen=True)
class Schedule:
    """Heavy-ball descent: v <- momentum v + g, c <- c - rate v, rate = learning_rate decay^(epoch / decay_epochs).

    A trial stops by itself when the mean of its last `stop_window` epoch losses is at most `stop_loss`.
    """

    epochs: int
    learning_rate: float
    momentum: float = 0.0
    decay: float = 1.0
    decay_epochs: float = 1.0
    stop_loss: float = 0.0
    stop_window: int = 10

    def __post_init__(self) -> None:
        if self.epochs < 1 or self.stop_window < 1:
            raise ValueError(f"a schedule needs at least one epoch and a window of one, not {self}")
        if not (self.learning_rate > 0 and self.decay > 0 and self.decay_epochs > 0):
            raise ValueError(f"learning rate, decay and decay_epochs must be positive, not as in {self}")
        if not 0 <= self.momentum < 1:
            raise ValueError(f"momentum must be at least 0 and below 1, not {self.momentum}")

    def rates(self) -> np.ndarray:
        """Learning rate of every epoch, shape (epochs,)."""
        return self.learning_rate * self.decay ** (np.arange(self.epochs) / self.decay_epochs)


@dataclass(frozen=True)
class Problem:
    """Starting weights of every trial, shape (trials, neurons), and the line of each neuron, shape (neurons,).

    The type of the starting weights, float32 or float64, is that of the arithmetic.
    """

    start: np.ndarray
    line_of: np.ndarray

    def __post_init__(self) -> None:
        if self.start.ndim != 2 or self.start.dtype not in PRECISIONS or not np.isfinite(self.start).all():
            raise ValueError("start must be finite, float32 or float64, of shape (trials, neurons)")
        if self.line_of.shape != self.start.shape[1:] or self.line_of.dtype.kind != "i":
            raise ValueError(f"line_of must hold one integer for each of the {self.start.shape[1]} neurons")
        present = np.unique(self.line_of)
        if not present.size or not np.array_equal(present, np.arange(present.size)):
            raise ValueError("every line from 0 on needs at least one neuron")

    @property
    def trials(self) -> int:
        return self.start.shape[0]

    @property
    def lines(self) -> int:
        return int(self.line_of.max()) + 1


@dataclass(frozen=True)
class Streams:
    """One Mersenne Twister for each trial: keys (trials, 624), uint32, and positions (trials,), int64."""

    keys: np.ndarray
    positions: np.ndarray

    def __post_init__(self) -> None:
        if self.keys.ndim != 2 or self.keys.shape[1] != 624 or self.keys.dtype != np.uint32:
            raise ValueError("keys must be uint32 of shape (trials, 624)")
        if self.positions.shape != self.keys.shape[:1] or self.positions.dtype != np.int64:
            raise ValueError("positions must be int64, one for each key")


@dataclass(frozen=True)
class ShuffledBatches:
    """Samples as projections (trials, samples, lines), outputs (trials, samples); a new permutation every epoch."""

    projections: np.ndarray
    outputs: np.ndarray
    size: int
    streams: Streams

    def __post_init__(self) -> None:
        if self.projections.ndim != 3 or self.outputs.shape != self.projections.shape[:2]:
            raise ValueError("projections must be (trials, samples, lines) and outputs (trials, samples)")
        samples = self.outputs.shape[1]
        if self.size < 1 or samples < self.size or samples % self.size:
            raise ValueError(f"{samples} samples cannot be cut into whole batches of {self.size}")
        if len(self.streams.positions) != len(self.outputs):
            raise ValueError(f"{len(self.outputs)} trials need one stream each, not {len(self.streams.keys)}")


@dataclass(frozen=True)
class SharedBatches:
    """Groups of equally many consecutive trials, each group with the samples and permutations of all its trials.

    projections (groups, samples, lines), outputs (groups, samples), one stream for each group.
    """

    projections: np.ndarray
    outputs: np.ndarray
    size: int
    streams: Streams

    def __post_init__(self) -> None:
        ShuffledBatches(self.projections, self.outputs, self.size, self.streams)

    def spread(self, trials: int) -> ShuffledBatches:
        """The same batches, copied for every single trial."""
        each = trials // len(self.outputs)
        projections, outputs, keys, positions = (
            np.repeat(array, each, axis=0)
            for array in (self.projections, self.outputs, self.streams.keys, self.streams.positions)
        )
        return ShuffledBatches(projections, outputs, self.size, Streams(keys, positions))


@dataclass(frozen=True)
class FixedBatches:
    """The same batches in every epoch, each by its Gram matrix, for outputs that a network on these lines gives.

    grams (trials, batches, 2 lines, 2 lines): mean over a batch of f f', with the features
    f = (relu(z_1), ..., relu(z_R), relu(-z_1), ..., relu(-z_R)); target (trials, 2 lines): the masses behind
    the outputs. The loss of masses m is (m - target)' gram (m - target): nothing cancels near the target.
    """

    grams: np.ndarray
    target: np.ndarray

    def __post_init__(self) -> None:
        if self.target.ndim != 2 or self.grams.ndim != 4:
            raise ValueError("grams must be (trials, batches, features, features), target (trials, features)")
        features = self.target.shape[1]
        wanted = (len(self.target), self.grams.shape[1], features, features)
        if self.grams.shape != wanted or not self.grams.size:
            raise ValueError(f"grams of shape {self.grams.shape} do not fit a target of {self.target.shape}")


Batches = ShuffledBatches | SharedBatches | FixedBatches


def data_of(batches: Batches) -> tuple[np.ndarray, np.ndarray]:
    """The numbers behind the batches: grams and target, or projections and outputs."""
    if isinstance(batches, FixedBatches):
        return batches.grams, batches.target
    return batches.projections, batches.outputs


@dataclass(frozen=True)
class Ends:
    """Where each trial ended.

    weights (trials, neurons); stop_epoch (trials,): epochs run; losses (trials, epochs), float64: mean batch loss of
    each epoch, each taken before its step, NaN after the stop; diverged (trials,): a loss was not finite, so
    that the trial has no verdict; streams: the random numbers as the training left them.
    """

    weights: np.ndarray
    stop_epoch: np.ndarray
    losses: np.ndarray
    diverged: np.ndarray
    streams: Streams | None


def check_match(problem: Problem, batches: Batches) -> None:
    """Raise ValueError unless the batches are for as many trials and lines, in the same precision and finite."""
    data, other = data_of(batches)
    lines = data.shape[-1] / 2 if isinstance(batches, FixedBatches) else data.shape[-1]
    each = max(problem.trials // max(len(data), 1), 1) if isinstance(batches, SharedBatches) else 1
    if (len(data) * each, lines) != (problem.trials, problem.lines):
        raise ValueError(
            f"batches are for {len(data) * each} trials on {lines:g} lines, the starting weights "
            f"for {problem.trials} trials on {problem.lines}"
        )
    if data.dtype != problem.start.dtype or other.dtype != problem.start.dtype:
        raise ValueError(f"data of {data.dtype}, {other.dtype} do not fit weights of {problem.start.dtype}")
    if not (np.isfinite(data).all() and np.isfinite(other).all()):
        raise ValueError("batches must be finite")


def masses(weights: np.ndarray, line_of: np.ndarray) -> np.ndarray:
    """Masses (trials, 2 lines) of weights (trials, neurons): sums of relu(c) for each line, then of relu(-c)."""
    member = (line_of[:, None] == np.arange(line_of.max() + 1)).astype(weights.dtype)
    return np.concatenate([np.maximum(weights, 0) @ member, np.maximum(-weights, 0) @ member], axis=1)


def features(projections: np.ndarray) -> np.ndarray:
    """Features (..., 2 lines) of projections (..., lines): relu(z) for each line, then relu(-z)."""
    return np.concatenate([np.maximum(projections, 0), np.maximum(-projections, 0)], axis=-1)
