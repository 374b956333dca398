"""The cone solver against fractions, against local search in the weights, and on cells with repeated neurons."""

from dataclasses import replace

import numpy as np
from scipy.optimize import minimize, nnls

from verification.methods import numerical
from verification.methods.numerical import AtMost, Same
from verification.papers.basin2016.mathematics import conic
from verification.papers.basin2016.mathematics.basin import basin_value
from verification.papers.basin2016.mathematics.cells import cell_of
from verification.papers.basin2016.mathematics.certificate import bounds, certify
from verification.papers.basin2016.mathematics.networks import whole_start
from verification.papers.basin2016.mathematics.rational import exact_basin

ROUNDING = 1e-12  # of sums that are zero


@numerical.check(
    "ours.basin-value-is-convex",
    "attained",
    wrong={"the output weights negated": {"side": -1}, "the signs of the opposite weights": {"turn": -1}},
)
def solver_against_fractions(rng, instances, side=1, turn=1):
    """The solver's value for whole-number samples of rank 1 to 3, plus 1, and its bound from below, against the exact
    value."""
    for index in range(instances):
        start = whole_start(rng, 1 + index % 7, 2 + index % 8, 1 + index % 3)
        weights, sides = turn * np.array(start.weights), side * np.array(start.output_weights)
        found = basin_value(start.samples, start.targets, weights, sides)
        wanted = 1 + float(exact_basin(*start).value)
        yield Same(f"value, instance {index}", 1 + found.value, wanted, 1e-6)
        yield Same(f"bound from below, instance {index}", 1 + found.value - found.gap, wanted, 1e-5)


@numerical.check(
    "ours.basin-value-is-convex",
    "attained",
    wrong={"one ray of each neuron": {"rays": 1}, "rays of the opposite cells": {"turn": -1}},
)
def least_squares_on_rays_of_the_plane(rng, instances, rays=2, turn=1):
    """Two inputs: the value plus 1 against non-negative least squares on the outputs of both rays of every cell."""
    for index in range(instances):
        x, y, w, v = gaussian(rng, index, inputs=2)
        sums = [(b, x @ ray) for u, b in zip(w, np.sign(v), strict=True) for ray in edges(x, turn * u)[:rays]]
        columns = [b * np.where(s > ROUNDING, s, 0) for b, s in sums]
        rest = nnls(np.column_stack(columns), y)[1]
        yield Same(f"instance {index}", 1 + basin_value(x, y, w, v).value, 1 + rest**2 / len(y), 1e-6)


def edges(x, w):
    """The two unit vectors that bound the cell of w in the plane; sums that are zero up to rounding are zero there."""
    normals = np.vstack([s * np.column_stack([-x[:, 1], x[:, 0]]) for s in (1, -1)])
    normals /= np.linalg.norm(normals, axis=1)[:, None]
    return normals[((x @ normals.T) * np.sign(x @ w)[:, None]).min(axis=0) > -ROUNDING]


@numerical.check(
    "ours.basin-value-is-convex",
    "cone",
    wrong={"a tenth more": {"share": 1.1}, "as for smaller targets": {"size": 0.5}},
)
def local_search_in_the_weights(rng, instances, share=1.0, size=1.0):
    """Two neurons: search in weights and output weights, which may be caught above it, does not go below the value.

    The first start is fixed, so that one run comes near to the value.
    """
    for index in range(max(5, instances // 10)):
        drawn = np.random.default_rng(0) if index == 0 else rng
        x, y = drawn.standard_normal((5, 2)), 2 * drawn.standard_normal(5)
        w, v = drawn.standard_normal((2, 2)), drawn.standard_normal(2)
        value = basin_value(x, size * y, w, v).value / size**4
        found = min(search(drawn, x, y, w, v) for _ in range(2))
        yield AtMost(f"instance {index}", share * (1 + value), 1 + found, 1e-4)


def search(rng, x, y, w, v):
    """The loss at which SLSQP ends in the closed cell of a start, from a random multiple of it."""
    a, b = np.sign(w @ x.T), np.sign(v)

    def loss(point):
        return np.mean((np.maximum(x @ point[: w.size].reshape(w.shape).T, 0) @ point[w.size :] - y) ** 2)

    def inside(point):
        return np.concatenate([(a * (point[: w.size].reshape(w.shape) @ x.T)).ravel(), b * point[w.size :]])

    start = np.concatenate([(w * rng.uniform(0.2, 3, (len(w), 1))).ravel(), v])
    constraints = {"type": "ineq", "fun": inside}
    end = minimize(loss, start, method="SLSQP", constraints=constraints, options={"ftol": 1e-12, "maxiter": 100})
    return end.fun if inside(end.x).min() > -1e-7 else np.inf


@numerical.check(
    "ours.basin-value-is-convex",
    "types",
    wrong={"the copies' output weights negated": {"side": -1}, "the copies' signs negated": {"turn": -1}},
)
def every_neuron_twice(rng, instances, side=1, turn=1):
    """The program with two blocks a type, not merged, against the value with one."""
    for index in range(instances):
        x, y, w, v = gaussian(rng, index)
        cell = cell_of(x, y / np.sqrt(np.mean(y**2)), w, v)
        doubled = replace(
            cell,
            signs=np.vstack([cell.signs, turn * cell.signs]),
            sides=np.concatenate([cell.sides, side * cell.sides]),
            inside=np.vstack([cell.inside, turn * cell.inside]),
            types=np.arange(2 * len(cell.sides)),
        )
        best = min(least_upper_bound(doubled), key=lambda pair: pair[0] - pair[1])
        value = basin_value(x, y, w, v).value / np.mean(y**2)
        yield Same(f"instance {index}", 1 + best[0], 1 + value, 1e-6)


def least_upper_bound(cell):
    """Upper and lower bounds at the first two settings of the solver."""
    for attempt in conic.ATTEMPTS[:2]:
        yield bounds(cell, "squared", certify(cell, "squared", *conic.solve(cell, "squared", attempt)))


def gaussian(rng, index, inputs=None):
    """Random samples, targets and starts in up to five inputs, of no special position."""
    neurons, samples, inputs = 1 + index % 5, 4 + index % 9, inputs or 1 + index % 5
    x, w = rng.standard_normal((samples, inputs)), rng.standard_normal((neurons, inputs))
    return x, rng.standard_normal(samples), w, rng.standard_normal(neurons)


@numerical.check(
    "ours.basin-value-is-convex",
    "logistic-bound",
    wrong={"twice the entropy": {"share": 2.0}, "the dual point of the opposite targets": {"turn": -1}},
)
def logistic_losses_in_cells(rng, instances, share=1.0, turn=1):
    """The entropy of the solver's dual point against losses of random points of the cell, and of the best found; first
    for one sample and one neuron, whose opposite target is out of reach."""
    one = np.eye(1), np.ones(1), np.eye(1), np.ones(1)
    for index in range(max(10, instances // 5)):
        x, y, w, v = gaussian(rng, index) if index else one
        y = np.where(y > 0, 1.0, -1.0)
        point = basin_value(x, turn * y, w, v, "logistic").certificate
        s = np.clip(np.abs(point.dual), 1e-300, 1 - 1e-16)
        bound = share * np.mean(-s * np.log(s) - (1 - s) * np.log1p(-s))
        random = [w * rng.uniform(0, 3, (len(w), 1)) for _ in range(5)]
        for net, (weights, out) in enumerate([(point.weights, point.output_weights), *((u, v) for u in random)]):
            q = y * (np.maximum(x @ weights.T, 0) @ out)
            yield AtMost(f"instance {index}, network {net}", bound, np.mean(np.logaddexp(0, -q)), 1e-5)
