"""Lower bounds that hold on a whole cell: near a dual point in floats there is one that is exactly polar to the cell.

A cell is an unbounded cone, so that a dual point whose equations hold up to rounding bounds nothing. Here the entries
that are zero stay zero, and the others move to an exact solution of the equations: its existence, and how far it lies
at most, follow from an approximate right inverse with all rounding counted, or from a solution in fractions.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from flint import fmpq, fmpq_mat
from numpy.typing import NDArray
from scipy.linalg import block_diag, qr

from verification.papers.basin2016.mathematics.cells import Cell, power_of_two
from verification.papers.basin2016.mathematics.losses import Floats, Loss, rounding

SMALL = 1e-290  # above all that underflow can lose in a sum
CLEAR = 1e-9  # of a pivot that counts, relative to the largest
LARGEST_EXACT = 240  # equations that are solved in fractions


def lower_bound(cell: Cell, loss: Loss, dual: Floats, multipliers: Floats) -> float:
    """A number that no loss in the cell goes below: at least 0, as losses are.

    dual (samples,), multipliers (types, samples). It is above 0 only if near these there is an exact solution of the
    polar equations, with the same zeros and with multipliers that are not negative.
    """
    if not (np.isfinite(dual).all() and (multipliers >= 0).all() and dual.any()):
        return 0.0
    moved = PolarEquations.of(cell, dual, multipliers).distance(loss.free(dual, cell.targets))
    return 0.0 if moved is None else max(0.0, loss.dual_below(dual, moved, cell.targets))


@dataclass(frozen=True)
class PolarEquations:
    """For each type i the sum over samples of (active_it dual_t + signs_it multipliers_it) x_t has to vanish.

    rows (samples, rank): the samples divided by `sizes`, powers of two, by which dual and multipliers are multiplied.
    """

    cell: Cell
    rows: Floats
    sizes: Floats
    dual: Floats
    multipliers: Floats

    @staticmethod
    def of(cell: Cell, dual: Floats, multipliers: Floats) -> PolarEquations:
        """The equations at a point."""
        sizes = power_of_two(np.abs(cell.spanning).max(axis=1, initial=0.0))
        return PolarEquations(cell, cell.spanning / sizes[:, None], sizes, dual * sizes, multipliers * sizes)

    def distance(self, free: NDArray[np.bool_]) -> Floats | None:
        """How far an exactly polar dual point lies from the given one, at most and entry by entry; None if none is
        found. Only `free` entries of the dual point move, and multipliers that are not zero.

        Types whose own multipliers reach every direction take any dual point near; the others bind it, and are solved
        together.
        """
        loose, bound = self.kinds()
        moved = self._moved(bound, free) if bound else np.zeros(len(self.dual))
        if moved is None or not all(self._takes(i, own, moved) for i, own in loose.items()):
            return None
        return moved / self.sizes

    def kinds(self) -> tuple[dict[int, RightInverse], list[int]]:
        """The types whose own multipliers reach every direction, with inverses, and those that bind the dual point."""
        loose, bound = {}, []
        for i in np.flatnonzero((self.cell.active * self.dual).any(axis=1) | self.multipliers.any(axis=1)).tolist():
            found = RightInverse.of(self.own(i))
            if found is None:
                bound.append(i)
            else:
                loose[i] = found
        return loose, bound

    def refined(self, free: NDArray[np.bool_]) -> tuple[Floats, Floats]:
        """Dual point and multipliers after a step towards a solution of the equations, in the units of the samples."""
        (loose, bound), samples = self.kinds(), len(self.dual)
        dual, multipliers = self.dual, self.multipliers.copy()
        if bound:
            matrix, point, mobile = self.system(bound, free)
            inverse, left = RightInverse.of(matrix[:, mobile]), matrix @ point
            point[mobile] -= inverse.inverse @ left if inverse else np.linalg.lstsq(matrix[:, mobile], left)[0]
            dual, ends = point[:samples], samples + np.cumsum([0, *(self.kept(i).sum() for i in bound)])
            for k, i in enumerate(bound):
                multipliers[i, self.kept(i)] = point[ends[k] : ends[k + 1]]
        for i, own in loose.items():
            left = own.matrix @ multipliers[i, self.kept(i)] + self.shared(i) @ dual
            multipliers[i, self.kept(i)] -= own.inverse @ left
        return dual / self.sizes, multipliers / self.sizes

    def kept(self, i: int) -> NDArray[np.bool_]:
        """The samples at which a type has a multiplier that may move."""
        return (self.multipliers[i] > 0) & (self.cell.signs[i] != 0)

    def own(self, i: int) -> Floats:
        """What a type's equations have to do with its own multipliers, shape (rank, multipliers that may move)."""
        kept = self.kept(i)
        return (self.cell.signs[i, kept, None] * self.rows[kept]).T

    def shared(self, i: int) -> Floats:
        """What they have to do with the dual point, shape (rank, samples)."""
        return (self.cell.active[i, :, None] * self.rows).T

    def _takes(self, i: int, own: RightInverse, moved: Floats) -> bool:
        """Whether a type has multipliers that are not negative for every dual point within `moved`."""
        shared, multipliers = self.shared(i), self.multipliers[i, self.kept(i)]
        left = sum_bound(np.hstack([own.matrix, shared]), np.concatenate([multipliers, self.dual]))
        return bool((own.distance(left + np.abs(shared) @ moved * (1 + CLEAR)) <= multipliers).all())

    def system(self, bound: list[int], free: NDArray[np.bool_]) -> tuple[Floats, Floats, NDArray[np.bool_]]:
        """The equations of some types, the point, samples first, and which of its entries may move."""
        own = block_diag(*(self.own(i) for i in bound))
        matrix = np.hstack([np.vstack([self.shared(i) for i in bound]), own])
        multipliers = np.concatenate([self.multipliers[i, self.kept(i)] for i in bound])
        mobile = np.concatenate([free, np.ones(len(multipliers), dtype=bool)]) & matrix.any(axis=0)
        return matrix, np.concatenate([self.dual, multipliers]), mobile

    def _moved(self, bound: list[int], free: NDArray[np.bool_]) -> Floats | None:
        """How far the dual point moves to solve the equations of the types that bind it."""
        matrix, point, mobile = self.system(bound, free)
        distance, samples = distance_of_zero(matrix, point, mobile), len(self.dual)
        if distance is None or not (distance[samples:] <= point[samples:]).all():
            return None
        return distance[:samples]


def distance_of_zero(matrix: Floats, point: Floats, free: NDArray[np.bool_]) -> Floats | None:
    """How far from `point` (columns,) an exact zero of the matrix lies, entry by entry; only `free` ones move.

    None where no zero was found: the point is not near one, or the equations are too many to be solved in fractions.
    """
    left = sum_bound(matrix, point)
    distance, inverse = np.zeros(len(point)), RightInverse.of(matrix[:, free])
    if inverse is not None:
        distance[free] = inverse.distance(left)
        return distance
    return _distance_in_fractions(matrix, point, free)


def sum_bound(matrix: Floats, point: Floats) -> Floats:
    """Upper bounds of the absolute values of matrix @ point, rounding counted."""
    return np.abs(matrix @ point) + rounding(matrix.shape[1] + 2) * (np.abs(matrix) @ np.abs(point)) + SMALL


@dataclass(frozen=True)
class RightInverse:
    """A matrix A with an R so near to a right inverse that |1 - A R| <= off < 1, row sums of absolute values.

    Then A R is invertible with |(A R)^-1| <= 1 / (1 - off), and A (u - R (A R)^-1 A u) = 0 for every u.
    """

    matrix: Floats
    inverse: Floats
    off: float

    @staticmethod
    def of(matrix: Floats) -> RightInverse | None:
        """None where none was found, as for rows that are dependent or nearly so."""
        equations, unknowns = matrix.shape
        if equations > unknowns:
            return None
        across, triangle = np.linalg.qr(matrix.T)
        if not np.abs(np.diag(triangle)).min(initial=1.0) > CLEAR * np.abs(triangle).max(initial=0.0):
            return None
        inverse = across @ np.linalg.inv(triangle).T
        off = np.abs(np.eye(equations) - matrix @ inverse)
        off += rounding(unknowns + 2) * (1 + np.abs(matrix) @ np.abs(inverse))
        most = float(off.sum(axis=1).max(initial=0.0)) * (1 + CLEAR)
        return RightInverse(matrix, inverse, most) if most < 0.5 else None

    def distance(self, left: Floats) -> Floats:
        """How far u moves, entry by entry, if |A u| is at most `left`."""
        size = float(left.max(initial=0.0)) / (1 - self.off)
        return np.abs(self.inverse).sum(axis=1) * (size * (1 + CLEAR)) + SMALL


def _distance_in_fractions(matrix: Floats, point: Floats, free: NDArray[np.bool_]) -> Floats | None:
    """The same for equations that depend on one another: as many as are independent are solved, and all are checked."""
    rows, columns = _pivots(matrix, point, free)
    if len(rows) > LARGEST_EXACT:
        return None
    exact, values = _exactly(matrix), _exactly(point[:, None])
    for column in columns:
        values[column, 0] = fmpq(0)
    if columns:
        right = exact * values
        square = fmpq_mat([[exact[i, j] for j in columns] for i in rows])
        try:
            solved = square.solve(fmpq_mat([[-right[i, 0]] for i in rows]))
        except ZeroDivisionError:
            return None
        for k, column in enumerate(columns):
            values[column, 0] = solved[k, 0]
    if any((exact * values).entries()):
        return None
    distance = np.zeros(len(point))
    for column in columns:
        apart = abs(values[column, 0] - fmpq(*float(point[column]).as_integer_ratio()))
        distance[column] = float(int(apart.p) / int(apart.q)) * (1 + CLEAR) + SMALL
    return distance


def _pivots(matrix: Floats, point: Floats, free: NDArray[np.bool_]) -> tuple[list[int], list[int]]:
    """Independent equations, and as many free columns that solve them: those whose entries have room to move first."""
    places = np.flatnonzero(free)
    triangle, columns = qr(matrix[:, places] * np.abs(point[places]), mode="r", pivoting=True)
    rank = _rank(triangle)
    chosen = places[columns[:rank]]
    _, rows = qr(matrix[:, chosen].T, mode="r", pivoting=True)
    return rows[:rank].tolist(), chosen.tolist()


def _rank(triangle: Floats) -> int:
    sizes = np.abs(np.diag(triangle))
    return int((sizes > CLEAR * sizes.max(initial=0.0)).sum())


def _exactly(matrix: Floats) -> fmpq_mat:
    """A matrix in fractions, of whose entries most may be zero."""
    zero = fmpq(0)
    return fmpq_mat([[fmpq(*x.as_integer_ratio()) if x else zero for x in row] for row in matrix.tolist()])
