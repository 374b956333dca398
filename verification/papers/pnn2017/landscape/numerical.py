"""Local minima of small networks in float64: the first-order test, the enumeration, ranks, the point zero."""

from itertools import product

import numpy as np
from scipy.optimize import linprog

from pnn.landscape import is_local_minimum
from verification.drawn_once import drawn_once
from verification.methods import numerical
from verification.methods.numerical import AtMost, Cases, Same
from verification.papers.pnn2017.landscape.search import (
    SMALL,
    Net,
    local_minima,
    one_signed,
    random_lines,
    random_net,
    violation,
)
from verification.streams import streams

FORMS = ("pnn2017/kernel",)
STEP = 1e-6
LARGE = 1e-4  # a test missed by more than SMALL and less than this is too close to call, and is left out


def largest_fall(rng, net, c):
    """The largest fall of the risk over steps of one weight, and over random steps of all, of size STEP."""
    single = np.concatenate([np.eye(c.size), -np.eye(c.size)])
    joint = rng.standard_normal((64, c.size))
    steps = STEP * np.concatenate([single, joint / np.linalg.norm(joint, axis=1, keepdims=True)])
    return float(np.max(net.risk(c) - net.risk(c + steps)))


@drawn_once
def judged_points(rng, nets, psi):
    """Points c of small nets, orthant minima and random ones, their g and b, and whether a step makes the risk fall
    and the library calls c a local minimum. Points too close to call are left out. The first two nets are the same for
    every seed."""
    found = []
    for trial, stream in enumerate(streams(rng, nets, fixed=(262, 4))):
        net = random_net(stream, psi, stream.integers(1, 3, 3), matched=bool(trial % 2))
        for c in [*net.orthant_minima, stream.standard_normal(len(net.home))]:
            g, b = net.forces(c)
            if SMALL < violation(c, g, b) < LARGE:
                continue
            falls = largest_fall(stream, net, c) > STEP * LARGE / 2
            found.append((c, g, b, falls, is_local_minimum(net.weights(c), net.lines, net.target, line_of=net.home)))
    return found


@numerical.check(
    "ours.first-order-test",
    "criterion",
    wrong={
        "zero weights not tested": {"at_zero": lambda g, b: 0 * b},
        "zero weights tested to one side": {"at_zero": lambda g, b: -g - b},
        r"$b \ge 0$ at zero weights": {"at_zero": lambda g, b: -b},
    },
)
def steps_from_orthant_minima(rng, instances, forms, at_zero=lambda g, b: np.abs(g) - b):
    """The minimisers of all orthants of small nets, and random points: the test, small steps, and the library agree."""
    points = judged_points(rng, max(instances // 8, 20), forms["psi"])
    disagree = 0
    for c, g, b, falls, library in points:
        passes = bool(violation(c, g, b, at_zero=at_zero) <= SMALL)
        disagree += (passes == falls) + (library == falls)
    return [Cases("points judged differently", disagree, len(points))]


@drawn_once
def minima_of_the_squared_loss(rng, nets, psi):
    """Of the local minima of small nets the risk above the least, and how many lines are one-signed: (minima, 2)."""
    found = []
    for trial in range(nets):
        neurons = rng.integers(1, 4, 3) if trial % 3 else (2, 2, 2)
        net = random_net(rng, psi, neurons, matched=bool(trial % 2))
        least = min(float(net.risk(c)) for c in net.orthant_minima)
        found += [(float(net.risk(c)) - least, one_signed(net, c).sum()) for c in local_minima(net)]
    return np.array(found)


@numerical.check(
    "ours.no-one-signed-line",
    "global",
    wrong={"one-signed lines admitted": {"most": 3}, "one one-signed line admitted": {"most": 1}},
)
def local_minima_of_the_squared_loss(rng, instances, forms, most=0):
    """One to three neurons on each of three lines, any target: local minima without a line of one sign have the
    least risk over all orthants."""
    excess, single = minima_of_the_squared_loss(rng, max(instances // 12, 12), forms["psi"]).T
    return [AtMost("risk above the least", excess[single <= most], 0.0, 1e-9)]


def absolute_minima(features, labels):
    """For each closed orthant, (signs, value, sizes) of the least mean of |h - y|, by linear programming.

    features (signs, samples, neurons) of neurons of size one, two on each line; two of one sign share their size.
    """
    samples, neurons = features.shape[1:]
    cost = np.concatenate([np.zeros(neurons), np.full(samples, 1 / samples)])
    for signs in product((0, 1), repeat=neurons):
        active = features[list(signs), :, range(neurons)].T
        above = np.block([[active, -np.eye(samples)], [-active, -np.eye(samples)]])
        answer = linprog(cost, A_ub=above, b_ub=np.concatenate([labels, -labels]))
        sizes = answer.x[:neurons].reshape(-1, 2)
        same = np.reshape(signs, (-1, 2))
        shared = np.where((same[:, :1] == same[:, 1:]), sizes.mean(axis=1, keepdims=True), sizes)
        yield np.array(signs), answer.fun, shared.ravel()


@drawn_once
def minima_of_the_absolute_loss(rng, samples):
    """Of local minima for random samples the loss above the least, and how many lines are one-signed: (minima, 2)."""
    found = []
    for _ in range(samples):
        x = rng.standard_normal((12, 2))
        projections = np.repeat(x @ random_lines(rng, 2, 2).T, 2, axis=1)
        labels = np.abs(projections).sum(axis=1) + 0.3 * rng.standard_normal(12)
        minima = list(absolute_minima(np.maximum(np.stack([projections, -projections]), 0), labels))
        values = {tuple(signs): value for signs, value, _ in minima}
        for signs, value, sizes in minima:
            sides = [(s,) if size > SMALL else (0, 1) for s, size in zip(signs, sizes, strict=True)]
            if all(values[around] >= value - 1e-10 for around in product(*sides)):
                found.append((value - min(values.values()), one_signed_pairs(signs, sizes)))
    return np.array(found)


def one_signed_pairs(signs, sizes):
    """How many of two lines with two neurons each have weights of one sign, none at zero."""
    kinds = [all(size > SMALL for size in pair) for pair in sizes.reshape(2, 2)]
    return sum(kind and len(set(pair)) == 1 for kind, pair in zip(kinds, signs.reshape(2, 2), strict=True))


@numerical.check("ours.no-one-signed-line", "global", wrong={"one-signed lines admitted": {"most": 2}})
def local_minima_of_the_absolute_loss(rng, instances, most=0):
    """Twelve samples, two neurons on each of two lines: points that are least on every orthant that holds them, and
    have no line of one sign, have the least loss over all orthants."""
    excess, single = minima_of_the_absolute_loss(rng, max(instances // 10, 8)).T
    return [AtMost("loss above the least", excess[single <= most], 0.0, 1e-8)]


@drawn_once
def minima_and_slopes(rng, nets, psi):
    """Of the local minima of small nets the b of the one-signed lines, and whether the risk is the least."""
    found = []
    for trial in range(nets):
        net = random_net(rng, psi, (2, 2, 2), matched=bool(trial % 2))
        least = min(float(net.risk(c)) for c in net.orthant_minima)
        for c in local_minima(net):
            _, even = net.forces(c)
            found.append((even[one_signed(net, c)[net.home]], net.risk(c) <= least + 1e-9))
    return found


@numerical.check(
    "ours.no-one-signed-line",
    "slopes-decide",
    wrong={"the slope's sign reversed": {"sign": -1.0}, "no condition": {"sign": 0.0}},
)
def sign_of_the_even_force(rng, instances, forms, sign=1.0):
    r"""Nets with two neurons a line: a local minimum is global exactly where $b \ge 0$ on every one-signed line."""
    minima = minima_and_slopes(rng, max(instances // 4, 20), forms["psi"])
    disagree = sum((sign * slopes >= -SMALL).all() != least for slopes, least in minima)
    return [Cases("local minima judged wrongly", disagree, len(minima))]


def target_off_the_ray(rng, u, opposite):
    """Three target weights: random, or all on the ray of -u."""
    sizes = 0.2 + rng.random((3, 1))
    return -sizes * u if opposite else rng.standard_normal((3, u.size))


@numerical.check(
    "ours.zero-is-a-maximum",
    "maximum",
    wrong={"the exception ignored": {"opposite": True}, "steps of size one": {"size": 3.0}},
)
def steps_from_zero(rng, instances, forms, opposite=False, size=1e-4):
    """Steps from zero weights along the lines, one neuron after the other and all at once: the risk does not rise."""
    rises = []
    for _ in range(instances):
        lines = random_lines(rng, 3, 3)
        net = Net(forms["psi"], lines, np.repeat(np.arange(3), 2), target_off_the_ray(rng, lines[0], opposite))
        directions = np.concatenate([np.eye(6), -np.eye(6), rng.standard_normal((20, 6))])
        steps = size * directions / np.abs(directions).sum(axis=1, keepdims=True)
        rises.append(float(np.max(net.risk(steps) - net.risk(np.zeros(6)))))
    return [AtMost("rise of the risk", rises, 0.0, 1e-13)]


@numerical.check(
    "ours.zero-is-a-maximum",
    "no-other",
    wrong={
        "a weight at zero": {"off": 0.0},
        "to both sides": {"higher": np.min},
        "twice the curvature": {"share": 2.0},
    },
)
def steps_of_one_weight(rng, instances, forms, off=1.0, higher=np.max, share=1.0):
    """Steps of a quarter of one weight of size a half or more to either side, in random nets: the two rises add up
    to $t^2$ for a step $t$, and the higher of them is no fall."""
    rises, falls = [], []
    for trial in range(max(instances, 40)):
        net = random_net(rng, forms["psi"], (2, 2, 1), matched=bool(trial % 2), inputs=3)
        c, step = rng.choice([-1, 1], 5) * (0.5 + rng.random(5)), np.eye(5)[rng.integers(5)] / 4
        c = np.where(step, off * c, c)
        rise = net.risk(np.array([c + step, c - step])) - net.risk(c)
        rises.append(np.sum(rise) / (share * (step @ step)))
        falls.append(-higher(rise))
    yield Same("rises over t^2", rises, np.ones(len(rises)), 1e-10)
    yield AtMost("fall of the higher", falls, 0.0, 1e-13)
