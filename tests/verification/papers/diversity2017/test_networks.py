"""Output weights of the networks that are trained."""

import numpy as np
import pytest

from verification.papers.diversity2017.training.networks import signs_of


def test_output_weights_alternate_or_are_fair_signs():
    random = np.random.default_rng(1)
    assert signs_of(5, "alternating", random).tolist() == [1, -1, 1, -1, 1]
    drawn = signs_of(10_000, "random", random)
    assert set(drawn.tolist()) == {1.0, -1.0} and abs(drawn.sum()) < 500
    with pytest.raises(ValueError, match="alternating, random, not 'equal'"):
        signs_of(5, "equal", random)
