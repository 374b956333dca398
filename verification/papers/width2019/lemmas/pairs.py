"""Random blocks with orthogonal columns, or not."""

from verification.papers.width2019.exact_algebra import left_over, matrix, zeros


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
