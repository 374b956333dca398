"""The program that checks certificates of the kernel's matrix, beside NumPy."""

import math
from fractions import Fraction

import numpy as np
import pytest

from verification.kernel_matrices import coefficients, complement, eigenvalues, hessian, kernel_matrix, tails
from workflow.certificates.check_kernel_matrix import Refused
from workflow.certificates.check_kernel_matrix import kernel_matrix as checked

AXES = ((1, 0), (0, 1))
DIAGONAL = (*AXES, (1, 1))


def psi(cosine: float) -> float:
    """The kernel's closed form."""
    cosine = min(1.0, max(-1.0, cosine))
    return 2 / math.pi * (math.sqrt(1 - cosine**2) + cosine * math.asin(cosine))


def matrix(lines, others) -> np.ndarray:
    """The kernel between two lists of vectors."""
    u, v = (np.array(one, float) / np.linalg.norm(np.array(one, float), axis=1)[:, None] for one in (lines, others))
    return np.vectorize(psi)(u @ v.T)


def said(lines, *facts) -> str:
    """The words of what is accepted."""
    return checked(kernel_matrix(lines, *facts)["data"])


@pytest.mark.parametrize("seed", range(4))
def test_eigenvalues_are_counted_as_numpy_counts_them(seed):
    rng = np.random.default_rng(seed)
    lines = [tuple(map(int, row)) for row in rng.integers(-9, 10, (5, 3)) if any(row)]
    found = np.linalg.eigvalsh(matrix(lines, lines))
    for bound in map(Fraction, ("1/100", "1/3", "9/10", "3/2")):
        if min(abs(found - float(bound))) > 1e-9:
            number = int(sum(found > float(bound)))
            assert f"{number} of the eigenvalues of A exceed {bound}" in said(lines, eigenvalues(bound, number))
            with pytest.raises(Refused):
                said(lines, eigenvalues(bound, number + 1))


@pytest.mark.parametrize("seed", range(6))
def test_a_negative_coefficient_is_found_where_there_is_one(seed):
    rng = np.random.default_rng(seed)
    turns = [Fraction(int(n), 97) for n in rng.choice(97, 3 + seed % 2, replace=False)]
    rows = [(math.cos(math.pi * t), math.sin(math.pi * t)) for t in map(float, turns)]
    solved = np.linalg.solve(matrix(rows[:-1], rows[:-1]), matrix(rows[:-1], rows[-1:]))
    if solved.min() < 0:
        assert "has a negative entry" in said(turns[:-1], coefficients(turns[-1]))
    else:
        with pytest.raises(Refused, match="no entry is found to be negative"):
            said(turns[:-1], coefficients(turns[-1]))


def test_two_lines_attain_the_bound_of_the_tails():
    assert said(DIAGONAL[1:], tails(1, "0.99999"))
    with pytest.raises(Refused, match="a pivot that may be zero"):
        said(DIAGONAL[1:], tails(1, "1"))
    with pytest.raises(Refused, match="a bound that is not found to be positive"):
        said([(m, 9) for m in range(6)], tails(1, "1/2"))


def test_a_complement_of_lines_on_these_is_singular():
    with pytest.raises(Refused, match="a divisor that may be zero"):
        said(AXES, complement((AXES[1], (1, 1))))


def test_linear_functions_of_dependent_lines_leave_a_rank_less():
    """relu(u.x) - relu(-u.x) = u.x: of three lines in the plane one more sum is zero."""
    neurons = [(line, sign) for line in range(3) for sign in (1, -1)]
    fact = hessian(neurons, 5) | {"null": [["1", "1", "1", "1", "-1", "-1"]]}
    assert "of rank 5" in said(DIAGONAL, fact)
    for wrong in (
        {"null": []},
        {"null": [["1", "1", "1", "1", "1", "1"]]},
        {"null": [["1", "-1", "0", "0", "0", "0"]]},
    ):
        with pytest.raises(Refused, match="null"):
            said(DIAGONAL, fact | wrong)


@pytest.mark.parametrize(
    ("fact", "why"),
    [
        (eigenvalues(Fraction(1), 1), "a divisor that may be zero"),
        ({"of": "eigenvalues", "above": "0"}, "wanted an object"),
        ({"of": []}, "no such fact"),
        ([], "no such fact"),
        (tails(0, "1/2"), "a number of terms"),
        (tails(2, "2"), "a share up to 1"),
        (coefficients(Fraction(1, 3)), "angles beside vectors"),
        (complement([(1, 2)]), "a list of 2 to 2 lines"),
        (hessian([(0, 2)], 1), "neither 1 nor -1"),
        (hessian([(2, 1)], 1), "the number of a line"),
    ],
)
def test_facts_that_are_none_are_refused(fact, why):
    with pytest.raises(Refused, match=why):
        said(AXES, fact)
