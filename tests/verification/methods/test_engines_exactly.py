"""What engines record, to the letter: errors, margins, costs, numbers and what a variant moves."""

from fractions import Fraction

import pytest
from flint import arb, ctx

from tests.verification.methods.some_check import ran
from verification.methods import certified, exact
from verification.methods.certified import Agreement, Positive
from verification.verdict import Verdict


def test_a_certified_record_has_the_least_of_its_signs_for_a_margin():
    items = [Positive("a", arb(3)), Agreement("b", arb(0, 1e-30)), Positive("c", arb(2, 0.5))]
    record = ran(certified, items, {"v": [Positive("a", arb(-1))]})
    assert (record.verdict, record.cost) == ("certified", 3) and record.margin == pytest.approx(1.5)
    assert record.numbers["certified"] == "3 balls" and list(record.numbers)[1:] == ["a", "b", "c"]
    assert record.items == {"a": 1, "b": 1, "c": 1} and record.moved == {"a": "v"}
    assert ran(certified, [Agreement("b", arb(0, 1e-30))]).margin == pytest.approx(1e-20)
    many = ran(certified, [Positive(f"ball {'abcdefghijklmnop'[i]}", arb(16 - i)) for i in range(16)])
    assert list(many.numbers)[1:] == [f"ball {letter}" for letter in "ponmlkjihgfe"]


def test_a_certificate_without_a_ball_decides_nothing():
    record = ran(certified, [])
    assert (record.verdict, record.margin, record.cost) == ("undecided", None, 0)


def test_balls_are_shown_by_their_digits_or_their_ends():
    assert Positive("a", arb(3)).shown() == arb(3).str(10)
    assert Positive("a", arb(3, 1)).shown() == "between 2 and 4"
    assert Positive("a", arb(1, 2.0**-11)).shown().startswith("between")
    assert Positive("a", arb(1, 2.0**-14)).shown() == arb(1, 2.0**-14).str(10)
    assert Agreement("a", arb(0, 1)).shown() == arb(0, 1).str(10)


@pytest.mark.parametrize(("radius", "verdict"), [(0.5e-20, Verdict.CERTIFIED), (2e-20, Verdict.UNDECIDED)])
def test_an_agreement_is_as_narrow_as_its_radius(radius, verdict):
    assert Agreement("a", arb(0, radius)).verdict() is verdict
    assert Agreement("a", arb(0, 1.0), 2.0).verdict() is Verdict.CERTIFIED
    assert Agreement("a", arb(0, 1.0), 3.0).margin() == pytest.approx(2.0)


def test_certificates_are_computed_at_their_bits_and_leave_the_precision():
    before, seen = ctx.prec, []

    @certified.check("test.zero", "value", wrong={"v": {"sign": -1}}, bits=333)
    def positive(sign=1):
        """One is positive."""
        seen.append(ctx.prec)
        return [Positive("one", arb(sign))]

    assert certified.run(positive.check, {}).verdict == "certified"
    assert set(seen) == {333} and ctx.prec == before


def test_an_exact_record_names_its_first_failing_case():
    record = ran(exact, [0, True, Fraction(0), 5, 0, False])
    assert (record.verdict, record.cost) == ("refuted", 6)
    assert record.numbers == {"cases": 6, "first failing case": 3}
    good = ran(exact, [0, True, Fraction(0)], {"v": [1], "w": [0]})
    assert (good.verdict, good.numbers, good.wrong_variants) == ("proved", {"cases": 3}, {"v": True, "w": False})
    assert ran(exact, []).verdict == "undecided"
    assert [exact.vanishes(one) for one in (True, False, 0, 1, Fraction(0), Fraction(1, 9))] == [1, 0, 1, 0, 1, 0]
