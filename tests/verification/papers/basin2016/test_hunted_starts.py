"""Samples that hunts over basins begin from."""

import numpy as np
import pytest

from verification.papers.basin2016 import hunted_starts


@pytest.mark.parametrize("kind", hunted_starts.SAMPLES)
def test_no_sample_is_zero(kind):
    rng = np.random.default_rng(2)
    for _ in range(300):
        assert hunted_starts.SAMPLES[kind](rng).any(axis=1).all()


def test_rows_are_whole_numbers_drawn_evenly_but_for_zeros():
    rows = hunted_starts.rows_of(np.random.default_rng(3), 40_000, 1)[:, 0]
    values, counts = np.unique(rows, return_counts=True)
    assert values.tolist() == [-2, -1, 1, 2]
    assert counts / len(rows) == pytest.approx([0.2, 0.2, 0.4, 0.2], abs=0.02)
