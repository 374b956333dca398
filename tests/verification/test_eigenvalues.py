"""Enclosures of least eigenvalues by Cholesky factors, held against elimination in balls of many digits."""

from fractions import Fraction

import numpy as np
import pytest
from flint import arb, arb_mat
from hypothesis import given, settings
from hypothesis import strategies as st

from verification.balls import precision
from verification.eigenvalues import below_zero, factor, least_eigenvalue
from verification.methods.certified import Positive
from verification.papers.pnn2017.kernel_matrix.balls_of_lines import least_pivot, shifted
from verification.verdict import Verdict

LEAST = st.sampled_from([0.0, 1e-3, 1e-9, 1e-12, 1e-14, -1e-14, -1e-12, -1e-9, -1.0])


def near_singular(size, rank, seed, least):
    """B'B of whole numbers plus `least` times the identity, in balls; of few rows B'B is singular."""
    rows = np.random.default_rng(seed).integers(-9, 10, (rank, size))
    return shifted((arb_mat(rows.T.tolist()) * arb_mat(rows.tolist())).tolist(), arb(least))


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 9), st.integers(1, 12), st.integers(0, 10**6), LEAST)
def test_the_matrix_less_what_the_ball_holds_is_definite_below_it_and_not_above(size, rank, seed, least):
    with precision(1000):
        rows = near_singular(size, rank, seed, least)
        ball, tiny = least_eigenvalue(arb_mat(rows)), arb(10) ** -100
        assert least_pivot(shifted(rows, tiny - ball.lower())) > 0
        assert least_pivot(shifted(rows, -ball.upper() - tiny)) < 0
        assert ball.rad() < 1e-14 * size * (1 + sum(abs(row[i]) for i, row in enumerate(rows)))


@settings(deadline=None, max_examples=30)
@given(st.integers(2, 9), st.integers(0, 10**6), LEAST.filter(bool))
def test_a_singular_matrix_is_never_certified_and_a_clear_one_always(size, seed, least):
    with precision():
        verdict = Positive("least", least_eigenvalue(arb_mat(near_singular(size, size - 1, seed, least)))).verdict()
    wanted = Verdict.CERTIFIED if least > 0 else Verdict.REFUTED
    assert verdict in ({wanted, Verdict.UNDECIDED} if abs(least) < 1e-9 else {wanted})


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 8), st.integers(0, 10**6), st.sampled_from([1e-300, 1e-12, 1.0, 1e300]))
def test_a_factor_is_off_by_no_more_than_its_bound(size, seed, scale):
    """In fractions: the norm of B - R'R is at most the root of the sum of its squares."""
    rows = np.random.default_rng(seed).standard_normal((size, size + 1)) * np.sqrt(scale)
    matrix = rows @ rows.T
    matrix = (matrix + matrix.T) / 2
    upper = factor(matrix)
    assert upper is not None
    exact = [[Fraction(float(x)) for x in row] for row in upper]
    off = [
        Fraction(float(matrix[i, j])) - sum(exact[k][i] * exact[k][j] for k in range(size))
        for i in range(size)
        for j in range(size)
    ]
    with precision(300):
        bound = below_zero(size, sum(map(arb, np.diag(matrix).tolist()), arb(0)))
        assert arb(float(sum((x / Fraction(scale)) ** 2 for x in off))).sqrt() * arb(scale) < bound


def test_what_the_radii_leave_open_stays_open():
    with precision():
        wide = arb_mat([[arb(2), arb(0, 1)], [arb(0, 1), arb(2)]])  # eigenvalues 2 - r and 2 + r for an r up to 1
        assert least_eigenvalue(wide).contains(arb(1)) and least_eigenvalue(wide).contains(arb(2))
        doubtful = arb_mat([[arb(1), arb(0, 2)], [arb(0, 2), arb(1)]])
        assert Positive("least", least_eigenvalue(doubtful)).verdict() is Verdict.UNDECIDED
        assert least_eigenvalue(arb_mat([[arb("inf")]])).is_nan()


@pytest.mark.parametrize("value", [3.0, 0.0, -2.0, 1e-310])
def test_a_multiple_of_the_identity_has_its_own_number(value):
    with precision():
        ball = least_eigenvalue(arb_mat([[arb(value), 0], [0, arb(value)]]))
        assert ball.contains(arb(value)) and ball.rad() <= 1e-13 * abs(value) + 1e-300
