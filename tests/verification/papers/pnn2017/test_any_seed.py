"""Checks of local minima at small sizes, with seeds that once gave them, or a wrong variant, another verdict."""

import pytest

from verification.__main__ import forms_for
from verification.jobs import Job
from verification.papers.pnn2017.enumeration import numerical as enumeration
from verification.papers.pnn2017.landscape import numerical as landscape
from verification.papers.pnn2017.matched import numerical as matched
from verification.papers.pnn2017.mismatched import certified, numerical
from verification.run_topic import run_checks


@pytest.fixture(scope="module")
def forms():
    return forms_for(Job("pnn2017", "matched", "numerical"))


@pytest.mark.parametrize(
    ("function", "seed"),
    [
        (matched.minima_in_the_plane, 3),
        (matched.minima_with_spanning_mixed_lines, 6),
        (enumeration.ends_of_gradient_descent, 303),
        (enumeration.numerical_ranks, 303),
        (landscape.steps_of_one_weight, 404),
        (numerical.optima_at_the_bound, 1),
        (certified.planar_optima, 1),
    ],
)
def test_a_small_check_stands_and_refutes_whatever_the_seed(function, seed, forms):
    (found,) = run_checks([function.check], {"seed": seed, "instances": 1, "forms": forms})
    assert found.verdict in ("consistent", "certified")
    assert all(found.wrong_variants.values())
