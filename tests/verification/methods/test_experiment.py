"""Numbers that training left behind, each held against an interval."""

import math

import numpy as np
import pytest

from tests.verification.methods.some_check import ran
from verification.methods import experiment
from verification.methods.experiment import Within


@pytest.mark.parametrize(
    ("value", "holds", "fails", "margin"),
    [(2.0, True, False, 0.0), (6.0, True, False, 0.0), (3.0, True, False, 0.25), (7.0, False, True, -0.25),
     (1.0, False, True, -0.25), (math.nan, False, False, math.nan)],
)  # fmt: skip
def test_a_number_within_an_interval(value, holds, fails, margin):
    item = Within("a", value, 2.0, 6.0)
    assert (item.holds(), item.fails()) == (holds, fails)
    assert item.margin() == pytest.approx(margin, nan_ok=True)


def test_a_margin_is_a_share_of_the_width_whatever_that_is():
    assert [Within("a", 1.125, 1.0, 1.5).margin(), Within("a", 7.0, 1.0, 9.0).margin()] == [0.25, 0.25]


@pytest.mark.parametrize(("low", "high"), [(3.0, 3.0), (-math.inf, 9.0), (1.0, math.inf), (-math.inf, math.inf)])
def test_nothing_measures_a_margin_where_no_two_ends_are_apart(low, high):
    item = Within("a", 3.0, low, high)
    assert item.holds() and item.margin() == math.inf
    assert ran(experiment, [item]).margin is None
    assert ran(experiment, [item, Within("b", 3.0, 2.0, 6.0)]).margin == 0.25


def test_an_experiment_records_its_items():
    good, bad = Within("low", 1.0, 0.0, 4.0), Within("high", 5.0, 0.0, 4.0)
    record = ran(experiment, [good, Within("mid", 2.0, 0.0, 4.0)], {"v": [good], "w": [good, bad]})
    assert (record.verdict, record.margin, record.cost) == ("consistent", 0.25, 2)
    assert record.numbers == {"low": "1 in [0, 4]: True", "mid": "2 in [0, 4]: True"}
    assert record.wrong_variants == {"v": False, "w": True} and record.items == {"low": 1, "mid": 1}
    refuted = ran(experiment, [good, bad])
    assert (refuted.verdict, refuted.margin) == ("refuted", -0.25)
    assert ran(experiment, []).margin is None


def test_an_experiment_without_data_is_undecided():
    @experiment.check("test.zero", "value", wrong={"shifted": {"shift": 1}}, auxiliary={"count": "for show"})
    def nothing(data, shift=0):
        """Nothing."""
        yield from (Within(name, data[name] + shift * (name == "rate"), 0, 0.5) for name in data)

    assert experiment.run(nothing.check, {"data": {}}).verdict == "undecided"
    record = experiment.run(nothing.check, {"data": {"rate": 0.25, "count": 0.5}})
    assert (record.claim, record.part, record.method, record.scope) == ("test.zero", "value", "experiment", "instances")
    assert (record.verdict, record.wrong_variants) == ("consistent", {"shifted": True})
    assert (record.moved, record.auxiliary) == ({"rate": "shifted"}, {"count": "for show"})


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
