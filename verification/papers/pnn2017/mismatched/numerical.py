"""Random networks in floating point: the library's risk, bound and optima against the statements."""

from functools import cache

import numpy as np

from pnn.kernels import abs_gram, relu_gram
from pnn.landscape import forces, local_minimum_values
from pnn.optimum import population_optimum, population_problem
from pnn.orthants import orthant_minimum_values
from pnn.risk import population_risk
from verification.drawn_once import drawn_once
from verification.methods import numerical
from verification.methods.numerical import AtMost, Cases, Same
from verification.papers.pnn2017.mismatched import small_nets
from verification.papers.pnn2017.mismatched.bounds_in_float import optima_at_the_bound as optima_at_the_bound
from verification.papers.pnn2017.mismatched.bounds_in_float import risk_and_its_squares as risk_and_its_squares
from verification.papers.pnn2017.mismatched.bounds_in_float import risks_above_the_bound as risks_above_the_bound
from verification.papers.pnn2017.mismatched.bounds_in_float import (
    risks_on_repeated_lines as risks_on_repeated_lines,
)
from verification.papers.pnn2017.mismatched.small_nets import bound_of, even_masses

FORMS = ("pnn2017/kernel",)
NEAR = 1e-7  # of a first-order solution, in units of the target's root mean square
LEVEL = 1e-6  # chance with which an exact binomial interval misses, on both sides together


def formula(psi, net, target, share=0.25, flip=-1.0, linear=lambda cosines: cosines):
    """Theorem 8 with a row of V for each neuron."""
    weights = np.concatenate([net, target])
    sizes, sides = np.linalg.norm(weights, axis=1), np.repeat([1.0, -1.0], [len(net), len(target)])
    units = weights / sizes[:, None]
    cosines = np.clip(units @ units.T, -1, 1)
    odd, even = sides * sizes, np.where(sides > 0, 1.0, flip) * sizes
    return share * (odd @ linear(cosines) @ odd + even @ psi(cosines) @ even)


@numerical.check(
    "pnn.theorem-8",
    "value",
    wrong={
        "a half for a quarter": {"share": 0.5},
        "masses added, not subtracted": {"flip": 1.0},
        "acute angles in the linear part": {"linear": np.abs},
    },
)
def risk_of_the_library(rng, instances, forms, **wrong):
    """The library's population risk against the formula with the proved kernel, in one to six inputs.

    The proved form loses half of its digits, no more, where two weights are nearly parallel.
    """
    found, stated = [], []
    for index in range(instances):
        net, target = (rng.standard_normal((rng.integers(1, 8), 1 + index % 6)) for _ in range(2))
        scale = population_risk(net, np.zeros((0, net.shape[1]))) + population_risk(target, 0 * target)
        found.append(population_risk(net, target) / scale)
        stated.append(formula(forms["psi"], net, target, **wrong) / scale)
    yield Same("risk in units of E h^2 + E h*^2", found, stated, 1e-8)


@drawn_once
def regions(rng, instances, missing):
    """Of small random networks the lines, the target and its mean square, and the optimum of every orthant whose mixed
    lines span all inputs but `missing`, with whether it is inside."""
    found = []
    for lines, target in small_nets.problems(rng, instances):
        problem = population_problem(lines, target)
        minima = []
        for allowed in small_nets.sign_patterns(lines, lines.shape[1] - missing):
            optimum = small_nets.optimum_of(problem, allowed)
            minima.append((optimum, small_nets.reaches_inside(optimum, lines, allowed, np.sqrt(problem.constant))))
        found.append((lines, target, problem.constant, minima))
    return found


@numerical.check(
    "pnn.theorem-9",
    "repaired",
    wrong={
        "mixed lines that span one dimension less": {"missing": 1},
        "closed orthants": {"open_orthant": False},
        "a half for a quarter": {"share": 0.5},
    },
)
def minima_in_every_region(rng, instances, missing=0, open_orthant=True, share=0.25):
    r"""Solve every orthant whose mixed lines span; where its minimum is inside, $z$ and $b$ vanish and the risk is
    $\frac14 {q^*}^\top S q^*$."""
    found_at: list[tuple[str, list[float]]] = [("|z|", []), ("psi11 q - psi12 q*", []), ("risk less q*' S q* / 4", [])]
    for lines, target, square, minima in regions(rng, max(instances // 15, 13), missing):
        unit, bound = np.sqrt(square), bound_of(lines, target, share)
        for found, inside in minima:
            if open_orthant and not inside:
                continue
            z = (found.positive - found.negative) @ lines - target.sum(axis=0)
            _, even = forces(lines, target, found.positive, found.negative)
            gap = (found.risk - bound) / square
            for (_, errors), error in zip(found_at, (z / unit, even / unit, gap), strict=True):
                errors.append(np.abs(error).max())
    for name, errors in found_at:
        yield AtMost(f"{name} at {len(errors)} minima", errors, 0.0, NEAR)


def plane(*degrees):
    """Unit vectors in the plane, shape (lines, 2)."""
    angles = np.deg2rad(degrees)
    return np.column_stack([np.cos(angles), np.sin(angles)])


def values_of(lines, target):
    """The values of all local minima with two neurons a line, by patterns and by orthants."""
    home = np.repeat(np.arange(len(lines)), 2)
    return local_minimum_values(lines, target), orthant_minimum_values(lines, target, home)


@cache
def with_zero_weights():
    """Lines, a target, and the values of all local minima."""
    lines, target = plane(0, 60, 30), np.concatenate([0.5 * plane(0, 0, 60, 60), plane(28, 208)])
    return lines, target, values_of(lines, target)


@cache
def with_a_zero_line():
    """Lines, a target, and the values of all local minima."""
    lines, target = plane(0, 60, 120), plane(30, 210)
    return lines, target, values_of(lines, target)


def nearest(values, claimed):
    """The enumerated value that is nearest to the claimed one."""
    return values[np.argmin(np.abs(values - claimed))]


@numerical.check(
    "pnn.theorem-9",
    "dependent-lines",
    wrong={r"$k$ for $\frac k{1 + k}$": {"share": lambda k: k}, r"1 for $\frac k{1 + k}$": {"share": lambda k: 1.0}},
)
def value_with_dependent_lines(share=lambda k: k / (1 + k)):
    """The value stated is among those of all local minima, enumerated by sign patterns."""
    lines = np.array([[1, 0, 0], [0, 1, 0], [0.6, 0.8, 0], [0, 0, 1]])
    target = np.array([[1, 0, 0], [0, 1, 0], [5 / 13, 12 / 13, 0], [0, 0, 1]])
    target = np.concatenate([target, -target])
    k = 1 / np.linalg.inv(abs_gram(lines, lines))[-1, -1]
    claimed = bound_of(lines, target) + share(k) * even_masses(lines, target)[-1] ** 2 / 4
    yield Same("nearest value of a local minimum", nearest(local_minimum_values(lines, target), claimed), claimed)


@numerical.check(
    "pnn.theorem-9",
    "zero-weights",
    wrong={"the third line idle": {"used": (0, 60)}, "the first line idle": {"used": (60, 210)}},
)
def value_with_zero_weights(used=(0, 60, 210)):
    """Least squares on the three directions in use gives one of the values enumerated, by patterns and by orthants."""
    _, target, values = with_zero_weights()
    features = plane(*used)
    moment = relu_gram(features, target).sum(axis=1)
    claimed = relu_gram(target, target).sum() - moment @ np.linalg.solve(relu_gram(features, features), moment)
    yield from both_enumerations(values, claimed)


def both_enumerations(values, claimed):
    """The claimed value against the nearest one that either search finds, two neurons a line."""
    by_patterns, by_orthants = values
    yield Same("nearest value, by patterns", nearest(by_patterns, claimed), claimed, 1e-9)
    yield Same("nearest value, by orthants", nearest(by_orthants, claimed), claimed, 1e-7)


@numerical.check(
    "pnn.theorem-9",
    "zero-line",
    wrong={"the value printed": {"printed": True}, r"$\frac65$ for $\frac76$": {"slack": 6 / 5}},
)
def value_with_a_zero_line(printed=False, slack=7 / 6):
    """The value is among those enumerated, by patterns and by a search of all orthants and their faces."""
    lines, target, values = with_a_zero_line()
    value = 1 - 2 * (1 / np.pi + 1 / np.sqrt(3)) ** 2 / (slack + np.sqrt(3) / np.pi)
    yield from both_enumerations(values, bound_of(lines, target) if printed else value)


LONE = {"neurons of both signs on every line": {"neurons": 3}, "the target on a line": {"on_a_line": True}}


@numerical.check("ours.theorem-9-vacuous", "no-balance", wrong=LONE)
def imbalance_at_every_minimum(rng, instances, neurons=1, on_a_line=False):
    """Every sign pattern's optimum is computed, for one target neuron off the lines; at all of them that are local
    minima, $z$ is not zero."""
    balanced = tried = 0
    for lines, target in small_nets.lone_targets(rng, max(instances // 20, 12), neurons, on_a_line):
        problem = population_problem(lines, target)
        for allowed in small_nets.sign_patterns(lines):
            found = small_nets.optimum_of(problem, allowed)
            mass = found.positive + found.negative
            if (mass[~allowed.all(axis=1)] > NEAR).all():
                z = (found.positive - found.negative) @ lines - target.sum(axis=0)
                balanced += np.linalg.norm(z) < 1e-6 * np.linalg.norm(target)
                tried += 1
    yield Cases("local minima in balance", balanced, tried)


@numerical.check(
    "ours.theorem-9-vacuous",
    "good-regions-empty",
    wrong={"neurons of both signs on every line": {"neurons": 3}, "no mixed line": {"rank": 0}},
)
def minima_inside_good_regions(rng, instances, neurons=1, rank=None):
    """No orthant whose mixed lines span has its minimum inside."""
    inside = tried = 0
    for lines, target in small_nets.lone_targets(rng, max(instances // 20, 12), neurons):
        problem = population_problem(lines, target)
        for allowed in small_nets.sign_patterns(lines, lines.shape[1] if rank is None else rank):
            found = small_nets.optimum_of(problem, allowed)
            inside += small_nets.reaches_inside(found, lines, allowed, np.sqrt(problem.constant))
            tried += 1
    yield Cases("regions with a minimum inside", inside, tried)


@numerical.check(
    "ours.theorem-9-vacuous",
    "counted-lines",
    wrong={
        "the fourth line in the plane of the three": {"height": 0.0},
        "the fourth line across": {"height": 40_000.0},
    },
)
def values_with_mixed_lines_in_a_plane(height=400.0, values=(0.373926, 0.375797)):
    """Among the values of all local minima, enumerated by sign patterns, are the least risk stated and the other
    one, to six digits."""
    lines = np.array([[1, 1, 0], [0, 1, 0], [-1, 1, 0], [39999, 0, height]])
    lines /= np.linalg.norm(lines, axis=1)[:, None]
    found = local_minimum_values(lines, np.eye(3)[2:])
    for name, expected in zip(("least value", "another value"), values, strict=True):
        yield Same(name, nearest(found, expected), expected, 2e-6)


@numerical.check("ours.theorem-9-vacuous", "strict", wrong=LONE | {"a bound twice as large": {"factor": 2.0}})
def optimum_above_the_bound(rng, instances, neurons=1, on_a_line=False, factor=1.0):
    """The least risk for one target neuron off the lines exceeds the bound by more than $10^{-9}$ of the target's
    mean square."""
    excess = []
    for lines, target in small_nets.lone_targets(rng, max(instances // 5, 40), neurons, on_a_line):
        gap = population_optimum(lines, target).risk - factor * bound_of(lines, target)
        excess.append(gap / population_risk(target, 0 * target))
    yield AtMost("bound less optimum", -np.array(excess), -1e-9)
