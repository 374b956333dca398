"""Matrices of fractions: products, ranks, orthogonal projectors, and what they leave of a vector."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import reduce

from flint import fmpq, fmpq_mat


def matrix(rows: Sequence[Sequence]) -> fmpq_mat:
    """The matrix of these rows of integers or fractions, shape (rows, columns); at least one row."""
    return fmpq_mat(len(rows), len(rows[0]), [as_fmpq(entry) for row in rows for entry in row])


def as_fmpq(number) -> fmpq:
    """An integer, a fraction or a rational of FLINT as one of FLINT."""
    return number if isinstance(number, fmpq) else fmpq(number.numerator, number.denominator)


def fraction(number: fmpq) -> Fraction:
    """A rational of FLINT as a fraction."""
    return Fraction(int(number.p), int(number.q))


def entries(mat: fmpq_mat) -> list[Fraction]:
    """All entries, row by row."""
    return [fraction(entry) for entry in mat.entries()]


def zeros(rows: int, columns: int) -> fmpq_mat:
    """A matrix of zeros; it may have no columns."""
    return fmpq_mat(rows, columns)


def identity(size: int) -> fmpq_mat:
    """The identity, shape (size, size)."""
    return fmpq_mat(size, size, [int(i == j) for i in range(size) for j in range(size)])


def columns(mat: fmpq_mat, chosen: Iterable[int]) -> fmpq_mat:
    """The columns at these places."""
    chosen = list(chosen)
    return fmpq_mat(mat.nrows(), len(chosen), [mat[i, j] for i in range(mat.nrows()) for j in chosen])


def beside(*mats: fmpq_mat) -> fmpq_mat:
    """Matrices of equally many rows, side by side: one at least, which may have no columns."""
    rows = mats[0].nrows()
    return fmpq_mat(
        rows,
        sum(mat.ncols() for mat in mats),
        [mat[i, j] for i in range(rows) for mat in mats for j in range(mat.ncols())],
    )


def below(*mats: fmpq_mat) -> fmpq_mat:
    """Matrices of equally many columns, one below the other."""
    return beside(*(mat.transpose() for mat in mats)).transpose()


def scaled_rows(scales: Sequence, mat: fmpq_mat) -> fmpq_mat:
    """diag(scales) mat."""
    return fmpq_mat(
        mat.nrows(),
        mat.ncols(),
        [as_fmpq(scales[i]) * mat[i, j] for i in range(mat.nrows()) for j in range(mat.ncols())],
    )


def stacked(mat: fmpq_mat) -> fmpq_mat:
    """vec(mat): its columns one below the other, shape (rows * columns, 1)."""
    return fmpq_mat(mat.nrows() * mat.ncols(), 1, mat.transpose().entries())


def kron_identity(size: int, mat: fmpq_mat) -> fmpq_mat:
    """The Kronecker product of the identity and a matrix: `size` copies along the diagonal."""
    blocks = [[mat if i == j else zeros(mat.nrows(), mat.ncols()) for j in range(size)] for i in range(size)]
    return below(*(beside(*row) for row in blocks))


def basis(mat: fmpq_mat) -> fmpq_mat:
    """The leftmost columns that span the range, shape (rows, rank)."""
    reduced, rank = mat.rref()
    pivots = (next(j for j in range(mat.ncols()) if reduced[i, j] != 0) for i in range(rank))
    return columns(mat, pivots)


def rank(mat: fmpq_mat) -> int:
    """The rank; 0 for a matrix without columns."""
    return int(mat.rank()) if mat.ncols() else 0


def projected(mat: fmpq_mat, vectors: fmpq_mat) -> fmpq_mat:
    """P[mat] vectors: the orthogonal projection onto the range of `mat`, whatever its rank."""
    if rank(mat) == 0:
        return zeros(vectors.nrows(), vectors.ncols())
    independent = basis(mat)
    gram = independent.transpose() * independent
    return independent * gram.solve(independent.transpose() * vectors)


def left_over(mat: fmpq_mat, vectors: fmpq_mat) -> fmpq_mat:
    """(I - P[mat]) vectors."""
    return vectors - projected(mat, vectors)


def squared(mat: fmpq_mat) -> Fraction:
    """The sum of the squares of all entries."""
    return fraction(reduce(lambda total, entry: total + entry * entry, mat.entries(), fmpq(0)))
