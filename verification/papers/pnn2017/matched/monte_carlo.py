"""Simulation of matched risks and of random sign regions from their definitions."""

from math import comb

import numpy as np

from verification.methods import monte_carlo

FORMS = ("pnn2017/kernel",)
INPUTS = 5
LINES = np.array(
    [[2, 1, 0, 0, 1], [0, 3, 1, -1, 0], [1, 0, -2, 0, 2], [1, 1, 1, 1, 1], [0, 0, 1, 4, -1], [3, 0, 0, 1, 0]]
)
NETWORK = ([0, 0, 1, 2, 2, 3, 4, 5], [1.5, -0.5, 0.75, 1.0, -1.0, -0.5, 2.0, 0.25])  # lines, coefficients
TARGET = ([0, 1, 1, 2, 3, 3, 4, 5], [0.5, 1.25, -0.5, -1.5, 1.0, -1.0, 1.0, -0.75])
UNIT_LINES = LINES / np.linalg.norm(LINES, axis=1, keepdims=True)


def network(lines, neurons):
    """Weights (neurons, inputs) from lines (lines, inputs) and pairs of line and coefficient."""
    home, coefficients = neurons
    return np.asarray(coefficients, dtype=float)[:, None] * lines[np.asarray(home)]


def simulated_risk(rng, samples, weights, target_weights):
    """Mean of (h - h*)^2 over Gaussian inputs."""

    def draw(count):
        x = rng.standard_normal((count, weights.shape[1]))
        outputs = (np.maximum(x @ w.T, 0).sum(axis=1) for w in (weights, target_weights))
        return (next(outputs) - next(outputs)) ** 2

    return {"risk": monte_carlo.mean_of(draw, samples)}


def sums(neurons, count, masses=lambda c: c):
    """Sums over the neurons of each line of the coefficients' `masses`, shape (count,)."""
    return np.bincount(neurons[0], masses(np.asarray(neurons[1], dtype=float)), count)


def matched_risk(forms, lines=UNIT_LINES, share=0.25, linear=lambda cosines: cosines, masses=np.abs):
    """The statement: a quarter of |z|^2 + (q - q*)' psi[K] (q - q*)."""
    gram = np.clip(lines @ lines.T, -1, 1)
    p = sums(NETWORK, len(lines)) - sums(TARGET, len(lines))
    q = sums(NETWORK, len(lines), masses) - sums(TARGET, len(lines), masses)
    return {"risk": share * (p @ linear(gram) @ p + q @ forms["psi"](gram) @ q)}


@monte_carlo.check(
    "pnn.theorem-6",
    "value",
    predicts=matched_risk,
    wrong={
        "a half for a quarter": {"share": 0.5},
        "acute angles in the linear part": {"linear": np.abs},
        "sums of $w$ in the kernel part": {"masses": lambda c: c},
    },
)
def six_lines_in_five_inputs(rng, samples):
    """The mean of $(h - h^*)^2$ for eight neurons on six lines in five inputs against eight target neurons on the
    same lines."""
    return simulated_risk(rng, samples, network(UNIT_LINES, NETWORK), network(UNIT_LINES, TARGET))


PLANE_AND_AXIS = np.array([[1, 0, 0], [0, 1, 0], [0.6, 0.8, 0], [0, 0, 1]])
THREE_MIXED = (
    [0, 0, 1, 1, 2, 2, 3, 3],
    [s * c for c in (1.24576711, 1.23590559, 1.03614409) for s in (1, -1)] + [0.33517379] * 2,
)
PLUS_MINUS = ([0, 0, 1, 1, 2, 2, 3, 3], [1, -1] * 4)


def value_with_three_mixed_lines(forms, of=lambda kappa: kappa / (1 + kappa)):
    """kappa/(1 + kappa), kappa the Schur complement of psi[K] for the first three lines."""
    kernel = forms["psi"](np.clip(PLANE_AND_AXIS @ PLANE_AND_AXIS.T, -1, 1))
    kappa = kernel[3, 3] - kernel[3, :3] @ np.linalg.solve(kernel[:3, :3], kernel[:3, 3])
    return {"risk": of(kappa)}


@monte_carlo.check(
    "pnn.theorem-7",
    "dependent-lines",
    predicts=value_with_three_mixed_lines,
    wrong={"zero, as printed": {"of": lambda kappa: 0.0}, r"half of $\kappa$": {"of": lambda kappa: kappa / 2}},
)
def three_mixed_lines(rng, samples):
    """The risk at the local minimum with three mixed lines in a plane, weights to eight decimals."""
    weights, target_weights = network(PLANE_AND_AXIS, THREE_MIXED), network(PLANE_AND_AXIS, PLUS_MINUS)
    return simulated_risk(rng, samples, weights, target_weights)


SPREAD = np.array([[np.cos(t), np.sin(t)] for t in np.deg2rad([0, 60, 210])])
ONE_SIDED = ([0, 1, 2], [1.547597545, 1.547597545, 0.983772083])
HALVES = ([0, 1, 2, 2], [1, 1, 1, -1])


def value_with_zero_weights(forms, of=lambda risk: risk, obtuse=150):
    """1/2 - x J(30 degrees)/pi, with the arc-cosine function J from the kernel: J = pi (rho + psi(rho))/2."""
    j30, j60, j150 = (np.pi / 2 * (np.cos(t) + forms["psi"](np.cos(t))) for t in np.deg2rad([30, 60, obtuse]))
    x = j30 / (np.pi + j60 - 2 * j150**2 / np.pi)
    return {"risk": of(0.5 - x * j30 / np.pi)}


@monte_carlo.check(
    "pnn.theorem-7",
    "zero-weights",
    predicts=value_with_zero_weights,
    wrong={"zero, as printed": {"of": lambda risk: 0.0}, "120 degrees for 150": {"obtuse": 120}},
)
def zero_neurons(rng, samples):
    """The risk at the local minimum with zero neurons on two lines, weights to nine decimals."""
    return simulated_risk(rng, samples, network(SPREAD, ONE_SIDED), network(SPREAD, HALVES))


PLACES = {"2 inputs, 4 lines, 3 neurons": (2, 4, 3), "3 inputs, 5 lines, 2 neurons": (3, 5, 2)}


def share_of_good_regions(one_signed=2.0, more=0):
    """The statement: the binomial sum over at least d mixed lines, p = 2^(1 - t)."""

    def chance(inputs, lines, neurons):
        p = one_signed / 2**neurons
        return sum(comb(lines, j) * (1 - p) ** j * p ** (lines - j) for j in range(inputs + more, lines + 1))

    return {name: chance(*place) for name, place in PLACES.items()}


@monte_carlo.check(
    "pnn.example-2",
    "probability",
    predicts=share_of_good_regions,
    wrong={"one sign pattern a line, not two": {"one_signed": 1.0}, "more than $d$ lines": {"more": 1}},
)
def fair_signs(rng, samples):
    """The frequency of at least $d$ mixed lines among lines whose neurons have fair independent signs."""

    def draw(count):
        return {name: good(rng, count, *place) for name, place in PLACES.items()}

    return monte_carlo.means_of(draw, samples)


def good(rng, count, inputs, lines, neurons):
    """Whether at least `inputs` lines carry both signs, as 0.0 or 1.0, shape (count,)."""
    positive = rng.integers(0, 2, (count, lines, neurons), dtype=np.int8).sum(axis=2)
    return (((positive > 0) & (positive < neurons)).sum(axis=1) >= inputs).astype(float)
