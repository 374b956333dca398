"""The least squared loss over a basin in fractions, for whole-number samples of rank at most 3.

The closed cell of a neuron is then a cone with explicit extreme rays: half-lines, normals in the plane, cross products
in space. The predictions that the cell reaches are the cone of the rays' outputs, and the least loss is a
non-negative least-squares problem: its support is guessed in floats and everything else is exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import gcd

import numpy as np
from flint import fmpq, fmpq_mat, fmpz_mat
from scipy.optimize import nnls

LARGEST_RANK = 3
Ints = tuple[int, ...]
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


@dataclass(frozen=True)
class Ray:
    """An extreme ray of one neuron's closed cell: the neuron, its weights (inputs,), its outputs (samples,)."""

    neuron: int
    weights: Ints
    outputs: Ints


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
    outputs = [sum((m * r.outputs[t] for m, r in zip(masses, rays, strict=True)), Fraction(0)) for t in range(len(y))]
    dual = tuple(target - output for target, output in zip(y, outputs, strict=True))
    certificate = ExactCertificate(tuple(map(tuple, found)), sides, dual)
    if not verify(x, y, signs, certificate, rays):
        raise ArithmeticError("the optimality conditions do not hold: a defect of this module")
    return ExactBasin(sum((d * d for d in dual), Fraction(0)) / len(y), certificate)


def verify(x: Sequence[Ints], y: Ints, signs: Sequence[Ints], certificate: ExactCertificate, rays: list[Ray]) -> bool:
    """The optimality conditions from the data: in the closed cell, residuals right, orthogonal, polar to all rays."""
    inside = all(
        sign * _dot(w, sample) >= 0
        for w, row in zip(certificate.weights, signs, strict=True)
        for sign, sample in zip(row, x, strict=True)
    )
    outputs = [
        sum(v * max(_dot(w, sample), 0) for w, v in zip(certificate.weights, certificate.output_weights, strict=True))
        for sample in x
    ]
    residuals = all(d == target - p for d, target, p in zip(certificate.dual, y, outputs, strict=True))
    polar = all(_dot(certificate.dual, ray.outputs) <= 0 for ray in rays)
    return inside and residuals and polar and _dot(certificate.dual, outputs) == 0


def cell_rays(x: Sequence[Ints], signs: Sequence[Ints], sides: Ints) -> list[Ray]:
    """All extreme rays of all neurons' closed cells that have different outputs; neurons with equal signs count once.

    x (samples, inputs) of rank at most 3, signs (neurons, samples), sides (neurons,) +-1. Weights are non-zero on a set
    of independent columns of x only: those reach all sums <w, x>.
    """
    columns = independent_columns(x)
    if len(columns) > LARGEST_RANK:
        raise ValueError(f"exact values are for samples of rank at most {LARGEST_RANK}, got rank {len(columns)}")
    reduced = [tuple(row[c] for c in columns) for row in x]
    candidates = _candidates(sorted(set(filter(any, reduced))), len(columns))
    found: dict[Ints, Ray] = {}
    for neuron, (row, side) in enumerate(zip(signs, sides, strict=True)):
        if (row, side) in list(zip(signs, sides, strict=True))[:neuron]:
            continue
        for z in candidates:
            sums = [_dot(z, sample) for sample in reduced]
            if all(sign * s >= 0 for sign, s in zip(row, sums, strict=True)):
                outputs = tuple(side * s if sign > 0 else 0 for sign, s in zip(row, sums, strict=True))
                weights = [0] * len(x[0])
                for column, value in zip(columns, z, strict=True):
                    weights[column] = value
                found.setdefault(outputs, Ray(neuron, tuple(weights), outputs))
    return [ray for outputs, ray in found.items() if any(outputs)]


def independent_columns(x: Sequence[Ints]) -> list[int]:
    """The first columns that span all columns."""
    if not x or not x[0]:
        return []
    reduced, rank = fmpq_mat(fmpz_mat(list(map(list, x)))).rref()
    return [next(j for j in range(len(x[0])) if reduced[i, j] != 0) for i in range(rank)]


def _candidates(rows: list[Ints], rank: int) -> list[Ints]:
    """Both directions of every line on which rank - 1 independent constraints are tight, as coprime whole numbers."""
    if rank == 1:
        lines: set[Ints] = {(1,)}
    elif rank == 2:
        lines = {(-b, a) for a, b in rows}
    else:
        lines = {_cross(u, v) for u, v in combinations(rows, 2)}
    coprime = {tuple(c // gcd(*line) for c in line) for line in lines if any(line)}
    return sorted(coprime | {tuple(-c for c in line) for line in coprime})


def _least_squares(columns: list[Ints], y: Ints) -> list[Fraction]:
    """Non-negative masses of the columns with the least sum of squares, exact.

    Lawson and Hanson's method in fractions, from the support that floats suggest: each step lowers the sum.
    """
    masses = _settle(columns, y, [Fraction(0)] * len(columns), _guess(columns, y))
    while True:
        outputs = [
            sum((m * c[t] for m, c in zip(masses, columns, strict=True) if m), Fraction(0)) for t in range(len(y))
        ]
        rest = [target - p for target, p in zip(y, outputs, strict=True)]
        slopes = [Fraction(0) if m else _dot(c, rest) for m, c in zip(masses, columns, strict=True)]
        entering = max(
            range(len(columns)),
            key=lambda j: slopes[j] ** 2 / _dot(columns[j], columns[j]) * (slopes[j] > 0),
            default=None,
        )
        if entering is None or slopes[entering] <= 0:
            return masses
        masses = _settle(columns, y, masses, [j for j, m in enumerate(masses) if m] + [entering])


def _guess(columns: list[Ints], y: Ints) -> list[int]:
    """The support of a float solution, thinned to independent columns."""
    if not columns:
        return []
    matrix = np.array(columns, dtype=float).T
    try:
        found = nnls(matrix / np.linalg.norm(matrix, axis=0), np.array(y, dtype=float))[0]
    except RuntimeError:  # too many steps: the exact method starts from nothing
        return []
    support = [int(j) for j in np.argsort(-found) if found[j] > 0]
    kept = independent_columns([tuple(columns[j][t] for j in support) for t in range(len(y))]) if support else []
    return [support[i] for i in kept]


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
    gram = fmpq_mat(fmpz_mat([[_dot(c, d) for d in columns] for c in columns]))
    solution = gram.solve(fmpq_mat(fmpz_mat([[_dot(c, y)] for c in columns])))
    return [_fraction(solution[i, 0]) for i in range(len(columns))]


def _fraction(value: fmpq) -> Fraction:
    return Fraction(int(value.p), int(value.q))


def _dot(left, right):
    return sum(a * b for a, b in zip(left, right, strict=True))


def _cross(u: Ints, v: Ints) -> Ints:
    return u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]


def _start_signs(x: Sequence[Ints], weights, output_weights) -> tuple[list[Ints], Ints]:
    """Exact signs (neurons, samples) and (neurons,) of a start. Raises ValueError on the boundary between cells."""
    rows = [[_exact(w) for w in row] for row in weights]
    sides = tuple(_sign(_exact(v)) for v in output_weights)
    if len(rows) != len(sides) or any(len(row) != len(x[0]) for row in rows):
        raise ValueError(f"wanted weights (neurons, {len(x[0])}) and an output weight for each neuron")
    signs = [tuple(_sign(_dot(row, sample)) for sample in x) for row in rows]
    if 0 in sides or any(s == 0 and any(sample) for row in signs for s, sample in zip(row, x, strict=True)):
        raise ValueError("the start lies on the boundary between cells: an output weight or a sum <w, x> is zero")
    return signs, sides


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def _exact(value) -> Fraction:
    try:
        return Fraction(value.item() if isinstance(value, np.generic) else value)
    except (TypeError, ValueError, OverflowError) as error:
        raise ValueError(f"wanted a finite real number, got {value!r}") from error


def _whole(name: str, values, dimensions: int):
    """Nested tuples of Python integers."""
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
