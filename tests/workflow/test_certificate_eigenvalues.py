"""How the program that checks certificates of networks counts eigenvalues."""

from fractions import Fraction

import numpy as np
import pytest

from workflow.certificates.check_network import Refused, below_zero


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8])
def test_negative_eigenvalues_are_counted_as_often_as_they_are_one(size):
    """Among them zeros and equal ones: products A S A' of whole numbers, S of signs and zeros."""
    rng = np.random.default_rng(size)
    for _ in range(10):
        a = rng.integers(-3, 4, (size, rng.integers(1, size + 1)))
        matrix = a @ np.diag(rng.choice([-1, 0, 1], a.shape[1])) @ a.T
        expected = (np.linalg.eigvalsh(matrix.astype(float)) < -1e-8).sum()
        assert below_zero([[Fraction(int(entry)) for entry in row] for row in matrix]) == expected


def test_a_large_matrix_is_refused():
    with pytest.raises(Refused, match="too many samples"):
        below_zero([[Fraction(0)] * 9 for _ in range(9)])
