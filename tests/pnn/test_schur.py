import warnings

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnn.kernels import abs_gram, psi
from pnn.lines import equally_spaced, random_lines
from pnn.optimum import population_optimum
from pnn.schur import schur_complement

ANY_SEED = st.integers(0, 2**32 - 1)


def exact_schur(lines, target_lines):
    """The definition, in 60 digits."""
    with mpmath.workdps(60):

        def kernel(u, v):
            u, v = mpmath.matrix(u.tolist()), mpmath.matrix(v.tolist())
            rho = (u.T * v)[0] / mpmath.sqrt((u.T * u)[0] * (v.T * v)[0])
            rho = max(-1, min(1, rho))
            return (2 / mpmath.pi) * (mpmath.sqrt(1 - rho**2) + rho * mpmath.asin(rho))

        def block(a, b):
            return mpmath.matrix([[kernel(u, v) for v in b] for u in a])

        cross = block(lines, target_lines)
        exact = block(target_lines, target_lines) - cross.T * block(lines, lines) ** -1 * cross
        return np.array(exact.tolist(), dtype=float)


@settings(deadline=None, max_examples=8)
@given(ANY_SEED, st.integers(2, 4), st.integers(1, 8), st.integers(1, 3))
def test_against_sixty_digits(seed, inputs, count, targets):
    rng = np.random.default_rng(seed)
    lines, target_lines = random_lines(count, inputs, rng), random_lines(targets, inputs, rng)
    found = schur_complement(lines, target_lines)
    np.testing.assert_allclose(found, exact_schur(lines, target_lines), atol=1e-14)
    np.testing.assert_array_equal(found, found.T)


def test_lengths_and_orientations_do_not_matter():
    rng = np.random.default_rng(3)
    lines, target_lines = random_lines(6, 3, rng), random_lines(3, 3, rng)
    signed = lines * rng.uniform(-3, 3, (6, 1))
    np.testing.assert_allclose(
        schur_complement(signed, -2 * target_lines), schur_complement(lines, target_lines), atol=1e-14
    )


@settings(deadline=None, max_examples=20)
@given(ANY_SEED)
def test_more_lines_leave_less(seed):
    rng = np.random.default_rng(seed)
    lines, target_lines = random_lines(8, 3, rng), random_lines(4, 3, rng)
    drop = schur_complement(lines[:5], target_lines) - schur_complement(lines, target_lines)
    assert np.linalg.eigvalsh(drop)[0] > -1e-14
    assert np.linalg.eigvalsh(schur_complement(lines, target_lines))[0] > -1e-15


@settings(deadline=None, max_examples=20)
@given(ANY_SEED)
def test_it_bounds_the_optimum(seed):
    rng = np.random.default_rng(seed)
    lines, target = random_lines(5, 3, rng), rng.standard_normal((3, 3))
    masses = np.linalg.norm(target, axis=1)
    bound = masses @ schur_complement(lines, target) @ masses / 4
    assert population_optimum(lines, target).risk >= bound - 1e-14


def test_one_line_in_closed_form():
    angle = 0.7
    found = schur_complement([[1.0, 0.0]], [[np.cos(angle), np.sin(angle)]])
    assert found[0, 0] == pytest.approx(1 - psi(np.cos(angle)) ** 2, rel=1e-14)


def test_targets_on_the_lines_leave_nothing():
    lines = random_lines(7, 3, np.random.default_rng(1))
    assert np.abs(schur_complement(lines, lines[[2, 2, 5]])).max() < 1e-14


def test_a_singular_gram_warns_and_bounds_from_above():
    lines = np.concatenate([equally_spaced(5), [[1.0, 1e-9]]])  # distinct, but not to 16 digits of psi
    target = [[np.cos(0.4), np.sin(0.4)]]
    with pytest.warns(RuntimeWarning, match="1 of 6 lines are left out"):
        found = schur_complement(lines, target)
    np.testing.assert_allclose(found, schur_complement(lines[:5], target), atol=1e-9)
    assert found[0, 0] >= exact_schur(lines, np.array(target))[0, 0] - 1e-14


def test_many_lines_in_the_plane_stay_silent():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        small = schur_complement(equally_spaced(200), [[np.cos(np.pi / 400), np.sin(np.pi / 400)]])
    assert small[0, 0] * 200**3 == pytest.approx(
        schur_complement(equally_spaced(50), [[np.cos(np.pi / 100), np.sin(np.pi / 100)]])[0, 0] * 50**3,
        rel=0.01,
    )


@pytest.mark.parametrize(
    ("lines", "targets"),
    [
        ([[1.0, 0.0], [-2.0, 0.0]], [[1.0, 1.0]]),
        ([[1.0, 0.0]], [[0.0, 0.0]]),
        ([[0.0, 0.0]], [[1.0, 0.0]]),
        ([[1.0, 0.0]], [[1.0, 0.0, 0.0]]),
        ([[1.0, 0.0]], [[np.nan, 1.0]]),
    ],
)
def test_bad_lines_are_refused(lines, targets):
    with pytest.raises(ValueError, match="must"):
        schur_complement(lines, targets)


def test_the_gram_is_not_that_of_acute_angles():
    lines = equally_spaced(4)
    assert np.linalg.eigvalsh(abs_gram(lines, lines))[0] > 0.02
    assert np.linalg.eigvalsh(np.abs(lines @ lines.T))[0] == pytest.approx(1 - np.sqrt(2), abs=1e-14)
