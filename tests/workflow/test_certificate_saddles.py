"""The program that checks certificates of saddles: what it does not accept."""

import pytest

from verification.papers.basin2016.spurious import certificates as spurious
from workflow.certificates import check_saddle


def test_a_minimum_is_no_saddle():
    """Of six neurons the critical point of the family is a minimum: no direction has a negative curvature."""
    with pytest.raises(check_saddle.Refused, match="a radius or a curvature that is not fit"):
        check_saddle.saddle(spurious.saddle(6)["data"])
    forged = spurious.saddle(6)["data"] | {"curvature": ["-1", "0"]}
    with pytest.raises(check_saddle.Refused, match="the curvature is not found to lie where it is said to"):
        check_saddle.saddle(forged)


def test_a_box_beside_the_critical_point_holds_none_that_is_found():
    data = spurious.saddle(3)["data"]
    data["middle"] = [[f"{float(x) + 2e-9:.16f}" for x in row] for row in data["middle"]]
    with pytest.raises(check_saddle.Refused, match="exactly one critical point is not found there"):
        check_saddle.saddle(data)


def test_second_derivatives_without_an_inverse_are_named():
    with pytest.raises(check_saddle.Refused, match="that may have no inverse"):
        check_saddle.inverted([[1.0, 2.0], [2.0, 4.0]])
