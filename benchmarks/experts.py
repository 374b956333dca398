"""Ours against what an expert would write on SciPy: the population optimum, and Schur complements of prefixes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np

from benchmarks.harness import Case, Row, agree, row, turns
from benchmarks.references import experts
from pnn.lines import random_lines
from pnn.optimum import MassProblem, Optimum, population_optimum, population_problem, solve
from pnn.schur import prefix_complements

NEURONS = {100: 8.0, 400: None, 1000: 20.0}  # and how many times faster than SciPy's least squares is wanted
LINES = (200, 500, 2000)
INPUTS, TARGET_NEURONS, TARGET_LINES, PREFIXES = 15, 20, 20, 20
PROBLEMS, ROUNDS = 3, 7


def draw(neurons: int, number: int) -> tuple[np.ndarray, np.ndarray]:
    """Lines for so many neurons, two on each, and a target's weights."""
    rng = np.random.default_rng([neurons, number])
    return random_lines(neurons // 2, INPUTS, rng), rng.standard_normal((TARGET_NEURONS, INPUTS)) / np.sqrt(INPUTS)


def masses(found: Optimum) -> np.ndarray:
    """Masses (2 lines,) on the lines, then on their opposites."""
    return np.concatenate([found.positive, found.negative])


def agreeing(name: str, problem: MassProblem, found: Optimum, theirs: np.ndarray) -> None:
    """The risks are the same to rounding, in units of the target's mean square."""
    risks = np.array([problem.risk(masses(found)), problem.risk(theirs)]) / problem.constant
    agree(f"{name}, risks", *risks, 1e-13)


def least_squares(neurons: int) -> Iterator[Row]:
    """From the Gram matrix on, and from its factor on for SciPy alone."""
    name, given, factored = f"expert_nnls_k{neurons}", [], []
    for number in range(PROBLEMS):
        problem = population_problem(*draw(neurons, number))
        parts = experts.factor(problem.gram, problem.moment)
        agreeing(name, problem, solve(problem), experts.nnls_of_factor(*parts))
        whole = lambda problem=problem: experts.nnls_of_factor(*experts.factor(problem.gram, problem.moment))  # noqa: E731
        ours = partial(solve, problem)
        for ratios, theirs in ((given, whole), (factored, partial(experts.nnls_of_factor, *parts))):
            theirs_seconds, ours_seconds = turns(theirs, ours, ROUNDS)
            ratios.append(theirs_seconds / ours_seconds)
    what = f"masses of the optimum from the same Gram matrix, k = {neurons}, against scipy.optimize.nnls"
    yield row(name, np.concatenate(given), NEURONS[neurons], f"{what} on a pivoted Cholesky factor")
    yield row(f"expert_nnls_factored_k{neurons}", np.concatenate(factored), None, f"{what}, given that factor")


def optimum(neurons: int) -> Iterator[Row]:
    """From the lines on, kernels and, on our side, all checks included."""
    name, ratios = f"expert_optimum_k{neurons}", []
    for number in range(PROBLEMS):
        lines, target = draw(neurons, number)
        theirs, ours = (partial(program, lines, target) for program in (experts.optimum, population_optimum))
        agreeing(name, population_problem(lines, target), ours(), theirs())
        theirs_seconds, ours_seconds = turns(theirs, ours, ROUNDS)
        ratios.append(theirs_seconds / ours_seconds)
    what = f"the optimum from the lines on, k = {neurons}, against NumPy's kernels and scipy.optimize.nnls"
    yield row(name, np.concatenate(ratios), None, what)


def schur(count: int) -> Iterator[Row]:
    """All prefixes from the lines on, kernels and, on our side, all checks included."""
    name, rng = f"expert_schur_{count}", np.random.default_rng(count)
    lines, targets = random_lines(count, INPUTS, rng), random_lines(TARGET_LINES, INPUTS, rng)
    sizes = np.arange(count // PREFIXES, count + 1, count // PREFIXES)

    def ours() -> np.ndarray:
        return np.stack([complement for _, complement in prefix_complements(lines, targets, sizes)])

    agree(name, ours(), experts.prefix_complements(lines, targets, sizes), 1e-12)
    theirs, mine = turns(partial(experts.prefix_complements, lines, targets, sizes), ours, 2 * ROUNDS + 1)
    yield row(name, theirs / mine, 1.0, f"{PREFIXES} prefixes of {count} lines against one cho_factor for all of them")


def cases() -> Iterator[Case]:
    """Least squares, optima, Schur complements."""
    for neurons in NEURONS:
        names = (f"expert_nnls_k{neurons}", f"expert_nnls_factored_k{neurons}")
        yield Case(names, partial(least_squares, neurons))
    for neurons in NEURONS:
        yield Case((f"expert_optimum_k{neurons}",), partial(optimum, neurons))
    for count in LINES:
        yield Case((f"expert_schur_{count}",), partial(schur, count))
