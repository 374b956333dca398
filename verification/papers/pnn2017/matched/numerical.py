"""The matched risk, its minima and its spectrum in float64, against independent routes."""

from itertools import product

import numpy as np

from pnn.risk import population_risk
from verification.methods import numerical
from verification.methods.numerical import AtMost, Cases, Same
from verification.papers.pnn2017.landscape.search import (
    Net,
    cosines,
    one_signed,
    random_lines,
    random_net,
    violation,
)
from verification.streams import streams

FORMS = ("pnn2017/kernel",)


def random_pair(rng):
    """Lines (lines, inputs), the lines of the neurons, and two sets of coefficients on them."""
    inputs, count = rng.integers(1, 7), rng.integers(1, 7)
    lines = random_lines(rng, count if inputs > 1 else 1, inputs)
    home = rng.integers(0, len(lines), 10)
    return lines, home, rng.standard_normal(10), rng.standard_normal(10)


@numerical.check(
    "pnn.theorem-6",
    "value",
    wrong={
        "a half for a quarter": {"share": 0.5},
        "acute angles in the linear part": {"linear": np.abs},
        "sums of $w$ in the kernel part": {"masses": lambda c: c},
    },
)
def the_librarys_risk(rng, instances, forms, share=0.25, linear=lambda cosines: cosines, masses=np.abs):
    """The formula, with the proved kernel, against the library's risk, for random networks on common lines."""
    formula, reference = [], []
    for _ in range(instances):
        lines, home, c, target = random_pair(rng)
        gram = cosines(lines, lines)
        p = np.bincount(home, c - target, len(lines))
        q = np.bincount(home, masses(c) - masses(target), len(lines))
        formula.append(share * (p @ linear(gram) @ p + q @ forms["psi"](gram) @ q))
        reference.append(population_risk(c[:, None] * lines[home], target[:, None] * lines[home]))
    return [Same("risk", formula, reference, 1e-12)]


def moved(rng, net, c, masses=True, total=True):
    """Coefficients that keep each line's absolute sum and the sum of all weights, or miss one of them."""
    lines = len(net.lines)
    null = np.linalg.svd(net.lines.T)[2][np.linalg.matrix_rank(net.lines) :] if total else np.eye(lines)
    shift = rng.standard_normal(len(null)) @ null
    p, q = net.sums(c)
    limit = np.min(q - np.abs(p)) / (2 * max(np.abs(shift).max(), 1e-300)) if len(null) else 0.0
    p, q = p + limit * shift, q if masses else q * (1 + rng.random(lines))
    return np.column_stack([(q + p) / 2, (p - q) / 2]).ravel()


@numerical.check(
    "pnn.corollary-3",
    "equivalence",
    wrong={
        "without the absolute sums": {"masses": False},
        "without the sum of the weights": {"total": False},
    },
)
def networks_with_equal_sums(rng, instances, forms, masses=True, total=True):
    """Two neurons on each of three lines in the plane, moved with both sums kept: the library's risk stays zero."""
    risks = []
    for _ in range(instances):
        net = random_net(rng, forms["psi"], (2, 2, 2))
        c = rng.random(6) * np.array([1, -1] * 3)
        other = moved(rng, net, c, masses, total)
        risks.append(population_risk(net.weights(other), net.weights(c)))
    return [AtMost("risk", risks, 0.0, 1e-12)]


@numerical.check(
    "pnn.corollary-3",
    "automatic",
    wrong={"a line taken twice": {"repeat": True}, "cosines, not their kernel": {"kernel": False}},
)
def smallest_eigenvalues(rng, instances, forms, repeat=False, kernel=True):
    r"""$\psi[K]$ of two to eight random lines in two to four inputs: the least eigenvalue is above $10^{-9}$."""
    least = []
    for _ in range(instances):
        lines = random_lines(rng, rng.integers(2, 9), rng.integers(2, 5))
        lines = np.concatenate([lines, -lines[:1]]) if repeat else lines
        gram = cosines(lines, lines)
        least.append(np.linalg.eigvalsh(forms["psi"](gram) if kernel else gram)[0])
    return [AtMost("minus the least eigenvalue", -np.array(least), -1e-9, 1e-11)]


def balanced_target(rng, lines, matched_home):
    """Target weights with a positive and a negative neuron on each line, sizes between 1/2 and 3/2."""
    sizes = (0.5 + rng.random(2 * len(lines))) * np.tile([1, -1], len(lines))
    return sizes[:, None] * lines[matched_home]


ZERO_WEIGHTS = (np.array([[np.cos(t), np.sin(t)] for t in np.deg2rad([0, 60, 210])]), (0.5, 0.5, 0.5, 0.5, 1, -1))


def with_zero_weights(psi):
    """The network of the counterexample with zero weights, two neurons a line."""
    (lines, c), home = ZERO_WEIGHTS, np.repeat(np.arange(3), 2)
    return Net(psi, lines, home, np.array(c)[:, None] * lines[home])


def mixed_lines(net, c, strict):
    """The lines with a positive and a negative weight; where not `strict`, zero counts as negative."""
    signs = [c[net.home == r] for r in range(len(net.lines))]
    return net.lines[[(s > 0).any() and ((s < 0) if strict else (s <= 0)).any() for s in signs]]


def risks_at_good_minima(net, inputs, spanning, strict=True):
    """The risks at local minima, zero weights among them, at which the mixed lines meet the condition."""
    for c in net.orthant_minima:
        if violation(c, *net.forces(c)) > 1e-9:
            continue
        mixed = mixed_lines(net, c, strict)
        size = np.linalg.matrix_rank(mixed) if len(mixed) else 0
        if size == np.linalg.matrix_rank(net.lines) if spanning else len(mixed) >= inputs:
            yield float(net.risk(c))


@numerical.check(
    "pnn.theorem-7",
    "repaired",
    wrong={
        "$d$ mixed lines, not spanning": {"spanning": False},
        "a target off the lines": {"matched": False},
        "a zero weight for a negative one": {"strict": False},
    },
)
def minima_with_spanning_mixed_lines(rng, instances, forms, spanning=True, matched=True, strict=True):
    """All local minima of nets on three lines in a plane and one off it, and of the counterexample with zero weights:
    no risk where lines with a positive and a negative weight span all lines. Every other target has no weight on one of
    them."""
    home, risks = np.repeat(np.arange(4), 2), [*risks_at_good_minima(with_zero_weights(forms["psi"]), 2, True, strict)]
    for number, stream in enumerate(streams(rng, max(instances // 10, 4), fixed=(11,))):
        plane = np.column_stack([random_lines(stream, 3, 2), np.zeros(3)])
        lines = np.concatenate([plane, [[0.0, 0.0, 1.0]]])
        own = lines if matched else random_lines(stream, 4, 3)
        target = balanced_target(stream, own, home)
        net = Net(forms["psi"], lines, home, target[2 * (number % 2) :])
        risks += list(risks_at_good_minima(net, 3, spanning, strict))
    return [AtMost("risk at such a minimum", risks, 0.0, 1e-8)]


@numerical.check(
    "pnn.theorem-7",
    "plane",
    wrong={
        "one mixed line": {"inputs": 1},
        "a target off the lines": {"matched": False},
        "a zero weight for a negative one": {"strict": False},
    },
)
def minima_in_the_plane(rng, instances, forms, inputs=2, matched=True, strict=True):
    """All local minima of nets with two neurons on each of three lines in the plane, the counterexample with zero
    weights among them, at least two lines with a positive and a negative weight: no risk."""
    home = np.repeat(np.arange(3), 2)
    risks = [*risks_at_good_minima(with_zero_weights(forms["psi"]), inputs, False, strict)]
    for stream in streams(rng, max(instances // 4, 10), fixed=(11,)):
        lines = random_lines(stream, 3, 2)
        own = lines if matched else random_lines(stream, 3, 2)
        net = Net(forms["psi"], lines, home, balanced_target(stream, own, home))
        risks += list(risks_at_good_minima(net, inputs, False, strict))
    return [AtMost("risk at such a minimum", risks, 0.0, 1e-8)]


@numerical.check(
    "pnn.theorem-7",
    "dependent-lines",
    wrong={
        "a fourth line of smaller weights": {"last": 0.3},
        "neurons free to leave their lines": {"free": True},
    },
)
def random_steps_from_the_minimum(rng, instances, last=0.33517379278, free=False):
    """Random steps of size $10^{-3}$ from the bad minimum along the lines: the library's risk does not fall."""
    lines = np.array([[1, 0, 0], [0, 1, 0], [0.6, 0.8, 0], [0, 0, 1]])
    home, sizes = np.repeat(np.arange(4), 2), np.repeat([1.24576711, 1.23590559, 1.03614409, last], 2)
    c = sizes * np.array([1, -1, 1, -1, 1, -1, 1, 1])
    target = np.array([1, -1] * 4)[:, None] * lines[home]
    here = population_risk(c[:, None] * lines[home], target)
    steps = rng.standard_normal((max(instances, 100), 8))
    around = []
    for step in 1e-3 * steps / np.linalg.norm(steps, axis=1, keepdims=True):
        away = 1e-3 * rng.standard_normal((8, 3)) if free else 0.0
        around.append(population_risk((c + step)[:, None] * lines[home] + away, target))
    return [AtMost("fall of the risk", here - np.array(around), 0.0, 1e-10)]


@numerical.check(
    "ours.good-regions",
    "good-regions",
    wrong={"one mixed line": {"inputs": 1}, "no mixed line": {"inputs": 0}},
)
def minima_in_good_regions(rng, instances, forms, inputs=2):
    """Three random lines in the plane, all 64 sign regions: where a good one has a minimum inside, its risk is zero."""
    home, failed, tried = np.repeat(np.arange(3), 2), 0, 0
    for _ in range(max(instances // 10, 4)):
        lines = random_lines(rng, 3, 2)
        net = Net(forms["psi"], lines, home, balanced_target(rng, lines, home))
        for signs in product((1.0, -1.0), repeat=6):
            c = net.orthant_minimum(np.array(signs))
            if (~one_signed(net, np.array(signs))).sum() >= inputs and np.abs(c).min() > 1e-9:
                tried, failed = tried + 1, failed + bool(net.risk(c) > 1e-10)
    return [Cases("good regions with a minimum inside", failed, tried)]


def lines_in_space(rng, instances, general):
    """Families of four lines in general position, the first of them fixed, or with the third in the plane of the
    first two."""
    for index in range(instances):
        lines = np.array([[1, 0, 0], [0, 1, 0], [0.6, 0.8, 1], [0, 0, 1]]) if index == 0 else random_lines(rng, 4, 3)
        if not general:
            lines[2] = 0.6 * lines[0] + 0.8 * lines[1]
        yield lines / np.linalg.norm(lines, axis=1)[:, None]


@numerical.check(
    "pnn.example-2",
    "repaired",
    wrong={"three of the lines in a plane": {"general": False}, "two mixed lines": {"inputs": 2}},
)
def regions_of_four_lines_in_space(rng, instances, forms, general=True, inputs=3):
    """Four lines in space, two neurons each: in all regions with enough mixed lines a minimum inside has no risk.

    One sign pattern stands for those that differ by the order of a line's neurons.
    """
    home, risks = np.repeat(np.arange(4), 2), []
    for lines in lines_in_space(rng, max(instances // 20, 4), general):
        target = np.array([1, -1] * 4)[:, None] * lines[home]
        net = Net(forms["psi"], lines, home, target)
        for signs in product(((1.0, -1.0), (1.0, 1.0), (-1.0, -1.0)), repeat=4):
            c = net.orthant_minimum(np.array(signs).ravel())
            if sum(sum(line) == 0 for line in signs) >= inputs and np.abs(c).min() > 1e-9:
                risks.append(float(net.risk(c)))
    yield AtMost(f"risk at {len(risks)} minima", risks, 0.0, 1e-10)
