"""Permutations from a Mersenne Twister, bit for bit those of NumPy's legacy `RandomState.shuffle`.

Matsumoto & Nishimura, ACM TOMACS 8 (1998): MT19937; Fisher-Yates from the last element down, each index
drawn by masking 32 bits and rejecting what is too large.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from pnn.training.words import SIDE, is_plain, press

LENGTH, MIDDLE = 624, 397
UPPER, LOWER, MATRIX = np.uint32(0x80000000), np.uint32(0x7FFFFFFF), np.uint32(0x9908B0DF)


@njit(cache=True)
def count_up(order: np.ndarray) -> None:
    """Fill `order` with 0, 1, 2, ...

    An array put into a slice would take two seconds to compile, for the text of an error that names both shapes.
    """
    for place in range(len(order)):
        order[place] = place


@njit(cache=True)
def _mix(first: np.uint32, second: np.uint32, far: np.uint32) -> np.uint32:
    word = (first & UPPER) | (second & LOWER)
    return np.uint32(far ^ (word >> np.uint32(1)) ^ (np.uint32(0) - (word & np.uint32(1)) & MATRIX))


@njit(cache=True)
def _renew(key: np.ndarray) -> None:
    """The next 624 words of state, in place."""
    for place in range(LENGTH - MIDDLE):
        key[place] = _mix(key[place], key[place + 1], key[place + MIDDLE])
    for place in range(LENGTH - MIDDLE, LENGTH - 1):
        key[place] = _mix(key[place], key[place + 1], key[place + MIDDLE - LENGTH])
    key[LENGTH - 1] = _mix(key[LENGTH - 1], key[0], key[MIDDLE - 1])


@njit(cache=True)
def _temper(key: np.ndarray, words: np.ndarray) -> None:
    for place in range(LENGTH):
        word = key[place]
        word ^= word >> np.uint32(11)
        word ^= (word << np.uint32(7)) & np.uint32(0x9D2C5680)
        word ^= (word << np.uint32(15)) & np.uint32(0xEFC60000)
        words[place] = word ^ (word >> np.uint32(18))


@njit(cache=True)
def _bits_below(last: int) -> np.uint32:
    mask = np.uint32(last)
    for shift in (1, 2, 4, 8, 16):
        mask |= mask >> np.uint32(shift)
    return mask


@njit(cache=True)
def _draw(words: np.ndarray, position: int, last: int) -> tuple[int, int]:
    """Indices to exchange the elements last, last - 1, ... with, put from words[0] on: how many, and the new position.

    They are drawn from words[position] on, as far as the words go, sixteen at a time where it is plain which are taken.
    """
    taken = 0
    while last > 0 and position < LENGTH:
        mask = _bits_below(last)
        floor = np.int64(mask >> np.uint32(1))
        while last > floor and position < LENGTH:
            bound, many = np.uint32(last), last - floor >= SIDE and position + SIDE <= LENGTH
            if many and is_plain(words, position, mask, bound):
                found = press(words, position, mask, bound, taken)
                position += SIDE
            else:
                draw = np.int64(words[position] & mask)
                words[taken] = draw
                position += 1
                found = int(draw <= last)
            taken += found
            last -= found
    return taken, position


@njit(cache=True)
def shuffle(key: np.ndarray, position: int, order: np.ndarray, words: np.ndarray) -> int:
    """Shuffle `order` (uint32) in place, advance `key` in place and return the new position.

    `words` is room for 624 uint32. First all that one state of the twister gives is drawn, then elements are exchanged:
    a loop with no branch that the processor cannot predict, and with its indices at hand.
    """
    _temper(key, words)
    last = len(order) - 1
    while last > 0:
        if position >= LENGTH:
            _renew(key)
            _temper(key, words)
            position = 0
        taken, position = _draw(words, position, last)
        for place in range(taken):
            here, other = np.uint64(last - place), words[place]
            order[here], order[other] = order[other], order[here]
        last -= taken
    return position
