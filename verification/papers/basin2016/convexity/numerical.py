"""The cone solver against fractions, against local search in the weights, and on cells with repeated neurons."""

from dataclasses import replace

import numpy as np
from scipy.optimize import minimize

from verification.methods import numerical
from verification.methods.numerical import AtMost, Same
from verification.papers.basin2016.mathematics import conic
from verification.papers.basin2016.mathematics.basin import basin_value
from verification.papers.basin2016.mathematics.cells import cell_of
from verification.papers.basin2016.mathematics.certificate import bounds, certify
from verification.papers.basin2016.mathematics.networks import whole_start
from verification.papers.basin2016.mathematics.rational import exact_basin


@numerical.check(
    "ours.basin-value-is-convex",
    "attained",
    wrong={"the output weights negated": {"side": -1}, "the signs of the opposite weights": {"turn": -1}},
)
def solver_against_fractions(rng, instances, side=1, turn=1):
    """The solver's value for whole-number samples of rank 1 to 3, plus 1, against the exact one; its gap as well."""
    for index in range(instances):
        start = whole_start(rng, 1 + index % 7, 2 + index % 8, 1 + index % 3)
        weights, sides = turn * np.array(start.weights), side * np.array(start.output_weights)
        found = basin_value(start.samples, start.targets, weights, sides)
        yield Same(f"value, instance {index}", 1 + found.value, 1 + float(exact_basin(*start).value), 1e-6)
        yield AtMost(f"gap, instance {index}", found.gap, 0.0, 1e-5)


@numerical.check(
    "ours.basin-value-is-convex",
    "cone",
    wrong={"half the value": {"share": 0.5}, "the cell of the opposite weights": {"turn": -1}},
)
def local_search_in_the_weights(rng, instances, share=1.0, turn=1):
    """SLSQP in weights and output weights of two neurons: no run goes below the value, and the best one reaches it."""
    for index in range(max(3, instances // 40)):
        x, y = rng.standard_normal((5, 2)), rng.standard_normal(5)
        w, v = rng.standard_normal((2, 2)), rng.standard_normal(2)
        best = search(rng, x, y, w, v, runs=10)
        yield Same(f"instance {index}", share * basin_value(x, y, turn * w, v).value, best, 1e-4)


def search(rng, x, y, w, v, runs):
    """The least loss that SLSQP reaches in the closed cell of a start, from random points near it."""
    a, b = np.sign(w @ x.T), np.sign(v)

    def loss(point):
        return np.mean((np.maximum(x @ point[: w.size].reshape(w.shape).T, 0) @ point[w.size :] - y) ** 2)

    def inside(point):
        return np.concatenate([(a * (point[: w.size].reshape(w.shape) @ x.T)).ravel(), b * point[w.size :]])

    found = []
    for _ in range(runs):
        begin = np.concatenate([(w * rng.uniform(0.2, 3, (len(w), 1))).ravel(), v * rng.uniform(0.2, 3, len(v))])
        constraints = {"type": "ineq", "fun": inside}
        run = minimize(loss, begin, method="SLSQP", constraints=constraints, options={"ftol": 1e-13, "maxiter": 300})
        found += [run.fun] if inside(run.x).min() > -1e-9 else []
    return min(found)


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


def gaussian(rng, index):
    """Random samples, targets and starts in up to five inputs, not merged and of no special position."""
    neurons, samples, inputs = 1 + index % 5, 4 + index % 9, 1 + index % 5
    x, w = rng.standard_normal((samples, inputs)), rng.standard_normal((neurons, inputs))
    return x, rng.standard_normal(samples), w, rng.standard_normal(neurons)


@numerical.check(
    "ours.basin-value-is-convex",
    "logistic-bound",
    wrong={"twice the entropy": {"share": 2.0}, "the dual point of the opposite targets": {"turn": -1}},
)
def logistic_losses_in_cells(rng, instances, share=1.0, turn=1):
    """The entropy of the solver's dual point against losses of random points of the cell, and of the best found."""
    for index in range(max(10, instances // 5)):
        x, y, w, v = gaussian(rng, index)
        y = np.where(y > 0, 1.0, -1.0)
        point = basin_value(x, turn * y, w, v, "logistic").certificate
        s = np.clip(np.abs(point.dual), 1e-300, 1 - 1e-16)
        bound = share * np.mean(-s * np.log(s) - (1 - s) * np.log1p(-s))
        random = [w * rng.uniform(0, 3, (len(w), 1)) for _ in range(5)]
        for weights, out in [(point.weights, point.output_weights), *((u, v) for u in random)]:
            q = y * (np.maximum(x @ weights.T, 0) @ out)
            yield AtMost(f"instance {index}", bound, np.mean(np.logaddexp(0, -q)), 1e-5)
