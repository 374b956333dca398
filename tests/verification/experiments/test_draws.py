"""Draws one after the other: what becomes of their arrays, and what is told meanwhile."""

import numpy as np
import pytest

from verification.experiments import draws
from verification.experiments.draws import draw_axis, over_draws


@pytest.fixture
def told(monkeypatch):
    """The shares of the work that are told."""
    shares: list[float] = []
    monkeypatch.setattr(draws, "Progress", lambda label: shares.append)
    return shares


def test_draws_are_the_last_axis_and_each_is_told(told):
    found = over_draws(lambda number: {"x": np.array([number, 10.0 + number])}, 4, "size", {"x": "the text"}, "label")
    assert found["x"].axes == ("size", "draw")
    assert found["x"].description == "the text" and not found["x"].unit
    assert found["x"].values.tolist() == [[0, 1, 2, 3], [10, 11, 12, 13]]
    assert draw_axis(4).values.tolist() == [0, 1, 2, 3]
    assert told == [0.25, 0.5, 0.75, 1]
