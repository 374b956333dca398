from fractions import Fraction

import numpy as np
import pytest
from flint import arb, arb_mat

from verification.comparisons import (
    at_most,
    ball,
    equal,
    least_form,
    least_norm,
    most_norm,
    not_negative,
    quotient,
    search,
)
from verification.methods.hunt import Instance


def test_a_comparison_is_negative_exactly_where_it_fails():
    assert equal(Fraction(1, 3), Fraction(1, 3)).margin == 0
    assert equal(Fraction(1, 3), Fraction(1, 2)).margin == pytest.approx(-1 / 3)
    assert at_most(arb(1), arb(2)).margin > 0 > at_most(arb(2), arb(1)).margin
    assert not_negative(arb(-1), "x").margin == -1


@pytest.mark.parametrize("size", [2.0**-60, 1.0, 2.0**60])
@pytest.mark.parametrize("number", [arb, Fraction])
def test_a_difference_is_told_over_the_size_of_what_is_compared(number, size):
    two, three = number(2 * size), number(3 * size)
    assert equal(two, three).margin == at_most(three, two).margin == pytest.approx(-1 / 3)
    assert at_most(two, three).margin == pytest.approx(1 / 3)


def test_a_ball_that_holds_zero_or_says_nothing_refutes_nothing():
    third = ball(Fraction(1, 3))
    assert equal(3 * third, arb(1)).margin == 0
    assert equal(arb("nan"), arb(1)).margin == 0


@pytest.mark.parametrize("size", [1, 2, 4])
def test_norms_are_enclosed(size):
    rows = np.random.default_rng(size).standard_normal((size, size))
    rows = rows + rows.T
    found = arb_mat(rows.tolist())
    norm, least = np.linalg.norm(rows, 2), np.linalg.eigvalsh(rows)[0]
    assert not least_norm(found) > most_norm(found)
    assert float(least_norm(found).mid()) == pytest.approx(norm)
    assert norm * (1 - 1e-12) <= float(most_norm(found).upper()) <= norm * (1 + 1e-6)
    assert float(least_form(found).mid()) == pytest.approx(least)


def test_a_form_is_the_same_for_any_length_of_its_vector():
    plane = arb_mat([[2, 1], [1, 3]])
    for length in (1, 3, 1e-9):
        assert quotient(plane, length * np.array([1.0, 2.0])).overlaps(arb(18) / 5)


def test_instances_that_do_not_meet_the_assumptions_or_divide_by_zero_are_left_out():
    def inverse(instance):
        ((x,),) = instance.fractions("x")
        return None if x > 1 else at_most(1 / x, Fraction(2))

    hunted = search({}, inverse)
    margins = [hunted.margin(Instance({"x": np.array([[x]])})) for x in (2.0, 0.0, 0.25)]
    assert margins[:2] == [np.inf, np.inf] and margins[2] < 0
    assert hunted.certify(Instance({"x": np.array([[0.25]])})) == "the two sides: 4 and 2"
    assert not hunted.certify(Instance({"x": np.array([[1.0]])}))
