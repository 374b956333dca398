"""Balls decide as the intervals that they are, to the last bit, and records show them."""

import math

import pytest
from flint import arb, ctx, fmpq
from hypothesis import given
from hypothesis import strategies as st

from tests.verification.methods.some_check import ran
from verification.methods import certified
from verification.methods.certified import Agreement, Positive, ZeroWithin, overall
from verification.verdict import Verdict

UNIT = arb(0, 1).rad()  # a radius that a ball can have exactly, 1 rounded up
WIDTHS = st.sampled_from([0, 1, 2, 4, 8])
BALLS = st.tuples(st.integers(-24, 24), WIDTHS)


def ball(middle: int, width: int) -> arb:
    """The ball with a middle and a radius of so many eighths of the unit."""
    return UNIT * middle / 8 + arb(0, width / 8)


@given(BALLS)
def test_a_sign_is_that_of_both_ends(given):
    middle, width = given
    item = Positive("a", ball(middle, width), rational=True)
    assert item.margin() == pytest.approx((middle - width) / 8)
    if middle - width > 0:
        assert item.verdict() is Verdict.CERTIFIED
    else:
        assert item.verdict() is (Verdict.REFUTED if middle + width <= 0 else Verdict.UNDECIDED)


@given(BALLS.filter(lambda given: given[1]), WIDTHS)
def test_an_agreement_has_zero_between_its_ends_and_is_narrower_than_its_radius(given, radius):
    middle, width = given
    item = Agreement("a", ball(middle, width), float(UNIT) * radius / 8)
    assert item.margin() == pytest.approx((radius - width) / 8)
    if abs(middle) > width:
        assert item.verdict() is Verdict.REFUTED
    else:
        assert item.verdict() is (Verdict.CERTIFIED if width < radius else Verdict.UNDECIDED)


@given(st.lists(st.tuples(BALLS, BALLS), min_size=1, max_size=3))
def test_an_image_lies_inside_the_box_by_all_its_ends_and_outside_by_one(entries):
    item = ZeroWithin("a", [ball(*box) for box, _ in entries], [ball(*image) for _, image in entries])
    apart = [(abs(box[0] - image[0]), box[1], image[1]) for box, image in entries]
    assert item.margin() == pytest.approx(min(box - distance - image for distance, box, image in apart) / 8)
    if any(box == 0 for _, box, _ in apart):
        assert item.verdict() is Verdict.UNDECIDED
    elif any(distance > box + image for distance, box, image in apart):
        assert item.verdict() is Verdict.REFUTED
    else:
        inside = all(distance + image < box for distance, box, image in apart)
        assert item.verdict() is (Verdict.CERTIFIED if inside else Verdict.UNDECIDED)


def test_a_box_and_its_image_have_as_many_entries_and_one_at_least():
    with pytest.raises(ValueError, match="zip"):
        ZeroWithin("a", [ball(0, 8)], [ball(0, 1), ball(0, 1)]).verdict()
    assert ZeroWithin("a", [], []).verdict() is Verdict.UNDECIDED


@pytest.mark.parametrize(
    ("items", "verdict"),
    [
        ([Positive("a", arb(1)), Agreement("b", arb(0, 1e-30))], Verdict.CERTIFIED),
        ([Positive("a", arb(1)), Positive("b", arb(0, 1))], Verdict.UNDECIDED),
        ([Positive("a", arb(0, 1)), Agreement("b", arb(1))], Verdict.REFUTED),
        ([], Verdict.UNDECIDED),
    ],
)
def test_a_check_is_as_firm_as_its_weakest_item(items, verdict):
    assert overall(items) is verdict


@pytest.mark.parametrize("lost", [arb.pi().mid(), arb(1) / 3 - (arb(1) / 3).rad(), arb(0.1)], ids=str)
def test_the_middle_of_a_ball_certifies_and_refutes_nothing(lost):
    lost = lost.mid()
    assert {item.verdict() for item in (Positive("a", lost), Positive("a", -lost), Agreement("a", lost))} == {
        Verdict.UNDECIDED
    }
    assert Positive("a", arb(3) / 4).verdict() is Verdict.CERTIFIED
    assert Positive("a", (arb(3) / 4) ** 20, rational=True).verdict() is Verdict.CERTIFIED


@pytest.mark.parametrize(("number", "verdict"), [(2**32 - 1, Verdict.CERTIFIED), (2**32 + 1, Verdict.UNDECIDED)])
def test_a_number_of_32_bits_is_known_exactly_and_one_of_33_is_not(number, verdict):
    assert Positive("a", arb(number)).verdict() is verdict


@pytest.mark.parametrize("word", ["nan", "inf", "-inf", "0 +/- inf"])
def test_a_ball_that_holds_no_number_or_every_one_decides_nothing(word):
    none = arb(word)
    items = [Positive("a", none), Agreement("a", none)]
    if not none.is_exact():
        items.append(ZeroWithin("a", [ball(0, 8)], [none]))
    assert {item.verdict() for item in items} == {Verdict.UNDECIDED}


@pytest.mark.parametrize("first", [True, False])
def test_a_ball_without_a_number_has_the_least_margin_wherever_it_stands(first):
    lost, found = [Positive("lost", arb("nan"))], [Positive(f"ball {letter}", arb(1)) for letter in "abcdefghijklm"]
    record = ran(certified, lost + found if first else found + lost)
    assert record.margin == -math.inf and list(record.numbers)[:2] == ["certified", "lost"]


def test_certified_variants_need_the_strict_opposite():
    @certified.check("test.zero", "value", wrong={"negative": {"value": -1}, "unsure": {"radius": 2}})
    def positive(value=1, radius=0):
        """A number is positive."""
        return [Positive("value", arb(value, radius))]

    record = certified.run(positive.check, {})
    assert record.verdict == "certified"
    assert record.wrong_variants == {"negative": True, "unsure": False}


def test_a_certified_record_has_the_least_of_its_signs_for_a_margin():
    items = [Positive("a", arb(3)), Agreement("b", arb(0, 1e-30)), Positive("c", arb(2, 0.5))]
    record = ran(certified, items, {"v": [Positive("a", arb(-1))]})
    assert (record.verdict, record.cost) == ("certified", 3) and record.margin == pytest.approx(1.5)
    assert record.numbers["certified"] == "3 balls" and list(record.numbers)[1:] == ["a", "b", "c"]
    assert record.items == {"a": 1, "b": 1, "c": 1} and record.moved == {"a": "v"}
    assert ran(certified, [Agreement("b", arb(0, 1e-30))]).margin == pytest.approx(1e-20)
    many = ran(certified, [Positive(f"ball {'abcdefghijklmnop'[i]}", arb(16 - i)) for i in range(16)])
    assert list(many.numbers)[1:] == [f"ball {letter}" for letter in "ponmlkjihgfe"]


def test_twelve_balls_are_shown_as_they_come():
    items = [Positive(f"ball {letter}", arb(1 + place % 5)) for place, letter in enumerate("abcdefghijkl")]
    assert list(ran(certified, items).numbers) == ["certified", *(item.name for item in items)]


def test_a_certificate_without_a_ball_decides_nothing():
    record = ran(certified, [])
    assert (record.verdict, record.margin, record.cost) == ("undecided", None, 0)


def test_balls_are_shown_by_their_digits_or_their_ends():
    third = arb(fmpq(1, 3))
    assert Positive("a", arb(3)).shown() == arb(3).str(10)
    assert Positive("a", third).shown() == Agreement("a", third).shown() == "[0.3333333333 +/- 3.34e-11]"
    assert Positive("a", arb(3, 1)).shown() == "between 2 and 4"
    assert Positive("a", arb(1, 2.0**-13)).shown().startswith("between")
    assert Positive("a", arb(1, 2.0**-14)).shown() == arb(1, 2.0**-14).str(10)


def test_a_box_is_shown_by_its_largest_radius_and_its_first_entry():
    third = arb(fmpq(1, 3))
    item = ZeroWithin("a", [third + arb(0, 1e-3), arb(2, 0.5)], [third, arb(2)])
    assert item.shown() == "box of radius 0.5 in 2 entries, the first around 0.3333333333; 0.001 left"


@pytest.mark.parametrize(("radius", "verdict"), [(0.99e-20, Verdict.CERTIFIED), (1.01e-20, Verdict.UNDECIDED)])
def test_an_agreement_is_as_narrow_as_its_radius_unless_another_is_asked_for(radius, verdict):
    assert Agreement("a", arb(0, radius)).verdict() is verdict


def test_certificates_are_computed_at_their_bits_and_leave_the_precision():
    before, seen = ctx.prec, []

    @certified.check("test.zero", "value", wrong={"v": {"sign": -1}}, bits=333)
    def positive(sign=1):
        """One is positive."""
        seen.append(ctx.prec)
        return [Positive("one", arb(sign))]

    assert certified.run(positive.check, {}).verdict == "certified"
    assert set(seen) == {333} and ctx.prec == before
