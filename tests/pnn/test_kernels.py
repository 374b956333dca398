from fractions import Fraction

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad

from pnn import kernels

CORRELATIONS = st.floats(-1, 1)
ANY_SEED = st.integers(0, 2**32 - 1)


def exact_psi(rho):
    rho = mpmath.mpf(rho)
    return (2 / mpmath.pi) * (mpmath.sqrt(1 - rho**2) + rho * mpmath.asin(rho))


def relative_error(value, truth):
    return abs(float((mpmath.mpf(float(value)) - truth) / truth))


@settings(deadline=None, max_examples=15)
@given(st.floats(-0.999, 0.999))
def test_psi_is_the_mean_of_the_product(rho):
    theta = np.arccos(rho)
    kinks = sorted(angle % (2 * np.pi) for angle in (np.pi / 2, 3 * np.pi / 2, theta + np.pi / 2, theta - np.pi / 2))
    mean, _ = quad(lambda t: abs(np.cos(t) * np.cos(t - theta)) / np.pi, 0, 2 * np.pi, points=kinks, epsabs=1e-12)
    assert kernels.psi(rho) == pytest.approx(mean, abs=1e-10)


@given(CORRELATIONS)
def test_psi_is_even_between_its_bounds(rho):
    value = kernels.psi(rho)
    assert value == kernels.psi(-rho)
    assert max(abs(rho), (2 + rho**2) / np.pi) - 4e-16 <= value <= 2 / np.pi + (1 - 2 / np.pi) * rho**2 + 4e-16


def test_psi_at_the_ends_and_vectorised():
    np.testing.assert_allclose(kernels.psi([[-1, 0, 1]]), [[1, 2 / np.pi, 1]], rtol=1e-15)
    np.testing.assert_allclose(kernels.psi_derivative([-1, 0, 1]), [-1, 0, 1], rtol=1e-15)
    assert kernels.psi(1 + 4e-16) == kernels.psi(1.0)


@pytest.mark.parametrize("function", [kernels.psi, kernels.psi_derivative, lambda r: kernels.psi_taylor_tail(r, 3)])
@pytest.mark.parametrize("rho", [1 + 1e-12, -1.1, np.nan, np.inf, [0.0, 2.0], 0.5j])
def test_correlations_outside_are_refused(function, rho):
    with pytest.raises(ValueError, match="rho"):
        function(rho)


@settings(deadline=None, max_examples=30)
@given(st.floats(-0.9, 0.9))
def test_derivative_matches_differences(rho):
    step = 1e-5
    slope = (kernels.psi(rho + step) - kernels.psi(rho - step)) / (2 * step)
    assert kernels.psi_derivative(rho) == pytest.approx(slope, abs=1e-9)


@settings(deadline=None, max_examples=60)
@given(st.one_of(st.floats(1e-300, 2 - 1e-9), st.floats(-300, 0).map(lambda exponent: 10.0**exponent)))
def test_gap_keeps_all_digits(gap):
    with mpmath.workdps(640):
        truth = 1 - exact_psi(1 - mpmath.mpf(gap))
        assert relative_error(kernels.psi_gap(gap), truth) < 1e-15


def test_gap_ends_and_range():
    assert kernels.psi_gap(0.0) == 0
    assert kernels.psi_gap(2.0) == 0
    for gap in (-1e-3, 2.1, np.nan):
        with pytest.raises(ValueError, match="gap"):
            kernels.psi_gap(gap)


def test_gap_is_not_what_the_plain_difference_gives():
    assert kernels.psi_gap(1e-20) == pytest.approx(1e-20, rel=1e-9)
    assert 1 - kernels.psi(1 - 1e-20) == 0


def test_taylor_coefficients_solve_the_differential_equation():
    a = [kernels.psi_taylor(n) for n in range(30)]
    assert a[:3] == [1, Fraction(1, 2), Fraction(1, 24)]
    # (1 - rho^2) psi'' + rho psi' - psi = 0, coefficient by coefficient
    for n in range(29):
        assert (2 * n + 2) * (2 * n + 1) * a[n + 1] - (2 * n * (2 * n - 1) - 2 * n + 1) * a[n] == 0


@pytest.mark.parametrize("n", [-1, 1.5, "2", None])
def test_taylor_orders_are_whole(n):
    with pytest.raises(ValueError, match="n must be"):
        kernels.psi_taylor(n)


@settings(deadline=None, max_examples=25)
@given(st.floats(0.01, 0.97), st.integers(0, 60))
def test_tail_is_the_sum_of_the_series(rho, start):
    with mpmath.workdps(40):
        square = mpmath.mpf(rho) ** 2
        term = (2 / mpmath.pi) * mpmath.mpf(kernels.psi_taylor(start).numerator) * square**start
        term /= kernels.psi_taylor(start).denominator
        total, n = mpmath.mpf(0), start
        while term > total * mpmath.mpf("1e-20"):
            total += term
            term *= square * mpmath.mpf((2 * n - 1) ** 2) / ((2 * n + 1) * (2 * n + 2))
            n += 1
    assert relative_error(kernels.psi_taylor_tail(rho, start), total) < 2e-15


@pytest.mark.parametrize("gap", [0.0, 1e-15, 1e-8, 1e-5, 1e-3, 0.01])
def test_tail_complements_the_partial_sum_near_one(gap):
    rho = 1 - gap
    with mpmath.workdps(40):
        square, term, total = mpmath.mpf(rho) ** 2, 2 / mpmath.pi, exact_psi(rho)
        for n in range(200):
            if n in (0, 1, 2, 15, 16, 17, 40, 199):
                assert relative_error(kernels.psi_taylor_tail(rho, n), total) < 2e-15
            total -= term
            term *= square * mpmath.mpf((2 * n - 1) ** 2) / ((2 * n + 1) * (2 * n + 2))


@pytest.mark.parametrize("start", [10**4, 10**8, 10**14])
def test_large_tails_approach_their_bound(start):
    ratio = kernels.psi_taylor_tail_bound(1.0, start) / kernels.psi_taylor_tail(1.0, start)
    # bound/tail = 1 + 15/(8 start) + ..., from a_n ~ (pi n)^(-1/2) (2n)^(-2) (1 + 7/(8n))
    assert ratio == pytest.approx(1, abs=3 / start + 1e-14)
    assert ratio >= 1


@settings(deadline=None, max_examples=40)
@given(st.floats(0.3, 1), st.integers(2, 300))
def test_the_bound_holds(rho, start):
    tail, bound = kernels.psi_taylor_tail(rho, start), kernels.psi_taylor_tail_bound(rho, start)
    assert tail <= bound
    assert not kernels.psi_taylor_tail(1.0, start) <= 0.4 * kernels.psi_taylor_tail_bound(1.0, start)


def test_bound_needs_two_terms_off():
    with pytest.raises(ValueError, match="start must be at least 2"):
        kernels.psi_taylor_tail_bound(0.5, 1)


@settings(deadline=None, max_examples=25)
@given(ANY_SEED, st.integers(1, 6))
def test_grams_belong_together(seed, inputs):
    rng = np.random.default_rng(seed)
    left, right = rng.standard_normal((4, inputs)), rng.standard_normal((5, inputs))
    left[0] = 0
    same, opposite = kernels.relu_gram(left, right), kernels.relu_gram(left, -right)
    np.testing.assert_allclose(2 * (same + opposite), kernels.abs_gram(left, right), atol=1e-14)
    np.testing.assert_allclose(2 * (same - opposite), left @ right.T, atol=1e-14)
    assert not same[0].any()
    np.testing.assert_allclose(kernels.relu_gram(3 * left, right), 3 * same, rtol=1e-14, atol=1e-17)


def test_grams_match_simulation():
    rng = np.random.default_rng(8)
    left, right = rng.standard_normal((2, 3)), rng.standard_normal((3, 3))
    x = rng.standard_normal((200_000, 3))
    for gram, unit in ((kernels.relu_gram, lambda t: np.maximum(t, 0)), (kernels.abs_gram, np.abs)):
        products = unit(x @ left.T)[:, :, None] * unit(x @ right.T)[:, None, :]
        error = products.std(axis=0) / np.sqrt(len(x))
        assert (np.abs(products.mean(axis=0) - gram(left, right)) < 5 * error).all()


@pytest.mark.parametrize("angle", [1e-8, 1e-5, 1e-3, 0.1, 0.5, 1.5])
def test_nearly_opposite_neurons_keep_their_digits(angle):
    u, v = np.array([[1.0, 0.0]]), np.array([[-np.cos(angle), -np.sin(angle)]])
    with mpmath.workdps(60):
        t = mpmath.mpf(angle)
        truth = (mpmath.sin(t) - t * mpmath.cos(t)) / (2 * mpmath.pi)
    assert relative_error(kernels.relu_gram(u, v)[0, 0], truth) < 1e-15 * max(10, 1 / angle * 0.1)


@pytest.mark.parametrize(
    ("left", "right"),
    [([1.0], [[1.0]]), ([[1.0]], [[1.0, 2.0]]), ([[np.nan]], [[1.0]]), ([[1.0]], [[np.inf]]), ([[]], [[]])],
)
@pytest.mark.parametrize("gram", [kernels.relu_gram, kernels.abs_gram])
def test_bad_rows_are_refused(gram, left, right):
    with pytest.raises(ValueError, match="must"):
        gram(left, right)
