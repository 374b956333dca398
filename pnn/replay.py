"""The random numbers of the authors' published programs, draw by draw: the one home of NumPy's legacy RandomState.

Feizi, Javadi, Zhang & Tse, arXiv:1710.02196, and their public repository jessemzhang/porcupine_neural_networks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

TRIALS = 100  # of each ratio in the published program; also the stride of its seeds
FIRST_RATE = 1e-4  # of the runs behind Figure 10a
FIRST_RUNS = {2: 3}  # ratio -> trials first trained at FIRST_RATE, with numbers from the same stream


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
