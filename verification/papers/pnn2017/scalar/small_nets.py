"""Small networks with one input in exact arithmetic: all local minima by two independent routes, and Hessians.

`patterns` solves the first-order conditions for every pattern of signs +, - and 0. `minima_on_grid` knows no
derivative: it compares the risk of every point of a grid with that of its neighbours.
"""

from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement, product

from flint import fmpq, fmpq_mat


def active_product(a, b):
    """2 E max(a x, 0) max(b x, 0) for x ~ N(0, 1): ab if there is a side on which both are active, and 0 if not."""
    return max(a * b, 0)


def risk(weights, target):
    """E (h - h*)^2 as the sum of the means of all pairs of neurons, those of the target counted negative."""
    terms = [(w, 1) for w in weights] + [(w, -1) for w in target]
    return Fraction(sum(s * r * active_product(a, b) for a, s in terms for b, r in terms), 2)


def slope(sign, weights, target):
    """The one-sided derivative of the risk in the size of a neuron of that sign: 2 E max(sign x, 0) (h - h*)."""
    return sum(active_product(sign, w) for w in weights) - sum(active_product(sign, w) for w in target)


@cache
def patterns(neurons, target):
    """The local minima by their pattern of signs: pattern -> (P, N, risk).

    Neurons of one sign share their slope, which depends on their mass P or N alone: each sign that occurs fixes its
    mass, which must be positive; a zero neuron needs both slopes to be at least zero. On each closed orthant the
    risk is convex and differentiable, so these conditions suffice.
    """
    found = {}
    for signs in product((1, -1, 0), repeat=neurons):
        mass = {s: max(-slope(s, (), target), 0) if s in signs else 0 for s in (1, -1)}
        point = (mass[1], -mass[-1])
        stays = all(slope(s, point, target) >= 0 for s in (1, -1)) if 0 in signs else True
        if stays and all(mass[s] > 0 for s in (1, -1) if s in signs):
            found[signs] = (mass[1], mass[-1], risk(point, target))
    return found


@cache
def minima_on_grid(neurons, target, reach):
    """Every integer point within `reach` that is a local minimizer, with its risk, for an integer target.

    Along a coordinate the risk is slope t + t^2/2 on either side, with an integer slope: it falls somewhere near a
    point only if it falls at t = 1. On each closed orthant the risk is convex and differentiable, so a point from
    which no coordinate step goes down is a local minimizer.
    """
    grid = range(-reach - 1, reach + 2)
    values = {w: risk(w, target) for w in product(grid, repeat=neurons)}
    inside = product(grid[1:-1], repeat=neurons)
    return {w: values[w] for w in inside if all(values[w] <= values[n] for n in neighbours(w))}


def neighbours(point):
    """The points one unit away along a coordinate."""
    for i, w in enumerate(point):
        for step in (1, -1):
            yield (*point[:i], w + step, *point[i + 1 :])


def masses(weights):
    """P and N."""
    return sum(w for w in weights if w > 0), -sum(w for w in weights if w < 0)


def sign(w):
    """1, -1 or 0."""
    return (w > 0) - (w < 0)


@cache
def hessian(weights, target):
    """Second differences of the risk, exact since it is quadratic on the region; the step keeps every sign."""
    step = min(abs(w) for w in weights) / 4
    moved = {}
    for i, j in combinations_with_replacement(range(len(weights) + 1), 2):
        point = list(weights)
        for k in (i, j):
            if k < len(weights):
                point[k] += step
        moved[i, j] = moved[j, i] = risk(point, target)
    last, size = len(weights), range(len(weights))
    return [[(moved[i, j] - moved[i, last] - moved[last, j] + moved[last, last]) / step**2 for j in size] for i in size]


def sign_vectors(largest=6):
    """All vectors of signs up to that length, with weights of those signs."""
    for neurons in range(1, largest + 1):
        for signs in product((1, -1), repeat=neurons):
            yield signs, tuple(Fraction(s * (i + 2), 3) for i, s in enumerate(signs))


def rational_matrix(rows):
    """A matrix of exact rationals."""
    return fmpq_mat([[fmpq(Fraction(x).numerator, Fraction(x).denominator) for x in row] for row in rows])
