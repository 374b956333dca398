"""Fully connected ReLU networks as values: their predictions, what lies between two of them, and training."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import prod

import numpy as np

DECAYS, FLOOR = (0.9, 0.999), 1e-8  # of the moments of Adam (Kingma & Ba, 2015)


@dataclass(frozen=True)
class Network:
    """Weights (outputs, inputs) and biases (outputs,) of every layer; a ReLU after each layer but the last."""

    weights: tuple[np.ndarray, ...]
    biases: tuple[np.ndarray, ...]

    def __post_init__(self) -> None:
        if not self.weights or len(self.weights) != len(self.biases):
            raise ValueError(
                f"wanted a bias for every layer, got {len(self.weights)} layers, {len(self.biases)} biases"
            )
        inputs = self.weights[0].shape[-1]
        for number, (weight, bias) in enumerate(zip(self.weights, self.biases, strict=True), 1):
            if weight.ndim != 2 or weight.shape[1] != inputs or bias.shape != weight.shape[:1]:
                raise ValueError(f"layer {number}: weights {weight.shape} and biases {bias.shape} on {inputs} inputs")
            inputs = len(bias)

    def __call__(self, samples: np.ndarray) -> np.ndarray:
        """Predictions (samples, outputs) for samples (samples, inputs)."""
        return self.activations(samples)[-1]

    def activations(self, samples: np.ndarray) -> list[np.ndarray]:
        """The samples, what every hidden layer makes of them, and the predictions."""
        values = [samples]
        for weight, bias in zip(self.weights[:-1], self.biases[:-1], strict=True):
            values.append(np.maximum(values[-1] @ weight.T + bias, 0))
        return [*values, values[-1] @ self.weights[-1].T + self.biases[-1]]

    def scaled(self, factor: float) -> Network:
        """The network whose last layer is multiplied by a factor, and with it every prediction."""
        *weights, last = self.weights
        *biases, shift = self.biases
        return Network((*weights, factor * last), (*biases, factor * shift))

    def towards(self, other: Network, share: float) -> Network:
        """The point of the straight segment of parameters at that share of the way to a network of the same sizes."""
        if [w.shape for w in self.weights] != [w.shape for w in other.weights]:
            raise ValueError("the two networks differ in their sizes")
        pairs = [list(zip(*both, strict=True)) for both in ((self.weights, other.weights), (self.biases, other.biases))]
        weights, biases = (tuple((1 - share) * here + share * there for here, there in both) for both in pairs)
        return Network(weights, biases)


def random_network(sizes: Sequence[int], rng: np.random.Generator) -> Network:
    """A network of these layer sizes, inputs first; a neuron's weights and bias are N(0, 2 / (inputs + 1)).

    Raises ValueError for fewer than two layers or an empty one.
    """
    if len(sizes) < 2 or min(sizes) < 1:
        raise ValueError(f"wanted two or more positive layer sizes, got {list(sizes)}")
    layers = [rng.normal(0, np.sqrt(2 / (n + 1)), (k, n + 1)) for n, k in pairwise(sizes)]
    return Network(tuple(layer[:, :-1] for layer in layers), tuple(layer[:, -1] for layer in layers))


def gradient(network: Network, samples: np.ndarray, slope: Callable[[np.ndarray], np.ndarray]) -> list[np.ndarray]:
    """Gradient in all weights, then all biases, by back-propagation of the loss's `slope` in the predictions."""
    values = network.activations(samples)
    errors = slope(values[-1])
    weights: list[np.ndarray] = []
    biases: list[np.ndarray] = []
    for weight, below in zip(reversed(network.weights), reversed(values[:-1]), strict=True):
        weights.insert(0, errors.T @ below)
        biases.insert(0, errors.sum(axis=0))
        errors = (errors @ weight) * (below > 0)
    return [*weights, *biases]


def train(
    network: Network, samples: np.ndarray, slope: Callable[[np.ndarray], np.ndarray], steps: int, rate: float
) -> Network:
    """The network after `steps` steps of Adam on all samples at once."""
    parameters = _flat((*network.weights, *network.biases))
    moving = _shaped(parameters, network)
    mean, square = (np.zeros_like(parameters) for _ in DECAYS)
    for step in range(1, steps + 1):
        bias = [1 - decay**step for decay in DECAYS]
        change = _flat(gradient(moving, samples, slope))
        mean += (1 - DECAYS[0]) * (change - mean)
        square += (1 - DECAYS[1]) * (change**2 - square)
        parameters -= rate * ((mean / bias[0]) / (np.sqrt(square / bias[1]) + FLOOR))
    return moving


def _flat(arrays: Sequence[np.ndarray]) -> np.ndarray:
    """All entries in a row."""
    return np.concatenate([array.ravel() for array in arrays])


def _shaped(parameters: np.ndarray, like: Network) -> Network:
    """The network of these parameters, weights first, which changes as they do."""
    shapes = [array.shape for array in (*like.weights, *like.biases)]
    ends = np.cumsum([prod(shape) for shape in shapes])
    parts = [part.reshape(shape) for part, shape in zip(np.split(parameters, ends[:-1]), shapes, strict=True)]
    return Network(tuple(parts[: len(like.weights)]), tuple(parts[len(like.weights) :]))
