"""The ball computations behind the counterexamples, against the library in floating point."""

from fractions import Fraction

import numpy as np
import pytest
from flint import arb

from pnn.landscape import forces
from pnn.optimum import population_optimum
from pnn.risk import population_risk
from pnn.schur import schur_complement
from verification.balls import precision
from verification.papers.pnn2017.mismatched import counterexamples as nets
from verification.papers.pnn2017.mismatched import local_minima
from verification.papers.pnn2017.mismatched.certified import random_net


def psi(rho):
    return 2 * ((1 - rho * rho).sqrt() + rho * rho.asin()) / arb.pi()


def rows(net):
    angles = np.pi * np.array([float(n.line) for n in net])
    sizes = np.array([n.sign * float(n.size) for n in net])
    return sizes[:, None] * np.column_stack([np.cos(angles), np.sin(angles)])


@pytest.mark.parametrize("seed", range(5))
def test_both_ball_risks_equal_the_librarys(seed):
    rng = np.random.default_rng(seed)
    with precision():
        net, target = random_net(rng, 6, 3), random_net(rng, 4, 2)
        expected = population_risk(rows(net), rows(target))
        assert float(nets.risk(psi, net, target)) == pytest.approx(expected, rel=1e-12)
        assert float(nets.circle_risk(net, target)) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_schur_value_equals_the_librarys(seed):
    rng = np.random.default_rng(seed)
    with precision():
        lines, target = [n.line for n in random_net(rng, 3, 3)], random_net(rng, 4, 4)
        weights = rows(target)
        sizes = np.linalg.norm(weights, axis=1)
        matrix = schur_complement(rows([n for line in lines for n in nets.one(line)]), weights)
        assert float(nets.schur_value(psi, lines, target)) == pytest.approx(sizes @ matrix @ sizes / 4, rel=1e-9)


def test_slope_is_the_derivative_of_the_risk():
    rng = np.random.default_rng(3)
    step = arb(2) ** -40
    with precision():
        net, target, line = random_net(rng, 3, 2), random_net(rng, 3, 3), Fraction(1, 7)
        grown = [*net, nets.Neuron(line, -1, step)]
        difference = (nets.risk(psi, grown, target) - nets.risk(psi, net, target)) / step
        assert float(nets.slope(psi, line, -1, net, target)) == pytest.approx(float(difference), abs=1e-10)


def test_a_line_of_any_length_has_the_cosine_of_its_direction():
    with precision():
        long, short = tuple(map(Fraction, (39999, 0, 400))), tuple(map(Fraction, (0, 0, 1)))
        assert nets.cosine(long, long) == 1
        assert (nets.cosine(long, short) * 40001).contains(400)
        with pytest.raises(TypeError, match="wanted two rational vectors"):
            nets.cosine(long, Fraction(1, 2))


def test_three_mixed_lines_in_a_plane_hold_a_bad_minimum_for_one_target_neuron():
    lines = np.array([[1, 1, 0], [0, 1, 0], [-1, 1, 0], [39999, 0, 400]])
    lines = lines / np.linalg.norm(lines, axis=1)[:, None]
    sizes = [0.1745008, -0.1063522, 0.0619059, -0.0619059, 0.1063522, -0.1745008, -0.0481907, -0.0481907]
    home, target = np.repeat(np.arange(4), 2), np.eye(3)[2:]
    weights = np.array(sizes)[:, None] * lines[home]
    positive, negative = ([sum(max(s * c, 0) for c in sizes[2 * r : 2 * r + 2]) for r in range(4)] for s in (1, -1))
    odd, even = forces(lines, target, np.array(positive), np.array(negative))
    assert np.abs(even + np.sign(sizes)[::2] * odd).max() < 1e-7
    assert np.abs(even + np.sign(sizes)[1::2] * odd).max() < 1e-7
    assert population_risk(weights, target) == pytest.approx(0.375797, abs=5e-7)
    assert population_optimum(lines, target).risk == pytest.approx(0.373926, abs=5e-7)


def test_a_kernel_that_is_not_positive_definite_is_not_called_convex():
    def verdict(psi, lines):
        return local_minima.convexity(psi, lines).verdict()

    axes = (Fraction(0), Fraction(1, 2), Fraction(0))  # the first is taken once
    assert verdict(lambda rho: rho * rho, axes) == "certified"
    assert verdict(lambda rho: -rho * rho, axes) == "refuted"
    assert verdict(lambda rho: rho * rho, (Fraction(0), Fraction(1))) != "certified"  # one line under two names
