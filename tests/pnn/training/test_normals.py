from itertools import pairwise

import numpy as np
import pytest

from pnn.training.normals import standard_normal

LAST_LAYER = 3.6541528853610088  # where the tail begins, which is drawn apart


def twins(seed):
    return [np.random.Generator(np.random.PCG64(seed)) for _ in range(2)]


@pytest.mark.parametrize("count", [0, 1, 15, 16, 17, 63, 1000])
def test_numbers_are_those_of_numpy_and_so_are_those_after_them(count):
    for seed in range(100):
        ours, theirs = twins([seed, count])
        for more in (count, 1, count):
            found, wanted = standard_normal(ours, more), theirs.standard_normal(more)
            assert found.tobytes() == wanted.tobytes()
            assert ours.bit_generator.state == theirs.bit_generator.state


def test_a_million_numbers_are_those_of_numpy_with_the_tail_on_both_sides():
    ours, theirs = twins(7)
    found, wanted = standard_normal(ours, 10**6), theirs.standard_normal(10**6)
    assert found.tobytes() == wanted.tobytes()
    assert min((found > LAST_LAYER).sum(), (found < -LAST_LAYER).sum()) > 50
    assert ours.bit_generator.state == theirs.bit_generator.state


def test_cuts_into_several_draws_change_nothing():
    ours, theirs = twins(3)
    cuts = [0, 3, 3, 20, 2020, 2021, 2036, 7000]
    parts = [standard_normal(ours, end - begin) for begin, end in pairwise(cuts)]
    assert np.concatenate(parts).tobytes() == theirs.standard_normal(cuts[-1]).tobytes()


def test_half_a_word_that_waits_goes_on_waiting():
    ours, theirs = twins(5)
    for random, draw in ((ours, standard_normal), (theirs, np.random.Generator.standard_normal)):
        random.integers(2**32, dtype=np.uint32)
        draw(random, 100)
    assert ours.bit_generator.state["has_uint32"] and ours.bit_generator.state == theirs.bit_generator.state


def test_another_generator_is_refused():
    with pytest.raises(ValueError, match="PCG64, not on Philox"):
        standard_normal(np.random.Generator(np.random.Philox(0)), 5)


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="negative, not -1"):
        standard_normal(twins(0)[0], -1)
