"""Lemmas 1 to 3 in fractions."""

from fractions import Fraction

from verification.methods import exact
from verification.papers.width2019.exact_algebra import beside, entries, identity, left_over, matrix, projected, zeros


def whole_matrix(rng, rows, columns, rank=None):
    """A matrix of small whole numbers, shape (rows, columns), of that rank at most."""
    factor = matrix(rng.integers(-3, 4, (rows, rank or columns)).tolist())
    return factor if rank is None else factor * matrix(rng.integers(-2, 3, (rank, columns)).tolist())


def orthogonal_pairs(rng, instances, orthogonal):
    """Blocks A and B of any rank with five rows; B is what A leaves of random columns, or they themselves."""
    for index in range(instances):
        first = whole_matrix(rng, 5, 3, rank=1 + index % 3)
        second = whole_matrix(rng, 5, 2 + index % 2, rank=1 + index % 2)
        yield first, left_over(first, second) if orthogonal else second
    yield zeros(5, 2), whole_matrix(rng, 5, 2)


@exact.check(
    "width.lemma-2",
    "sum",
    wrong={"columns at any angle": {"orthogonal": False}, "the difference": {"sign": -1}},
    scope="instances",
)
def projectors_onto_orthogonal_blocks(rng, instances, orthogonal=True, sign=1):
    """Projectors of random blocks, among them deficient and zero ones: P[A B] - P[A] - P[B]."""
    for first, second in orthogonal_pairs(rng, instances, orthogonal):
        unit = identity(first.nrows())
        apart = projected(first, unit) + projected(second, unit) * sign
        yield entries(projected(beside(first, second), unit) - apart)


@exact.check(
    "width.lemma-2",
    "not-without",
    wrong={"orthogonal columns": {"second": ((0,), (1,))}, "equal columns": {"second": ((1,), (0,))}},
)
def two_columns_of_the_plane(first=((1,), (0,)), second=((1,), (1,))):
    """The whole plane against the sum of two lines' projectors."""
    unit = identity(2)
    apart = projected(matrix(first), unit) + projected(matrix(second), unit)
    yield entries(projected(beside(matrix(first), matrix(second)), unit) - unit)
    yield entries(apart)[0] - Fraction(3, 2)
