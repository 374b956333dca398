"""The program that checks certificates of units and slices."""

from fractions import Fraction

import numpy as np
import pytest

from verification.networks_on_samples import fact
from verification.papers.diversity2017.discrepancies_as_data import discrepancies, in_slice, largest, moment
from verification.papers.diversity2017.places import drawn
from workflow.certificates.check_discrepancies import Circle, Refused
from workflow.certificates.check_discrepancies import discrepancies as said


@pytest.mark.parametrize("seed", range(10))
def test_both_programs_integrate_over_slices_to_the_same_number(seed):
    """One goes over places and lengths of arcs, the other over pairs of directions."""
    rng = np.random.default_rng(seed)
    units, ends = drawn(rng, 24, 6), drawn(rng, 60, 2)
    facts = [moment(units, power) for power in range(1, 9)]
    assert said(discrepancies(units, *facts, largest(units), in_slice(units, ends[0], ends[-1]))["data"])


def test_one_unit_by_hand():
    """A slice holds it with the chance 1/4; its area is uniform up to 1/2."""
    one = Circle([Fraction(1, 3)])
    assert (one.moment(1), one.moment(2), one.largest()) == (0, Fraction(1, 6), 1)  # 1/4 - E k^2; x and -x beside it


def test_a_slice_is_closed_and_opposite_directions_leave_two_points():
    units = [Fraction(1, 4), Fraction(3, 4), Fraction(1, 3)]
    words = said(discrepancies(units, in_slice(units, Fraction(0), Fraction(1, 2)))["data"])
    assert words.endswith("The slice of x = 0 and y = 1/2 holds 2 of 3 units: dsp is 2/3.")


@pytest.mark.parametrize(
    ("units", "one", "why"),
    [
        ([(1, 0)], fact("slice", 1, x=(0, 1), y=(1, 1)), "neither equal nor opposite directions"),
        ([(1, 0), (0, 0)], fact("slice", 1, x=(0, 1), y=(0, 1)), "units of no direction"),
        ([(1,)], fact("slice", 1, x=(1,), y=(1,)), "two inputs or more"),
        ([Fraction(1, 3)], fact("statistic", 0, pairs=0), "one unit alone"),
        ([Fraction(k, 101) for k in range(101)], fact("largest", 1), "wanted a list of 1 to 100 units"),
        ([Fraction(1, 10**9 + 7), Fraction(1, 10**9 + 9)], fact("largest", 1), "without a common denominator"),
    ],
)
def test_what_it_cannot_decide_is_refused(units, one, why):
    with pytest.raises(Refused, match=why):
        said(discrepancies(units, one)["data"])
