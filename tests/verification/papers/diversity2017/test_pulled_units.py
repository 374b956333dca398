"""Units pulled across the samples' boundaries in closed form, against the library's discrepancy."""

import numpy as np
import pytest

from verification.papers.diversity2017 import squared_discrepancy
from verification.papers.diversity2017.main_results import pulled


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
