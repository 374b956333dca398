"""Cells of the partition of Definition 2: the parameters whose neurons have given signs on the samples."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from flint import fmpz_mat
from numpy.typing import ArrayLike, NDArray
from scipy.linalg import qr

from pnn import numbers
from verification.papers.basin2016.mathematics.losses import Floats

_EPS = float(np.finfo(float).eps)


@dataclass(frozen=True)
class Cell:
    """The cell of a start of a two-layer network, with neurons of one type (same signs everywhere) taken once.

    samples (samples, inputs), targets (samples,). signs (types, samples): the sign of every type's neurons on every
    sample, 0 on samples that are zero. sides (types,): the signs of their output weights. inside (types, inputs):
    weights of a neuron of each type, strictly inside the cell. types (neurons,): the type of every neuron.
    """

    samples: Floats
    targets: Floats
    signs: Floats
    sides: Floats
    inside: Floats
    types: NDArray[np.intp]

    @cached_property
    def basis(self) -> Floats:
        """Orthonormal columns that span the columns of the samples, shape (samples, rank)."""
        return self._decomposition[0]

    @cached_property
    def back(self) -> Floats:
        """Takes coordinates in `basis` to weights, shape (rank, inputs): samples @ back.T is the basis."""
        _, sizes, rows = self._decomposition
        return rows / sizes[:, None] / self.input_sizes

    @cached_property
    def spanning(self) -> Floats:
        """Inputs of the samples that span all others, divided by powers of two, shape (samples, rank).

        Raises ValueError where the samples' rank up to rounding is not their rank: then no bound can be trusted.
        """
        scaled, rank = self.samples / self.input_sizes, self.basis.shape[1]
        if rank < min(scaled.shape) and _exact_rank(scaled) > rank:
            raise ValueError(
                f"the samples have rank {rank} up to rounding, but not exactly: give them by {rank} coordinates in "
                "their span, or by whole numbers"
            )
        return scaled[:, np.sort(qr(scaled, mode="r", pivoting=True)[1][:rank])]

    @cached_property
    def input_sizes(self) -> Floats:
        """Powers of two just above the largest value of every input, shape (inputs,)."""
        return power_of_two(np.abs(self.samples).max(axis=0, initial=0.0))

    @cached_property
    def active(self) -> Floats:
        """The sides where a type acts on a sample, else 0, shape (types, samples)."""
        return self.sides[:, None] * (self.signs > 0)

    @cached_property
    def _decomposition(self) -> tuple[Floats, Floats, Floats]:
        left, sizes, rows = np.linalg.svd(self.samples / self.input_sizes, full_matrices=False)
        kept = sizes > max(self.samples.shape) * _EPS * sizes.max(initial=0.0)
        return left[:, kept], sizes[kept], rows[kept]

    def predictions(self, weights: Floats) -> Floats:
        """Outputs (samples,) of weights (types, inputs) of the cell with output weights `sides`."""
        return (self.active * (weights @ self.samples.T)).sum(axis=0)

    def dual_residuals(self, dual: Floats, multipliers: Floats) -> Floats:
        """For each type the part that must vanish, in coordinates of `basis`, shape (types, rank).

        dual (samples,), multipliers (types, samples). Where it vanishes and no multiplier is negative, the product of
        `dual` with the predictions of any point of the cell is not positive.
        """
        return (self.active * dual + self.signs * multipliers) @ self.basis


def power_of_two(sizes: Floats) -> Floats:
    """Powers of two just above sizes that are not negative; 1 for 0."""
    return np.ldexp(1.0, np.where(sizes > 0, np.frexp(sizes)[1], 0))


def _exact_rank(rows: Floats) -> int:
    """The rank of rows of floats, taken for exact."""
    ratios = [[float(x).as_integer_ratio() for x in row] for row in rows]
    common = [max(q for _, q in row) for row in ratios]  # all of them powers of two
    return fmpz_mat([[p * (c // q) for p, q in row] for row, c in zip(ratios, common, strict=True)]).rank()


def cell_of(samples: ArrayLike, targets: ArrayLike, weights: ArrayLike, output_weights: ArrayLike) -> Cell:
    """The cell that holds a start; shapes as in `Cell`, weights (neurons, inputs), output_weights (neurons,).

    A sample that is zero has no sign and restricts nothing. Raises ValueError for shapes that do not fit, numbers that
    are complex or not finite, no sample, and a start on the boundary between cells: an output weight that is zero, or
    a weight vector orthogonal to a sample that is not zero, up to rounding.
    """
    samples, weights = _numbers("samples", samples, 2), _numbers("weights", weights, 2)
    targets, output_weights = _numbers("targets", targets, 1), _numbers("output_weights", output_weights, 1)
    numbers.sized(targets, "targets")
    if not len(samples) or targets.shape != samples.shape[:1]:
        raise ValueError(f"wanted at least one sample, a target for each; got {samples.shape} and {targets.shape}")
    if weights.shape[1] != samples.shape[1] or output_weights.shape != weights.shape[:1]:
        raise ValueError(
            f"wanted weights (neurons, {samples.shape[1]}) and an output weight for each neuron, "
            f"got {weights.shape} and {output_weights.shape}"
        )
    if not output_weights.all():
        raise ValueError("an output weight is zero: the start lies on the boundary between cells")
    keys = np.column_stack([_signs(samples, weights), np.sign(output_weights)])
    kinds, first, types = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    return Cell(samples, targets, kinds[:, :-1], kinds[:, -1], weights[first], types.reshape(-1))


def _signs(samples: Floats, weights: Floats) -> Floats:
    """The sign of every neuron on every sample, shape (neurons, samples)."""
    with np.errstate(over="ignore", invalid="ignore"):
        sums = weights @ samples.T
        rounding = (samples.shape[1] + 1) * _EPS * (np.abs(weights) @ np.abs(samples).T)
    if not np.isfinite(rounding).all():
        raise ValueError("products of weights and samples overflow: scale them down")
    if (unsure := (np.abs(sums) <= rounding) & samples.any(axis=1)).any():
        neuron, sample = np.argwhere(unsure)[0]
        raise ValueError(
            f"the start lies on the boundary between cells: the weights of neuron {neuron} are orthogonal to "
            f"sample {sample}, up to rounding"
        )
    return np.sign(sums) * samples.any(axis=1)


def _numbers(name: str, values: ArrayLike, dimensions: int) -> Floats:
    array = numbers.real(values, name)
    if array.ndim != dimensions or not np.isfinite(array).all():
        raise ValueError(f"{name} must be finite numbers with {dimensions} dimensions, got shape {array.shape}")
    return array
