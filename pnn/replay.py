"""The random numbers of the authors' published programs, draw by draw: the one home of NumPy's legacy RandomState.

Feizi, Javadi, Zhang & Tse, arXiv:1710.02196, and their public repository jessemzhang/porcupine_neural_networks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

TRIALS = 100  # of each ratio in the published program; also the stride of its seeds
FIRST_RATE = 1e-4  # of the runs behind Figure 10a
FIRST_RUNS = {2: 3}  # ratio -> trials first trained at FIRST_RATE, with numbers from the same stream
SIMULATIONS = 50  # of each number of neurons in the random-network program; also the stride of its seeds


@dataclass(frozen=True)
class DegreeOneDraws:
    """Random numbers of one trial: target and start (neurons,), samples (samples, inputs), float32 as trained with.

    key (624,) and position: the generator that shuffles the samples, as it stands before the first epoch.
    """

    target: np.ndarray
    start: np.ndarray
    samples: np.ndarray
    key: np.ndarray
    position: int


def degree_one(ratio: int, trial: int, inputs: int = 5, samples: int = 10_000) -> DegreeOneDraws:
    """The draws of a trial of Figure 10: one seed serves target and samples, the next one start and shuffles.

    Raises ValueError where the published program has no such trial.
    """
    if ratio < 1 or not 0 <= trial < TRIALS:
        raise ValueError(f"the published program has {TRIALS} trials of each ratio, and no {trial} of {ratio}")
    seed = (ratio - 1) * TRIALS + trial
    target = _one_input_each(np.random.RandomState(seed), ratio, inputs)
    drawn = np.random.RandomState(seed).normal(0, 1, (samples, inputs))
    stream = np.random.RandomState(seed + 1)
    start = _one_input_each(stream, ratio, inputs)
    _, key, position, *_ = stream.get_state()
    single = [array.astype(np.float32) for array in (target, start, drawn)]
    return DegreeOneDraws(single[0], single[1], single[2], np.asarray(key, np.uint32), int(position))


def _one_input_each(stream: np.random.RandomState, ratio: int, inputs: int) -> np.ndarray:
    """Normal weights from every input to every neuron, of which neuron i keeps that from input i // ratio."""
    neurons = np.arange(inputs * ratio)
    return stream.normal(0, 1, (inputs * ratio, inputs))[neurons, neurons // ratio]


@dataclass(frozen=True)
class RandomNetworkDraws:
    """Random numbers of one simulation of Figure 11a: a dense target, samples to train and test on, and lines.

    target (target neurons, inputs); train, test (samples, inputs); lines (lines, inputs), unit rows; key (624,) and
    position: the generator as it stands before the first restart.
    """

    target: np.ndarray
    train: np.ndarray
    test: np.ndarray
    lines: np.ndarray
    key: np.ndarray
    position: int


def random_network(
    neurons: int, simulation: int, inputs: int = 15, target_neurons: int = 20, samples: int = 10_000
) -> RandomNetworkDraws:
    """The draws of a simulation: one seed serves target and training samples, the next one all the rest.

    Raises ValueError where the published program has no such simulation.
    """
    if neurons < 2 or neurons % 2 or not 0 <= simulation < SIMULATIONS:
        raise ValueError(
            f"the published program has {SIMULATIONS} simulations of each even number of neurons, "
            f"and no {simulation} of {neurons}"
        )
    seed = (neurons - 1) * SIMULATIONS + simulation + 1
    target = np.random.RandomState(seed).normal(0, 1 / np.sqrt(inputs), (inputs, target_neurons))
    train = np.random.RandomState(seed).normal(0, 1, (samples, inputs))
    stream = np.random.RandomState(seed + 1)
    test = stream.normal(0, 1, (samples, inputs))
    lines = stream.normal(0, 1, (inputs, neurons // 2))
    _, key, position, *_ = stream.get_state()
    units = (lines / np.linalg.norm(lines, axis=0)).T
    return RandomNetworkDraws(target.T, train, test, units, np.asarray(key, np.uint32), int(position))


def scalings(key: np.ndarray, position: int, neurons: int) -> tuple[np.ndarray, np.ndarray, int]:
    """Starting weights (neurons,), two neurons a line, of the next restart, and the generator behind them.

    They are uniform on (0, 1), those of even number negated. The generator then shuffles the samples of every epoch,
    and goes on to the next restart: `key` (624,) and `position` are where the restart before has left it.
    """
    stream = np.random.RandomState(0)
    stream.set_state(("MT19937", key, position, 0, 0.0))
    start = stream.uniform(0, 1, neurons)
    start[::2] *= -1
    _, moved, place, *_ = stream.get_state()
    return start, np.asarray(moved, np.uint32), int(place)
