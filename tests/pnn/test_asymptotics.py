import mpmath
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.optimize import minimize
from scipy.stats import norm

from pnn import asymptotics, schur
from pnn.kernels import abs_gram
from pnn.lines import random_lines
from pnn.spectrum import eigenvalue

B = 1 - 2 / np.pi
GAMMAS = st.floats(0.05, 20)


def mean_of_resolvent(gamma):
    """The mean of 1/(x + b) under Marchenko and Pastur's law of U U', entries of variance gamma/lines."""
    low, high = (1 - np.sqrt(gamma)) ** 2, (1 + np.sqrt(gamma)) ** 2

    def integrand(t):
        x = (high + low) / 2 + (high - low) / 2 * np.cos(t)
        return ((high - low) / 2 * np.sin(t)) ** 2 / (2 * np.pi * gamma * x * (x + B))

    return quad(integrand, 0, np.pi, epsabs=1e-12, limit=400)[0] + max(0.0, 1 - 1 / gamma) / B


@settings(deadline=None, max_examples=25)
@given(GAMMAS.filter(lambda gamma: abs(gamma - 1) > 0.02), st.floats(0, 5))
def test_theorem_13_is_the_mean_under_marchenko_and_pastur(gamma, ratio):
    assert asymptotics.theorem_13(gamma, ratio) == pytest.approx(B + ratio / mean_of_resolvent(gamma), rel=1e-8)


@pytest.mark.parametrize("gamma", [1e-9, 1e-3, 1.0, 1.3633, 2.0, 1e4, 1e12])
def test_theorem_13_keeps_its_digits(gamma):
    with mpmath.workdps(60):
        b = 1 - 2 / mpmath.pi
        half = (1 + b - mpmath.mpf(gamma)) / 2
        truth = b + 3 * (half + mpmath.sqrt(half**2 + gamma * b))
    assert abs(float((asymptotics.theorem_13(gamma, 3.0) - truth) / truth)) < 1e-14


@settings(deadline=None, max_examples=25)
@given(GAMMAS, st.floats(0.01, 5))
def test_the_exact_limit_lies_between_theorem_11_and_the_printed_bound(gamma, ratio):
    exact = asymptotics.theorem_13(gamma, ratio)
    assert asymptotics.theorem_11(ratio) < exact < asymptotics.theorem_13_printed(gamma, ratio)
    assert exact < B + ratio * (1 + B) + 1e-12
    printed = [asymptotics.theorem_13_printed(gamma, ratio, mu) for mu in (0.0, 0.1)]
    assert printed[1] - printed[0] == pytest.approx(ratio * (0.2 * (1 + np.sqrt(gamma)) + 0.01))


def simulated(inputs, lines, targets, draws, linear, seed=5):
    rng = np.random.default_rng(seed)
    return np.array(
        [
            schur.norms(random_lines(lines, inputs, rng), random_lines(targets, inputs, rng), [lines], linear)[0]
            for _ in range(draws)
        ]
    )


def test_theorem_11_at_finite_size():
    found = simulated(100, 100, 100, 40, linear=False)
    predicted, spread = asymptotics.theorem_11_finite(100, 100, 100), asymptotics.theorem_11_deviation(100, 1.0)
    assert found.std() == pytest.approx(spread, rel=0.4)
    assert abs(found.mean() - predicted) < 4 * found.std() / np.sqrt(40) + 15 / 100**2
    assert abs(found.mean() - asymptotics.theorem_11(1.0)) > abs(found.mean() - predicted)


def test_the_finite_size_is_the_norm_at_the_kernel_s_mean():
    inputs, lines, targets = 7, 5, 3
    sample = abs_gram(random_lines(2000, inputs, np.random.default_rng(1)), np.eye(inputs))
    largest = sample.mean()
    whole = (1 - largest) * np.eye(lines + targets) + largest
    complement = np.linalg.inv(np.linalg.inv(whole)[lines:, lines:])
    found = asymptotics.theorem_11_finite(inputs, lines, targets)
    assert found == pytest.approx(np.linalg.norm(complement, 2), rel=5e-3)
    assert asymptotics.theorem_11_finite(10**6, 2 * 10**6, 10**6) == pytest.approx(B * 1.5, rel=1e-5)


def test_theorem_13_at_finite_size():
    found = simulated(200, 200, 200, 8, linear=True)
    assert abs(found.mean() - asymptotics.theorem_13(1.0, 1.0)) < 4 * found.std() / np.sqrt(8) + 2 / 200
    assert found.mean() < asymptotics.theorem_13_printed(1.0, 1.0) / 3


def best_slack(gamma, count=400):
    """The largest of gamma E|h|p - sqrt(gamma E p^2 + t) over masses 0 <= p(|h|) <= 1 is 0 at this t."""
    nodes, weights = np.polynomial.legendre.leggauss(count)
    h, weight = 4 * (nodes + 1), 4 * weights * np.sqrt(2 / np.pi) * np.exp(-((4 * (nodes + 1)) ** 2) / 2)

    def negative(p):
        return gamma * (weight @ p**2) - (gamma * weight @ (h * p)) ** 2

    def slope(p):
        return 2 * gamma * weight * p - 2 * gamma**2 * (weight @ (h * p)) * weight * h

    start = np.minimum(1, h)
    found = minimize(negative, start, jac=slope, bounds=[(0, 1)] * count, method="L-BFGS-B", options={"maxiter": 5000})
    return -found.fun


@pytest.mark.parametrize("gamma", [1.5, 2.0, 4.0, 8.0])
def test_the_threshold_is_that_of_the_best_masses(gamma):
    # masses scale: with p <= q = threshold/gamma the condition is (threshold/gamma)^2 * slack >= threshold
    assert asymptotics.attainment_threshold(gamma) == pytest.approx(gamma**2 / best_slack(gamma), rel=1e-4)


def test_the_threshold_falls_to_half_pi():
    values = asymptotics.attainment_threshold([0.3, 1.0, 1.001, 1.9999, 2.0, 2.0001, 100.0, 1e8])
    assert np.isinf(values[:2]).all()
    assert np.isfinite(values[2:]).all()
    assert (np.diff(values[2:]) < 0).all()
    assert values[-1] == pytest.approx(np.pi / 2, rel=1e-7)


@pytest.mark.parametrize(
    "call",
    [
        lambda: asymptotics.theorem_11(-0.1),
        lambda: asymptotics.theorem_11([1.0, np.nan]),
        lambda: asymptotics.theorem_11_finite(1, 5, 5),
        lambda: asymptotics.theorem_11_finite(5, -1, 5),
        lambda: asymptotics.theorem_11_deviation(0, 1.0),
        lambda: asymptotics.theorem_13(0.0, 1.0),
        lambda: asymptotics.theorem_13(np.inf, 1.0),
        lambda: asymptotics.theorem_13_printed(1.0, 1.0, -0.5),
        lambda: asymptotics.attainment_threshold(0.0),
        lambda: asymptotics.typical_least_risk(0.0, 1.0),
        lambda: asymptotics.typical_least_risk(1.0, np.nan),
    ],
)
def test_impossible_proportions_are_refused(call):
    with pytest.raises(ValueError, match="must be"):
        call()


def convex_programme(gamma, target_gamma, nodes=60):
    """The minimum behind `typical_least_risk` over p and q at Gauss points of |h| in [0, 7], by SLSQP."""
    h, weight = np.polynomial.legendre.leggauss(nodes)
    h, weight = 3.5 * (h + 1), 7 * weight * norm.pdf(3.5 * (h + 1))

    def value(z):
        p, q = z[:nodes], z[nodes:]
        pull = np.sqrt(gamma * weight @ p**2 + target_gamma) - gamma * weight @ (h * p)
        return (max(pull, 0.0) ** 2 + B * gamma * weight @ q**2) / target_gamma

    ratio = target_gamma / gamma
    constraints = [
        {"type": "eq", "fun": lambda z: weight @ z[nodes:] - ratio},
        {"type": "ineq", "fun": lambda z: z[nodes:] - z[:nodes]},
    ]
    start = np.concatenate([np.full(nodes, ratio / 2), np.full(nodes, ratio)])
    bounds, options = [(0, None)] * (2 * nodes), {"maxiter": 500}
    return B + minimize(value, start, method="SLSQP", bounds=bounds, constraints=constraints, options=options).fun


@pytest.mark.parametrize(("gamma", "target_gamma"), [(2, 1), (4, 1), (2, 2), (0.5, 0.5), (8, 0.1), (1, 3)])
def test_the_typical_least_risk_is_the_convex_minimum(gamma, target_gamma):
    found = asymptotics.typical_least_risk(gamma, target_gamma)
    assert found == pytest.approx(convex_programme(gamma, target_gamma), rel=1e-3)
    assert found > asymptotics.theorem_11(target_gamma / gamma)


@pytest.mark.parametrize("gamma", [1.2, 2.0, 6.0])
def test_the_typical_least_risk_meets_the_schur_value_at_the_threshold(gamma):
    threshold = float(asymptotics.attainment_threshold(gamma))
    at, beyond = (asymptotics.typical_least_risk(gamma, times * threshold) for times in (1 - 1e-9, 1.5))
    assert at == pytest.approx(asymptotics.theorem_11(threshold / gamma), rel=1e-9)
    assert beyond == asymptotics.theorem_11(1.5 * threshold / gamma)


def gram_with_mean(lines, targets, inputs):
    """(1 - l) I + l 11' of the lines and target lines, by blocks."""
    total = lines + targets
    mean = eigenvalue(inputs, 0) * np.ones((total, total))
    np.fill_diagonal(mean, 1.0)
    return mean[:lines, :lines], mean[:lines, lines:], mean[lines:, lines:]


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 2**32 - 1), st.integers(2, 9), st.integers(1, 700), st.integers(1, 6))
def test_first_order_is_the_quadratic_form_at_the_best_weights_of_the_mean(seed, inputs, lines, targets):
    rng = np.random.default_rng(seed)
    own, wanted = random_lines(lines, inputs, rng), random_lines(targets, inputs, rng)
    counts = rng.integers(1, targets + 1, 3)
    found = asymptotics.theorem_11_first_order(own * rng.uniform(-2, 2, (lines, 1)), wanted, counts)
    for value, count in zip(found, counts, strict=True):
        inner, cross, _ = gram_with_mean(lines, int(count), inputs)
        weights = np.concatenate([-np.linalg.solve(inner, cross).sum(axis=1), np.ones(count)])
        every = np.vstack([own, wanted[:count]])
        assert value == pytest.approx(weights @ abs_gram(every, every) @ weights / count, rel=1e-9, abs=1e-11)


def test_the_mean_to_first_order_is_the_finite_value():
    rng = np.random.default_rng(4)
    found = [
        asymptotics.theorem_11_first_order(random_lines(9, 7, rng), random_lines(12, 7, rng), [4, 12])
        for _ in range(4000)
    ]
    error = np.std(found, axis=0, ddof=1) / np.sqrt(len(found))
    assert (np.abs(np.mean(found, axis=0) - asymptotics.theorem_11_finite(7, 9, [4, 12])) < 5 * error).all()


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 2**32 - 1), st.integers(2, 9), st.integers(1, 12), st.integers(1, 6))
def test_theorem_13_given_lines_is_its_norm_with_the_mean_kernel(seed, inputs, lines, targets):
    own = random_lines(lines, inputs, np.random.default_rng(seed))
    inner, cross, among = gram_with_mean(lines, targets, inputs)
    rest = among - cross.T @ np.linalg.solve(inner + own @ own.T, cross)
    assert asymptotics.theorem_13_given_lines(3 * own, targets) == pytest.approx(np.linalg.norm(rest, 2), rel=1e-10)


def test_bad_rows_and_counts_are_refused():
    lines = np.eye(3)
    for counts in ([0], [4], [1.0], 2):
        with pytest.raises(ValueError, match=r"whole numbers in 1\.\.3"):
            asymptotics.theorem_11_first_order(lines, lines, counts)
    with pytest.raises(ValueError, match="non-zero"):
        asymptotics.theorem_11_first_order(0 * lines, lines, [1])
    with pytest.raises(ValueError, match="target_lines must be"):
        asymptotics.theorem_13_given_lines(lines, -1)


@pytest.mark.parametrize("gamma", [1 + 2.0**-40, 1 + 1e-6, 1.5, 2.0, 2.5, 1e3, 1e8])
def test_the_threshold_keeps_its_digits_on_both_branches(gamma):
    """Near gamma = 1 the quantile comes from the tail, for large gamma from the middle, lest digits be lost."""
    with mpmath.workdps(60):
        g = mpmath.mpf(gamma)
        x = mpmath.sqrt(2) * mpmath.erfinv(1 / g)
        truth = g / (mpmath.sqrt(2 / mpmath.pi) * mpmath.exp(-(x**2) / 2) / x - (g - 1) / g)
    assert abs(float(asymptotics.attainment_threshold(gamma) / truth - 1)) < 1e-12


@pytest.mark.parametrize(("gamma", "target_gamma"), [(3, 1), (50, 0.5), (0.02, 1), (0.004, 0.3)])
def test_the_typical_least_risk_wherever_the_multiplier_lies(gamma, target_gamma):
    """Thresholds whose rounding ends the search, and so few lines that q0/s lies beyond all normal numbers."""
    found = asymptotics.typical_least_risk(gamma, target_gamma)
    assert found == pytest.approx(convex_programme(gamma, target_gamma), rel=1e-3)


@settings(deadline=None, max_examples=60)
@given(st.floats(-4, 5), st.floats(-6, 4))
@example(5.0, -6.0)
def test_the_typical_least_risk_is_found_for_all_proportions(gamma, target_gamma):
    gamma, target_gamma = 10.0**gamma, 10.0**target_gamma
    found, bound = asymptotics.typical_least_risk(gamma, target_gamma), B * (1 + target_gamma / gamma)
    assert bound * (1 - 1e-12) <= found <= bound + 1
