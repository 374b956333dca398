import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verification.papers.basin2016.mathematics.coverage import theorem_2_probability
from verification.papers.basin2016.mathematics.uncut_clusters import (
    both_served,
    cut_probability,
    largest_ratio,
    theorem_5_better_bound,
    theorem_5_bound,
    theorem_5_value,
)


@pytest.mark.parametrize("inputs", range(1, 60))
def test_the_allowed_ratio_cuts_a_cluster_with_a_chance_below_a_quarter_of_the_inputs(inputs):
    assert 4 * inputs * cut_probability(inputs, largest_ratio(inputs)) < 1


def test_cuts_in_the_plane_and_in_space():
    assert cut_probability(2, 0.3) == pytest.approx(2 / np.pi * np.arcsin(0.3))
    assert cut_probability(3, 0.3) == pytest.approx(0.3)
    assert cut_probability(1, 0.9) == 0.0


@given(st.integers(1, 200), st.integers(1, 50))
def test_the_better_bound_is_better(width, inputs):
    assert theorem_5_bound(width, inputs) <= theorem_5_better_bound(width, inputs) < 1


@pytest.mark.parametrize("sign", [1, -1])
def test_points_are_served_as_samples_are_covered(sign):
    widths = np.arange(2, 30)
    exact = [float(theorem_2_probability(int(width), [(1, 0), (sign, 0)])) for width in widths]
    assert both_served(widths, 0.0, one_sign=sign == 1) == pytest.approx(exact, rel=1e-12)
    assert (both_served(widths, 0.3, one_sign=sign == 1) < exact).all()


@given(st.floats(0, 3), st.floats(0, 2), st.integers(1, 9))
def test_the_value_grows_with_the_radius_and_vanishes_with_it(radius, lipschitz, neurons):
    centres, targets = np.array([[1.0, 0.2, 0.0], [0.0, 1.0, 0.3]]), [1.0, -2.0]
    values = [theorem_5_value(centres, r, targets, lipschitz, neurons) for r in (0.0, radius, radius + 0.1)]
    assert values[0] == 0 <= values[1] <= values[2]


def test_the_constant_of_orthonormal_centres():
    assert theorem_5_value(np.eye(2), 0.01, [3.0, 4.0], 1.0, 8) == pytest.approx(
        4e-4 * (2 * 5 / (1 - 0.01 * np.sqrt(2)) + 1) ** 2
    )
    assert theorem_5_value(np.eye(2), 1.0, [3.0, 4.0], 0.0, 1) == pytest.approx(4 * (2 * 5) ** 2)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: cut_probability(3, 1.0), r"ratio must lie in \[0, 1\)"),
        (lambda: both_served(3, 0.8, True), r"ratio must lie in \[0, 0.7071\)"),
        (lambda: largest_ratio(0), "inputs must be"),
        (lambda: theorem_5_value([[1, 0], [2, 0]], 0.1, [1, 1], 0, 3), "linearly independent"),
        (lambda: theorem_5_value([[1.0]], 0.1, [1, 1], 0, 3), r"representatives \(clusters,\)"),
        (lambda: theorem_5_value(np.eye(2), -0.1, [1, 1], 0, 3), "not negative"),
        (lambda: theorem_5_value([[1, 0], [0, 1], [1, 1]], 0.1, [1, 1, 1], 0, 3), "linearly independent"),
    ],
)
def test_bad_input_is_refused_in_words(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_the_constant_takes_the_root_of_the_number_of_clusters():
    """Nine clusters and one neuron: sqrt(9) is more than 2; four with a radius of 0.6: 0.6 sqrt(4) is more than 1."""
    assert theorem_5_value(np.eye(9), 1.0, np.ones(9), 0.0, 1) == pytest.approx(4 * (3 * 3) ** 2)
    assert theorem_5_value(np.eye(4), 0.6, np.ones(4), 0.0, 8) == pytest.approx(4 * 0.36 * (8 * 2) ** 2)
    assert theorem_5_value(np.eye(4), 0.2, np.ones(4), 0.0, 8) == pytest.approx(4 * 0.04 * (4 / 0.6 * 2) ** 2)
