"""Standard normal numbers of NumPy's PCG64, bit for bit those of `Generator.standard_normal`, compiled.

Marsaglia & Tsang, Journal of Statistical Software 5 (2000): the ziggurat. Of a hundred words all but one or two give a
number by themselves, sixteen at a time; the others are taken one by one, each with words after it.
"""

from __future__ import annotations

from math import exp, log1p

import numpy as np
from numba import njit
from numba.np.random._constants import fi_double, ki_double, wi_double, ziggurat_nor_inv_r, ziggurat_nor_r

from pnn.training.pcg64 import STREAMS, put_words, streams
from pnn.training.ziggurat import LAYER, SIDE, SIZE_AT, put_numbers

_UNIT = 2.0**-53
_SPARE = 64  # words that are there for a refused one, at least: that it takes more has a chance below 1e-30
_ROOM = 16 * STREAMS  # words drawn before they are turned into numbers: they stay in the nearest cache


def standard_normal(random: np.random.Generator, count: int) -> np.ndarray:
    """The next `count` numbers of a generator, (count,); it goes on as if NumPy had drawn them.

    Raises ValueError for a generator that is not on PCG64, and for a negative count.
    """
    bits = random.bit_generator
    if not isinstance(bits, np.random.PCG64):
        raise ValueError(f"the generator must be on PCG64, not on {type(bits).__name__}")
    if count < 0:
        raise ValueError(f"the count must not be negative, not {count}")
    before, room = bits.state, np.empty(count + SIDE)
    position = streams(before["state"]["state"], before["state"]["inc"])
    bits.advance(_draw(*position, room, count, wi_double, ki_double, fi_double))
    if before["has_uint32"]:  # half a word that waits for the next draw of 32 bits, and that `advance` drops
        bits.state = {**before, "state": bits.state["state"]}
    return room[:count]


@njit(cache=True)
def _draw(states, increment, numbers, count, widths, inside, heights):
    """Put the next numbers first into `numbers`, `count` of them: how many words they took."""
    words, used, done, place, ready = np.empty(_ROOM, np.uint64), 0, 0, 0, 0
    while done < count:
        left = ready - place
        for kept in range(left):
            words[kept] = words[place + kept]
        ready = left + (_ROOM - left) // STREAMS * STREAMS
        put_words(states, increment, words[left:ready])
        done, place = _fill(words, ready, numbers, done, count, widths, inside, heights)
        used += place
    return used


@njit(cache=True)
def _fill(words, ready, numbers, done, count, widths, inside, heights):
    """Turn words up to `ready` into numbers: how many are done then, and how many words the first `count` of them took.

    Some numbers beyond `count` are written, SIDE at most.
    """
    place = 0
    while done < count and place + SIDE + _SPARE <= ready:
        standing = put_numbers(words, place, numbers, done, widths, inside)
        if standing == SIDE:  # a branch, so that the processor goes on before it knows that these stand
            done, place = done + SIDE, place + SIDE
            continue
        done, place = done + standing, place + standing
        if done < count and words[place] & np.uint64(LAYER):  # its number is there, and is kept or written over
            done += int(_is_under_density(words, place, numbers[done], heights))
            place += 2
        elif done < count:
            place = _put_beyond(words, place, numbers, done)
            done += 1
    return done, place - max(done - count, 0)


@njit(cache=True)
def _is_under_density(words, place, number, heights):
    """Whether the number of a word stands where its layer is not wholly under the density: by the next word."""
    layer = np.intp(words[place] & np.uint64(LAYER))
    height = (heights[layer - 1] - heights[layer]) * _unit(words[place + 1]) + heights[layer]
    return height < exp(-0.5 * number * number)


@njit(cache=True)
def _put_beyond(words, place, numbers, done):
    """Put a number of the tail beyond the last layer: the place of the next word."""
    negative = words[place] >> np.uint64(SIZE_AT + 8) & np.uint64(1)
    place += 1
    while True:
        far, high = -ziggurat_nor_inv_r * log1p(-_unit(words[place])), -log1p(-_unit(words[place + 1]))
        place += 2
        if high + high > far * far:
            numbers[done] = -(ziggurat_nor_r + far) if negative else ziggurat_nor_r + far
            return place


@njit(cache=True)
def _unit(word):
    return np.int64(word >> np.uint64(11)) * _UNIT
