"""Standard normal numbers of NumPy's PCG64, bit for bit those of `Generator.standard_normal`, compiled.

Marsaglia & Tsang, Journal of Statistical Software 5 (2000): the ziggurat. Its words are drawn by NumPy many at a time,
and what turns them into numbers is one loop, with no call for each.
"""

from __future__ import annotations

from math import exp, log1p

import numpy as np
from numba import njit
from numba.np.random._constants import fi_double, ki_double, wi_double, ziggurat_nor_inv_r, ziggurat_nor_r

_UNIT = 2.0**-53
_SPARE = 64  # words that a number has before it, at least: that it takes more has a chance below 1e-30


def standard_normal(random: np.random.Generator, count: int) -> np.ndarray:
    """The next `count` numbers of a generator, (count,); it goes on as if NumPy had drawn them.

    Raises ValueError for a generator that is not on PCG64.
    """
    numbers, done, bits = np.empty(count), 0, random.bit_generator
    if not isinstance(bits, np.random.PCG64):
        raise ValueError(f"the generator must be on PCG64, not on {type(bits).__name__}")
    while done < count:
        words = bits.random_raw(count - done + (count - done) // 32 + 2 * _SPARE)
        done, used = _fill(words, numbers, done, wi_double, ki_double, fi_double)
        bits.advance(used - len(words))
    return numbers


@njit(cache=True)
def _fill(words, numbers, done, widths, inside, heights):
    """Turn words into numbers from numbers[done] on while there are words: how many are done, how many words used."""
    place = 0
    while done < len(numbers) and place + _SPARE <= len(words):
        word = words[place]
        layer, size = np.intp(word & np.uint64(0xFF)), np.int64((word >> np.uint64(9)) & np.uint64(0xFFFFFFFFFFFFF))
        place += 1
        number = size * widths[layer]
        if word & np.uint64(0x100):
            number = -number
        accepted = size < inside[layer]
        if not accepted and layer:
            height = (heights[layer - 1] - heights[layer]) * _unit(words[place]) + heights[layer]
            place += 1
            accepted = height < exp(-0.5 * number * number)
        elif not accepted:
            beyond, place = _beyond(words, place)
            number = -(ziggurat_nor_r + beyond) if (size >> 8) & 1 else ziggurat_nor_r + beyond
            accepted = True
        numbers[done] = number
        done += int(accepted)
    return done, place


@njit(cache=True)
def _beyond(words, place):
    """How far a number of the tail lies beyond the last layer, and the place of the next word."""
    while True:
        far, high = -ziggurat_nor_inv_r * log1p(-_unit(words[place])), -log1p(-_unit(words[place + 1]))
        place += 2
        if high + high > far * far:
            return far, place


@njit(cache=True)
def _unit(word):
    return np.int64(word >> np.uint64(11)) * _UNIT
