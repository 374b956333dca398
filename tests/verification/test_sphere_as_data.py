"""The chance of large coordinates on the sphere, against the incomplete beta function."""

import pytest
import sympy
from scipy.special import betaincc

from verification.sphere_as_data import beyond


@pytest.mark.parametrize("inputs", range(2, 12))
def test_large_coordinates_of_a_uniform_direction(inputs):
    squared = [sympy.Rational(k, 7) for k in range(8)]
    found = [float(beyond(inputs, one).doit()) for one in squared]
    assert found == pytest.approx(betaincc(0.5, (inputs - 1) / 2, [float(one) for one in squared]), abs=1e-14)


def test_one_input_has_two_directions():
    assert beyond(1, sympy.Rational(3, 4)).doit() == 1
