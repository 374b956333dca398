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
