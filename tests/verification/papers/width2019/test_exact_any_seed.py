"""Checks in fractions at small sizes: with any seed they stand and refute their wrong variants."""

import pytest

from verification.papers.width2019.consequences.exact import features_of_full_rank
from verification.papers.width2019.critical_points.exact import sums_as_projections, terms_of_later_layers
from verification.papers.width2019.kinks import exact as kinks
from verification.papers.width2019.random_rank.exact import ranks_at_random_samples, ranks_over_colourings
from verification.run_topic import run_checks


@pytest.mark.parametrize(
    ("function", "seed"),
    [
        (features_of_full_rank, 1),
        (sums_as_projections, 1),
        (terms_of_later_layers, 1),
        (kinks.e1_is_a_minimum, 1),
        (kinks.e2_is_a_minimum, 1),
        (kinks.e3_is_a_minimum, 1),
        (kinks.e16_is_a_minimum, 1),
        (ranks_at_random_samples, 11),
        (ranks_over_colourings, 1),
    ],
)
def test_a_small_check_stands_and_refutes_whatever_the_seed(function, seed):
    (found,) = run_checks([function.check], {"seed": seed, "instances": 1})
    assert found.verdict == "proved"
    assert all(found.wrong_variants.values())
