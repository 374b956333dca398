"""The library's discrepancy and regulariser against sums written out."""

import numpy as np
from scipy.stats import special_ortho_group

from verification.methods import numerical
from verification.methods.numerical import Same
from verification.papers.diversity2017 import (
    mean_squared_kernel,
    regulariser,
    regulariser_gradient,
    squared_discrepancy,
)


@numerical.check(
    "diverse.theorem-8",
    "both-active",
    wrong={"twice the share": {"factor": 2.0}, "the angle itself": {"turned": True}},
)
def grid_of_the_circle(rng, instances, factor=1.0, turned=False):
    """The share of 200,000 equally spaced directions of the plane on which two random units are active, against $k$ of
    their cosine, to $10^{-5}$.
    """
    circle = 2 * np.pi * (np.arange(200_000) + 0.5) / 200_000
    points = np.column_stack([np.cos(circle), np.sin(circle)])
    for index in range(max(20, instances // 10)):
        pair = rng.standard_normal((2, 2))
        pair /= np.linalg.norm(pair, axis=1)[:, None]
        angle = np.arccos(np.clip(pair[0] @ pair[1], -1, 1))
        share = np.mean((points @ pair.T >= 0).all(axis=1))
        yield Same(f"pair {index}", share + 1, 1 + factor * (angle if turned else np.pi - angle) / (2 * np.pi), 1e-5)


@numerical.check(
    "diverse.equation-28",
    "discrepancy",
    wrong={"$n$ for $n - 1$": {"less": 0}, r"$\frac{1}{2 n}$ for $\frac{1}{4 n}$": {"own": 2}},
)
def library_functions_against_each_other(rng, instances, less=1, own=4):
    r"""The library's $L_2^2$ against $\frac{n - 1}{n} R + \frac{1}{4 n} - E k^2$ with its $R$ of the same units, turned
    together: random units of lengths from about $10^{-3}$ to $10^3$, in 2 to 6 inputs.
    """
    for index in range(max(20, instances // 10)):
        inputs, units = 2 + index % 5, 2 + index % 7
        weights = rng.standard_normal((units, inputs)) * 10.0 ** rng.integers(-3, 4, (units, 1))
        turned = weights @ special_ortho_group.rvs(inputs, random_state=rng)
        value = (units - less) / units * regulariser(turned) + 1 / (own * units) - mean_squared_kernel(inputs)
        yield Same(f"d = {inputs}, n = {units}, {index}", squared_discrepancy(weights), value, 1e-9)


STEP = 1e-5


def written_out(weights, projected=True, power=1):
    """The gradient as the formula has it, a unit at a time; shape (units, inputs)."""
    norms = np.linalg.norm(weights, axis=1)
    units, n = weights / norms[:, None], len(weights)
    rows = []
    for i, unit in enumerate(units):
        others = np.delete(units, i, axis=0)
        cosine = others @ unit
        kernel = 0.25 + np.arcsin(cosine) / (2 * np.pi)
        pull = 2 / (n * (n - 1)) * (kernel / (np.pi * np.sqrt(1 - cosine**2))) @ others
        rows.append((pull - projected * (pull @ unit) * unit) / norms[i] ** power)
    return np.array(rows)


@numerical.check(
    "diverse.equation-28",
    "gradient",
    wrong={"without the projection": {"projected": False}, "not over the length": {"power": 0}},
)
def gradients_against_differences(rng, instances, projected=True, power=1):
    r"""The formula along random directions against differences of the library's $R$; the library's gradient against the
    formula.

    The weights are near to the axes and the opposite of their sum, with lengths changed by factors from $\frac12$ to 2:
    no two are nearly parallel.
    """
    for index in range(max(20, instances // 10)):
        inputs = 2 + index % 4
        weights = np.concatenate([np.eye(inputs), -np.ones((1, inputs))]) + 0.1 * rng.random((inputs + 1, inputs))
        weights *= 2.0 ** rng.uniform(-1, 1, (inputs + 1, 1))
        gradient = written_out(weights, projected, power)
        direction = rng.standard_normal(weights.shape) + 2 * weights
        rise = regulariser(weights + STEP * direction) - regulariser(weights - STEP * direction)
        yield Same(f"slope {index}", 1 + np.sum(gradient * direction), 1 + rise / (2 * STEP), 1e-7)
        yield Same(f"the library's gradient, {index}", regulariser_gradient(weights), gradient, 1e-10)
