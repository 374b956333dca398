"""Samples on the axes: laws, probabilities and descents."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verification.papers.basin2016.auer.exact import covered_share
from verification.papers.basin2016.auer.units import descend, least_loss, optimum_probability, unit_law, unit_loss


@given(st.integers(1, 40))
def test_the_law_is_a_probability_with_mean_five_quarters(inputs):
    law = unit_law(inputs)
    assert sum(law.values()) == 1
    assert sum(loss * chance for loss, chance in law.items()) == Fraction(5, 4)
    assert law[Fraction(1, 2)] == Fraction(1, 2**inputs)


@given(st.integers(1, 12), st.integers(1, 12))
def test_more_neurons_and_fewer_inputs_are_better(neurons, inputs):
    here = optimum_probability(neurons, inputs)
    assert optimum_probability(neurons + 1, inputs) > here
    assert optimum_probability(neurons, inputs + 1) <= here
    assert here >= 1 - 2 * inputs * Fraction(3, 4) ** neurons


@pytest.mark.parametrize(("neurons", "inputs"), [(1, 1), (2, 1), (3, 2), (4, 3)])
def test_enumeration_agrees(neurons, inputs):
    assert covered_share(neurons, inputs) == optimum_probability(neurons, inputs)


def test_descent_ends_at_the_minimum_of_its_orthant():
    starts = np.random.default_rng(0).standard_normal((50, 6))
    ends = descend(starts)
    np.testing.assert_allclose(ends, np.where(starts > 0, 2.0, -1.0), atol=1e-10)
    np.testing.assert_allclose(unit_loss(ends), (6 + 3 * (starts < 0).sum(axis=1)) / 12)


def test_a_positive_unit_fits_its_side_alone():
    weights, outputs = np.array([[1.0, -1.0]]), np.array([1.0])
    assert least_loss(weights, outputs) == (1 + 4) / 4
    assert least_loss(weights, -outputs) == (4 + 1 + 4 + 1) / 4
    assert least_loss(np.array([[1.0, -1.0], [-1.0, 1.0]]), np.ones(2)) == 0


@pytest.mark.parametrize("bad", [(0, 1), (1, 0)])
def test_no_neurons_or_inputs_are_refused(bad):
    with pytest.raises(ValueError, match="one neuron and one input or more"):
        optimum_probability(*bad)
