import functools

import numpy as np
import pytest
from scipy import stats

from verification import called
from verification.methods import monte_carlo
from verification.methods.monte_carlo import Estimate, goodness_of_fit, judge, mean_of, means_of, threshold, z_score


def predicted(value=1.0):
    return {"second moment": value}


@monte_carlo.check("test.zero", "value", predicts=predicted, wrong={"one per cent more": {"value": 1.01}})
def second_moment(rng, samples):
    """The second moment of a standard normal variable."""
    return means_of(lambda count: {"second moment": rng.standard_normal(count) ** 2}, samples)


def run(samples: int):
    provided = {"rng": np.random.default_rng(second_moment.check.seed(7)), "samples": samples}
    return monte_carlo.run(second_moment.check, provided)


def test_a_simulation_is_judged_after_it_ran():
    record = run(1_000_000)
    assert record.verdict == "undecided"
    judge(record, threshold(1e-6, 50))
    assert record.verdict == "consistent"
    assert record.wrong_variants == {"one per cent more": True}


def test_too_few_samples_let_the_variant_pass_and_show_it():
    record = run(1_000)
    judge(record, threshold(1e-6, 50))
    assert record.wrong_variants == {"one per cent more": False}


def test_blocks_do_not_change_the_moments(monkeypatch):
    values = np.random.default_rng(0).standard_normal(1000) + 1e6
    monkeypatch.setattr(monte_carlo, "BLOCK", 64)
    source = iter(np.split(values, range(64, 1000, 64)))
    estimate = means_of(lambda count: {"": next(source)}, 1000)[""]
    assert estimate.mean == pytest.approx(values.mean(), rel=1e-14)
    assert estimate.error == pytest.approx(values.std(ddof=1) / np.sqrt(1000), rel=1e-9)
    assert estimate.samples == 1000


def test_blocks_are_as_many_as_the_samples(monkeypatch):
    monkeypatch.setattr(monte_carlo, "BLOCK", 4)
    assert list(monte_carlo.blocks(10)) == [4, 4, 2] and list(monte_carlo.blocks(8)) == [4, 4]
    values = np.array([1.0, 2.0, 4.0, 8.0, 16.0])
    parts = iter([values[:4], values[4:]])
    found = mean_of(lambda count: next(parts), 5)
    assert (found.mean, found.error, found.samples) == pytest.approx((values.mean(), stats.sem(values), 5))


@pytest.mark.parametrize(("asked", "drawn"), [(0, 2), (1, 2), (2, 2), (3, 3)])
def test_a_mean_has_an_error_however_few_samples_are_asked_for(asked, drawn):
    values = np.array([1.0, 2.0, 6.0])[:drawn]
    found = mean_of(lambda count: values[:count], asked)
    assert (found.mean, found.error, found.samples) == pytest.approx((values.mean(), stats.sem(values), drawn))


@pytest.mark.parametrize("tests", [1, 10, 1000])
def test_the_threshold_keeps_the_family_wise_rate(tests):
    assert tests * 2 * stats.norm.sf(threshold(1e-6, tests)) == pytest.approx(1e-6)


def test_an_exact_estimate_must_hit():
    assert z_score({"mean": 1.0, "error": 0.0}, 1.0) == 0
    assert z_score({"mean": 1.0, "error": 0.0}, 1.1) == np.inf


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize(
    ("number", "value"), [("mean", np.nan), ("error", np.nan), ("prediction", np.nan), ("error", np.inf)]
)
def test_an_estimate_that_is_not_a_number_leaves_all_undecided(place, number, value):

    record = monte_carlo.run(normal_moments.check, {"rng": np.random.default_rng(1), "samples": SAMPLES})
    record.estimates[place][number] = value
    judge(record, threshold(1e-6, 3))
    assert record.verdict == "undecided"
    if number != "prediction":
        assert record.wrong_variants == {"4 for 3": False}


def test_no_estimate_is_no_verdict():
    record = monte_carlo.run(normal_moments.check, {"rng": np.random.default_rng(1), "samples": SAMPLES})
    record.estimates.clear()
    judge(record, threshold(1e-6, 3))
    assert record.verdict == "undecided"


def test_scores_that_are_too_good_are_noticed():
    scores = np.random.default_rng(1).standard_normal(200)
    assert goodness_of_fit(list(scores)) > 1e-3
    assert goodness_of_fit(list(scores / 10)) < 1e-6
    assert goodness_of_fit(list(scores * 3)) < 1e-6
    assert goodness_of_fit([1e200, 0.1]) == 0


@pytest.mark.parametrize("count", [1, 2, 7, 200])
def test_the_fit_of_scores_is_twice_the_smaller_tail_of_the_sum_of_their_squares(count):
    for size in (0.5, 1.0, 1.5):
        scores = size * np.random.default_rng(count).standard_normal(count)
        law, reached = stats.chi2(count), np.sum(scores**2)
        found = goodness_of_fit([*scores])
        assert found == pytest.approx(2 * min(law.cdf(reached), law.sf(reached)), rel=1e-9) and found <= 1
    assert goodness_of_fit([float(np.sqrt(stats.chi2(count).median() / count))] * count) == pytest.approx(1)


def test_the_detectable_error_is_seen_with_its_power():
    limit = threshold(1e-2, 1)
    rng = np.random.default_rng(2)
    error = monte_carlo.detectable({"prediction": 1.0, "error": 0.01}, limit)
    means = 1.0 + error + 0.01 * rng.standard_normal(20_000)
    seen = np.mean(np.abs(means - 1.0) / 0.01 > limit)
    assert seen == pytest.approx(monte_carlo.POWER, abs=0.01)


def test_an_estimate_is_plain_data():
    assert Estimate(1.0, 0.1, 10).samples == 10


RATE, RUNS, SAMPLES = 1e-2, 10_000, 2_000


def moments(second=1.0, squares=3.0, product=0.0):
    return {"second": second, "squares": squares, "product": product}


@monte_carlo.check("test.moments", "value", predicts=moments, wrong={"4 for 3": {"squares": 4.0}})
def normal_moments(rng, samples):
    """Moments of a standard normal pair."""

    def draw(count):
        x, y = rng.standard_normal((2, count))
        return {"second": x**2, "squares": (1 + y) ** 2 + x**2, "product": x * y}

    return means_of(draw, samples)


def refusals(shift: float) -> int:
    """How many of all runs are refused when every prediction lies `shift` detectable errors off."""
    limit, rng, refused = threshold(RATE, 3), np.random.default_rng(11), 0
    for _ in range(RUNS):
        record = monte_carlo.run(normal_moments.check, {"rng": rng, "samples": SAMPLES})
        if shift:
            first = record.estimates[0]
            first["prediction"] *= 1 + shift * monte_carlo.detectable(first, limit)
        judge(record, limit)
        refused += record.verdict == "refuted"
    return refused


@pytest.mark.slow
def test_over_many_true_runs_the_false_alarms_are_as_many_as_asked_for():
    low, high = stats.binom.interval(1 - 1e-4, RUNS, 1 - (1 - RATE / 3) ** 3)
    assert low <= refusals(0.0) <= high


@pytest.mark.slow
def test_over_many_wrong_runs_the_stated_error_is_seen_with_its_power():
    assert refusals(1.0) >= stats.binom.ppf(1e-4, RUNS, monte_carlo.POWER)


def setting():
    return 1.0


@functools.cache
def kept_setting():
    return 1.0


def value(one=1.0):
    setting(), kept_setting()
    return {"": one}


def honest():
    """One."""
    setting(), kept_setting()
    return {"": Estimate(1.0, 0.1, 100)}


def cheating():
    """One."""
    return {"": Estimate(value()[""], 0.1, 100)}


@pytest.mark.parametrize(
    ("simulated", "shares", "stored"),
    [(honest, (setting, kept_setting), 1), (honest, (setting,), 0), (honest, (kept_setting,), 0), (cheating, (), 0)],
)
def test_a_simulation_that_calls_what_its_prediction_calls_decides_nothing(simulated, shares, stored, monkeypatch):
    monkeypatch.setattr(called, "HOUSE", (__name__,))
    kept_setting()
    made = monte_carlo.check("test.zero", "value", value, {"two": {"one": 2.0}}, shares=shares)(simulated)
    record = monte_carlo.run(made.check, {})
    assert len(record.estimates) == stored
    if not stored:
        assert record.wrong_variants == {"two": False} and "both call" in record.numbers["no verdict"]
