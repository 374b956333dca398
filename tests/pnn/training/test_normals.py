import numpy as np
import pytest

from pnn.training.normals import standard_normal


@pytest.mark.parametrize("count", [0, 1, 63, 1000, 200_000])
def test_numbers_are_those_of_numpy_and_so_are_those_after_them(count):
    ours, theirs = (np.random.Generator(np.random.PCG64([7, count])) for _ in range(2))
    found, wanted = standard_normal(ours, count), theirs.standard_normal(count)
    assert np.array_equal(found, wanted)
    if count > 100_000:
        assert np.abs(wanted).max() > 3.6541528853610088  # the tail beyond the last layer is drawn apart
    assert ours.bit_generator.state == theirs.bit_generator.state


def test_another_generator_is_refused():
    with pytest.raises(ValueError, match="PCG64, not on Philox"):
        standard_normal(np.random.Generator(np.random.Philox(0)), 5)
