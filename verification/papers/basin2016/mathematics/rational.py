"""The least squared loss over a basin in fractions, for whole-number samples of rank at most 3.

The closed cell of a neuron is then a cone with explicit extreme rays: half-lines, normals in the plane, cross products
in space. The predictions that the cell reaches are the cone of the rays' outputs, and the least loss is a
non-negative least-squares problem: its support is guessed in floats and everything else is exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np
from flint import fmpq, fmpq_mat, fmpz_mat
from scipy.optimize import nnls

from pnn.numbers import plain
from verification.papers.basin2016.mathematics.networks import dot, mean_square, outputs, sign
from verification.papers.basin2016.mathematics.rays import Ints, Ray, cell_rays, independent_columns

Rationals = tuple[Fraction, ...]


@dataclass(frozen=True)
class ExactCertificate:
    """What proves an exact value; checked by `verify` from the data.

    weights (neurons, inputs), output_weights (neurons,): a network in the closed cell, its loss is the value.
    dual (samples,): targets minus its predictions, orthogonal to them, with a product of at most 0 with the outputs of
    every extreme ray and so with all predictions that the cell reaches.
    """

    weights: tuple[Rationals, ...]
    output_weights: Ints
    dual: Rationals


@dataclass(frozen=True)
class ExactBasin:
    """The least loss over a closed cell, without error."""

    value: Fraction
    certificate: ExactCertificate
    gap: Fraction = Fraction(0)


def exact_basin(samples, targets, weights, output_weights) -> ExactBasin:
    """Bas of the cell of a start for the squared loss, as `basin_value`, in fractions.

    samples (samples, inputs) and targets (samples,) whole numbers, samples of rank 1 to 3 or all zero; weights
    (neurons, inputs) and output_weights (neurons,) any finite numbers, of which only exact signs are used.
    Raises ValueError for a larger rank, numbers that are not whole, shapes that do not fit, and a start on the boundary
    between cells.
    """
    x, y = _whole("samples", samples, 2), _whole("targets", targets, 1)
    if not len(x) or len(y) != len(x):
        raise ValueError(f"wanted at least one sample and a target for each, got {len(x)} and {len(y)}")
    signs, sides = _start_signs(x, weights, output_weights)
    rays = cell_rays(x, signs, sides)
    masses = _least_squares([ray.outputs for ray in rays], y)
    found = [[Fraction(0)] * len(x[0]) for _ in sides]
    for ray, mass in zip(rays, masses, strict=True):
        found[ray.neuron] = [w + mass * r for w, r in zip(found[ray.neuron], ray.weights, strict=True)]
    dual = tuple(_residuals([ray.outputs for ray in rays], y, masses))
    certificate = ExactCertificate(tuple(map(tuple, found)), sides, dual)
    if not verify(x, y, signs, certificate, rays):
        raise ArithmeticError("the optimality conditions do not hold: a defect of this module")
    return ExactBasin(mean_square(dual), certificate)


def verify(x: Sequence[Ints], y: Ints, signs: Sequence[Ints], certificate: ExactCertificate, rays: list[Ray]) -> bool:
    """The optimality conditions from the data: in the closed cell, residuals right, orthogonal, polar to all rays."""
    inside = all(
        side * dot(w, sample) >= 0
        for w, row in zip(certificate.weights, signs, strict=True)
        for side, sample in zip(row, x, strict=True)
    )
    reached = outputs(x, certificate.weights, certificate.output_weights)
    residuals = all(d == target - p for d, target, p in zip(certificate.dual, y, reached, strict=True))
    polar = all(dot(certificate.dual, ray.outputs) <= 0 for ray in rays)
    return inside and residuals and polar and dot(certificate.dual, reached) == 0


def _least_squares(columns: list[Ints], y: Ints) -> list[Fraction]:
    """Non-negative masses of the columns with the least sum of squares, exact.

    Lawson and Hanson's method in fractions, from the support that floats suggest: each step lowers the sum.
    """
    masses = _settle(columns, y, [Fraction(0)] * len(columns), _guess(columns, y))
    while True:
        rest = _residuals(columns, y, masses)
        slopes = [Fraction(0) if m else dot(c, rest) for m, c in zip(masses, columns, strict=True)]
        entering = max(
            range(len(columns)),
            key=lambda j: slopes[j] ** 2 / dot(columns[j], columns[j]) * (slopes[j] > 0),
            default=None,
        )
        if entering is None or slopes[entering] <= 0:
            return masses
        masses = _settle(columns, y, masses, [j for j, m in enumerate(masses) if m] + [entering])


def combination(columns: list[Ints], target: Sequence[Fraction]) -> list[Fraction]:
    """Masses, none negative, with which whole columns that are not zero add up to a vector.

    Raises ValueError where there are none.
    """
    scale = lcm(*(entry.denominator for entry in target))
    whole = tuple(int(scale * entry) for entry in target)
    masses = _least_squares(columns, whole)
    if any(_residuals(columns, whole, masses)):
        raise ValueError("no masses add up to the vector")
    return [mass / scale for mass in masses]


def _residuals(columns: list[Ints], y: Ints, masses: list[Fraction]) -> list[Fraction]:
    """y minus the columns times their masses."""
    rest = list(map(Fraction, y))
    for column, mass in zip(columns, masses, strict=True):
        if mass:
            rest = [r - mass * c for r, c in zip(rest, column, strict=True)]
    return rest


def _guess(columns: list[Ints], y: Ints) -> list[int]:
    """The support of a float solution, thinned to independent columns."""
    if not columns:
        return []
    matrix = np.array([_of_size_one(column) for column in columns]).T
    try:
        found = nnls(matrix / np.linalg.norm(matrix, axis=0), np.array(_of_size_one(y)))[0]
    except RuntimeError:  # too many steps: the exact method starts from nothing
        return []
    support = [int(j) for j in np.argsort(-found) if found[j] > 0]
    kept = independent_columns([tuple(columns[j][t] for j in support) for t in range(len(y))]) if support else []
    return [support[i] for i in kept]


def _of_size_one(numbers: Ints) -> list[float]:
    """Whole numbers of any length over the largest."""
    largest = max(map(abs, numbers), default=0) or 1
    return [float(Fraction(number, largest)) for number in numbers]


def _settle(columns: list[Ints], y: Ints, masses: list[Fraction], support: list[int]) -> list[Fraction]:
    """Least squares on a support of independent columns, leaving out those that would turn negative on the way."""
    masses = list(masses)
    while support:
        wanted = _normal_equations([columns[j] for j in support], y)
        falling = [(j, w) for j, w in zip(support, wanted, strict=True) if w <= 0]
        if not falling:
            return [wanted[support.index(j)] if j in support else Fraction(0) for j in range(len(columns))]
        step = min(masses[j] / (masses[j] - w) if masses[j] != w else Fraction(0) for j, w in falling)
        for j, w in zip(support, wanted, strict=True):
            masses[j] += step * (w - masses[j])
        leaving = {j for j, _ in falling if masses[j] <= 0}
        support = [j for j in support if j not in leaving]
        masses = [m if j in support else Fraction(0) for j, m in enumerate(masses)]
    return masses


def _normal_equations(columns: list[Ints], y: Ints) -> list[Fraction]:
    gram = fmpq_mat(fmpz_mat([[dot(c, d) for d in columns] for c in columns]))
    solution = gram.solve(fmpq_mat(fmpz_mat([[dot(c, y)] for c in columns])))
    return [_fraction(solution[i, 0]) for i in range(len(columns))]


def _fraction(value: fmpq) -> Fraction:
    return Fraction(int(value.p), int(value.q))


def _start_signs(x: Sequence[Ints], weights, output_weights) -> tuple[list[Ints], Ints]:
    """Exact signs (neurons, samples) and (neurons,) of a start. Raises ValueError on the boundary between cells."""
    plain(weights, "weights"), plain(output_weights, "output_weights")
    rows = [[_exact(w) for w in row] for row in weights]
    sides = tuple(sign(_exact(v)) for v in output_weights)
    if len(rows) != len(sides) or any(len(row) != len(x[0]) for row in rows):
        raise ValueError(f"wanted weights (neurons, {len(x[0])}) and an output weight for each neuron")
    signs = [tuple(sign(dot(row, sample)) for sample in x) for row in rows]
    if 0 in sides or any(s == 0 and any(sample) for row in signs for s, sample in zip(row, x, strict=True)):
        raise ValueError("the start lies on the boundary between cells: an output weight or a sum <w, x> is zero")
    return signs, sides


def _exact(value) -> Fraction:
    try:
        return Fraction(value.item() if isinstance(value, np.generic) else value)
    except (TypeError, ValueError, OverflowError) as error:
        raise ValueError(f"wanted a finite real number, got {value!r}") from error


def _whole(name: str, values, dimensions: int):
    """Nested tuples of Python integers."""
    plain(values, name)
    array = np.array(values, dtype=object)
    if array.ndim != dimensions:
        raise ValueError(f"{name} must have {dimensions} dimensions, got shape {array.shape}")
    numbers = [_exact(value) for value in array.ravel()]
    if any(number.denominator != 1 for number in numbers):
        raise ValueError(f"{name} must be whole numbers: scale them up")
    flat = [int(number) for number in numbers]
    if dimensions == 1:
        return tuple(flat)
    width = array.shape[1]
    return [tuple(flat[i * width : (i + 1) * width]) for i in range(len(array))]
