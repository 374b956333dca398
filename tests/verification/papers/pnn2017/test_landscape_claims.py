"""The search over orthants that the landscape's checks rest on, against the library."""

import numpy as np
import pytest

from pnn.kernels import psi
from pnn.optimum import population_optimum
from pnn.risk import population_risk
from verification.papers.pnn2017.landscape.search import Net, one_signed, random_net, violation


@pytest.fixture(params=range(6))
def net(request) -> Net:
    return random_net(np.random.default_rng(request.param), psi, (2, 2, 2), matched=request.param % 2 == 0)


def test_the_risk_of_many_points_is_the_librarys(net):
    points = np.random.default_rng(1).standard_normal((5, 6))
    expected = [population_risk(net.weights(c), net.target) for c in points]
    assert np.allclose(net.risk(points), expected, rtol=1e-12, atol=1e-12)


def test_forces_are_the_slopes_of_the_risk(net):
    c = np.random.default_rng(2).standard_normal(6)
    odd, even = net.forces(c)
    step = 1e-5 * np.eye(6)
    slopes = (net.risk(c + step) - net.risk(c - step)) / 2e-5
    assert np.allclose(slopes, odd + np.sign(c) * even, atol=1e-8)


def test_the_least_orthant_minimum_is_the_optimum(net):
    least = min(float(net.risk(c)) for c in net.orthant_minima)
    assert least == pytest.approx(population_optimum(net.lines, net.target).risk, abs=1e-10)


def test_orthant_minima_are_stationary_in_their_orthant(net):
    for c in net.orthant_minima:
        odd, even = net.forces(c)
        assert violation(c, odd, even, at_zero=lambda g, b: -np.ones_like(g)) < 1e-8


def test_a_zero_weight_makes_a_line_not_one_signed(net):
    assert one_signed(net, np.array([1.0, 2.0, -1.0, -1.0, 1.0, 0.0])).tolist() == [True, True, False]
