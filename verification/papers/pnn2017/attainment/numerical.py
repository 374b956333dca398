"""Random networks in floating point: the library's optima and Schur complements against the condition."""

import numpy as np
from scipy.special import betaincinv

from pnn.lines import random_lines
from pnn.optimum import population_optimum
from verification.drawn_once import drawn_once
from verification.methods import numerical
from verification.methods.numerical import AtMost, Cases
from verification.papers.pnn2017.mismatched.small_nets import (
    bound_of,
    even_masses,
    mean_square,
    problems,
    room_for_signs,
)

LEVEL = 1e-7  # chance with which an exact interval misses: of four, less than once in a million


@drawn_once
def optima(rng, instances):
    """Of small random networks the lines, the sum of the target weights, psi11^-1 psi12 q*, and the optimum less the
    bound in units of the mean square."""
    found = []
    for lines, target in problems(rng, instances):
        gap = (population_optimum(lines, target).risk - bound_of(lines, target)) / mean_square(target)
        found.append((lines, target.sum(axis=0), even_masses(lines, target), gap))
    return found


@numerical.check(
    "pnn.attainment",
    "condition",
    wrong={
        "masses alone, no signed sums": {"signs": False},
        "signed sums alone, masses of any sign": {"masses": np.abs},
        "half the masses": {"masses": lambda q: q / 2},
    },
)
def optimum_against_a_linear_program(rng, instances, signs=True, masses=np.array):
    """Whether the optimum of the masses reaches the bound, against the condition, over small random networks.

    A gap below $10^{-9}$ of the mean square counts as none; cases within $10^{-4}$ of the condition's boundary are left
    out.
    """
    failed = tried = 0
    for lines, total, even, gap in optima(rng, max(instances, 100)):
        q = masses(even)
        room = room_for_signs(lines, total, q) if signs else q.min()
        if abs(room) < 1e-4:
            continue
        failed += (gap < 1e-9) != (room > 0)
        tried += 1
    yield Cases("networks judged differently", failed, tried)


@numerical.check(
    "pnn.attainment",
    "rank",
    wrong={"the whole squared distance": {"share": 1.0}, "bound a tenth higher": {"factor": 1.1}},
)
def fewer_lines_than_inputs(rng, instances, share=0.25, factor=1.0):
    """The least risk less the bound is at least a quarter of the squared distance of $w_0$ from the lines' span, for
    one line fewer than inputs."""
    for index in range(max(instances // 5, 40)):
        inputs = 3 + index % 4
        lines = random_lines(inputs - 1, inputs, rng)
        target = rng.standard_normal((1 + index % 5, inputs))
        total = target.sum(axis=0)
        away = share * np.sum((total - np.linalg.pinv(lines) @ (lines @ total)) ** 2)
        excess = population_optimum(lines, target).risk - factor * bound_of(lines, target)
        yield AtMost(f"instance {index}", away - excess, 0.0, 1e-9)


@drawn_once
def networks_of_figure_11(rng, draws, lines, neurons):
    """Random lines, the sum of the target weights and psi11^-1 psi12 q* for 15 inputs, target neurons N(0, I/15), or
    for none a target of both signs on every line."""
    found = []
    for _ in range(draws):
        rows, target = random_lines(lines, 15, rng), rng.standard_normal((neurons, 15)) / np.sqrt(15)
        if neurons == 0:
            target = np.concatenate([rows, -rows])
        found.append((rows, target.sum(axis=0), even_masses(rows, target)))
    return found


@numerical.check(
    "pnn.attainment",
    "seldom",
    wrong={
        "targets with both signs on every line": {"neurons": 0},
        "masses three times as large and without their signs": {"masses": lambda q: 3 * np.abs(q)},
    },
)
def random_networks_of_figure_11(rng, instances, neurons=20, masses=np.array):
    """Lower ends of exact binomial intervals for the chance that the bound is attained, at 20 to 100 lines: refused
    where one is above a quarter."""
    draws = max(instances // 2, 60)
    for lines in (20, 25, 50, 100):
        attained = 0
        for rows, total, even in networks_of_figure_11(rng, draws, lines, neurons):
            q = masses(even)
            attained += q.min() >= 0 and room_for_signs(rows, total, q) >= 0
        least = betaincinv(attained, draws - attained + 1, LEVEL) if attained else 0.0
        yield AtMost(f"{lines} lines, {attained} of {draws} attained", least, 0.25, 0.01)
