"""The program that checks certificates of networks: the local minima that it accepts."""

import random
from fractions import Fraction

import pytest

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
