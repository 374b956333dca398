"""What certificates say in numbers, against what their claims predict."""

import math

import pytest

from verification.papers.diversity2017.bernstein import certificates, monte_carlo
from workflow.certificates import check_inequalities


def test_the_chance_of_two_opposite_units_is_the_one_that_is_simulated():
    comparisons = certificates.two_opposite_units()["data"]["comparisons"]
    chance, root, _ = (check_inequalities.value(one["left"], {}) for one in comparisons)
    assert float(chance.low) == pytest.approx(monte_carlo.chance()["exceeds"], rel=1e-12)
    assert float(root.low) == pytest.approx(1 - math.sqrt(monte_carlo.chance()["exceeds"]), rel=1e-12)
