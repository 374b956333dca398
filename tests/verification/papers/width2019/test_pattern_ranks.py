"""Ranks of patterns for generic samples, by hand."""

import pytest

from verification.papers.width2019.pattern_ranks import coloured_rank, union_rank


@pytest.mark.parametrize(
    ("rows", "inputs", "rank"),
    [([[0]], 3, 0), ([[1, 1]], 1, 1), ([[1, 0], [1, 0], [1, 0]], 2, 2), ([[1, 0], [0, 1], [1, 1]], 2, 3)],
)
def test_ranks_by_hand(rows, inputs, rank):
    assert union_rank(rows, inputs) == coloured_rank(rows, inputs) == rank
