"""Sixteen words at a time as numbers, against one after the other."""

import numpy as np
from numba import njit

from pnn.training.ziggurat import SIDE, put_numbers


@njit
def put(words, place, numbers, done, widths, inside):
    return put_numbers(words, place, numbers, done, widths, inside)


def one_by_one(words, widths, inside):
    """The numbers of all words, and whether each stands."""
    layers, sizes = (words % 256).astype(int), words >> np.uint64(9) & np.uint64(2**52 - 1)
    signs = np.where(words >> np.uint64(8) & np.uint64(1), -1.0, 1.0)
    return signs * sizes.astype(float) * widths[layers], sizes < inside[layers]


def test_numbers_and_how_many_stand_are_those_of_one_by_one():
    random, counts = np.random.default_rng(0), np.zeros(SIDE + 1, int)
    widths, inside = random.uniform(0.5, 2, 256), random.integers(2**51, 2**52 + 2**50, 256).astype(np.uint64)
    for _ in range(3000):
        words, numbers = random.integers(2**64, size=3 * SIDE, dtype=np.uint64), np.full(3 * SIDE, 7.0)
        found = put(words, 5, numbers, 2, widths, inside)
        wanted, stand = one_by_one(words[5 : 5 + SIDE], widths, inside)
        assert np.array_equal(numbers[2 : 2 + SIDE], wanted)
        assert (numbers[:2] == 7).all() and (numbers[2 + SIDE :] == 7).all()
        assert found == (SIDE if stand.all() else stand.argmin())
        counts[found] += 1
    assert (counts > 0).all()


def test_a_size_at_its_bound_does_not_stand_and_the_one_below_it_does():
    widths, inside, numbers = np.ones(256), np.full(256, 1000, np.uint64), np.empty(SIDE)
    words = np.full(SIDE, 999 << 9, np.uint64)
    assert put(words, 0, numbers, 0, widths, inside) == SIDE
    words[6] = 1000 << 9
    assert put(words, 0, numbers, 0, widths, inside) == 6


def test_the_highest_three_bits_count_for_nothing_and_a_zero_has_its_sign():
    widths, inside, numbers = np.ones(256), np.full(256, 1000, np.uint64), np.empty(SIDE)
    words = np.full(SIDE, 7 << 61 | 1 << 8, np.uint64)
    assert put(words, 0, numbers, 0, widths, inside) == SIDE
    assert (numbers == 0).all() and np.signbit(numbers).all()
