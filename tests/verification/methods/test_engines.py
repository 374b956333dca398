import math
from fractions import Fraction

import numpy as np
import pytest
from flint import arb, fmpq

from verification.balls import ARB
from verification.methods import certified, exact, experiment, numerical
from verification.methods.certified import Agreement, Positive, ZeroWithin, overall
from verification.methods.numerical import AtMost, Cases, Same, largest_error
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
    @numerical.check("test.zero", "value", wrong={"far off": {"value": 2.0}, "hardly off": {"value": 1 + 5e-12}})
    def one(value=1.0):
        """One is one."""
        return [Same("one", value, 1.0)]

    record = numerical.run(one.check, {})
    assert record.verdict == "consistent"
    assert record.wrong_variants == {"far off": True, "hardly off": False}


def test_certified_variants_need_the_strict_opposite():
    @certified.check("test.zero", "value", wrong={"negative": {"value": -1}, "unsure": {"radius": 2}})
    def positive(value=1, radius=0):
        """A number is positive."""
        return [Positive("value", arb(value, radius))]

    record = certified.run(positive.check, {})
    assert record.verdict == "certified"
    assert record.wrong_variants == {"negative": True, "unsure": False}


def test_an_experiment_without_data_is_undecided():
    @experiment.check("test.zero", "value", wrong={"shifted": {"shift": 1}})
    def nothing(data, shift=0):
        """Nothing."""
        return [experiment.Within("rate", rate + shift, 0, 0.5) for rate in data]

    assert experiment.run(nothing.check, {"data": []}).verdict == "undecided"
    record = experiment.run(nothing.check, {"data": [0.25]})
    assert (record.verdict, record.wrong_variants) == ("consistent", {"shifted": True})


@pytest.mark.parametrize(
    ("data", "verdict", "refuted"),
    [([np.nan], "undecided", False), ([0.25, np.nan], "undecided", True), ([0.75, np.nan], "refuted", True)],
)
def test_a_number_that_is_none_neither_passes_nor_refutes(data, verdict, refuted):
    @experiment.check("test.zero", "value", wrong={"shifted": {"shift": 1}})
    def rates(data, shift=0):
        """Rates of at most a half."""
        return [experiment.Within(f"rate {number}", rate + shift, 0, 0.5) for number, rate in enumerate(data)]

    record = experiment.run(rates.check, {"data": data})
    assert (record.verdict, record.wrong_variants) == (verdict, {"shifted": refuted})


def test_a_condition_without_a_verdict_is_named_and_nothing_is_refuted():
    @experiment.check("test.zero", "value", wrong={"shifted": {"shift": 1}})
    def rates(data, shift=0):
        """Rates of at most a half."""
        raise experiment.NoVerdict("all trials diverged")

    record = experiment.run(rates.check, {"data": []})
    assert (record.verdict, record.wrong_variants) == ("undecided", {"shifted": False})
    assert record.numbers == {"no verdict": "all trials diverged"}
