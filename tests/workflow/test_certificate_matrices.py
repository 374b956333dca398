"""The program that checks certificates of matrices, against SymPy and other ways to count."""

import random
from fractions import Fraction

import pytest
import sympy

from tests.workflow.certificate_samples import check, whole
from verification.networks_on_samples import fact
from verification.papers.width2019.lemmas import certificates as lemmas
from verification.papers.width2019.matrices_as_data import colourings, matrices, union
from verification.papers.width2019.random_data import patterns_as_data
from verification.papers.width2019.random_rank import certificates as random_rank
from workflow.certificates import check_matrices


def small(rng: random.Random, rows: int, columns: int) -> list[list[Fraction]]:
    """A matrix of small whole numbers, often dependent."""
    return [[Fraction(rng.randint(-1, 1)) for _ in range(columns)] for _ in range(rows)]


def test_a_projector_is_known_and_nothing_else_is_one():
    """By the pseudo-inverse of SymPy; one to a smaller or a larger space, and one along a slant, are refused."""
    rng = random.Random(1)
    for _ in range(30):
        block = small(rng, 3, rng.randint(1, 3))
        exact = sympy.Matrix(block)
        found = [[Fraction(str(x)) for x in row] for row in (exact * exact.pinv()).tolist()]
        assert check_matrices.is_projector(found, block)
        others = small(rng, 3, 3), [[Fraction(i == j) for j in range(3)] for i in range(3)], [[Fraction(0)] * 3] * 3
        assert all(check_matrices.is_projector(other, block) == (other == found) for other in others)
    straight, slanted = [[Fraction(1), Fraction(0)], [Fraction(0)] * 2], [[Fraction(1)] * 2, [Fraction(0)] * 2]
    assert check_matrices.is_projector(straight, [[1], [0]]) and not check_matrices.is_projector(slanted, [[1], [0]])


def test_the_formula_and_the_colourings_agree_and_fall_short_of_sizes():
    """Edmonds' formula, by two enumerations; rows that repeat leave less than rows or columns there are."""
    rng, short = random.Random(2), 0
    for _ in range(40):
        rows, inputs = small(rng, rng.randint(2, 5), rng.randint(1, 3)), rng.randint(1, 3)
        made = matrices([rows], union(rows, inputs), colourings(rows, inputs))
        assert made["data"]["facts"][0]["is"] == made["data"]["facts"][1]["is"]
        assert "is " + made["data"]["facts"][0]["is"] in check_matrices.matrices(made["data"])
        short += int(made["data"]["facts"][0]["is"]) < min(len(rows), inputs * len(rows[0]))
    assert short > 5


@pytest.mark.parametrize(
    ("rows", "facts", "why"),
    [
        (9, [fact("rows", 1, count=1)], "8 rows"),
        (4, [fact("rows", 1, count=1)] * 7, "6 facts"),
        (8, [fact("colourings", 2, inputs=3)], "too many ways"),
    ],
)
def test_matrices_out_of_bounds_are_refused(rows, facts, why):
    with pytest.raises(check_matrices.Refused, match=why):
        check_matrices.matrices(matrices([[[1]] * rows], *facts)["data"])


MADE = [
    lemmas.projectors, patterns_as_data.columns, patterns_as_data.rows, random_rank.at_samples,
    random_rank.over_colourings, random_rank.cells]  # fmt: skip


@pytest.mark.parametrize("made", MADE, ids=lambda made: made.__name__)
def test_what_the_exact_checks_leave_is_accepted(made):
    found = made()
    assert found and all(check(whole(one)) for one in found)
