"""Checks at small sizes, with seeds that once gave them, or a wrong variant, another verdict."""

import pytest

from verification.items import faults
from verification.jobs import Job
from verification.on_demand import Prover
from verification.papers.pnn2017.bad_regions import numerical as bad_regions
from verification.papers.pnn2017.degree_one import certified as degree_one_certified
from verification.papers.pnn2017.degree_one import exact as degree_one_exact
from verification.papers.pnn2017.degree_one import numerical as degree_one
from verification.papers.pnn2017.enumeration import numerical as enumeration
from verification.papers.pnn2017.kernel import certified as kernel_certified
from verification.papers.pnn2017.kernel import numerical as kernel
from verification.papers.pnn2017.kernel_matrix import numerical as kernel_matrix
from verification.papers.pnn2017.landscape import numerical as landscape
from verification.papers.pnn2017.lemmas import numerical as lemmas
from verification.papers.pnn2017.matched import numerical as matched
from verification.papers.pnn2017.mismatched import certified, numerical
from verification.papers.pnn2017.nearest_line import numerical as nearest_line
from verification.papers.pnn2017.nets import numerical as nets
from verification.papers.pnn2017.relative_error import numerical as relative_error
from verification.run_topic import run_checks


@pytest.fixture(scope="module")
def forms():
    return Prover().forms(Job("pnn2017", "matched", "numerical"))


@pytest.mark.parametrize(
    ("function", "seed"),
    [
        (bad_regions.balance_of_the_normal_equation, 30),
        (bad_regions.restricted_optimum, 1),
        (bad_regions.local_minima_below_the_bound, 1),
        (bad_regions.local_minima_below_the_repaired_bound, 1),
        (degree_one.ends_of_descent, 1),
        (degree_one_exact.minima_of_one_input, 1),
        (kernel.library_tail_in_long_arithmetic, 1),
        (kernel_matrix.random_schur_complements, 1),
        (landscape.steps_from_orthant_minima, 1),
        (nearest_line.lines_for_an_error, 1),
        (nearest_line.known_planes_for_an_error, 1),
        (nearest_line.mean_and_root_mean_square, 0),
        (nearest_line.mean_errors_sharp, 2),
        (nets.equally_spaced_lines_of_the_plane, 4),
        (numerical.risk_and_its_squares, 10),
        (numerical.risks_above_the_bound, 1),
        (relative_error.schur_values_against_mean_squares, 28),
        (matched.minima_in_the_plane, 3),
        (matched.minima_with_spanning_mixed_lines, 6),
        (enumeration.ends_of_gradient_descent, 303),
        (enumeration.numerical_ranks, 303),
        (landscape.steps_of_one_weight, 404),
        (numerical.optima_at_the_bound, 1),
        (certified.planar_optima, 1),
        (degree_one_certified.larger_regions, 30),
        (degree_one_certified.larger_regions, 54),
        (kernel_certified.differences_of_the_slope, 0),
        (lemmas.random_gram_matrices, 0),
    ],
)
def test_a_small_check_stands_and_refutes_whatever_the_seed(function, seed, forms):
    (found,) = run_checks([function.check], {"seed": seed, "instances": 1, "forms": forms})
    assert found.verdict in ("proved", "consistent", "certified")
    assert all(found.wrong_variants.values())
    assert faults(found) == []
