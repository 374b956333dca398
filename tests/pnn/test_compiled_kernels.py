"""The compiled kernels against NumPy's, to a few roundings, near parallel and opposite rows among them."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnn import compiled_kernels, kernels
from pnn.lines import check_directions, equally_spaced

ANY_SEED = st.integers(0, 2**32 - 1)


def units_of(seed, inputs, count):
    """Unit rows, a third of them near to others or to their opposites, by angles from 1e-9 on."""
    rng = np.random.default_rng(seed)
    rows = check_directions(rng.standard_normal((count, inputs)))
    near = rng.integers(0, count, count // 3)
    turned = rows[near] + 10.0 ** rng.uniform(-9, 0, (len(near), 1)) * rng.standard_normal((len(near), inputs))
    rows[: len(near)] = turned * rng.choice([-1.0, 1.0], (len(near), 1))
    return check_directions(rows)


@settings(deadline=None, max_examples=30)
@given(ANY_SEED, st.integers(1, 20), st.integers(1, 70), st.integers(1, 20))
def test_they_are_numpys_to_rounding(seed, inputs, count, targets):
    lines, rows = units_of(seed, inputs, count), np.random.default_rng(seed).standard_normal((targets, inputs))
    rows[0] = 0
    norms, units = np.linalg.norm(rows, axis=1), check_directions(rows[1:]) if targets > 1 else np.zeros((0, inputs))
    units = np.concatenate([np.zeros((1, inputs)), units])
    gram = compiled_kernels.relu_gram(lines)
    same, opposite = kernels.relu_grams(lines, lines)
    np.testing.assert_allclose(gram, np.block([[same, opposite], [opposite, same]]), rtol=0, atol=1e-15)
    np.testing.assert_array_equal(gram, gram.T)
    moment = np.concatenate([part.sum(axis=1) for part in kernels.relu_grams(lines, rows)])
    found = compiled_kernels.relu_moment(lines, norms, units)
    np.testing.assert_allclose(found, moment, rtol=0, atol=1e-15 * (1 + norms.sum()))
    psi = kernels.psi_gram(lines, lines)
    np.testing.assert_allclose(compiled_kernels.psi_gram(lines, lines), psi, rtol=0, atol=1e-15)
    upper = np.triu(compiled_kernels.psi_gram(lines, lines, half=True))
    np.testing.assert_array_equal(upper, np.triu(compiled_kernels.psi_gram(lines, lines)))
    wide = compiled_kernels.psi_gram(lines[:2], np.tile(lines, (40, 1)))  # beyond the columns computed together
    np.testing.assert_allclose(wide, np.tile(psi[:2], 40), rtol=0, atol=1e-15)


@pytest.mark.parametrize("angle", [1e-8, 1e-5, 1e-3, 0.1, 0.45, 0.5, 0.99, 1.01, 1.04, 1.06, 1.5])
@pytest.mark.parametrize("sign", [1, -1])
def test_opposite_features_keep_their_digits(angle, sign):
    lines = np.array([[1.0, 0.0], [sign * np.cos(angle), sign * np.sin(angle)]])
    gram = compiled_kernels.relu_gram(lines)
    with mpmath.workdps(60):
        t = mpmath.atan2(mpmath.mpf(lines[1, 1]) * sign, mpmath.mpf(lines[1, 0]) * sign)
        far = (mpmath.sin(t) - t * mpmath.cos(t)) / (2 * mpmath.pi)
        near = far + mpmath.cos(t) / 2
    at = (0, 3) if sign > 0 else (0, 1)
    assert abs(gram[at] / far - 1) < 1e-14
    assert abs(gram[0, 1 if sign > 0 else 3] - near) < 3e-16


def test_the_kernel_of_that_many_lines_is_the_same_function():
    lines = equally_spaced(kernels._LINES_TO_COMPILE_FOR)
    small, large = kernels.psi_gram_for(len(lines) - 1), kernels.psi_gram_for(len(lines))
    assert small is kernels.psi_gram and large is compiled_kernels.psi_gram
    np.testing.assert_allclose(small(lines, lines[:3]), large(lines, lines[:3]), rtol=0, atol=1e-15)


@pytest.mark.parametrize("count", [30, 1100])
def test_a_row_is_that_of_the_whole_matrix(count):
    lines = units_of(5, 4, count)
    columns = np.zeros((4, -(-count // 32) * 32))
    columns[:, :count] = lines.T
    whole, (products, row) = compiled_kernels.psi_gram(lines, lines), np.empty((2, columns.shape[1]))
    for line in (0, 17, count - 1):
        compiled_kernels.psi_row(lines, columns, line, products, row)
        np.testing.assert_allclose(products[:count], lines @ lines[line], rtol=0, atol=3e-16)
        np.testing.assert_allclose(row[:count], whole[line], rtol=0, atol=1e-15)
