"""The least loss over a cell as a cone program, for clarabel.

With z = |v| w for every neuron, a cell is the cone of all z with sign * <z, x> >= 0, and the predictions p = M z are
linear there. The unknowns are z in coordinates of an orthonormal basis, p, and for the logistic loss three a sample.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import clarabel
import numpy as np
from scipy import sparse

from verification.papers.basin2016.mathematics.cells import Cell
from verification.papers.basin2016.mathematics.losses import Floats


@dataclass(frozen=True)
class Attempt:
    """How to ask the solver: its tolerance, its regularisation, the size of basis vectors, unit rows or not."""

    tolerance: float
    regularisation: float
    size: float
    unit_rows: bool


ATTEMPTS = (  # the first suffices nearly always, the next two for many neurons, the others for whole-number samples
    Attempt(1e-11, 1e-8, 30.0, False),
    Attempt(1e-11, 1e-8, 30.0, True),
    Attempt(1e-11, 1e-8, 5.0, False),
    Attempt(1e-11, 1e-12, 30.0, False),
    Attempt(1e-9, 1e-12, 1.0, True),
    Attempt(1e-9, 1e-10, 5.0, False),
    Attempt(1e-9, 1e-8, 1.0, True),
)


def solve(cell: Cell, loss: str, attempt: Attempt) -> tuple[Floats, Floats, Floats]:
    """What the solver found, good or not: coordinates (types, rank), dual (samples,), multipliers (types, samples)."""
    types, samples = cell.signs.shape
    unknowns, rank = types * cell.basis.shape[1], cell.basis.shape[1]
    program = {"squared": _squared, "logistic": _logistic}[loss](cell.targets)
    lengths = np.linalg.norm(cell.basis, axis=1)
    rows = 1 / np.where(lengths > 0, lengths, 1.0) if attempt.unit_rows else np.full(samples, attempt.size)
    masses = _columns_of_masses(cell, rows, attempt.size, program.rows.shape[0])
    others = sparse.vstack([program.sums, sparse.csc_array((types * samples, program.sums.shape[1])), program.rows])
    offset = np.concatenate([np.zeros(samples + types * samples), program.offset])
    matrix = sparse.hstack([masses, others], format="csc")
    quadratic = sparse.block_diag([sparse.csc_array((unknowns, unknowns)), program.quadratic], format="csc")
    linear = np.concatenate([np.zeros(unknowns), program.linear])
    cones = [clarabel.ZeroConeT(samples), clarabel.NonnegativeConeT(types * samples), *program.cones]
    settings = _settings(attempt)
    solution = clarabel.DefaultSolver(quadratic, linear, matrix, offset, cones, settings).solve()
    point, multipliers = np.array(solution.x), np.array(solution.z)
    scaled = multipliers[samples : samples + types * samples].reshape(types, samples)
    coordinates = attempt.size * point[:unknowns].reshape(types, rank)
    return coordinates, -multipliers[:samples], scaled * rows / attempt.size


def _columns_of_masses(cell: Cell, rows: Floats, size: float, below: int) -> sparse.csc_array:
    """The columns of the coordinates: each type's sums of predictions, its own restrictions, and zeros `below`.

    A column has entries in two rows for each sample; those that are zero are left out.
    """
    types, samples = cell.signs.shape
    basis = cell.basis.T
    sums = size * (cell.active[:, None, :] * basis)
    entries = np.concatenate([sums, -(cell.signs * rows)[:, None, :] * basis], axis=2)  # (types, rank, 2 samples)
    own = samples * np.arange(1, types + 1)[:, None, None] + np.arange(samples)
    places = np.concatenate([np.broadcast_to(np.arange(samples), own.shape), own], axis=2)
    kept = entries != 0
    starts = np.concatenate([[0], np.cumsum(kept.sum(axis=2).ravel())])
    content = entries[kept], np.broadcast_to(places, entries.shape)[kept], starts
    return sparse.csc_array(content, shape=(samples + types * samples + below, types * len(basis)))


@dataclass(frozen=True)
class _Program:
    """The loss as a program: min of u'Qu/2 + c'u with offset - rows u in the cones; `sums` holds -1 at p."""

    quadratic: sparse.sparray
    linear: Floats
    sums: sparse.sparray
    rows: sparse.sparray
    offset: Floats
    cones: list


def _squared(targets: Floats) -> _Program:
    """Half the sum of (p - y)^2, without its constant: its gradient is that of slope 1."""
    samples = len(targets)
    nothing = sparse.csc_array((0, samples))
    return _Program(sparse.eye_array(samples), -targets, -sparse.eye_array(samples), nothing, np.zeros(0), [])


def _logistic(targets: Floats) -> _Program:
    """The sum of t with exp(-t) + exp(-y p - t) <= 1, in unknowns p, t and the two exponentials e, f.

    Rows: e + f <= 1 for each sample, then two exponential cones a sample, (-t, 1, e) and (-y p - t, 1, f).
    """
    m = len(targets)
    entries = []
    for k, y in enumerate(targets):
        first = m + 6 * k
        entries += [(k, 2 * m + k, 1.0), (k, 3 * m + k, 1.0)]
        entries += [(first, m + k, 1.0), (first + 2, 2 * m + k, -1.0)]
        entries += [(first + 3, k, y), (first + 3, m + k, 1.0), (first + 5, 3 * m + k, -1.0)]
    at, column, value = (np.array(x) for x in zip(*entries, strict=True))
    rows = sparse.csc_array((value, (at.astype(int), column.astype(int))), shape=(7 * m, 4 * m))
    offset = np.concatenate([np.ones(m), np.tile([0.0, 1.0, 0.0], 2 * m)])
    sums = sparse.hstack([-sparse.eye_array(m), sparse.csc_array((m, 3 * m))])
    linear = np.concatenate([np.zeros(m), np.ones(m), np.zeros(2 * m)])
    cones = [clarabel.NonnegativeConeT(m), *[clarabel.ExponentialConeT()] * (2 * m)]
    return _Program(sparse.csc_array((4 * m, 4 * m)), linear, sums, rows, offset, cones)


def _settings(attempt: Attempt) -> clarabel.DefaultSettings:
    settings = clarabel.DefaultSettings()
    settings.verbose = False
    settings.max_threads = 1
    settings.presolve_enable = False
    settings.tol_gap_abs = settings.tol_gap_rel = settings.tol_feas = attempt.tolerance
    settings.static_regularization_constant = attempt.regularisation
    return settings


def attempts(cell: Cell, loss: str) -> Iterator[tuple[Floats, Floats, Floats]]:
    """What the solver finds at one setting after another, until no more is asked for."""
    for attempt in ATTEMPTS:
        yield solve(cell, loss, attempt)
