"""All local minima of small networks and ranks of Hessians, in float64 by several routes."""

from itertools import product

import numpy as np
from scipy.optimize import nnls

from pnn.landscape import local_minimum_values, region_hessian, region_hessian_rank
from pnn.orthants import orthant_minimum_values
from pnn.risk import population_risk
from verification.drawn_once import drawn_once
from verification.methods import numerical
from verification.methods.numerical import AtMost, Same
from verification.papers.pnn2017.landscape.search import SMALL, local_minima, random_lines, random_net

FORMS = ("pnn2017/kernel",)
ROUNDING = 1e-11  # risks below this are zero, the targets being of order one


def pattern_minima(net, patterns, keep):
    """Values of the patterns' optima that `keep` accepts: a pattern gives each line both signs, + or -."""
    factor, image = net.features
    lines, base = len(net.lines), float(net.risk(np.zeros(len(net.home)))) - float(image @ image)
    for pattern in product(patterns, repeat=lines):
        allowed = np.array(pattern).T.ravel().astype(bool)
        masses = np.zeros(2 * lines)
        sizes, distance = nnls(factor[:, allowed], image)
        masses[allowed] = sizes
        single = np.array([sum(p) == 1 for p in pattern])
        if keep(masses.reshape(2, -1).sum(axis=0)[single]):
            yield distance**2 + base


def distinct(values, gap=1e-8):
    """The values sorted, those nearer than `gap` taken for one, and those at rounding level for zero."""
    values = np.sort([value if value > ROUNDING else 0.0 for value in values])
    return values[np.diff(values, prepend=-np.inf) > gap]


@numerical.check(
    "ours.all-local-minima",
    "values",
    wrong={
        "every pattern's optimum": {"keep": lambda masses: True},
        "one-signed lines left out": {"patterns": ((1, 1),)},
        "no negative lines": {"patterns": ((1, 1), (1, 0))},
    },
)
def patterns_against_orthants(
    rng, instances, forms, patterns=((1, 1), (1, 0), (0, 1)), keep=lambda masses: (masses > SMALL).all()
):
    """Two neurons on each of two or three lines: the accepted values, the values at the minima of all orthants
    that pass the first-order test; the library's two enumerations against the accepted values."""
    for trial in range(max(instances // 12, 16)):
        net = random_net(rng, forms["psi"], (2,) * (2 + trial % 2), matched=bool(trial % 3))
        values = distinct(pattern_minima(net, patterns, keep))
        searched = distinct(net.risk(c) for c in local_minima(net))
        yield Same(f"net {trial}, orthants", values, searched, 1e-7)
        yield Same(f"net {trial}, library", distinct(local_minimum_values(net.lines, net.target)), values, 1e-7)
        if trial % 2 == 0:
            by_faces = orthant_minimum_values(net.lines, net.target, net.home)
            yield Same(f"net {trial}, faces", distinct(by_faces), values, 1e-7)


def descend(net, c, steps=4000, rate=0.3):
    """Gradient descent in the coefficients (starts, neurons); the gradient where it ends."""
    for _ in range(steps):
        odd, even = net.forces(c)
        slope = odd + np.sign(c) * even
        c = c - rate * slope
    return c, np.abs(slope).max(axis=1)


@drawn_once
def descents(rng, nets, psi):
    """For each net the library's values of local minima, and where 40 descents from random starts end, those left out
    that did not converge. From the first net, the same for every seed, all do, to the least value and to others."""
    found = []
    for stream in (np.random.default_rng(9), *[rng] * (nets - 1)):
        net = random_net(stream, psi, (2, 2, 2))
        values = local_minimum_values(net.lines, net.target)
        c, slope = descend(net, stream.standard_normal((40, 6)), rate=0.1)
        found.append((values, net.risk(c[slope < 1e-8])))
    return found


@numerical.check(
    "ours.all-local-minima",
    "values",
    wrong={"the global value only": {"kept": slice(0, 1)}, "the bad values only": {"kept": slice(1, None)}},
)
def ends_of_gradient_descent(rng, instances, forms, kept=slice(None)):
    """Descent from 40 random starts on each net: every run that converges ends at one of the library's values."""
    distance = []
    for values, ends in descents(rng, max(instances // 50, 3), forms["psi"]):
        if values[kept].size:
            distance += list(np.abs(ends[:, None] - values[kept]).min(axis=1))
    return [AtMost(f"distance to the nearest value, {len(distance)} ends", distance, 0.0, 1e-7)]


@numerical.check(
    "ours.all-local-minima",
    "single-neurons",
    wrong={"empty lines always accepted": {"slack": 1e9}, "no negative lines": {"choices": (1.0, 0.0)}},
)
def one_neuron_a_line(rng, instances, forms, slack=SMALL, choices=(1.0, -1.0, 0.0)):
    r"""One neuron on each of three lines, positive, negative or none, accepted where $b \ge |g|$ on empty lines: the
    values against the library's."""
    for trial in range(max(instances // 6, 20)):
        net = random_net(rng, forms["psi"], (1, 1, 1), matched=bool(trial % 2))
        values = []
        for signs in product(choices, repeat=3):
            c = restricted_minimum(net, np.array(signs))
            odd, even = net.forces(c)
            empty = np.array(signs) == 0
            if (c[~empty] != 0).all() and (np.abs(odd) - even <= slack)[empty].all():
                values.append(float(net.risk(c)))
        library = distinct(local_minimum_values(net.lines, net.target, 1))
        yield Same(f"net {trial}", distinct(values), library, 1e-7)


def restricted_minimum(net, signs):
    """The minimiser over the open face's closure: weights of these signs (lines,), one a line, none where 0."""
    factor, image = net.features
    used = signs != 0
    column = np.arange(len(signs)) + len(signs) * (signs < 0)
    sizes = np.zeros(len(signs))
    if used.any():
        sizes[used], _ = nnls(factor[:, column[used]], image)
    return signs * sizes


def random_region(rng):
    """Lines (lines, inputs), of which some may lie in a plane, the line of each neuron, and random signs."""
    inputs, count = rng.integers(2, 5), rng.integers(1, 6)
    lines = random_lines(rng, count, 2)
    lines = np.concatenate([lines, np.zeros((count, inputs - 2))], axis=1) if rng.random() < 0.4 else lines
    lines = lines if lines.shape[1] == inputs else random_lines(rng, count, inputs)
    home = np.concatenate([np.arange(count), rng.integers(0, count, 6)])
    return lines, home, rng.choice([-1.0, 1.0], home.size)


@numerical.check(
    "ours.hessian-rank",
    "rank",
    wrong={
        "mixed lines counted": {"dimension": len},
        "two for every line": {"dimension": lambda mixed: 10},
        "no mixed lines": {"dimension": lambda mixed: 0},
    },
)
def numerical_ranks(rng, instances, forms, dimension=lambda mixed: np.linalg.matrix_rank(mixed) if len(mixed) else 0):
    """Three mixed lines in a plane of space, then random regions, dependent lines among them: the rank of $H$ by its
    singular values against the formula, and the formula against the library."""
    found, formula, library = [], [], []
    flat = np.array([[1, 0, 0], [0, 1, 0], [0.6, 0.8, 0]]), np.repeat(np.arange(3), 2), np.array([1.0, -1.0] * 3)
    for lines, home, signs in (flat, *(random_region(rng) for _ in range(instances))):
        own = lines[home]
        gram = np.clip(own @ own.T, -1, 1)
        hessian = (gram + np.outer(signs, signs) * forms["psi"](gram)) / 2
        mixed = [r for r in range(len(lines)) if set(signs[home == r]) == {1.0, -1.0}]
        found.append(np.linalg.matrix_rank(hessian, tol=1e-10))
        formula.append(len(lines) + dimension(lines[mixed]))
        library.append(region_hessian_rank(lines, home, signs))
    return [Same("rank", formula, found, 1e-9), Same("library", library, formula, 1e-9)]


@numerical.check(
    "ours.hessian-rank",
    "form",
    wrong={"a quarter for a half": {"share": 0.25}, "without the signs": {"signed": False}},
)
def second_differences(rng, instances, forms, share=0.5, signed=True):
    """Second differences of the library's risk inside an orthant, where it is a quadratic: they equal $H$, as the
    library's does."""
    for trial in range(max(instances // 20, 4)):
        lines, home, signs = random_region(rng)
        gram = np.clip(lines[home] @ lines[home].T, -1, 1)
        hessian = share * (gram + (np.outer(signs, signs) if signed else 1) * forms["psi"](gram))
        target = rng.standard_normal((3, lines.shape[1]))
        c, step = signs * (1 + rng.random(home.size)), 0.25
        moves = step * np.eye(home.size)

        def risk(c, lines=lines, home=home, target=target):
            return population_risk(c[:, None] * lines[home], target)

        first = [risk(c + a) for a in moves]
        second = np.array([[risk(c + a + b) for b in moves] for a in moves])
        differences = (second - np.add.outer(first, first) + risk(c)) / step**2
        yield Same(f"region {trial}", hessian, differences, 1e-10)
        yield Same(f"region {trial}, library", region_hessian(lines, home, signs), hessian, 1e-10)
