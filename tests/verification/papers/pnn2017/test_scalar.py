"""Exact risks and minima of small networks with one input."""

from fractions import Fraction
from itertools import product

import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from verification.papers.pnn2017.scalar.half_lines import half_line_mean, risk_of_masses
from verification.papers.pnn2017.scalar.small_nets import hessian, masses, minima_on_grid, patterns, risk

weights = st.lists(st.fractions(min_value=-4, max_value=4, max_denominator=8), min_size=1, max_size=4)


@settings(deadline=None, max_examples=50)
@given(weights, weights)
def test_pair_means_and_integrals_give_one_risk(w, target):
    (p, n), (p_, n_) = masses(w), masses(target)
    integrated = risk_of_masses(*(sympy.Rational(x.numerator, x.denominator) for x in map(Fraction, (p - p_, n - n_))))
    assert Fraction(int(integrated.p), int(integrated.q)) == risk(w, target)


def test_half_line_means_of_monomials():
    assert half_line_mean(lambda x, size: x**4) == 3
    assert half_line_mean(lambda x, size: x**3) == 0
    assert sympy.simplify(half_line_mean(lambda x, size: size) - sympy.sqrt(2 / sympy.pi)) == 0


def test_grid_minima_lie_in_the_patterns_that_hold_some():
    found, on_grid = patterns(2, (3, -2)), minima_on_grid(2, (3, -2), 4)
    assert {value for *_, value in found.values()} == {0, 2, Fraction(9, 2)}
    assert set(on_grid.values()) == {0, 2, Fraction(9, 2)}
    assert (3, -2) in on_grid and (0, 0) not in on_grid


def test_hessian_of_mixed_signs():
    for signs in product((1, -1), repeat=2):
        across = int(signs[0] == signs[1])
        assert hessian(tuple(map(Fraction, signs)), (1, -1)) == [[1, across], [across, 1]]
