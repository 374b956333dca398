import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnn import joint_norms
from pnn.asymptotics import theorem_11_first_order, theorem_11_first_order_of_sums
from pnn.lines import random_lines
from pnn.schur import complement_pair

ANY_SEED = st.integers(0, 2**32 - 1)


def by_eigenvalues(lines, targets, counts):
    """The norms from the complements themselves, (2, counts)."""
    pair = complement_pair(lines, targets)
    return np.array([[np.linalg.eigvalsh(one[:count, :count])[-1] for count in counts] for one in pair])


@settings(deadline=None, max_examples=30)
@given(ANY_SEED, st.integers(2, 12), st.integers(1, 30), st.lists(st.integers(1, 40), min_size=1, max_size=3))
def test_norms_are_the_largest_eigenvalues_of_the_complements(seed, inputs, count, counts):
    rng = np.random.default_rng(seed)
    count = min(count, 8) if inputs == 2 else count
    lines, targets = random_lines(count, inputs, rng), random_lines(max(counts), inputs, rng)
    found = joint_norms.joint_norms(2 * lines, -3 * targets, counts)
    np.testing.assert_allclose(found[:2], by_eigenvalues(lines, targets, counts), rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize("inputs", [5, 60])
def test_many_lines_and_targets_compiled(inputs):
    """Few inputs leave eigenvalues close together, many leave one far above the others."""
    rng = np.random.default_rng(inputs)
    lines, targets = random_lines(240, inputs, rng), random_lines(300, inputs, rng)
    found = joint_norms.joint_norms(lines, targets, [300, 60, 300])
    np.testing.assert_allclose(found[:2], by_eigenvalues(lines, targets, [300, 60, 300]), rtol=1e-11)


@pytest.mark.parametrize("count", [10, 230])
def test_sums_are_those_of_the_kernel(count):
    rng = np.random.default_rng(1)
    lines, targets, counts = random_lines(count, 6, rng), random_lines(20, 6, rng), np.array([3, 20])
    sums = joint_norms.joint_norms(lines, targets, counts).sums
    first = theorem_11_first_order(lines, targets, counts)
    np.testing.assert_allclose(theorem_11_first_order_of_sums(sums, count, 6, counts), first, rtol=1e-12)


def test_more_lines_than_fit_into_memory(monkeypatch):
    rng = np.random.default_rng(2)
    lines, targets = random_lines(30, 6, rng), random_lines(20, 6, rng)
    expected = joint_norms.joint_norms(lines, targets, [7, 20])
    monkeypatch.setattr(joint_norms, "_MOST_IN_MEMORY", 0)
    found = joint_norms.joint_norms(lines, targets, [7, 20])
    np.testing.assert_allclose(found[:2], expected[:2], rtol=1e-10)


def test_lines_that_float64_cannot_tell_apart_are_left_out_with_a_warning():
    rng = np.random.default_rng(3)
    lines, targets = random_lines(8, 3, rng), random_lines(4, 3, rng)
    close = np.vstack([lines, lines[0] + [0, 1e-8, 0]])
    with pytest.warns(RuntimeWarning, match="line 8 and maybe later ones are left out"):
        found = joint_norms.joint_norms(close, targets, [4])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        fewer = joint_norms.joint_norms(lines, targets, [4])
    np.testing.assert_allclose(found.plain, fewer.plain, rtol=1e-6)


@pytest.mark.parametrize("counts", [[0], [5], [1.5], 3, [[1]]])
def test_counts_that_are_none_are_refused(counts):
    rng = np.random.default_rng(4)
    with pytest.raises(ValueError, match=r"counts must be a list of whole numbers in 1\.\.4"):
        joint_norms.joint_norms(random_lines(5, 3, rng), random_lines(4, 3, rng), counts)
