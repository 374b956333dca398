"""Extreme rays of the closed cells of neurons, for whole-number samples of rank at most 3.

A cell is the cone of all w with sign * <w, x> >= 0 on every sample. Up to directions that are orthogonal to all samples
its extreme rays are half-lines in rank 1, normals of samples in rank 2, cross products of samples in rank 3.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import gcd

from flint import fmpq_mat, fmpz_mat

from verification.papers.basin2016.mathematics.networks import dot

LARGEST_RANK = 3
Ints = tuple[int, ...]


@dataclass(frozen=True)
class Ray:
    """An extreme ray of one neuron's closed cell: the neuron, its weights (inputs,), its outputs (samples,)."""

    neuron: int
    weights: Ints
    outputs: Ints


def cell_rays(x: Sequence[Ints], signs: Sequence[Ints], sides: Ints) -> list[Ray]:
    """All extreme rays of all neurons' closed cells that have different outputs; neurons with equal signs count once.

    x (samples, inputs) of rank at most 3, signs (neurons, samples), sides (neurons,) +-1. Weights are non-zero on a set
    of independent columns of x only: those reach all sums <w, x>.
    """
    columns = independent_columns(x)
    if len(columns) > LARGEST_RANK:
        raise ValueError(f"exact values are for samples of rank at most {LARGEST_RANK}, got rank {len(columns)}")
    reduced = [tuple(row[c] for c in columns) for row in x]
    candidates = edge_directions(sorted(set(filter(any, reduced))), len(columns))
    found: dict[Ints, Ray] = {}
    for neuron, (row, side) in enumerate(zip(signs, sides, strict=True)):
        if (row, side) in list(zip(signs, sides, strict=True))[:neuron]:
            continue
        for z in candidates:
            sums = [dot(z, sample) for sample in reduced]
            if all(a * s >= 0 for a, s in zip(row, sums, strict=True)):
                outputs = tuple(side * s if a > 0 else 0 for a, s in zip(row, sums, strict=True))
                found.setdefault(outputs, Ray(neuron, _spread(z, columns, len(x[0])), outputs))
    return [ray for outputs, ray in found.items() if any(outputs)]


def _spread(values: Ints, columns: list[int], inputs: int) -> Ints:
    """A vector of all inputs with these values in these columns, else 0."""
    at = dict(zip(columns, values, strict=True))
    return tuple(at.get(column, 0) for column in range(inputs))


def independent_columns(x: Sequence[Ints]) -> list[int]:
    """The first columns that span all columns."""
    if not x or not x[0]:
        return []
    reduced, rank = fmpq_mat(fmpz_mat(list(map(list, x)))).rref()
    return [next(j for j in range(len(x[0])) if reduced[i, j] != 0) for i in range(rank)]


def edge_directions(rows: list[Ints], rank: int) -> list[Ints]:
    """Both directions of every line on which rank - 1 independent constraints are tight, as coprime whole numbers."""
    if rank == 1:
        lines: set[Ints] = {(1,)}
    elif rank == 2:
        lines = {(-b, a) for a, b in rows}
    else:
        lines = {_cross(u, v) for u, v in combinations(rows, 2)}
    coprime = {tuple(c // gcd(*line) for c in line) for line in lines if any(line)}
    return sorted(coprime | {tuple(-c for c in line) for line in coprime})


def _cross(u: Ints, v: Ints) -> Ints:
    return u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]
