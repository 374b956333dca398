import warnings

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnn import schur, triangle
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


def direct_norm(lines, targets, linear):
    """The definition, with an inverse for this size alone."""
    cross, gram = abs_gram(lines, targets), abs_gram(lines, lines) + (lines @ lines.T if linear else 0)
    return np.linalg.norm(abs_gram(targets, targets) - cross.T @ np.linalg.inv(gram) @ cross, 2)


@settings(deadline=None, max_examples=20)
@given(ANY_SEED, st.integers(3, 6), st.integers(1, 25), st.integers(1, 5), st.booleans(), st.integers(1, 30))
def test_norms_of_prefixes_against_an_inverse_each(seed, inputs, count, targets, linear, block):
    rng = np.random.default_rng(seed)
    lines, target_lines = random_lines(count, inputs, rng), random_lines(targets, inputs, rng)
    sizes = rng.permutation(np.arange(1, count + 1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schur, "_BLOCK", block)
        patch.setattr(schur, "_ROWS_ADDED", 3)
        found = schur.norms(lines, target_lines, sizes, linear)
    expected = [direct_norm(lines[:size], target_lines, linear) for size in sizes]
    np.testing.assert_allclose(found, expected, atol=1e-11)


def test_many_lines_across_blocks_and_a_file(monkeypatch):
    rng = np.random.default_rng(8)
    lines, targets = random_lines(2100, 6, rng), random_lines(3, 6, rng)
    sizes = [0, 7, 1024, 1025, 2100, 7]
    found = schur.norms(lines, targets, sizes)
    expected = [np.linalg.norm(schur_complement(lines[:size], targets), 2) for size in sizes[1:]]
    np.testing.assert_allclose(found[1:], expected, rtol=1e-11)
    assert found[0] == pytest.approx(np.linalg.norm(abs_gram(targets, targets), 2))
    monkeypatch.setattr(triangle, "MOST_IN_MEMORY", 0)
    np.testing.assert_array_equal(schur.norms(lines, targets, sizes), found)


@settings(deadline=None, max_examples=20)
@given(ANY_SEED, st.integers(2, 6), st.integers(1, 25), st.integers(1, 5), st.integers(1, 30))
def test_both_complements_from_one_factorisation(seed, inputs, count, targets, block):
    rng = np.random.default_rng(seed)
    count = min(count, 8) if inputs == 2 else count
    lines, target_lines = random_lines(count, inputs, rng), random_lines(targets, inputs, rng)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schur, "_BLOCK", block)
        pair = schur.complement_pair(lines, -3 * target_lines)
    for linear, found in zip((False, True), pair, strict=True):
        [(_, expected)] = schur.prefix_complements(lines, target_lines, [count], linear)
        np.testing.assert_allclose(found, expected, atol=1e-12)
    assert np.linalg.eigvalsh(pair[1] - pair[0])[0] > -1e-12


def test_many_targets_by_iteration(monkeypatch):
    rng = np.random.default_rng(9)
    lines, targets = random_lines(60, 40, rng), random_lines(450, 40, rng)
    iterated = schur.norms(lines, targets, [5, 60])
    monkeypatch.setattr(schur, "_LANCZOS_FROM", 10_000)
    np.testing.assert_allclose(iterated, schur.norms(lines, targets, [5, 60]), rtol=1e-13)


def test_orientation_matters_only_with_the_linear_kernel():
    rng = np.random.default_rng(3)
    lines, targets = random_lines(6, 3, rng), random_lines(2, 3, rng)
    turned = lines * np.array([1, -2, 1, 1, -3, 1])[:, None]
    np.testing.assert_allclose(schur.norms(turned, targets, [4, 6]), schur.norms(lines, targets, [4, 6]), rtol=1e-10)
    assert abs(schur.norms(turned, targets, [6], True) - schur.norms(lines, targets, [6], True))[0] > 1e-3
    units = turned / np.linalg.norm(turned, axis=1)[:, None]
    assert schur.norms(turned, targets, [6], True)[0] == pytest.approx(direct_norm(units, targets, True))


def test_singular_prefixes_warn_and_bound_from_above():
    lines = np.concatenate([equally_spaced(5), [[1.0, 1e-9]], [[np.cos(1.0), np.sin(1.0)]]])
    target = [[np.cos(0.4), np.sin(0.4)], [0.3, -1.0]]
    with pytest.warns(RuntimeWarning, match="line 5 and maybe later .* more than 5 lines are upper bounds"):
        found = schur.norms(lines, target, [5, 6, 7])
    without = [
        direct_norm(np.delete(lines, 5, 0)[:size], np.array(target) / [[1], [np.hypot(0.3, 1)]], False)
        for size in (5, 5, 6)
    ]
    np.testing.assert_allclose(found, without, rtol=1e-8)
    truth = np.linalg.norm(exact_schur(lines, np.array(target)), 2)
    assert found[2] >= truth - 1e-14


@settings(deadline=None, max_examples=15)
@given(ANY_SEED, st.integers(2, 4), st.integers(1, 6), st.integers(1, 3))
def test_one_more_line_against_sixty_digits(seed, inputs, count, targets):
    rng = np.random.default_rng(seed)
    lines, target_lines = random_lines(count + 1, inputs, rng), random_lines(targets, inputs, rng)
    alpha, v = schur.add_line(lines[:-1] * 3, target_lines * 2, -lines[-1])
    drop = exact_schur(lines[:-1], target_lines) - exact_schur(lines, target_lines)
    assert alpha >= 1
    np.testing.assert_allclose(alpha * np.outer(v, v), drop, atol=1e-12 * alpha)
    z, w = abs_gram(lines[:-1], lines[-1:])[:, 0], abs_gram(target_lines, lines[-1:])[:, 0]
    weights = np.linalg.solve(abs_gram(lines[:-1], lines[:-1]), z)
    np.testing.assert_allclose(1 / alpha, 1 - z @ weights, atol=1e-10)
    np.testing.assert_allclose(v, abs_gram(target_lines, lines[:-1]) @ weights - w, atol=1e-8)


@pytest.mark.parametrize("line", [[2.0, 0.0], [0.0, 0.0], [1.0, 2.0, 3.0], [1.0, 1e-9], 3.0])
def test_a_line_that_adds_nothing_is_refused(line):
    with pytest.raises(ValueError, match="must"):
        schur.add_line([[1.0, 0.0], [1.0, 1.0]], [[0.0, 1.0]], line)


@pytest.mark.parametrize("sizes", [[3], [-1], [1.0], 2, [[1]]])
def test_bad_sizes_are_refused(sizes):
    with pytest.raises(ValueError, match="sizes must be"):
        schur.norms([[1.0, 0.0], [0.0, 1.0]], [[1.0, 1.0]], sizes)


@settings(deadline=None, max_examples=10)
@given(ANY_SEED, st.integers(2, 5))
def test_diagonals_of_prefixes_are_those_of_the_matrices(seed, inputs):
    rng = np.random.default_rng(seed)
    lines, targets = random_lines(12, inputs, rng), random_lines(3, inputs, rng)
    found = schur.prefix_diagonals(lines, targets, [7, 0, 12])
    for row, size in zip(found, (7, 0, 12), strict=True):
        expected = np.diag(schur_complement(lines[:size], targets)) if size else np.ones(3)
        np.testing.assert_allclose(row, expected, atol=1e-13)


def test_diagonals_refuse_what_prefixes_refuse():
    with pytest.raises(ValueError, match=r"whole numbers in 0\.\.3"):
        schur.prefix_diagonals(np.eye(3), np.eye(3), [4])


@pytest.mark.parametrize(("angle", "kept"), [(4e-7, True), (2.5e-7, False)])
def test_a_pivot_above_rounding_is_kept(angle, kept):
    """The second of two lines at a small angle t has the pivot 1 - psi(cos t)^2, about t^2."""
    near = [[np.cos(angle), np.sin(angle)]]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        schur.norms(np.concatenate([np.eye(2)[:1], near]), [[0.0, 1.0]], [2])
    assert [str(warning.message)[:45] for warning in caught] == ["psi of the lines is singular in float64: line"] * (
        not kept
    )
    lines = np.concatenate([np.eye(2), [[1.0, 1e-9]], near])  # singular, so that pivots decide
    with pytest.warns(RuntimeWarning, match=f"{1 if kept else 2} of 4 lines are left out"):
        schur_complement(lines, [[np.cos(0.4), np.sin(0.4)]])


def test_an_eigenvalue_above_rounding_is_positive():
    """The trace is 1 + the smaller eigenvalue, and 1e-12 of it counts as rounding."""
    assert schur._clearly_positive(np.diag([1.0, 2e-12]))
    for small in (5e-13, 0.0, -1e-14):
        assert not schur._clearly_positive(np.diag([1.0, small]))
    assert not schur._clearly_positive(np.zeros((2, 2)))
    np.testing.assert_allclose(schur._positive_part(np.diag([1.0, -1e-14])), np.diag([1.0, 0.0]), atol=1e-20)
