"""The program that checks certificates of networks: the local minima that it accepts."""

import random
from fractions import Fraction
from itertools import product

import pytest
from scipy.optimize import linprog

from tests.workflow.certificate_samples import HALF, check, whole
from verification.networks_on_samples import fact, network
from workflow.certificates import check_network


def test_an_output_weight_is_held_to_a_side_with_one_input_too():
    held = network(((1,),), (-1,), (((1,),), ((0,),)), (0,), fact("local minimum", sides=(1,)))
    assert "none of these nearby" in check(whole(held))


def test_sides_are_as_many_as_units_or_none():
    """Also where none is held, and where a layer of several outputs has none."""
    two = network([(1, 0)], [0], (((1, 1), (0, 0)), ((0,), (0,))), (0,), fact("local minimum", sides=(0,)))
    with pytest.raises(check_network.Refused, match="sides where there may be none"):
        whole(two)
    two["data"]["facts"][0]["sides"] = ["0", "0"]
    assert "no weights nearby have less" in whole(two)["statement"]


def test_layers_that_do_not_fit_are_named():
    one = network([(1, 0)], [0], (((1,), (0,)), ((1,),)), (0,), fact("loss", HALF))
    one["data"]["weights"][1].append(["1"])
    with pytest.raises(check_network.Refused, match="layers that do not fit together"):
        check_network.network(one["data"])


def random_point(rng: random.Random) -> check_network.Network:
    """One or two hidden units, often at kinks, with few samples and residuals that often cancel."""
    units = rng.randint(1, 2)
    samples = [[Fraction(rng.randint(-1, 1)) for _ in range(2)] for _ in range(rng.randint(1, 4))]
    first = [[Fraction(rng.randint(-1, 1)) for _ in range(units)] for _ in range(2)]
    second = [[Fraction(rng.randint(-1, 1))] for _ in range(units)]
    net = check_network.Network(
        samples, [[Fraction(0)]] * len(samples), [first, second], [rng.choice([HALF, 0, 0])], 0, 1
    )
    targets = [[row[0] + rng.randint(-1, 1)] for row in net.outputs]
    return check_network.Network(samples, targets, net.weights, net.slopes, Fraction(0), Fraction(1))


def test_no_weights_near_a_local_minimum_have_less_loss():
    """Among random points with kinks, those that pass: all steps by a small fraction of some vectors go up, or stay."""
    rng, passed = random.Random(1), 0
    while passed < 30:
        net = random_point(rng)
        try:
            check_network.a_local_minimum(net, [])
        except check_network.Refused:
            continue
        passed += 1
        for _ in range(40):
            step = Fraction(1, rng.choice([30, 1000]))
            moved = [[[w + step * rng.randint(-2, 2) for w in row] for row in one] for one in net.weights]
            other = check_network.Network(net.samples, net.targets, moved, net.slopes, Fraction(0), Fraction(1))
            assert other.loss() >= net.loss(), (net.samples, net.targets, net.weights, moved)


def test_cones_in_three_inputs_are_those_with_a_direction_inside():
    """By a linear program: the largest margin of a bounded direction is positive."""
    rng, closed = random.Random(5), 0
    for _ in range(15):
        samples = [[Fraction(rng.randint(-1, 1)) for _ in range(3)] for _ in range(5)]
        net = check_network.Network(
            samples, [[Fraction(0)]] * 5, [[[Fraction(0)]] * 3, [[Fraction(1)]]], [Fraction(0)], Fraction(0), HALF
        )
        corners = net.corners(0)
        open_ones = set()
        for signs in product((1, -1), repeat=len(corners)):
            turned = [[-s * float(x) for x in samples[t]] + [1] for t, s in zip(corners, signs, strict=True)]
            found = linprog([0, 0, 0, -1], turned, [0] * len(turned), bounds=[(-1, 1)] * 3 + [(None, 1)])
            open_ones |= {signs} if found.x[3] > 1e-9 else set()
        cones = [tuple(s for _, s in cone) for cone in net.cones(0)]
        assert len(cones) == len(set(cones)) and set(cones) == open_ones
        closed += len(open_ones) < 2 ** len(corners)
    assert closed > 5


def test_kinks_that_would_take_long_are_refused():
    """Eight of one unit in seven inputs."""
    rng = random.Random(6)
    samples = [[rng.randint(-9, 9) for _ in range(7)] for _ in range(8)]
    made = network(samples, [0] * 8, ([[0]] * 7, [[1]]), (0,), fact("stationary"))
    with pytest.raises(check_network.Refused, match="too much work"):
        check_network.network(made["data"])


def test_a_span_with_large_numbers_is_refused():
    rng = random.Random(7)
    samples = [
        [Fraction(rng.randrange(10**8, 10**9), rng.randrange(10**8, 10**9)) for _ in range(5)] for _ in range(50)
    ]
    span = fact("least loss", 0, features=(0,), derivatives=(1, 2), gates=())
    made = network(samples, [0] * 49 + [1], ([[1] * 8] * 5, [[1]] * 8), (0,), span)
    with pytest.raises(check_network.Refused, match="too large"):
        check_network.network(made["data"])
