"""How the error falls with the number of random lines, at a fixed number of inputs, for one target neuron.

For every number of inputs, draws of uniform lines whose number doubles, and uniform target lines u: the Schur
complement S(u) of each, its mean and largest, the error of the nearest line alone, the exact least risk for some
targets, and the tail of psi's spectrum, below which no choice of lines brings the mean of S.
"""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pnn import store
from pnn.kernels import psi, relu_gram
from pnn.lines import Floats, random_lines
from pnn.optimum import gram_optimum
from pnn.schur import prefix_diagonals
from pnn.spectrum import tail
from verification.experiments.job import Job
from verification.experiments.seeds import generator
from verification.experiments.settings import at_least, checked

LEAST = {"inputs": 2, "lines": 1, "draws": 2}  # of a row of `dimensions`
SMALLEST_FORCE = 1e-13  # a correlation with the error below this, in units of the target's size, is rounding
ARRAYS = {
    "mean": "mean of S(u) over the targets",
    "largest": "largest S(u)",
    "nearest": "mean error of the nearest line alone, 1 - psi(cos)^2",
    "least_risk": "mean of 4 L, L the least risk of networks on the lines, over the targets of which it is found",
    "their_schur": "mean of S(u) over these targets",
}


@dataclass(frozen=True)
class Settings:
    """`dimensions`: rows of inputs, lines and draws; the other sizes are of every one of them.

    octaves: how often the largest number of lines is halved; targets of a draw; optima over all draws.
    """

    dimensions: list
    octaves: int
    targets: int
    optima: int
    seed: int

    def __post_init__(self) -> None:
        at_least(vars(self), {"octaves": 1, "targets": 1, "optima": 1, "seed": 0})
        if not self.dimensions:
            raise ValueError("dimensions must hold at least one number of inputs with its lines and draws")
        for row in self.dimensions:
            if not isinstance(row, Mapping):
                raise ValueError(f"dimensions must hold inputs, lines and draws for each number of inputs, not {row!r}")
            checked(dict.fromkeys(LEAST, "int"), row)
            at_least(row, LEAST)
        inputs = [row["inputs"] for row in self.dimensions]
        if len(set(inputs)) < len(inputs):
            raise ValueError(f"every number of inputs may stand in dimensions once, not {inputs}")


def numbers_of_lines(most: int, octaves: int) -> list[int]:
    """`most` lines halved again and again, rising; as many octaves as leave one line at least."""
    return sorted({most >> k for k in range(octaves + 1)} - {0})


def nearest_errors(lines: Floats, targets: Floats, sizes: Sequence[int]) -> Floats:
    """1 - psi(cos)^2 of each target and the nearest of the first `sizes` lines, all unit rows: (sizes, targets)."""
    ends = np.array([0, *sizes])
    cosines = np.stack([np.abs(lines[a:b] @ targets.T).max(axis=0) for a, b in itertools.pairwise(ends)])
    return 1 - psi(np.minimum(np.maximum.accumulate(cosines, axis=0), 1.0)) ** 2


def least_risk(lines: Floats, target: Floats) -> float:
    """4 L for the least population risk L of networks on unit `lines`, (lines, inputs), for one unit target neuron.

    Non-negative least squares over few lines, the nearest ones first: lines on which a mass would lower the risk join
    until there is none, which by Karush, Kuhn and Tucker makes it the least over all lines.
    """
    inputs = lines.shape[1]
    oriented = np.where(lines @ target < 0, -1.0, 1.0)[:, None] * lines
    features = np.concatenate([oriented, -oriented])
    towards = relu_gram(features, target[None])[:, 0]
    chosen = np.argsort(-(oriented @ target), kind="stable")[: 4 * inputs]
    while True:
        both = np.concatenate([chosen, chosen + len(lines)])
        moment = towards[both]
        found = gram_optimum(relu_gram(features[both], features[both]), moment, 0.5)
        masses = np.concatenate([found.positive, found.negative])
        carried = masses > 0
        forces = relu_gram(features, features[both[carried]]) @ masses[carried] - towards
        pulled = np.flatnonzero(forces < -SMALLEST_FORCE) % len(lines)
        joining = np.setdiff1d(pulled, chosen)
        if not joining.size:
            return 4 * found.risk
        chosen = np.concatenate([chosen, joining])


def one_draw(
    inputs: int, sizes: Sequence[int], targets: int, optima: int, rng: np.random.Generator
) -> tuple[dict[str, Floats], bool]:
    """The arrays of one draw over the numbers of lines, and whether float64 told all lines apart.

    Where it did not, lines were left out and S is an upper bound, as `pnn.schur` says.
    """
    lines, units = random_lines(sizes[-1], inputs, rng), random_lines(targets, inputs, rng)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        schur = prefix_diagonals(lines, units, list(sizes))
    found = {"mean": schur.mean(axis=1), "largest": schur.max(axis=1), "their_schur": schur[:, :optima].mean(axis=1)}
    found["nearest"] = nearest_errors(lines, units, sizes).mean(axis=1)
    least = [[least_risk(lines[:size], unit) for unit in units[:optima]] for size in sizes]
    return {**found, "least_risk": np.mean(least, axis=1)}, not caught


def one_dimension(inputs: int, most: int, draws: int, settings: Settings) -> store.Group:
    """All draws for one number of inputs."""
    sizes = numbers_of_lines(most, settings.octaves)
    optima = -(-settings.optima // draws)
    made = [
        one_draw(inputs, sizes, settings.targets, optima, generator(settings.seed, "decay", inputs, draw))
        for draw in range(draws)
    ]
    arrays = {
        name: store.Array(np.array([found[name] for found, _ in made]), ("draw", "lines"), "", text)
        for name, text in ARRAYS.items()
    }
    arrays["tail"] = store.Array(tail(inputs, sizes), ("lines",), "", "eigenvalues of psi beyond the largest `lines`")
    arrays["exact"] = store.Array(
        np.array([exact for _, exact in made]),
        ("draw",),
        "",
        "float64 told all lines apart; if not, S is an upper bound",
    )
    axes = {
        "draw": store.Array(np.arange(draws), description="draw of lines and targets"),
        "lines": store.Array(np.array(sizes), description="number of lines, the first of the draw's"),
    }
    return store.Group(axes, arrays, {"inputs": inputs})


def run(job: Job[Settings]) -> store.Group:
    """The root of the file: a group `inputs_<d>` for every number of inputs."""
    return store.Group(
        groups={
            f"inputs_{row['inputs']}": one_dimension(row["inputs"], row["lines"], row["draws"], job.settings)
            for row in job.settings.dimensions
        }
    )
