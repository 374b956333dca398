"""The rank of the matrix with rows lambda_i (x) x_i for generic x_i, from the rows lambda_i of a pattern alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from verification.papers.width2019.exact_algebra import matrix, rank

Rows = Sequence[Sequence[int]]


def rank_of(rows: Rows) -> int:
    """The rank of some rows; 0 of none."""
    return rank(matrix(rows)) if rows else 0


def row_sets(rows: Rows) -> Iterator[list[Sequence[int]]]:
    """All subsets of the rows."""
    return (list(chosen) for size in range(len(rows) + 1) for chosen in combinations(rows, size))


def union_rank(rows: Rows, inputs: int) -> int:
    """min over sets T of rows of m - |T| + inputs * rank(Lambda_T)."""
    return min(len(rows) - len(chosen) + inputs * rank_of(chosen) for chosen in row_sets(rows))


def coloured_rank(rows: Rows, inputs: int) -> int:
    """The largest sum of ranks over all ways to colour the rows with `inputs` colours: x_i = e_{c(i)}."""
    colourings = product(range(inputs), repeat=len(rows))
    return max(
        sum(rank_of([row for row, own in zip(rows, colours, strict=True) if own == c]) for c in range(inputs))
        for colours in colourings
    )


def rank_at(rows: Rows, samples: Sequence[Sequence[int]]) -> int:
    """The rank of the matrix with rows lambda_i (x) x_i at given samples."""
    return rank(matrix([[a * x for a in row for x in own] for row, own in zip(rows, samples, strict=True)]))


def patterns(rng, instances):
    """(Lambda, inputs): one of four equal rows and one other, then small patterns of 0, 1 and -1 with repeated and zero
    rows."""
    yield [[1, 0]] * 4 + [[0, 1]], 2
    for index in range(1, instances):
        samples, units, inputs = 2 + index % 4, 1 + index % 3, 1 + index % 2
        rows = rng.integers(-1, 2, (samples, units)).tolist()
        if index % 3 == 0:
            rows[-1] = rows[0]
        yield rows, inputs
