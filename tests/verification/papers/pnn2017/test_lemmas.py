"""The mathematics that the checks of the lemmas and of the kernel matrix share."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from flint import arb
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Matrix, expand

from verification.balls import precision
from verification.papers.pnn2017.kernel_matrix import balls_of_lines as lines
from verification.papers.pnn2017.lemmas import blocks
from verification.papers.pnn2017.lemmas.exact import determinant, schur_and_gap, semidefinite
from verification.papers.pnn2017.lemmas.numerical import random_gram

MATRICES = st.lists(st.lists(st.integers(-3, 3), min_size=3, max_size=3), min_size=3, max_size=3)


@given(MATRICES)
@settings(deadline=None, max_examples=30)
def test_least_pivot_tells_definite_from_indefinite(rows):
    matrix = np.array(rows) + np.array(rows).T
    values = np.linalg.eigvalsh(matrix)
    pivot = lines.least_pivot([[arb(int(x)) for x in row] for row in matrix])
    if values[0] > 1e-9:
        assert pivot > 0
    if values[0] < -1e-9:
        assert not pivot > 0


@given(MATRICES)
@settings(deadline=None, max_examples=30)
def test_determinant_agrees_with_sympy(rows):
    assert determinant(rows) == Fraction(int(Matrix(rows).det()))


@pytest.mark.parametrize(("inputs", "largest", "count"), [(1, 3, 1), (2, 1, 4), (2, 2, 8), (3, 1, 13), (4, 1, 40)])
def test_whole_lines_are_distinct_and_all_there(inputs, largest, count):
    found = lines.whole_lines(inputs, largest)
    assert len(found) == count
    rank_two = [np.linalg.matrix_rank(np.array(pair)) == 2 for pair in product(found, repeat=2) if pair[0] != pair[1]]
    assert all(rank_two)


def test_cosine_of_parallel_vectors_is_exact():
    assert lines.cosine((1, 2), (2, 4)) == 1
    assert lines.cosine((1, 2), (-3, -6)) == -1


def test_repeated_line_adds_a_reversed_first_vector():
    with precision():
        cosines = lines.cosines(((1, 0), (1, 1)), ((1, 0), (1, 1)))
        wanted = lines.cosines(*[((1, 0), (1, 1), (-1, 0))] * 2)
        found = lines.with_repeated_line(cosines)
    assert all(x.overlaps(y) for pair in zip(found, wanted, strict=True) for x, y in zip(*pair, strict=True))


def test_schur_complement_in_balls_and_in_fractions_agree():
    gram = [[4, 1, 1, 0], [1, 3, 0, 1], [1, 0, 2, 0], [0, 1, 0, 2]]
    exact, gap = schur_and_gap(gram)
    parts = [[row[j : j + 2] for row in gram[i : i + 2]] for i, j in ((0, 0), (0, 2), (2, 2))]
    balls = lines.schur_complement(*parts)
    assert all(
        abs(balls[i][j] - arb(exact[i][j].numerator) / exact[i][j].denominator) < 1e-10 for i, j in np.ndindex(2, 2)
    )
    assert gap == [[4, 1], [1, 3]]
    assert semidefinite(exact)


def test_words_in_blocks_do_not_commute():
    assert expand(blocks.a * blocks.b - blocks.b * blocks.a) != 0
    assert blocks.a * blocks.a**-1 == 1


def test_slack_of_the_inverse_is_what_it_says():
    assert expand(blocks.inverse_slack(blocks.least) - 1 / blocks.least + blocks.a**-1) == 0


def test_dominated_is_size_plus_symmetric_part():
    found = blocks.dominated(blocks.size_e, blocks.e, blocks.e_transposed)
    assert expand(found - blocks.size_e - (blocks.e + blocks.e_transposed) / 2) == 0


def test_a_first_block_is_singular_on_request():
    for seed in range(20):
        free, bound = (random_gram(np.random.default_rng(seed), singular)[0] for singular in (False, True))
        assert np.linalg.eigvalsh(bound)[0] < 1e-12 < np.linalg.eigvalsh(free)[0]
