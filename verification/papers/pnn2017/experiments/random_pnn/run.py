"""The random-network experiment (Feizi et al., arXiv:1710.02196, Figure 11): a mode and a number of neurons a job."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from pnn import replay, store
from pnn.training.problem import Problem, SharedBatches, ShuffledBatches, Streams, masses
from verification.experiments.job import Job
from verification.papers.pnn2017.experiments.random_pnn.networks import (
    RESTART_ARRAYS,
    SIMULATION_ARRAYS,
    Simulation,
    judge,
    make,
)
from verification.papers.pnn2017.experiments.random_pnn.settings import Settings
from verification.papers.pnn2017.training.job import Training, numbered

BLOCK = 25  # simulations in memory at once: some 200 MB at full scale
ENDS = {
    "stop_epoch": ("epochs", "epochs run until the early stop, or all of them"),
    "diverged": ("", "a loss was not finite: the errors mean nothing"),
}


def run(job: Job[Settings]) -> store.Group:
    """Train and judge the simulations of a job: arrays over `simulation`, or `simulation` and `restart`."""
    training, settings = Training(job), job.settings
    rows: list[dict] = []
    for done in range(0, settings.simulations, BLOCK):
        first, count = settings.first + done, min(BLOCK, settings.simulations - done)
        block = [make(settings, number) for number in range(first, first + count)]
        descend = _replay if settings.mode == "replay" else _share
        share = done / settings.simulations, (done + count) / settings.simulations
        weights, ends = descend(training, block, f"simulations-from-{first}", share)
        for row, simulation in enumerate(block):
            found = judge(simulation, masses(weights[row].astype(np.float64), _line_of(settings)))
            rows.append(found | {name: end[row] for name, end in ends.items()})
    columns = {name: np.array([row[name] for row in rows]) for name in rows[0]}
    both = {name: (columns[name], ("simulation", "restart"), *about) for name, about in (RESTART_ARRAYS | ENDS).items()}
    single = {name: (columns[name], ("simulation",), *about) for name, about in SIMULATION_ARRAYS.items()}
    return store.Group(
        axes={
            "simulation": numbered("simulation", settings.simulations, settings.first),
            "restart": numbered("restart", settings.restarts),
        },
        arrays={name: store.Array(*array) for name, array in (both | single).items()},
        attributes=training.attributes(),
    )


def _line_of(settings: Settings) -> np.ndarray:
    """The line of each neuron, shape (neurons,): two neurons in a row lie on one."""
    return np.repeat(np.arange(settings.neurons // 2), 2)


def _replay(
    training: Training[Settings], block: list[Simulation], part: str, share: tuple[float, float]
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """One restart after the other, each with the random numbers that the one before has left."""
    data = _data(block)
    keys, positions = [simulation.key for simulation in block], [simulation.position for simulation in block]
    ended, shares = [], np.linspace(*share, training.settings.restarts + 1).tolist()
    for restart, own in enumerate(pairwise(shares)):
        states = zip(keys, positions, strict=True)
        drawn = [replay.scalings(key, position, training.settings.neurons) for key, position in states]
        streams = Streams(np.stack([key for _, key, _ in drawn]), np.array([at for *_, at in drawn], np.int64))
        batches = ShuffledBatches(*data, training.settings.batch, streams)
        problem = Problem(np.stack([start for start, *_ in drawn]).astype(np.float32), _line_of(training.settings))
        ends = training.train(f"{part}-restart-{restart}", problem, batches, own)
        assert ends.streams is not None
        keys, positions = list(ends.streams.keys), [int(position) for position in ends.streams.positions]
        ended.append(ends)
    verdicts = {name: np.stack([getattr(ends, name) for ends in ended], axis=1) for name in ENDS}
    return np.stack([ends.weights for ends in ended], axis=1), verdicts


def _share(
    training: Training[Settings], block: list[Simulation], part: str, share: tuple[float, float]
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """All restarts of all simulations, those of one simulation on the same batches."""
    starts = np.concatenate([simulation.starts for simulation in block if simulation.starts is not None])
    keys = np.stack([simulation.key for simulation in block])
    streams = Streams(keys, np.array([simulation.position for simulation in block], np.int64))
    batches = SharedBatches(*_data(block), training.settings.batch, streams)
    ends = training.train(part, Problem(starts.astype(np.float32), _line_of(training.settings)), batches, share)
    shape = len(block), training.settings.restarts
    return ends.weights.reshape(*shape, -1), {name: getattr(ends, name).reshape(shape) for name in ENDS}


def _data(block: list[Simulation]) -> tuple[np.ndarray, np.ndarray]:
    """Projections (simulations, samples, lines) and outputs (simulations, samples) to train on, float32."""
    projections = [(simulation.train @ simulation.lines.T).astype(np.float32) for simulation in block]
    outputs = [simulation.outputs(simulation.train).astype(np.float32) for simulation in block]
    return np.stack(projections), np.stack(outputs)
