"""The program that checks certificates of units and slices."""

from fractions import Fraction

import numpy as np
import pytest

from verification.networks_on_samples import fact
from verification.papers.diversity2017.discrepancies_as_data import discrepancies, in_parts, in_slice, largest, moment
from verification.papers.diversity2017.main_results import pulled
from verification.papers.diversity2017.places import drawn
from workflow.certificates.check_discrepancies import Circle, Refused, parts_of
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


@pytest.mark.parametrize(("parts", "moved", "samples"), [(24, 1, (0,)), (40, 2, (0, 5)), (80, 2, (1, 8, 15))])
def test_units_by_their_parts_have_the_discrepancies_of_the_same_units_one_by_one(parts, moved, samples):
    one, many = Circle(pulled.units(samples, parts, moved)), pulled.occupied(samples, parts, moved)
    entry = fact("entries", -Fraction(2 * moved, parts), samples=[Fraction(x, parts) for x in samples])
    top, squared = one.largest(), one.moment(2)
    assert said(in_parts(many, entry, fact("at most", pulled.largest(parts, moved)), moment_is(squared))["data"])
    with pytest.raises(Refused, match="is not found to be below"):
        said(in_parts(many, fact("at most", top - Fraction(1, 100 * parts)))["data"])
    with pytest.raises(Refused, match="and not what is said"):
        said(in_parts(many, moment_is(squared + Fraction(1, 10**6)))["data"])


def moment_is(value: Fraction) -> dict:
    return fact("moment", value, power=2)


def test_all_slices_of_units_by_their_parts_stay_below_the_bound():
    """Of random numbers of units, as many as parts."""
    rng = np.random.default_rng(1)
    for _ in range(20):
        counts = rng.multinomial(12, [1 / 12] * 12)
        units = [Fraction(2 * part + 1, 24) for part, count in enumerate(counts) for _ in range(count)]
        one, many = Circle(units), in_parts(counts, fact("at most", 1))["data"]["units"]
        parts, _ = parts_of(many)
        assert one.largest() <= Fraction(parts.bound(), 12)
        assert one.moment(2) == parts.mean_square() / 144
        for x, y in rng.integers(0, 12, (10, 2)).tolist():
            inside = one.active(one.place(Fraction(x, 12))) & one.active(one.place(Fraction(y, 12)))
            excess = one.excess(inside.bit_count(), one.place(Fraction(x, 12)), one.place(Fraction(y, 12)))
            assert Fraction(excess, one.turn) == parts.entry(x, y)
