"""Checks at small sizes: with any seed they stand, and refute their wrong variants."""

import pytest

from verification.items import faults
from verification.papers.basin2016.lemmas import exact as lemmas
from verification.papers.basin2016.monotone_path import certified as paths
from verification.run_topic import run_checks


@pytest.mark.parametrize(
    "function",
    [lemmas.lifts_off_the_faces, lemmas.lifts_off_faces_in_rank_one, lemmas.neighbours_of_stuck_points],
)
def test_a_small_check_stands_and_refutes_whatever_the_seed(function):
    (found,) = run_checks([function.check], {"seed": 5, "instances": 1})
    assert found.verdict == "proved"
    assert all(found.wrong_variants.values())


@pytest.mark.parametrize(
    ("function", "seed"),
    [(paths.predictions_never_vanish, 4), (paths.a_sample_is_always_misclassified, 2)],
    ids=["squared", "cross-entropy"],
)
def test_a_segment_is_certified_where_predictions_are_exact_numbers(function, seed):
    (found,) = run_checks([function.check], {"seed": seed})
    assert (found.verdict, faults(found)) == ("certified", [])
    assert all(found.wrong_variants.values())
