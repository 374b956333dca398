"""The library's risk and local minima held against what is proved for degree-one networks."""

import numpy as np

from pnn.landscape import is_local_minimum, local_minimum_values
from pnn.risk import population_gradient, population_risk
from verification.drawn_once import drawn_once
from verification.methods import numerical
from verification.methods.numerical import Cases, Same

FORMS = ("pnn2017/degree_one",)
INPUTS, PER_INPUT = 3, 3  # of the descents


def random_net(rng, inputs, per_input=3):
    """Weights on the coordinate axes, shape (inputs * per_input, inputs)."""
    return np.repeat(np.eye(inputs), per_input, axis=0) * rng.standard_normal((inputs * per_input, 1))


@numerical.check(
    "pnn.theorem-4",
    "value",
    wrong={"0.1% more across": {"cross": 1.001}, "sizes for signed sums": {"odd": np.abs}},
)
def library_risk(rng, instances, forms, cross=1.0, odd=lambda w: w):
    """The library's population risk, by kernels of neurons, against the closed forms summed over inputs and pairs,
    for random networks of two to eight inputs."""
    for case in range(instances):
        inputs = int(rng.integers(2, 9))
        weights, target = random_net(rng, inputs), random_net(rng, inputs, 2)
        z = odd(weights).sum(axis=0) - odd(target).sum(axis=0)
        q = np.abs(weights).sum(axis=0) - np.abs(target).sum(axis=0)
        pairs = forms["degree_one_cross"](q[:, None], q[None, :])
        formula = forms["degree_one_own"](z, q).sum() + cross * (pairs.sum() - np.trace(pairs))
        scale = np.abs(weights).sum() ** 2 + np.abs(target).sum() ** 2
        yield Same(f"net {case}", population_risk(weights, target) + scale, formula + scale, 1e-13)


@numerical.check(
    "pnn.theorem-5",
    "slopes",
    wrong={"the other inputs left out": {"across": 0.0}, "forces without the half": {"half": 1.0}},
)
def library_gradient(rng, instances, across=2 / np.pi, half=0.5):
    """The library's gradient of the population risk along each neuron's axis against the forces, at random networks."""
    for case in range(instances):
        inputs = int(rng.integers(1, 7))
        weights, target = random_net(rng, inputs), random_net(rng, inputs, 2)
        matrix = (1 - across) * np.eye(inputs) + across
        g = half * (weights.sum(axis=0) - target.sum(axis=0))
        b = half * matrix @ (np.abs(weights).sum(axis=0) - np.abs(target).sum(axis=0))
        sizes, line_of = weights.sum(axis=1), np.repeat(np.arange(inputs), 3)
        found = population_gradient(weights, target)[np.arange(len(sizes)), line_of]
        scale = 10 * (1 + np.abs(g).max() + np.abs(b).max())
        yield Same(f"net {case}", found + scale, g[line_of] + np.sign(sizes) * b[line_of] + scale, 1e-13)


@numerical.check(
    "pnn.theorem-5",
    "one-signed-input",
    wrong={"half the square, as for one input": {"share": lambda k: 0.5}, r"$\kappa$ of one input more": {"more": 1}},
)
def library_minima(rng, instances, forms, share=lambda k: k / (1 + k), more=0):
    """The value predicted for each one-signed input and sign is among the library's local minimum values, for two to
    four inputs."""
    failed = tried = 0
    for _ in range(max(5, instances // 10)):
        inputs = int(rng.integers(2, 5))
        target = np.kron(np.eye(inputs), [[1.0], [-1.0]]) * rng.uniform(0.5, 2.0, (2 * inputs, 1))
        values, k = local_minimum_values(np.eye(inputs), target), float(forms["degree_one_kappa"](inputs + more))
        for r in range(inputs):
            masses = np.maximum(target[:, r], 0).sum(), -np.minimum(target[:, r], 0).sum()
            for positive, negative in (masses, masses[::-1]):
                if (1 + k) * positive > (1 - k) * negative:
                    tried += 1
                    failed += not np.isclose(values, share(k) * negative**2, rtol=1e-8, atol=0).any()
    yield Cases("bad minima", failed, tried)


@numerical.check(
    "pnn.theorem-5",
    "zero-weights",
    wrong={
        "one one-signed input allowed": {"most": 1},
        "only all positive inputs excluded": {"one_signed": lambda signs: (signs > 0).all(axis=2)},
        "twice the weights of the ends": {"times": 2},
    },
)
def ends_of_descent(rng, instances, most=0, one_signed=lambda signs: np.abs(signs.sum(axis=2)) == PER_INPUT, times=1):
    """Gradient descent from random starts: ends without a one-signed input have risk 0, and all ends are local minima.

    Eighty starts are the same for every seed. A weight that would cross zero stops there, and leaves it only downhill;
    both judgements are the library's.
    """
    weights, target = ends_of(rng, 4 * instances)
    ends = np.flatnonzero(one_signed(np.sign(weights)).sum(axis=1) <= most)
    risks = [population_risk(rows(weights[i]), rows(target[i])) for i in ends]
    yield Cases("ends without a one-signed input", int((np.array(risks) > 1e-10).sum()), len(ends))
    line_of = np.repeat(np.arange(INPUTS), PER_INPUT)
    stays = [
        is_local_minimum(rows(times * w), np.eye(INPUTS), rows(t), line_of)
        for w, t in zip(weights[-40:], target[-40:], strict=True)
    ]
    yield Cases("ends", stays.count(False), len(stays))


@drawn_once
def ends_of(rng, count):
    """The ends of 80 descents of a fixed stream and of `count` of this one, and their targets: see `descend`."""
    streams = (np.random.default_rng(0), 80), (rng, count)
    starts = [stream.standard_normal((2, size, INPUTS, PER_INPUT)) for stream, size in streams]
    weights, target = np.concatenate(starts, axis=1)
    return descend(weights, target), target


def descend(weights, target, steps=3000, rate=0.1):
    """Where descents from `weights` end; weights and target have the shape (count, inputs, neurons for each input)."""
    matrix = (1 - 2 / np.pi) * np.eye(INPUTS) + 2 / np.pi
    for _ in range(steps):
        g = (weights - target).sum(axis=2, keepdims=True) / 2
        b = (matrix @ (np.abs(weights) - np.abs(target)).sum(axis=2, keepdims=True)) / 2
        leave = np.minimum(b - g, 0) - np.minimum(b + g, 0)
        moved = weights - rate * (g + np.sign(weights) * b)
        kept = np.where(moved * weights > 0, moved, 0.0)
        weights = np.where(weights == 0, rate * leave, kept)
    return weights


def rows(weights):
    """Weights (inputs, neurons for each input) as a network's, shape (neurons, inputs)."""
    return np.repeat(np.eye(INPUTS), PER_INPUT, axis=0) * weights.reshape(-1, 1)
