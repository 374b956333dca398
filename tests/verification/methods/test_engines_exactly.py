"""What engines record, to the letter: errors, margins, costs, numbers and what a variant moves."""

import math
from fractions import Fraction

import numpy as np
import pytest
from flint import arb, ctx
from scipy import stats

from verification.check import declare
from verification.methods import certified, exact, experiment, monte_carlo, numerical
from verification.methods.certified import Agreement, Positive
from verification.methods.experiment import Within
from verification.methods.monte_carlo import Estimate
from verification.methods.numerical import AtMost, Cases, Same
from verification.verdict import Verdict


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
        (Cases("a", 0, 3), 0),
        (Cases("a", 1, 3), math.inf),
    ],
)
def test_errors_are_in_units_of_the_tolerance(item, error):
    assert item.error() == pytest.approx(error, rel=1e-6)


@pytest.mark.parametrize("item", [Same("a", 1j, 1.0), Same("a", 1.0, 1j), AtMost("a", 1j, 1.0), AtMost("a", 1.0, 1j)])
def test_what_is_no_real_number_is_not_compared(item):
    with pytest.raises(TypeError):
        item.error()


def test_missing_numbers_are_no_error_at_all():
    for item in (Same("a", [], []), AtMost("a", -math.inf, 0.0), AtMost("a", [], []), Cases("a", 0, 0)):
        assert math.isnan(item.error())


def ran(engine, items, wrong=None, provided=None, **options):
    """The record of a check whose statement returns `items`; each variant returns others."""
    variants = {name: {"items": found} for name, found in (wrong or {"v": items}).items()}

    def some_check(items=tuple(items)):
        """Items."""
        return items

    method = {"bits": 192} if engine is certified else {}
    made = declare(engine.METHOD, "test.zero", "value", variants, "instances", **method, **options)(some_check)
    return engine.run(made.check, provided or {})


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


def test_a_numerical_record_of_one_item_counts_none():
    assert ran(numerical, [Cases("a", 0, 3)]).numbers == {"compared": "one quantity:", "a": "0 of 3 failed"}


def test_a_margin_that_is_infinite_is_left_out():
    assert ran(numerical, [Cases("a", 1, 3)]).margin is None


@pytest.mark.parametrize(
    ("value", "holds", "fails", "margin"),
    [(2.0, True, False, 0.0), (6.0, True, False, 0.0), (3.0, True, False, 0.25), (7.0, False, True, -0.25),
     (1.0, False, True, -0.25), (math.nan, False, False, math.nan)],
)  # fmt: skip
def test_a_number_within_an_interval(value, holds, fails, margin):
    item = Within("a", value, 2.0, 6.0)
    assert (item.holds(), item.fails()) == (holds, fails)
    assert item.margin() == pytest.approx(margin, nan_ok=True)


def test_an_experiment_records_its_items():
    good, bad = Within("low", 1.0, 0.0, 4.0), Within("high", 5.0, 0.0, 4.0)
    record = ran(experiment, [good, Within("mid", 2.0, 0.0, 4.0)], {"v": [good], "w": [good, bad]})
    assert (record.verdict, record.margin, record.cost) == ("consistent", 0.25, 2)
    assert record.numbers == {"low": "1 in [0, 4]: True", "mid": "2 in [0, 4]: True"}
    assert record.wrong_variants == {"v": False, "w": True} and record.items == {"low": 1, "mid": 1}
    refuted = ran(experiment, [good, bad])
    assert (refuted.verdict, refuted.margin) == ("refuted", -0.25)
    assert ran(experiment, []).margin is None


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


def test_blocks_are_as_many_as_the_samples(monkeypatch):
    monkeypatch.setattr(monte_carlo, "BLOCK", 4)
    assert list(monte_carlo.blocks(10)) == [4, 4, 2] and list(monte_carlo.blocks(8)) == [4, 4]
    values = np.array([1.0, 2.0, 4.0, 8.0, 16.0])
    parts = iter([values[:4], values[4:]])
    found = monte_carlo.mean_of(lambda count: next(parts), 5)
    assert (found.mean, found.error, found.samples) == pytest.approx((values.mean(), stats.sem(values), 5))


def simulated(estimates, wrong=2.0, pooled=True, limit=3.0):
    """A judged record of these estimates, each predicted to be 1, by the variant `wrong`."""

    def predicts(value=1.0):
        return dict.fromkeys(estimates, value)

    @monte_carlo.check("test.zero", "value", predicts=predicts, wrong={"v": {"value": wrong}}, pooled=pooled)
    def some(samples):
        """Estimates."""
        return estimates

    record = monte_carlo.run(some.check, {"samples": 1})
    monte_carlo.judge(record, limit)
    return record


def test_a_simulation_stores_estimates_beside_predictions():
    record = simulated({"a": Estimate(1.1, 0.1, 10), "b": Estimate(0.7, 0.2, 30)})
    assert record.cost == 30 and [e["pooled"] for e in record.estimates] == [True, False]
    assert record.estimates[1] == {
        "name": "b", "mean": 0.7, "error": 0.2, "samples": 30, "prediction": 1.0, "wrong": {"v": 2.0}, "pooled": False,
    }  # fmt: skip
    assert (record.verdict, record.margin) == ("consistent", pytest.approx(1.5))
    assert (
        record.wrong_variants == {"v": True}
        and record.moved == {"a": "v", "b": "v"}
        and record.items == {"a": 1, "b": 1}
    )
    assert record.numbers["a"].startswith(
        "1.1 ± 0.1, predicted 1: z = +1.00; smallest error seen with power 0.9: 0.43 "
    )
    assert simulated({}).cost == 0 and simulated({}).verdict == "undecided"
    assert [e["pooled"] for e in simulated({"a": Estimate(1.0, 0.1, 9)}, pooled=False).estimates] == [False]


@pytest.mark.parametrize(
    ("mean", "verdict"), [(1.3, "consistent"), (0.7, "consistent"), (1.31, "refuted"), (0.69, "refuted")]
)
def test_an_estimate_is_refused_beyond_the_limit(mean, verdict):
    record = simulated({"a": Estimate(1.0, 0.1, 9), "b": Estimate(mean, 0.1, 9)}, limit=3.0 + 1e-9)
    assert record.verdict == verdict and record.margin == pytest.approx(3 - abs(mean - 1) / 0.1, abs=1e-6)


@pytest.mark.parametrize(("wrong", "refuted"), [(1.29, False), (1.31, True), (0.69, True)])
def test_a_variant_is_refuted_beyond_the_limit(wrong, refuted):
    assert simulated({"a": Estimate(1.0, 0.1, 9)}, wrong).wrong_variants == {"v": refuted}


def test_scores_of_exact_and_of_lost_estimates():
    assert monte_carlo.z_score({"mean": 1.5, "error": 0.25}, 1.0) == 2.0
    assert monte_carlo.z_score({"mean": 0.5, "error": 0.25}, 1.0) == -2.0
    assert monte_carlo.z_score({"mean": 1.0, "error": 0.0}, 1.0) == 0.0
    assert monte_carlo.z_score({"mean": 0.5, "error": 0.0}, 1.0) == math.inf
    assert math.isnan(monte_carlo.z_score({"mean": 0.5, "error": math.inf}, 1.0))
    assert monte_carlo.detectable({"prediction": -2.0, "error": 0.1}, 3.0) == pytest.approx(
        (3 + stats.norm.ppf(0.9)) / 20
    )
    assert monte_carlo.threshold(0.05, 0) == pytest.approx(stats.norm.ppf(0.975))
    assert monte_carlo.goodness_of_fit([]) == 1.0
