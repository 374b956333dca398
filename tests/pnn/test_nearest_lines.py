import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import betainc

from pnn.kernels import abs_gram, psi, psi_derivative
from pnn.lines import equally_spaced, random_lines
from pnn.nearest_lines import mean_error, prefix_errors, prefix_joint_complements
from pnn.schur import prefix_complements

ANY_SEED = st.integers(0, 2**32 - 1)


@settings(deadline=None, max_examples=20)
@given(ANY_SEED, st.integers(2, 6), st.integers(1, 12), st.integers(1, 5))
def test_errors_are_those_of_the_definition(seed, inputs, count, targets):
    rng = np.random.default_rng(seed)
    lines, target_lines = random_lines(count, inputs, rng), random_lines(targets, inputs, rng)
    sizes = rng.permutation(np.arange(1, count + 1))
    for size, found in prefix_errors(-2 * lines, target_lines, sizes):
        weights = np.zeros((size, targets))
        for target, u in enumerate(target_lines):
            nearest = max(range(size), key=lambda i: abs(lines[i] @ u))
            weights[nearest, target] = psi(lines[nearest] @ u)
        cross, gram = abs_gram(lines[:size], target_lines), abs_gram(lines[:size], lines[:size])
        mixed = weights.T @ cross
        expected = abs_gram(target_lines, target_lines) - mixed - mixed.T + weights.T @ gram @ weights
        np.testing.assert_allclose(found, expected, atol=1e-13)
        best = psi(np.abs(target_lines @ lines[:size].T).max(axis=1))
        np.testing.assert_allclose(found.diagonal(), 1 - best**2, atol=1e-13)


@settings(deadline=None, max_examples=20)
@given(ANY_SEED, st.integers(2, 6), st.integers(1, 5))
def test_nearest_lines_together_lie_between_all_lines_and_each_alone(seed, inputs, targets):
    rng = np.random.default_rng(seed)
    lines, target_lines = random_lines(12, inputs, rng), random_lines(targets, inputs, rng)
    sizes = [1, 4, 12]
    every = (matrices(lines, target_lines, sizes) for matrices in (prefix_complements, prefix_joint_complements))
    for (size, all_lines), (_, joint), (_, alone) in zip(
        *every, prefix_errors(lines, target_lines, sizes), strict=True
    ):
        for less, more in ((all_lines, joint), (joint, alone)):
            assert np.linalg.eigvalsh(more - less)[0] > -1e-9
        nearest = sorted({int(np.argmax(np.abs(lines[:size] @ u))) for u in target_lines})
        cross, gram = abs_gram(lines[nearest], target_lines), abs_gram(lines[nearest], lines[nearest])
        expected = abs_gram(target_lines, target_lines) - cross.T @ np.linalg.solve(gram, cross)
        np.testing.assert_allclose(joint, expected, atol=1e-9)


@settings(deadline=None, max_examples=20)
@given(ANY_SEED, st.integers(3, 6))
def test_no_nearest_line_beats_all_lines(seed, inputs):
    rng = np.random.default_rng(seed)
    lines, targets = random_lines(20, inputs, rng), random_lines(4, inputs, rng)
    pairs = zip(prefix_errors(lines, targets, [1, 5, 20]), prefix_complements(lines, targets, [1, 5, 20]), strict=True)
    for (size, error), (same, least) in pairs:
        assert size == same and np.linalg.eigvalsh(error - least)[0] > -1e-12


@pytest.mark.parametrize(("inputs", "lines"), [(2, 1), (3, 1), (3, 40_000), (5, 30), (30, 1000), (300, 4000)])
def test_mean_error_is_the_integral(inputs, lines):
    def integrand(angle):
        cosine, sine = np.cos(angle), np.sin(angle)
        free = (1 - betainc((inputs - 1) / 2, 0.5, sine**2)) ** lines
        return 2 * psi(cosine) * psi_derivative(cosine) * sine * free

    truth = quad(integrand, 0, np.pi / 2, epsabs=1e-14, limit=500, points=[0.005, 0.02, 0.1, 0.5, 1.2])[0]
    assert mean_error(inputs, lines) == pytest.approx(truth, rel=1e-9)


def test_mean_error_is_that_of_random_lines():
    rng = np.random.default_rng(5)
    counts = [1, 4, 15]
    found = [
        [error[0, 0] for _, error in prefix_errors(random_lines(15, 4, rng), random_lines(1, 4, rng), counts)]
        for _ in range(2000)
    ]
    error = np.std(found, axis=0, ddof=1) / np.sqrt(len(found))
    assert (np.abs(np.mean(found, axis=0) - mean_error(4, counts)) < 5 * error).all()


def test_mean_error_falls_like_two_over_inputs_less_one():
    slope = np.diff(np.log(mean_error(4, [10**6, 2 * 10**6])))[0] / np.log(2)
    assert slope == pytest.approx(-2 / 3, abs=0.002)
    for inputs, lines in ((1, 3), (4, 0)):
        with pytest.raises(ValueError, match="at least 2 and lines at least 1"):
            mean_error(inputs, lines)


def test_a_target_on_a_line_costs_nothing():
    [(_, found)] = prefix_errors(equally_spaced(5), equally_spaced(5)[2:4], [5])
    np.testing.assert_allclose(found, 0, atol=1e-14)


@pytest.mark.parametrize("sizes", [[0], [6], [1.0], 3, [[1]]])
def test_bad_sizes_are_refused(sizes):
    with pytest.raises(ValueError, match=r"whole numbers in 1\.\.5"):
        prefix_errors(equally_spaced(5), [[1.0, 0.0]], sizes)
