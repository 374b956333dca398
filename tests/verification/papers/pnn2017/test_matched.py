"""The planar risk and the balls of the counterexamples, against the library."""

from fractions import Fraction

import numpy as np
import pytest

from pnn.landscape import is_local_minimum
from pnn.lines import equally_spaced
from pnn.risk import population_risk
from verification.balls import precision
from verification.papers.pnn2017.matched import circle, monte_carlo


def test_the_integral_over_the_circle_is_the_risk():
    angles, sizes = [Fraction(1, 7), Fraction(5, 4), Fraction(9, 5)], [2, 1, 3]
    weights = np.array(
        [[c * np.cos(np.pi * a), c * np.sin(np.pi * a)] for a, c in zip(map(float, angles), sizes, strict=True)]
    )
    with precision():
        value = circle.risk([(angles[0], 2), (angles[1], 1), (angles[2], -3)])
    assert float(value) == pytest.approx(population_risk(weights[:2], weights[2:]), rel=1e-12)


def test_the_circle_of_a_net_and_its_double_in_pieces_is_zero():
    with precision():
        value = circle.risk([(Fraction(1, 3), 3), (Fraction(1, 3), -1), (Fraction(1, 3), -2)])
    assert abs(float(value)) < 1e-40


def test_simulated_weights_are_the_bad_local_minimum():
    lines = monte_carlo.PLANE_AND_AXIS
    weights, target = (monte_carlo.network(lines, n) for n in (monte_carlo.THREE_MIXED, monte_carlo.PLUS_MINUS))
    assert is_local_minimum(weights, lines, target)
    assert population_risk(weights, target) == pytest.approx(0.335173792782, abs=1e-12)


def test_simulated_weights_with_zero_neurons_are_a_local_minimum():
    home, sizes = [0, 0, 1, 1, 2, 2], [1.547597545, 0, 1.547597545, 0, 0.4918860415, 0.4918860415]
    weights = np.array(sizes)[:, None] * monte_carlo.SPREAD[home]
    target = monte_carlo.network(monte_carlo.SPREAD, monte_carlo.HALVES)
    assert is_local_minimum(weights, monte_carlo.SPREAD, target, line_of=home)


def test_equally_spaced_lines_of_the_library_are_those_of_the_claim():
    angles = np.pi * np.arange(5) / 5
    assert np.allclose(equally_spaced(5), np.column_stack([np.cos(angles), np.sin(angles)]))
