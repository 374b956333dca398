"""Simulations as they are stored beside their predictions, and judged: verdicts, margins and what a variant moves."""

import math

import pytest
from scipy import stats

from verification.methods import monte_carlo
from verification.methods.monte_carlo import Estimate


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
    assert (record.claim, record.part, record.method) == ("test.zero", "value", "monte_carlo")
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


@pytest.mark.parametrize("side", [-1, 1])
def test_at_the_limit_itself_a_prediction_stands_and_a_variant_too(side):
    record = simulated({"a": Estimate(1 + side * 0.75, 0.25, 9), "b": Estimate(1.0, 0.25, 9)}, wrong=1 + side * 0.75)
    assert (record.verdict, record.margin) == ("consistent", 0)
    assert (record.wrong_variants, record.moved) == ({"v": False}, {})


def test_a_variant_moves_the_estimates_that_refuse_it_and_no_others():
    def predicts(near=1.0, far=1.0):
        return {"near": near, "edge": near, "far": far}

    wrong = {"u": {"far": 2.0}, "v": {"far": 3.0, "near": 1.75}, "w": {"near": 2.0}}

    @monte_carlo.check("test.zero", "value", predicts, wrong, auxiliary={"edge": "for show"})
    def some():
        """Three numbers."""
        return {"near": Estimate(1.0, 0.125, 9), "edge": Estimate(1.0, 0.25, 9), "far": Estimate(1.0, 0.25, 9)}

    record = monte_carlo.run(some.check, {})
    assert [estimate["pooled"] for estimate in record.estimates] == [True, False, False]
    monte_carlo.judge(record, 3.0)
    assert record.wrong_variants == {"u": True, "v": True, "w": True}
    assert record.moved == {"far": "u", "near": "v", "edge": "w"} and record.auxiliary == {"edge": "for show"}


@pytest.mark.parametrize("predicted", [("a",), ("a", "b", "c"), ("a", "c"), ()])
def test_what_is_predicted_is_simulated_and_nothing_else(predicted):
    def predicts(value=1.0):
        return dict.fromkeys(predicted, value)

    @monte_carlo.check("test.zero", "value", predicts, {"v": {"value": 2.0}})
    def some():
        """Two numbers."""
        return dict.fromkeys("ab", Estimate(1.0, 0.1, 9))

    with pytest.raises(ValueError, match=r"test\.zero:value:some simulates \['a', 'b'\] and predicts \["):
        monte_carlo.run(some.check, {})


def test_the_number_of_an_estimate_without_a_name_is_its_mean():
    assert list(simulated({"": Estimate(1.0, 0.1, 9)}).numbers) == ["mean"]


def test_an_exact_estimate_that_misses_has_no_margin():
    record = simulated({"a": Estimate(1.5, 0.0, 9), "b": Estimate(1.0, 0.0, 9)})
    assert (record.verdict, record.margin) == ("refuted", None)


def test_scores_of_exact_and_of_lost_estimates():
    assert monte_carlo.z_score({"mean": 1.5, "error": 0.25}, 1.0) == 2.0
    assert monte_carlo.z_score({"mean": 0.5, "error": 0.25}, 1.0) == -2.0
    assert monte_carlo.z_score({"mean": 1.0, "error": 0.0}, 1.0) == 0.0
    assert monte_carlo.z_score({"mean": 0.5, "error": 0.0}, 1.0) == math.inf
    assert math.isnan(monte_carlo.z_score({"mean": 0.5, "error": math.inf}, 1.0))
    assert monte_carlo.detectable({"prediction": -2.0, "error": 0.1}, 3.0) == pytest.approx(
        (3 + stats.norm.ppf(0.9)) / 20
    )
    assert monte_carlo.detectable({"prediction": 1e-3, "error": 0.1}, 0.0) == pytest.approx(100 * stats.norm.ppf(0.9))
    assert monte_carlo.detectable({"prediction": 0.0, "error": 0.1}, 3.0) > 1e290
    assert math.isnan(monte_carlo.detectable({"prediction": math.nan, "error": 0.1}, 3.0))
    assert monte_carlo.threshold(0.05, 0) == pytest.approx(stats.norm.ppf(0.975))
    assert monte_carlo.goodness_of_fit([]) == 1.0
