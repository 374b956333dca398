import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pnn.training.permutations import shuffle


@settings(deadline=None, max_examples=30)
@given(seed=st.integers(0, 2**32 - 1), size=st.integers(1, 3000), burnt=st.integers(0, 700))
def test_shuffles_are_those_of_the_legacy_generator(seed, size, burnt):
    legacy = np.random.RandomState(seed)
    legacy.random_sample(burnt)
    _, key, position, *_ = legacy.get_state()
    key, words = key.copy(), np.empty(624, np.uint32)
    for _ in range(3):
        wanted, order = np.arange(size), np.arange(size, dtype=np.uint32)
        legacy.shuffle(wanted)
        position = shuffle(key, position, order, words)
        assert np.array_equal(order, wanted)
    after = legacy.get_state()
    assert np.array_equal(after[1], key) and after[2] == position


def test_sizes_at_powers_of_two_and_the_authors_own():
    for size in (2, 3, 4, 255, 256, 257, 65_536, 65_537, 10_000):
        legacy = np.random.RandomState(size)
        _, key, position, *_ = legacy.get_state()
        wanted, order = np.arange(size), np.arange(size, dtype=np.uint32)
        legacy.shuffle(wanted)
        shuffle(key.copy(), position, order, np.empty(624, np.uint32))
        assert np.array_equal(order, wanted)


def test_a_shuffle_stays_within_its_room():
    around = np.full(624 + 2 * 16, 7, np.uint32)
    key = np.random.RandomState(0).get_state()[1].copy()
    for burnt in (0, 9, 617, 624):
        shuffle(key, burnt, np.arange(5000, dtype=np.uint32), around[16:-16])
    assert (around[:16] == 7).all() and (around[-16:] == 7).all()
