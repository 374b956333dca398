"""Exact checks: zeros and truths to the last digit, and nothing else."""

from fractions import Fraction

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from tests.verification.methods.some_check import ran
from verification.methods import exact


def test_exact_decides_by_the_last_digit():
    @exact.check("test.zero", "value", wrong={"a hair more": {"extra": Fraction(1, 10**30)}})
    def sum_of_thirds(extra=Fraction(0)):
        """Three thirds make one."""
        return [3 * Fraction(1, 3) - 1 + extra, [True]]

    record = exact.run(sum_of_thirds.check, {})
    assert record.verdict == "proved"
    assert record.wrong_variants == {"a hair more": True}


@pytest.mark.parametrize("residual", [0.0, "zero", None, 0j, np.float64(0), sympy.Float(0), sympy.sqrt(2), sympy.true])
def test_what_is_no_rational_number_and_no_truth_is_refused(residual):
    with pytest.raises(TypeError, match="wanted bool, int or Fraction"):
        exact.vanishes(residual)


@given(st.fractions(), st.sampled_from([Fraction, sympy.Rational]))
def test_a_number_vanishes_where_it_is_zero(fraction, number):
    assert exact.vanishes(number(0)) and exact.vanishes(number(fraction) - number(fraction))
    assert exact.vanishes(number(fraction)) == (fraction == 0)


def test_exact_takes_the_values_of_a_table_and_ends_at_texts():
    assert list(exact.cases({"one": 1, "more": [2, "text"]})) == [("one", 1), ("more", 2), ("more", "text")]


def test_an_exact_record_names_its_first_failing_case():
    record = ran(exact, [0, True, Fraction(0), 5, 0, False])
    assert (record.verdict, record.cost) == ("refuted", 6)
    assert record.numbers == {"cases": 6, "first failing case": 3}
    good = ran(exact, [0, True, Fraction(0)], {"v": [1], "w": [0]})
    assert (good.verdict, good.numbers, good.wrong_variants) == ("proved", {"cases": 3}, {"v": True, "w": False})
    assert ran(exact, []).verdict == "undecided"
    assert [exact.vanishes(one) for one in (True, False, 0, 1, Fraction(0), Fraction(1, 9))] == [1, 0, 1, 0, 1, 0]
