"""The program that checks certificates of closed cells: what it accepts holds at random points of them."""

from fractions import Fraction

import numpy as np
import pytest

from tests.workflow.certificate_samples import AXIS, CELL, check, whole
from verification.papers.basin2016.basins_as_data import basin, least, local_minimum, point, small_starts
from verification.papers.basin2016.lemmas.certificates import stuck_starts
from verification.papers.basin2016.lemmas.exact import near
from verification.papers.basin2016.mathematics.networks import squared_loss
from verification.papers.basin2016.mathematics.points import cell_point
from workflow.certificates import check_basin


def test_no_point_of_a_cell_is_below_its_least_loss():
    rng = np.random.default_rng(1)
    for start in (one for _ in range(10) for one in small_starts(rng)):
        fact = least(start)
        assert f"The least loss on the closed cell is {fact['is']}, at" in whole(basin(start, fact))["statement"]
        for _ in range(10):
            loss = squared_loss(start.samples, start.targets, *cell_point(rng, start))
            assert loss >= Fraction(fact["is"])


def test_no_point_near_a_stuck_one_is_lower():
    rng = np.random.default_rng(2)
    for start, at, dual in stuck_starts(rng, 40):
        here = squared_loss(start.samples, start.targets, *at)
        assert f"has less than {here}." in whole(basin(start, local_minimum(start, at, dual, (0,))))["statement"]
        for _ in range(10):
            assert squared_loss(start.samples, start.targets, *near(rng, start, at)) >= here


def test_some_neurons_alone_and_none_are_named():
    two = whole(basin(AXIS, least(AXIS, [1]), least(AXIS, [])))["statement"]
    assert "Of the neurons 2 alone, the least loss" in two
    assert two.endswith("Of no neurons, the least loss on the closed cell is 3, that of the output 0.")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"at": [[["1", "0"], "2"]]}, "not orthogonal"),
        ({"at": [[["1", "-1"], "1"]]}, "weights outside the cell"),
        ({"at": [[["1", "0"], "-1"]]}, "an output weight outside the cell"),
        ({"multipliers": [["0", "-3"]]}, "a multiplier below zero"),
        ({"multipliers": [["1", "3"]]}, "the multipliers of neuron 1 do not fit"),
        ({"is": "5"}, "the least loss is 9/2"),
    ],
)
def test_what_does_not_prove_a_least_loss_is_named(change, why):
    one = whole(basin(CELL, least(CELL)))
    one["data"]["facts"][0].update(change)
    with pytest.raises(check_basin.Refused, match=why):
        check(one, words=True)


def test_a_start_on_a_boundary_has_no_cell():
    one = whole(basin(CELL, point(CELL, ([(1, 1)], [1]))))
    one["data"]["start"] = [[["1", "0"], "1"]]
    with pytest.raises(check_basin.Refused, match="a start on the boundary"):
        check(one, words=True)


def test_numbers_that_grow_are_refused():
    """Outputs with several thousand digits would take long to add up."""
    one = whole(basin(CELL, point(CELL, ([(1, 1)], [1]))))
    one["data"]["samples"] = [[f"1/{'7' * 390 + '1' * k}", "1"] for k in (1, 2)]
    one["data"]["facts"][0]["at"] = [[[f"1/{'3' * 399}", f"1/{'9' * 398}"], f"1/{'1' * 400}"]]
    with pytest.raises(check_basin.Refused, match="a number that is too large"):
        check(one, words=True)
