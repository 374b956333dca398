"""Random networks and targets in float64: the library's risks, slopes and restricted optima against the statements."""

import numpy as np

from pnn.kernels import abs_gram
from pnn.landscape import forces, is_local_minimum
from pnn.optimum import gram_optimum, population_problem
from pnn.risk import population_risk
from verification.methods import numerical
from verification.methods.numerical import AtMost, Cases, Same
from verification.papers.pnn2017.landscape.search import random_lines
from verification.streams import streams

FIXED = tuple(range(10))  # streams of the first instances, the same for every seed: they refute the variants


def instance(rng, balanced=False):
    """Signs (lines,), lines (lines, inputs), target weights; balanced: weights that sum to zero."""
    inputs = int(rng.integers(2, 7))
    lines = random_lines(rng, int(rng.integers(1, 6)), inputs)
    target = rng.standard_normal((int(rng.integers(1, 6)), inputs))
    if balanced:
        target = np.vstack([target, -target.sum(axis=0)])
    return rng.choice([-1.0, 1.0], len(lines)), lines, target


def blocks(directions, target):
    """A, B, C, q* and the sum of the target's weights."""
    sizes = np.linalg.norm(target, axis=1)
    rows = target / sizes[:, None]
    return abs_gram(directions, directions), abs_gram(directions, rows), abs_gram(rows, rows), sizes, target.sum(axis=0)


def stationary(directions, target, balance=1.0):
    """(A + D D')^-1 (B q* + D w0)."""
    a, b, _, sizes, total = blocks(directions, target)
    return np.linalg.solve(a + directions @ directions.T, b @ sizes + balance * directions @ total)


@numerical.check(
    "pnn.equation-7.13",
    "stationary",
    wrong={"without the linear part": {"odd": 0.0}, "half of the target": {"target_share": 0.5}},
)
def forces_of_the_library(rng, instances, odd=1.0, target_share=1.0):
    """Half of $D z + A q - B q^*$ against the library's two forces, at random masses."""
    found, stated = [], []
    for _ in range(instances):
        signs, lines, target = instance(rng)
        directions, masses = signs[:, None] * lines, rng.uniform(0.1, 2, len(lines))
        up, even = forces(lines, target, np.where(signs > 0, masses, 0), np.where(signs < 0, masses, 0))
        a, b, _, sizes, total = blocks(directions, target)
        stated.append((odd * directions @ (directions.T @ masses - total) + a @ masses - target_share * b @ sizes) / 2)
        found.append(signs * up + even)
    yield Same("slopes", np.concatenate(found), np.concatenate(stated), 1e-12)


@numerical.check(
    "pnn.lemma-3",
    "balance",
    wrong={"w0 added": {"sign": 1.0}, "I without its addition": {"curved": 0.0}},
)
def balance_of_the_normal_equation(rng, instances, sign=-1.0, curved=1.0):
    r"""$z$ by (7.16) against $D^\top q - w_0$ with $q$ from the linear system (7.13), to $10^{-8}$ of the target's
    weights."""
    for index in range(instances):
        signs, lines, target = instance(rng)
        directions = signs[:, None] * lines
        a, b, _, sizes, total = blocks(directions, target)
        through = np.linalg.solve(a, directions)
        stiff = np.eye(lines.shape[1]) + curved * directions.T @ through
        z = np.linalg.solve(stiff, through.T @ b @ sizes + sign * total)
        unit = sizes.sum()
        yield Same(f"instance {index}", z + unit, directions.T @ stationary(directions, target) - total + unit, 1e-8)


@numerical.check(
    "pnn.lemma-3",
    "criterion",
    wrong={
        "without the sum of the target's weights": {"balance": 0.0},
        "masses above $-1$ suffice": {"least": -1.0},
        "masses above 1 wanted": {"least": 1.0},
    },
)
def restricted_optimum(rng, instances, balance=1.0, least=0.0):
    """The least risk over the closed region, by non-negative least squares: it puts mass on every line exactly where
    the stationary masses are positive, and then these are its masses and pass the first-order test."""
    failed, tried = {True: 0, False: 0}, {True: 0, False: 0}
    for stream in streams(rng, max(instances // 3, 20), FIXED):
        signs, lines, target = instance(stream)
        problem = population_problem(lines, target)
        allowed = np.column_stack([signs > 0, signs < 0])
        best = gram_optimum(problem.gram, problem.moment, problem.constant, allowed)
        masses, found = stationary(signs[:, None] * lines, target, balance), best.positive + best.negative
        inside = bool((masses > least).all())
        if inside:
            same = np.allclose(masses, found, atol=1e-7 * np.abs(found).max(initial=1.0))
            failed[inside] += not (same and is_local_minimum((signs * masses)[:, None] * lines, lines, target))
        elif masses.min() < least - 1e-9:
            failed[inside] += found.min() > 1e-9
        tried[inside] += 1
    yield Cases("regions with a local minimum", failed[True], tried[True])
    yield Cases("regions without", failed[False], tried[False])


def value_at(directions, target):
    """The library's risk at the stationary masses, and the blocks; nothing where a mass is not positive."""
    masses = stationary(directions, target)
    return population_risk(masses[:, None] * directions, target) if masses.min() > 0 else None


@numerical.check(
    "pnn.equation-7.14",
    "value",
    wrong={"plus for minus in $S$": {"sign": 1.0}, "$|z|^2$ alone": {"curved": 0.0}},
)
def risk_of_the_library(rng, instances, sign=-1.0, curved=1.0):
    r"""$\frac14 z^\top (I + D^\top A^{-1} D) z + \frac14 {q^*}^\top S q^*$ against the library's risk at the local
    minima of random regions."""
    found, stated = [], []
    for stream in streams(rng, instances, FIXED):
        signs, lines, target = instance(stream)
        directions = signs[:, None] * lines
        risk = value_at(directions, target)
        if risk is not None:
            a, b, c, sizes, total = blocks(directions, target)
            z = directions.T @ stationary(directions, target) - total
            stiff = np.eye(len(z)) + curved * directions.T @ np.linalg.solve(a, directions)
            schur = c + sign * b.T @ np.linalg.solve(a, b)
            found.append(risk / (sizes @ sizes))
            stated.append((z @ stiff @ z + sizes @ schur @ sizes) / (4 * sizes @ sizes))
    yield Same("risk in units of |q*|^2", found, stated, 1e-9)


def matrix_norm(directions, target):
    """||C - B'(A + D D')^-1 B||."""
    a, b, c, _, _ = blocks(directions, target)
    return np.linalg.norm(c - b.T @ np.linalg.solve(a + directions @ directions.T, b), 2)


@numerical.check(
    "pnn.theorem-12",
    "bound",
    wrong={"0.24 for a quarter": {"share": 0.24}, "a target of any sum": {"balanced": False}},
)
def local_minima_below_the_bound(rng, instances, share=0.25, balanced=True):
    r"""Risks of the local minima of random regions are at most $\frac14 |q^*|^2 \|M\|$, for targets that sum to zero.

    Every third target is one neuron and its opposite, for which the bound is attained.
    """
    for index, stream in enumerate(streams(rng, instances, FIXED)):
        signs, lines, target = instance(stream, balanced)
        if index % 3 == 0 and balanced:
            target = np.vstack([target[:1], -target[:1]])
        directions = signs[:, None] * lines
        risk = value_at(directions, target)
        if risk is not None:
            bound = share * np.sum(target**2) * matrix_norm(directions, target)
            yield AtMost(f"instance {index}", risk / np.sum(target**2), bound / np.sum(target**2))


@numerical.check(
    "pnn.assumption-1",
    "repaired-bound",
    wrong={"without $|w_0|$": {"linear": 0.0}, "a quarter of $|w_0|$": {"linear": 0.25}},
)
def local_minima_below_the_repaired_bound(rng, instances, linear=1.0):
    r"""Twice the root of the risk at the local minima of random regions is at most $\|M\|^{1/2} |q^*| + |w_0|$."""
    for index, stream in enumerate(streams(rng, instances, FIXED)):
        signs, lines, target = instance(stream)
        directions = signs[:, None] * lines
        risk = value_at(directions, target)
        if risk is not None:
            size = np.sqrt(np.sum(target**2))
            bound = np.sqrt(matrix_norm(directions, target)) + linear * np.linalg.norm(target.sum(axis=0)) / size
            yield AtMost(f"instance {index}", 2 * np.sqrt(risk) / size, bound)
