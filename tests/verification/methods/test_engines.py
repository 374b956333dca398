import math
from fractions import Fraction

import pytest
from flint import arb, fmpq

from verification.balls import ARB
from verification.methods import certified, exact
from verification.methods.certified import Agreement, Positive, ZeroWithin, overall
from verification.verdict import Verdict


def test_exact_decides_by_the_last_digit():
    @exact.check("test.zero", "value", wrong={"a hair more": {"extra": Fraction(1, 10**30)}})
    def sum_of_thirds(extra=Fraction(0)):
        """Three thirds make one."""
        return [3 * Fraction(1, 3) - 1 + extra, [True]]

    record = exact.run(sum_of_thirds.check, {})
    assert record.verdict == "proved"
    assert record.wrong_variants == {"a hair more": True}


def test_exact_refuses_floats_and_texts():
    for residual in (0.0, "zero"):
        with pytest.raises(TypeError, match="wanted bool, int or Fraction"):
            exact.vanishes(residual)


def test_exact_takes_the_values_of_a_table_and_ends_at_texts():
    assert list(exact.cases({"one": 1, "more": [2, "text"]})) == [("one", 1), ("more", 2), ("more", "text")]


@pytest.mark.parametrize(
    ("items", "verdict"),
    [
        ([Positive("a", arb(1))], Verdict.CERTIFIED),
        ([Positive("a", arb(-1))], Verdict.REFUTED),
        ([Positive("a", arb(0))], Verdict.REFUTED),
        ([Positive("a", arb(0, 1))], Verdict.UNDECIDED),
        ([Agreement("a", arb(0, 1e-30))], Verdict.CERTIFIED),
        ([Agreement("a", arb(0, 1))], Verdict.UNDECIDED),
        ([Agreement("a", arb(1, 1e-3))], Verdict.REFUTED),
        ([Positive("a", arb(1)), Positive("b", arb(0, 1))], Verdict.UNDECIDED),
        ([Positive("a", arb(0, 1)), Agreement("b", arb(1))], Verdict.REFUTED),
        ([Positive("a", arb("nan"))], Verdict.UNDECIDED),
        ([], Verdict.UNDECIDED),
    ],
)
def test_balls_decide_by_sign_and_radius(items, verdict):
    assert overall(items) is verdict


@pytest.mark.parametrize("lost", [arb.pi().mid(), arb(1) / 3 - (arb(1) / 3).rad(), arb(0.1)], ids=str)
def test_the_middle_of_a_ball_certifies_and_refutes_nothing(lost):
    lost = lost.mid()
    assert {item.verdict() for item in (Positive("a", lost), Positive("a", -lost), Agreement("a", lost))} == {
        Verdict.UNDECIDED
    }
    assert Positive("a", arb(3) / 4).verdict() is Verdict.CERTIFIED
    assert Positive("a", (arb(3) / 4) ** 20, rational=True).verdict() is Verdict.CERTIFIED


def test_a_box_holds_a_zero_where_its_image_lies_inside_and_has_to_have_a_width():
    box, inside, across, away = arb(1, 1e-3), arb(1, 1e-6), arb(1.001, 1e-6), arb(2, 1e-3)
    verdicts = [ZeroWithin("a", [box, box], [inside, image]).verdict() for image in (inside, across, away)]
    assert verdicts == [Verdict.CERTIFIED, Verdict.UNDECIDED, Verdict.REFUTED]
    point = ZeroWithin("a", [box, arb(1)], [inside, inside])
    assert (point.verdict(), ZeroWithin("a", [], []).verdict()) == (Verdict.UNDECIDED, Verdict.UNDECIDED)
    shown = ZeroWithin("a", [box], [inside]).shown()
    assert shown == "box of radius 0.001 in 1 entries, the first around 1.000000000; 0.001 left"
    third = arb(fmpq(1, 3))
    assert "the first around 0.3333333333; " in ZeroWithin("a", [third + arb(0, 1e-3)], [third]).shown()


def test_balls_know_factorials_and_binomials():
    factorial, binomial = ARB.functions["factorial"], ARB.functions["binomial"]
    for n in range(8):
        assert factorial(arb(n)).contains(math.factorial(n)) and factorial(arb(n)).rad() < 1e-9
        assert all(binomial(arb(n), arb(k)).contains(math.comb(n, k)) for k in range(n + 1))


def test_certified_variants_need_the_strict_opposite():
    @certified.check("test.zero", "value", wrong={"negative": {"value": -1}, "unsure": {"radius": 2}})
    def positive(value=1, radius=0):
        """A number is positive."""
        return [Positive("value", arb(value, radius))]

    record = certified.run(positive.check, {})
    assert record.verdict == "certified"
    assert record.wrong_variants == {"negative": True, "unsure": False}
