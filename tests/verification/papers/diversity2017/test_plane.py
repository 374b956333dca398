"""Discrepancies of units in the plane, in fractions, against the library and against slices one by one."""

from fractions import Fraction

import numpy as np
import pytest

from verification.papers.diversity2017 import squared_discrepancy
from verification.papers.diversity2017.mathematics.plane import (
    discrepancy_moment,
    largest_discrepancy,
    slice_discrepancy,
)

PLACES = ([Fraction(0)], [Fraction(1, 7)] * 3, [Fraction(0), Fraction(1, 2), Fraction(1, 3)], [Fraction(3, 11)] * 2)


@pytest.mark.parametrize("turns", PLACES)
def test_the_mean_square_against_the_library(turns):
    angles = 2 * np.pi * np.array(turns, dtype=float)
    units = np.column_stack([np.cos(angles), np.sin(angles)])
    assert float(discrepancy_moment(turns, 2)) == pytest.approx(squared_discrepancy(units), rel=1e-12)
    assert discrepancy_moment(turns, 0) == 1
    assert discrepancy_moment(turns, 1) == 0


@pytest.mark.parametrize("turns", [*PLACES, [Fraction(1, 5), Fraction(2, 3), Fraction(3, 11)]])
def test_no_slice_exceeds_the_largest_and_some_come_near(turns):
    rng = np.random.default_rng(2)
    ends = [Fraction(int(k), 400) for k in rng.integers(400, size=50)]
    ends += [turn + Fraction(side, 4) for turn in turns for side in (-1, 1)]
    found = max(abs(slice_discrepancy(turns, x, y)) for x in ends for y in ends)
    assert found <= largest_discrepancy(turns) <= found + Fraction(1, 10)
