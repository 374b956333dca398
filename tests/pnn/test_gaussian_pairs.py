import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from pnn.gaussian_pairs import REPLICATES, pair_mean
from pnn.kernels import psi, relu_gram


def absolute(a, b):
    return np.abs(a) * np.abs(b)


@given(cosine=st.floats(-1, 1), seed=st.integers(0, 2**32))
def test_the_kernel_is_met_within_its_error(cosine, seed):
    mean, error = pair_mean(absolute, cosine, 1 << 12, np.random.default_rng(seed))
    assert abs(mean - psi(cosine)) < 12 * error  # Student's t with 15 degrees: once in 10^8
    assert error < 1e-2


def test_a_wrong_kernel_is_refuted_by_a_great_many_errors():
    mean, error = pair_mean(absolute, 0.3, 1 << 20, np.random.default_rng(1))
    assert abs(mean - 1.001 * psi(0.3)) > 12 * error


def test_products_of_relus_and_blocks_of_points():
    mean, error = pair_mean(lambda a, b: np.maximum(a, 0) * np.maximum(b, 0), -0.4, 1 << 20, np.random.default_rng(2))
    wanted = relu_gram([[1.0, 0.0]], [[-0.4, np.sqrt(0.84)]])[0, 0]
    assert error < 1e-5 and abs(mean - wanted) < 12 * error


@pytest.mark.parametrize(
    ("cosine", "samples", "message"), [(1.1, 16, "cosine"), (np.nan, 16, "cosine"), (0, 24, "power"), (0, 8, "power")]
)
def test_bad_input_is_refused(cosine, samples, message):
    with pytest.raises(ValueError, match=message):
        pair_mean(absolute, cosine, samples, np.random.default_rng(0))


def test_the_error_is_that_of_sixteen_means_with_fifteen_degrees_of_freedom():
    values = iter(range(REPLICATES))
    mean, error = pair_mean(lambda a, b: np.full(a.shape, next(values)), 0.0, REPLICATES, np.random.default_rng(0))
    assert (mean, error) == pytest.approx((7.5, stats.sem(np.arange(16))))
