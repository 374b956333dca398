"""The small computations that figures show: scalar landscapes, sign regions, the kernel, equally spaced lines."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import nnls

from pnn import store
from pnn.kernels import psi, relu_gram
from pnn.landscape import is_local_minimum
from pnn.optimum import population_optimum
from pnn.risk import population_risk
from pnn.spectrum import equally_spaced_eigenvalues
from verification.experiments.job import Job
from verification.experiments.settings import at_least

LINE = np.ones((1, 1))  # the one line of a scalar network
REGIONS = tuple(itertools.product((1, -1), repeat=2))
TARGETS = {"same_sign": (6.0, 4.0), "both_signs": (6.0, -4.0)}  # the paper's own weights are not known
REACH = 12.0  # weights shown on each axis of a landscape
LARGEST_TARGET = 4
LEAST = {"grid": 11, "lines": 3}
EVERY_COUNT = 100  # beyond it, only so many more numbers of lines, evenly spread on a logarithmic scale


@dataclass(frozen=True)
class Settings:
    """Points a side of the grids, and the largest number of equally spaced lines."""

    grid: int
    lines: int

    def __post_init__(self) -> None:
        at_least(vars(self), LEAST)


@dataclass(frozen=True)
class Minimum:
    """Local minima of one region, the weights between two corners: a segment, or a point where the two agree."""

    region: tuple[int, ...]
    corners: np.ndarray
    risk: float
    bad: bool
    closed: bool


def region_name(region: Sequence[int]) -> str:
    """ "+-" for (1, -1)."""
    return "".join("+" if sign > 0 else "-" for sign in region)


def best_corners(region: tuple[int, ...], target: np.ndarray) -> np.ndarray:
    """Corners of the least-risk set of a closed sign region, one line: (corners, neurons).

    The risk depends on the masses of the signs alone; a corner gives a sign's whole mass to one neuron.
    """
    signs = sorted(set(region))
    directions = np.array(signs, dtype=float)[:, None]
    factor = np.linalg.cholesky(relu_gram(directions, directions))
    masses, _ = nnls(factor.T, np.linalg.solve(factor, relu_gram(directions, target).sum(axis=1)))
    bearers = [[neuron for neuron, sign in enumerate(region) if sign == own] for own in signs]
    corners = np.zeros((0, len(region)))
    for choice in itertools.product(*bearers):
        corner = np.zeros(len(region))
        corner[list(choice)] = masses * signs
        corners = np.vstack([corners, corner])
    return corners


def scalar_minima(target_weights: Sequence[float]) -> list[Minimum]:
    """All local minima of a scalar network of two neurons, region by region, for a target of two neurons."""
    target = np.array(target_weights, dtype=float)[:, None]
    least = population_optimum(LINE, target).risk
    scale = float((target**2).sum())
    minima = []
    for region in REGIONS:
        corners = best_corners(region, target)
        middle = corners.mean(axis=0)
        if (middle == 0).any() or not _is_minimum(middle, target):
            continue
        risk = population_risk(middle[:, None], target)
        closed = all(_is_minimum(corner, target) for corner in corners)
        minima.append(Minimum(region, corners[[0, -1]], risk, risk > least + 1e-9 * scale, closed))
    return minima


def _is_minimum(scalars: np.ndarray, target: np.ndarray) -> bool:
    return is_local_minimum(scalars[:, None], LINE, target, line_of=np.zeros(len(scalars), dtype=int))


def scalar_risk(first: np.ndarray, second: np.ndarray, target: np.ndarray) -> np.ndarray:
    """`population_risk` of two neurons on one line, over broadcast arrays of weights; target (target neurons, 1).

    With the masses m of the positive and of the negative weights it is (m - m*)' E[f f'] (m - m*), where
    f = (relu(x), relu(-x)).
    """
    both_ways = np.array([[1.0], [-1.0]])
    gram = relu_gram(both_ways, both_ways)
    excess = [
        np.maximum(sign * first, 0) + np.maximum(sign * second, 0) - np.maximum(sign * target, 0).sum()
        for sign in (1, -1)
    ]
    return np.einsum("i...,ij,j...->...", np.stack(excess), gram, np.stack(excess))


def landscape(target_weights: Sequence[float], grid: int) -> store.Group:
    """The risk on a square grid of the two weights, and all local minima."""
    target = np.array(target_weights, dtype=float)[:, None]
    weights = np.linspace(-REACH, REACH, grid)
    risk = scalar_risk(weights[:, None], weights[None, :], target)
    minima = scalar_minima(target_weights)
    axes = {
        "first": store.Array(weights, description="weight of the first neuron"),
        "second": store.Array(weights, description="weight of the second neuron"),
        "minimum": store.Array(np.array([region_name(m.region) for m in minima]), description="its sign region"),
        "end": store.Array(np.arange(2), description="end of the segment of minima"),
        "neuron": store.Array(np.arange(2), description="neuron"),
    }
    ends = np.array([m.corners for m in minima])
    arrays = {
        "risk": store.Array(risk, ("first", "second"), "", "population risk E (h - h*)^2"),
        "ends": store.Array(ends, ("minimum", "end", "neuron"), "", "ends of each segment of local minima"),
        "value": store.Array(np.array([m.risk for m in minima]), ("minimum",), "", "risk at the minimum"),
        "bad": store.Array(np.array([m.bad for m in minima]), ("minimum",), "", "above the global minimum"),
        "closed": store.Array(np.array([m.closed for m in minima]), ("minimum",), "", "the ends are minima too"),
        "target": store.Array(target[:, 0], ("neuron",), "", "weights of the target"),
    }
    return store.Group(axes=axes, arrays=arrays)


def sign_regions() -> store.Group:
    """For every whole-number target of two neurons: which regions hold bad local minima, which hold global ones."""
    numbers = [n for n in range(-LARGEST_TARGET, LARGEST_TARGET + 1) if n]
    targets = list(itertools.product(numbers, repeat=2))
    found = np.zeros((2, len(REGIONS), len(targets)), dtype=bool)
    for column, target in enumerate(targets):
        for minimum in scalar_minima(target):
            found[int(minimum.bad), REGIONS.index(minimum.region), column] = True
    axes = {
        "region": store.Array(np.array([region_name(r) for r in REGIONS]), description="signs of the two weights"),
        "target": store.Array(np.arange(len(targets)), description="target"),
        "neuron": store.Array(np.arange(2), description="neuron"),
    }
    arrays = {
        "weights": store.Array(np.array(targets), ("target", "neuron"), "", "weights of the target"),
        "bad": store.Array(found[1], ("region", "target"), "", "a bad local minimum lies inside"),
        "global": store.Array(found[0], ("region", "target"), "", "a global minimum lies inside"),
    }
    return store.Group(axes=axes, arrays=arrays)


def kernel(points: int) -> store.Group:
    """psi on [-1, 1] and its bounds: |rho| and 2/pi + rho^2/pi below, 2/pi + (1 - 2/pi) rho^2 above."""
    rho = np.linspace(-1.0, 1.0, points)
    curves = {
        "psi": (psi(rho), "E|u.x||v.x| for unit u, v at correlation rho"),
        "absolute": (np.abs(rho), "lower bound |rho|"),
        "lower": (2 / np.pi + rho**2 / np.pi, "lower bound 2/pi + rho^2/pi"),
        "upper": (2 / np.pi + (1 - 2 / np.pi) * rho**2, "upper bound 2/pi + (1 - 2/pi) rho^2"),
    }
    axes = {"rho": store.Array(rho, description="correlation of the two unit vectors")}
    return store.Group(axes=axes, arrays={k: store.Array(v, ("rho",), "", text) for k, (v, text) in curves.items()})


def spaced_lines(most: int) -> store.Group:
    """The smallest eigenvalue of psi[K] for 2 to `most` equally spaced lines in the plane, against pi^2/(6 R^3).

    The next order of their ratio, from the exact formula: 1 + pi^2/(5 R^2) for even R, 1 + 6 pi^2/(5 R^2) for odd R.
    """
    counts = _counts(most)
    smallest = np.array([equally_spaced_eigenvalues(int(count)).min() for count in counts])
    asymptote = np.pi**2 / (6 * counts.astype(float) ** 3)
    next_order = np.where(counts % 2 == 0, 1, 6) * np.pi**2 / (5 * counts.astype(float) ** 2)
    arrays = {
        "smallest": (smallest, "smallest eigenvalue"),
        "asymptote": (asymptote, "pi^2 / (6 lines^3)"),
        "excess": (smallest / asymptote - 1, "smallest eigenvalue over asymptote, less one"),
        "next_order": (next_order, "leading term of the excess, by the parity of the number of lines"),
    }
    return store.Group(
        axes={"lines": store.Array(counts, description="number of lines")},
        arrays={name: store.Array(values, ("lines",), "", text) for name, (values, text) in arrays.items()},
    )


def _counts(most: int) -> np.ndarray:
    every = np.arange(2, min(most, EVERY_COUNT) + 1)
    beyond = np.geomspace(EVERY_COUNT, max(most, EVERY_COUNT), EVERY_COUNT).astype(int)
    both_parities = np.concatenate([every, beyond, beyond + 1])
    return np.unique(both_parities[both_parities <= most])


def run(job: Job[Settings]) -> store.Group:
    """Everything that the figures draw from this file."""
    settings = job.settings
    groups = {name: landscape(target, settings.grid) for name, target in TARGETS.items()}
    return store.Group(
        groups={
            "landscapes": store.Group(groups=groups),
            "regions": sign_regions(),
            "kernel": kernel(2 * settings.grid - 1),
            "spaced_lines": spaced_lines(settings.lines),
        }
    )
