"""Sixteen words at a time, against one after the other."""

import numpy as np
from numba import njit

from pnn.training.words import SIDE, is_plain, press

MASK = np.uint32(0xFF)


@njit
def drawn(words, place, mask, last, target):
    return is_plain(words, place, mask, last), press(words, place, mask, last, target)


def one_by_one(words, last):
    """The words that are taken for the elements last, last - 1, ..., each at most the number of its element."""
    taken = []
    for word in words & MASK:
        if word <= last - len(taken):
            taken.append(word)
    return taken


def test_words_are_plain_exactly_where_none_could_be_taken_only_for_fewer_before_it():
    random, plain = np.random.default_rng(0), 0
    for _ in range(2000):
        words, last = random.integers(2**32, size=SIDE, dtype=np.uint32), int(random.integers(128, 256))
        masked, places = words & MASK, np.arange(SIDE)
        found, _ = drawn(words.copy(), 0, MASK, np.uint32(last), 0)
        assert found == (not ((masked > last - places) & (masked <= last)).any())
        plain += found
    assert 200 < plain < 1800


def test_plain_words_are_those_taken_one_by_one_and_all_others_stay():
    random = np.random.default_rng(1)
    for _ in range(1000):
        words, last = random.integers(2**32, size=4 * SIDE, dtype=np.uint32), int(random.integers(128, 256))
        wanted, before = one_by_one(words[2 * SIDE : 3 * SIDE], last), words.copy()
        found, count = drawn(words, 2 * SIDE, MASK, np.uint32(last), SIDE - 3)
        if found:
            assert words[SIDE - 3 : SIDE - 3 + count].tolist() == wanted
        assert np.array_equal(words[: SIDE - 3], before[: SIDE - 3])
        assert np.array_equal(words[2 * SIDE - 3 :], before[2 * SIDE - 3 :])


def test_a_word_at_its_own_element_is_taken_and_one_above_it_makes_sixteen_doubtful():
    words = np.full(SIDE, 255, np.uint32)
    words[5] = 200 - 5
    assert drawn(words.copy(), 0, MASK, np.uint32(200), 0) == (True, 1)
    words[5] += 1
    assert not drawn(words, 0, MASK, np.uint32(200), 0)[0]
