import numpy as np
import pytest
from scipy.optimize import minimize

from pnn.training.problem import features, masses
from verification.papers.pnn2017.experiments.degree_one.sign_regions import examine, region_masses

LINE_OF = np.repeat(np.arange(3), 2)


def instance(seed):
    random = np.random.default_rng(seed)
    taken = features(random.standard_normal((500, 3)))
    target = masses(random.standard_normal((1, 6)), LINE_OF)[0]
    return random, taken.T @ taken / 500, target, taken


@pytest.mark.parametrize("seed", range(10))
def test_the_region_optimum_is_that_of_another_minimiser(seed):
    random, gram, target, taken = instance(seed)
    present = random.random(6) < 0.7
    best = region_masses(present, gram, target)
    bounds = [(0, None) if here else (0, 0) for here in present]
    risk = lambda found: np.mean((taken @ (found - target)) ** 2)  # noqa: E731
    other = minimize(risk, present * 0.5, bounds=bounds, method="L-BFGS-B", options={"ftol": 1e-15, "gtol": 1e-10})
    assert risk(best) <= other.fun + 1e-12 and risk(best) == pytest.approx(other.fun, abs=1e-7)


@pytest.mark.parametrize("seed", range(8))
def test_a_certified_end_is_the_limit_of_full_gradient_descent(seed):
    random, gram, target, taken = instance(seed)
    weights = random.standard_normal(6)
    end = examine(weights, LINE_OF, gram, target)
    walked = weights.copy()
    for _ in range(5000):
        slopes = 2 * gram @ (masses(walked[None], LINE_OF)[0] - target)
        walked -= 0.1 * np.where(walked > 0, slopes[LINE_OF], -slopes[LINE_OF + 3])
    residual = taken @ (masses(walked[None], LINE_OF)[0] - target)
    limit = np.mean(residual**2) / np.mean((taken @ target) ** 2)
    if not np.isnan(end.limit_loss):
        assert end.limit_loss == pytest.approx(limit, rel=1e-3, abs=1e-8)
    if end.is_local_minimum:
        assert (np.sign(walked) == np.sign(weights)).all()
        assert end.limit_loss == end.region_optimum and end.clearance > 0


def test_one_signed_target_in_the_wrong_region_is_bad_and_counted():
    _, gram, _, _ = instance(0)
    target = np.array([1.0, 1.0, 2.0, 1.0, 1.0, 1.0])
    weights = np.array([1.0, -1.0, 1.0, -1.0, 1.0, 1.0])
    end = examine(weights, LINE_OF, gram, target)
    assert (end.same_sign_inputs, end.has_global, end.smallest_weight) == (1, False, 1.0)
    assert 0 < end.region_optimum < end.loss


def test_the_target_itself_is_a_global_end():
    _, gram, _, _ = instance(1)
    weights = np.array([1.0, -0.5, 2.0, -1.0, 0.3, -0.7])
    end = examine(weights, LINE_OF, gram, masses(weights[None], LINE_OF)[0])
    assert end.loss == end.region_optimum == end.limit_loss == 0.0
    assert end.is_local_minimum and end.has_global and end.clearance == pytest.approx(0.3)


def test_a_weight_of_zero_certifies_nothing():
    _, gram, target, _ = instance(2)
    end = examine(np.array([0.0, 1.0, 1.0, -1.0, 1.0, -1.0]), LINE_OF, gram, target)
    assert not end.is_local_minimum and np.isnan(end.limit_loss) and end.smallest_weight == 0.0
    assert end.same_sign_inputs == 0
