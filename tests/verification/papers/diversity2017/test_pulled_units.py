"""Units pulled across the samples' boundaries in closed form, against the library's discrepancy."""

from fractions import Fraction
from itertools import combinations_with_replacement

import numpy as np
import pytest

from verification.papers.diversity2017 import squared_discrepancy
from verification.papers.diversity2017.main_results import counted, pulled
from verification.papers.diversity2017.mathematics.plane import (
    discrepancy_moment,
    largest_discrepancy,
    slice_discrepancy,
)


@pytest.mark.parametrize(("parts", "moved", "samples"), [(200, 4, (3,)), (400, 5, (0, 31, 62))])
def test_the_mean_square_against_the_sum_over_pairs(parts, moved, samples):
    assert pulled.apart(samples, parts, moved)
    turns = 2 * np.pi * np.array([float(turn) for turn in pulled.units(samples, parts, moved)])
    assert len(turns) == parts
    found = squared_discrepancy(np.column_stack([np.cos(turns), np.sin(turns)]))
    assert float(pulled.mean_square(len(samples), parts, moved)) == pytest.approx(found, rel=1e-9)


def test_ends_that_are_too_close_are_seen():
    assert not pulled.apart((0, 3), 80, 2)
    assert pulled.apart((0, 4), 80, 2)
    assert not pulled.apart((0, 40), 80, 2)  # opposite samples have the same ends


@pytest.mark.parametrize("moved", [0, 1, 2])
def test_counted_in_whole_numbers_as_in_fractions(moved):
    parts, samples = 40, (0, 5)
    counts, turns = pulled.occupied(samples, parts, moved), pulled.units(samples, parts, moved)
    pairs = combinations_with_replacement([Fraction(x, parts) for x in samples], 2)
    assert [Fraction(entry, parts) for entry in counted.entries(counts, samples)] == [
        slice_discrepancy(turns, *pair) for pair in pairs
    ]
    assert Fraction(counted.reach(counts), parts) >= largest_discrepancy(turns)
    assert counted.mean_square(counts) / parts**2 == discrepancy_moment(turns, 2)


def test_closed_forms_are_not_borne_out_where_ends_are_close():
    assert counted.bear_out((0, 5), 40, 2)
    assert not counted.bear_out((0, 1), 40, 2)
