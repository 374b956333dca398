"""The simulations of the random-network experiment: dense targets, samples and lines, and what the optima are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pnn import replay
from pnn.lines import random_lines, split_rows
from pnn.optimum import empirical_optimum, mass_risks, population_optimum
from pnn.risk import population_risk
from pnn.schur import schur_complement
from pnn.training.problem import features
from verification.experiments.seeds import generator
from verification.papers.pnn2017.experiments.random_pnn.settings import Settings


@dataclass(frozen=True)
class Simulation:
    """A dense target (target neurons, inputs), samples (samples, inputs) to train and test on, lines (lines, inputs).

    key (624,) and position: the generator that draws what the restarts need. starts (restarts, neurons): their
    starting weights, where these do not come from the same generator one after the other, as in a replay.
    """

    target: np.ndarray
    train: np.ndarray
    test: np.ndarray
    lines: np.ndarray
    key: np.ndarray
    position: int
    starts: np.ndarray | None = None

    def outputs(self, samples: np.ndarray) -> np.ndarray:
        """The target's outputs, shape (samples,), float64."""
        return np.maximum(samples @ self.target.T, 0).sum(axis=1)


def make(settings: Settings, number: int) -> Simulation:
    """Simulation `number` of a job, the same whatever else the job holds."""
    if settings.mode == "replay":
        sizes = settings.inputs, settings.target_neurons, settings.samples
        draws = replay.random_network(settings.neurons, number, *sizes)
        return Simulation(draws.target, draws.train, draws.test, draws.lines, draws.key, draws.position)
    random = generator(settings.seed, "random-pnn", settings.neurons, number)
    target = random.standard_normal((settings.target_neurons, settings.inputs)) / np.sqrt(settings.inputs)
    train, test = random.standard_normal((2, settings.samples, settings.inputs))
    lines = random_lines(settings.neurons // 2, settings.inputs, random)
    starts = random.uniform(0, 1, (settings.restarts, settings.neurons))
    starts[:, ::2] *= -1
    key = random.integers(0, 2**32, 624, np.uint32)
    return Simulation(target, train, test, lines, key, len(key), starts)


SIMULATION_ARRAYS = {
    "population_optimum": ("E y^2", "least risk of any network on the lines with two neurons each"),
    "empirical_optimum_test": (
        "mean square of test y",
        "test error of the network that is best in training",
    ),
    "empirical_optimum_train": ("mean square of test y", "its error on the training sample: the least there"),
    "schur_value": ("E y^2", "q*' S q* / 4 with the Schur complement S: a lower bound of the risk, seldom attained"),
    "affine_optimum": ("E y^2", "least risk of any affine function of the inputs"),
    "output_mean": ("", "E y, the target's mean over normal inputs"),
    "output_variance": ("", "Var y"),
    "test_mean": ("", "mean of y over the test sample"),
    "test_variance": ("", "variance of y over the test sample"),
}
RESTART_ARRAYS = {
    "train_mse": ("mean square of test y", "error on the training sample at the end"),
    "test_mse": ("mean square of test y", "error on the test sample at the end"),
    "population_mse": ("E y^2", "risk of the trained network, exact"),
}


def judge(simulation: Simulation, masses: np.ndarray) -> dict[str, np.ndarray | float]:
    """What is known of a simulation and of its trained networks, masses (restarts, 2 lines), by the names above."""
    train, test = (features(samples @ simulation.lines.T) for samples in (simulation.train, simulation.test))
    wanted, unseen = simulation.outputs(simulation.train), simulation.outputs(simulation.test)
    power = float(np.mean(unseen**2))
    square = _mean_square(simulation.target)
    best = empirical_optimum(simulation.lines, simulation.train, wanted)
    fitted = np.concatenate([best.positive, best.negative])
    mean, variance = _moments(simulation.target, square)
    return {
        "train_mse": _errors(train, wanted, masses) / power,
        "test_mse": _errors(test, unseen, masses) / power,
        "population_mse": mass_risks(simulation.lines, simulation.target, masses) / square,
        "population_optimum": population_optimum(simulation.lines, simulation.target).risk / square,
        "empirical_optimum_test": float(_errors(test, unseen, fitted[None])[0]) / power,
        "empirical_optimum_train": best.risk / power,
        "schur_value": _schur_value(simulation) / square,
        "affine_optimum": _affine_risk(simulation.target, variance) / square,
        "output_mean": mean,
        "output_variance": variance,
        "test_mean": float(unseen.mean()),
        "test_variance": float(unseen.var()),
    }


def _errors(table: np.ndarray, wanted: np.ndarray, masses: np.ndarray) -> np.ndarray:
    """Mean squared errors of networks with these masses (networks, 2 lines) at features (samples, 2 lines)."""
    return np.square(table @ masses.T - wanted[:, None]).mean(axis=0)


def _mean_square(target: np.ndarray) -> float:
    """E y^2: the risk of a network without weights."""
    return population_risk(np.zeros_like(target[:1]), target)


def _moments(target: np.ndarray, square: float) -> tuple[float, float]:
    """E y and Var y from E y^2: E relu(w.x) = |w| / sqrt(2 pi)."""
    mean = float(np.linalg.norm(target, axis=1).sum() / np.sqrt(2 * np.pi))
    return mean, square - mean**2


def _affine_risk(target: np.ndarray, variance: float) -> float:
    """What the best affine function leaves of Var y: its slopes are E x y, half the sum of the target's weights."""
    slopes = target.sum(axis=0) / 2
    return variance - float(slopes @ slopes)


def _schur_value(simulation: Simulation) -> float:
    """q*' S q* / 4, q* the norms of the target's weights: Corollary 4 of Feizi et al."""
    norms, units = split_rows(simulation.target)
    return float(norms @ schur_complement(simulation.lines, units) @ norms) / 4
