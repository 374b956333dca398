"""Comparisons in float64: errors in units of the tolerance, verdicts, and what a record shows of them."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.verification.methods.some_check import ran
from verification.methods import numerical
from verification.methods.numerical import AtMost, Cases, Same, largest_error

numbers = st.lists(st.integers(-(10**6), 10**6).filter(bool).map(lambda n: n / 1024), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("item", "error"),
    [
        (Same("a", 1.0, 1.0), 0),
        (Same("a", 1 + 1e-9, 1.0), 1e3),
        (Same("a", [1.0, -4 + 2e-6], [1.0, -4.0], 1e-6), 0.5),
        (Same("a", 1e-300, 0.0, 0.5), 2.0),
        (AtMost("a", [1.0, 2.5], 2.0, 0.25), 2.0),
        (AtMost("a", [1.0, 1.5], 2.0, 0.25), -2.0),
        (AtMost("a", 1.0, [3.0, 0.5], 0.25), 2.0),
        (AtMost("a", 1 + 3e-12, 1.0), 3.0),
        (Same("a", np.uint8(1), np.uint8(2), 0.25), 2.0),
        (AtMost("a", np.uint8(1), np.uint8(2), 0.25), -4.0),
        (Cases("a", 0, 3), 0),
        (Cases("a", 1, 3), math.inf),
    ],
)
def test_errors_are_in_units_of_the_tolerance(item, error):
    assert item.error() == pytest.approx(error, rel=1e-4)


@given(numbers, numbers, st.integers(-40, 40))
def test_two_routes_differ_by_as_much_in_any_unit(value, reference, power):
    size = min(len(value), len(reference))
    value, reference, unit = np.array(value[:size]), np.array(reference[:size]), 2.0**power
    error = Same("a", value, reference, 1e-3).error()
    assert Same("a", unit * value, unit * reference, 1e-3).error() == error
    off = max(abs(Fraction(v) - Fraction(r)) for v, r in zip(value, reference, strict=True))
    assert error == pytest.approx(float(1000 * off / max(abs(Fraction(r)) for r in reference)), rel=1e-12, abs=1e-9)


@pytest.mark.parametrize("item", [Same("a", 1j, 1.0), Same("a", 1.0, 1j), AtMost("a", 1j, 1.0), AtMost("a", 1.0, 1j)])
def test_what_is_no_real_number_is_not_compared(item):
    with pytest.raises(TypeError):
        item.error()


def test_missing_numbers_are_no_error_at_all():
    for item in (Same("a", [], []), AtMost("a", -math.inf, 0.0), AtMost("a", [], []), Cases("a", 0, 0)):
        assert math.isnan(item.error())


@pytest.mark.parametrize(
    ("error", "verdict"), [(1.0, "consistent"), (1.5, "undecided"), (10, "undecided"), (11, "refuted")]
)
def test_a_numerical_error_passes_to_one_and_refutes_beyond_ten(error, verdict):
    record = ran(numerical, [AtMost("a", error, 0.0, 1.0)], {"v": [AtMost("a", error, 0.0, 1.0)]})
    assert record.verdict == verdict and record.margin == 1 - error
    assert record.wrong_variants == {"v": verdict == "refuted"}


def test_an_error_that_is_clear_stands_beside_one_that_is_none():
    lost, ten, more = Cases("a", 0, 0), AtMost("b", 10.0, 0.0, 1.0), AtMost("c", 10.5, 0.0, 1.0)
    assert math.isnan(numerical.largest_error([lost, ten])) and numerical.largest_error([ten, lost, more]) == 10.5
    assert numerical.largest_error([ten]) == 10 and math.isnan(numerical.largest_error([]))


def test_a_numerical_record_shows_its_worst_items_first_and_counts_all_numbers():
    items = [AtMost(f"item {'abcdefgh'[i]}", float(-i), 0.0, 1.0) for i in (3, 1, 4, 0, 5, 2, 7)]
    items += [Same("pair", [1.0, 1.0], [1.0, 1.0], 0.5), Cases("cases", 0, 9)]
    record = ran(numerical, items)
    assert record.cost == 7 + 2 + 9 and record.margin == 1.0
    shown = list(record.numbers)
    assert record.numbers["compared"] == "9 quantities, the worst:" and len(shown) == 7
    assert set(shown[1:4]) == {"item a", "pair", "cases"} and shown[4:] == ["item b", "item c", "item d"]
    assert record.numbers["item b"] == "largest excess -1, allowed 1"
    assert record.numbers["pair"] == "error 0 of the tolerance 0.5" and record.numbers["cases"] == "0 of 9 failed"


def test_an_item_that_is_none_is_shown_before_all_others():
    items = [AtMost(f"item {letter}", 0.5, 0.0, 1.0) for letter in "abcdef"]
    record = ran(numerical, [*items, Cases("failed", 1, 1), Cases("none", 0, 0)])
    assert list(record.numbers)[1:4] == ["none", "failed", "item a"]


def test_a_numerical_record_of_two_items_counts_them():
    assert ran(numerical, [Cases("a", 0, 3), Cases("b", 0, 3)]).numbers["compared"] == "2 quantities, the worst:"


def test_a_numerical_record_of_one_item_counts_none():
    assert ran(numerical, [Cases("a", 0, 3)]).numbers == {"compared": "one quantity:", "a": "0 of 3 failed"}


def test_a_margin_that_is_infinite_is_left_out():
    assert ran(numerical, [Cases("a", 1, 3)]).margin is None


def test_a_statement_within_ten_tolerances_is_undecided():
    for error, verdict in ((0.5, "consistent"), (5, "undecided"), (20, "refuted")):

        @numerical.check("test.zero", "value", wrong={"far off": {"value": 2.0}})
        def one(value=1 + error * 1e-12):
            """One is one."""
            return [Same("one", value, 1.0)]

        assert numerical.run(one.check, {}).verdict == verdict


NOTHING = (
    [],
    [Same("a", [np.nan], [1.0])],
    [Same("a", [], [])],
    [AtMost("a", [], [])],
    [Cases("a", 0, 0)],
    [AtMost("a", 1.0, np.inf)],
)


@pytest.mark.parametrize("items", NOTHING, ids=str)
def test_numbers_that_are_missing_or_not_a_number_neither_pass_nor_refute(items):
    one, far = Same("one", 1.0, 1.0), Same("far", 2.0, 1.0)

    @numerical.check("test.zero", "value", wrong={"far off": {"more": [far]}, "nothing": {"more": []}})
    def compared(more=(one,)):
        """What is there, and one equals one."""
        return [*items, *more]

    assert np.isnan(largest_error(items))
    record = numerical.run(compared.check, {})
    assert record.verdict == ("undecided" if items else "consistent")
    assert record.wrong_variants == {"far off": True, "nothing": False}


def test_numbers_of_another_shape_and_failed_cases_never_pass():
    assert largest_error([Same("a", [1.0], [1.0, 2.0])]) == np.inf
    assert largest_error([Cases("a", 1, 5)]) == np.inf
    assert largest_error([Same("a", [1.0], [1.0]), Cases("b", 0, 5), AtMost("c", 1.0, 1.0)]) == 0


def test_a_numerical_check_between_pass_and_clear_miss_is_undecided():
    wrong = {"far off": {"value": 2.0}, "hardly off": {"value": 1 + 5e-12}}

    @numerical.check("test.zero", "value", wrong, auxiliary={"nine": "for show"})
    def one(value=1.0):
        """One is one."""
        return [Same("one", value, 1.0), Same("nine", 9.0, 9.0)]

    record = numerical.run(one.check, {})
    assert (record.claim, record.part, record.method) == ("test.zero", "value", "numerical")
    assert record.verdict == "consistent"
    assert record.wrong_variants == {"far off": True, "hardly off": False}
    assert (record.moved, record.auxiliary) == ({"one": "far off"}, {"nine": "for show"})
