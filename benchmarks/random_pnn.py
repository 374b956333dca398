"""Random networks: ten restarts on shared shuffles as matrix products, against a single one by autograd.

And the same as a share of the rate at which this machine multiplies float32 matrices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from benchmarks import machine
from benchmarks.harness import Case, Row, agree, row, turns
from benchmarks.references import sgd
from pnn.training.permutations import shuffle
from pnn.training.problem import Ends, Problem, Schedule, SharedBatches, Streams
from pnn.training.train import train
from verification.papers.pnn2017.experiments.random_pnn.networks import Simulation, make
from verification.papers.pnn2017.experiments.random_pnn.settings import Settings

SIZES = (10, 50, 100)
RESTARTS, SAMPLES, BATCH = 10, 10_000, 100
EPOCHS, REFERENCE_EPOCHS = 100, 2
ROUNDS, PEAK_ROUNDS = 7, 13


def settings(neurons: int) -> Settings:
    """The shipped experiment, one simulation of it."""
    return Settings(
        mode="fresh", first=0, neurons=neurons, inputs=15, target_neurons=20, simulations=1, restarts=RESTARTS,
        samples=SAMPLES, batch=BATCH, epochs=100, learning_rate=1e-3, decay=0.95, decay_epochs=390.0, stop_loss=1e-5,
        stop_window=10, seed=20171004, device="cpu", engine="compiled",
    )  # fmt: skip


class Restarts:
    """One simulation with its restarts, for both programs."""

    def __init__(self, neurons: int, number: int = 0) -> None:
        self.neurons, self.simulation = neurons, make(settings(neurons), number)
        self.line_of = np.repeat(np.arange(neurons // 2), 2)
        assert self.simulation.starts is not None
        self.problem = Problem(self.simulation.starts.astype(np.float32), self.line_of)
        self.projections = (self.simulation.train @ self.simulation.lines.T).astype(np.float32)
        self.outputs = self.simulation.outputs(self.simulation.train).astype(np.float32)

    def schedule(self, epochs: int) -> Schedule:
        """That of the experiment, cut after some epochs."""
        return Schedule(epochs, 1e-3, 0.0, 0.95, 390.0, 1e-5, 10)

    def engine(self, epochs: int) -> Ends:
        """All restarts at once."""
        streams = Streams(self.simulation.key[None], np.array([self.simulation.position]))
        batches = SharedBatches(self.projections[None], self.outputs[None], BATCH, streams)
        return train(self.problem, self.schedule(epochs), batches, engine="compiled", device="cpu")

    def reference(self, epochs: int, restart: int = 0) -> np.ndarray:
        """One restart by itself."""
        orders, samples = shuffles(self.simulation, epochs), self.projections[:, self.line_of]
        return sgd.train(self.problem.start[restart], samples, self.outputs, orders, self.schedule(epochs), BATCH)[0]


def shuffles(simulation: Simulation, epochs: int) -> Iterator[np.ndarray]:
    """The permutations that all restarts share."""
    key, position, words = simulation.key.copy(), simulation.position, np.empty(624, np.uint32)
    for _ in range(epochs):
        order = np.arange(SAMPLES, dtype=np.uint32)
        position = shuffle(key, position, order, words)
        yield order


def compare(neurons: int) -> Iterator[Row]:
    """Time of an epoch of a restart by both, and the same weights."""
    restarts, name = Restarts(neurons), f"random_pnn_k{neurons}"
    ended = restarts.engine(REFERENCE_EPOCHS).weights
    for restart in (0, RESTARTS - 1):
        theirs = restarts.reference(REFERENCE_EPOCHS, restart)
        agree(f"{name}, weights of restart {restart}", ended[restart], theirs, 1e-4)
    theirs, ours = turns(lambda: restarts.reference(REFERENCE_EPOCHS), lambda: restarts.engine(EPOCHS), ROUNDS)
    ratios = theirs / REFERENCE_EPOCHS / (ours / EPOCHS / RESTARTS)
    what = f"{RESTARTS} restarts on shared shuffles, k = {neurons}, against one at a time by autograd, an epoch of each"
    yield row(name, ratios, 150.0, what)


def share_of_peak(neurons: int, product: Callable[[], object]) -> Iterator[Row]:
    """Multiplications and additions of the two products of a batch, over all time of the training."""
    restarts = Restarts(neurons)
    peak, ours = turns(product, lambda: restarts.engine(EPOCHS), PEAK_ROUNDS, least=0.2)
    rate = EPOCHS * RESTARTS * SAMPLES * 4.0 * neurons / ours
    target = 0.25 if neurons >= 50 else None
    what = f"the same, k = {neurons}, as a share of the float32 matrix-product rate"
    yield row(f"random_pnn_peak_k{neurons}", rate / (machine.operations() / peak), target, what)


def cases() -> Iterator[Case]:
    """The ratios, then the shares of the peak."""
    for neurons in SIZES:
        yield Case((f"random_pnn_k{neurons}",), partial(compare, neurons))
    for neurons in SIZES:
        measure = partial(_share_of_peak_of_best_library, neurons)
        yield Case((f"random_pnn_peak_k{neurons}",), measure)


def _share_of_peak_of_best_library(neurons: int) -> Iterator[Row]:
    yield from share_of_peak(neurons, machine.best_product()[1])
