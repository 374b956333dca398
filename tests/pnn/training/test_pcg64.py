"""Many streams of words side by side, against NumPy's one."""

import numpy as np
import pytest

from pnn.training.pcg64 import STREAMS, put_words, streams

LAST = 2**128 - 1  # also the largest increment, as an increment is odd


@pytest.mark.parametrize("state", [0, 1, 2**64 - 1, 2**64, LAST - 1, LAST])
@pytest.mark.parametrize("increment", [1, 2**64 - 1, 2**64 + 1, LAST])
def test_words_are_those_of_numpy_where_sums_and_products_overflow(state, increment):
    bits = np.random.PCG64()
    bits.state = {**bits.state, "state": {"state": state, "inc": increment}}
    check(bits)


@pytest.mark.parametrize("seed", range(20))
def test_words_are_those_of_numpy_from_one_call_to_the_next(seed):
    check(np.random.PCG64(seed))


def check(bits):
    state, words = bits.state["state"], np.empty(3 * STREAMS, np.uint64)
    following = streams(state["state"], state["inc"])
    for first, last in ((0, 1), (1, 1), (1, 3)):
        put_words(*following, words[first * STREAMS : last * STREAMS])
    assert np.array_equal(words, bits.random_raw(3 * STREAMS))
