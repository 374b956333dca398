from fractions import Fraction

import numpy as np
import pytest

from pnn.training.grams import batch_grams
from pnn.training.problem import features


@pytest.mark.parametrize(("lines", "size"), [(1, 1), (1, 8), (2, 3), (5, 100), (3, 17)])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_grams_are_the_means_of_the_products(lines, size, dtype):
    projections = np.random.default_rng(lines).standard_normal((4 * size, lines)).astype(dtype)
    parts = features(projections.astype(float)).reshape(4, size, 2 * lines)
    wanted = np.einsum("bsi,bsj->bij", parts, parts) / size
    found = batch_grams(projections, size)
    assert found.dtype == np.float64 and np.array_equal(found, found.swapaxes(1, 2))
    np.testing.assert_allclose(found, wanted, rtol=1e-13, atol=1e-300)


def test_whole_numbers_are_summed_exactly():
    projections = np.random.default_rng(0).integers(-9, 10, (24, 2)).astype(float)
    exact = [
        [sum(Fraction(a) * Fraction(b) for a, b in zip(x, y, strict=True)) / 24 for y in f]
        for f in [features(projections).T]
        for x in f
    ]
    assert np.array_equal(batch_grams(projections, 24)[0], np.array(exact, float))


def test_sums_go_lane_by_lane_and_then_over_the_lanes():
    projections = np.random.default_rng(1).standard_normal((43, 3))
    parts = np.zeros((48, 6))
    parts[:43] = features(projections)
    for row in range(6):
        for column in range(6):
            lanes, total = np.zeros(8), 0.0
            for eight in (parts[:, row] * parts[:, column]).reshape(6, 8):
                lanes += eight
            for lane in lanes:
                total += lane
            assert batch_grams(projections, 43)[0, row, column] == total / 43


@pytest.mark.parametrize("place", [0, 9])
def test_what_is_no_number_stays(place):
    projections = np.ones((10, 2))
    projections[place, 1] = np.nan
    assert np.isnan(batch_grams(projections, 10)).any(axis=2).all()


@pytest.mark.parametrize("size", [0, 3, 11])
def test_batches_that_are_not_whole_are_refused(size):
    with pytest.raises(ValueError, match="whole batches"):
        batch_grams(np.ones((10, 2)), size)
