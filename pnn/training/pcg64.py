"""Words of NumPy's PCG64, bit for bit those of `random_raw`, compiled: many streams of one generator side by side.

O'Neill, PCG (2014): state <- multiplier state + increment modulo 2^128, of which a word shows the exclusive or of both
halves, rotated by the highest six bits. Stream s has the words s, s + STREAMS, s + 2 STREAMS, ... of the generator. As
many steps are again one step, with another multiplier and increment, so that no stream waits for another. Numbers of
128 bits are pairs: the high 64 and the low 64.
"""

from __future__ import annotations

import numpy as np
from numba import njit

STREAMS = 128


def _pair(number: int) -> tuple[np.uint64, np.uint64]:
    return np.uint64(number >> 64 & 2**64 - 1), np.uint64(number & 2**64 - 1)


_MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645
_POWERS = [pow(_MULTIPLIER, steps, 2**128) for steps in range(STREAMS + 1)]
_ONE_STEP, _STRIDE, _INCREMENTS = _pair(_MULTIPLIER), _pair(_POWERS[-1]), sum(_POWERS[:-1])
_HALF, _LOW = np.uint64(32), np.uint64(2**32 - 1)


def streams(state: int, increment: int) -> tuple[np.ndarray, tuple[np.uint64, np.uint64]]:
    """The streams of a generator that stands at `state`.

    The states behind the first word of each, high halves and low halves, (2, STREAMS), and what a stride adds.
    """
    states = np.empty((2, STREAMS), np.uint64)
    _start(states, _pair(state), _pair(increment))
    return states, _pair(increment * _INCREMENTS)


@njit(cache=True)
def _start(states, state, increment):
    for stream in range(STREAMS):
        state = _stepped(state, _ONE_STEP, increment)
        states[0, stream], states[1, stream] = state


@njit(cache=True)
def put_words(states, increment, words):
    """Fill `words`, as many as some strides have, with the next words of the streams."""
    highs, lows = states[0], states[1]
    for first in range(0, len(words), STREAMS):
        room = words[first : first + STREAMS]  # by this view the loop below takes two thirds of the time
        for stream in range(STREAMS):
            high, low = highs[stream], lows[stream]
            mixed, turn = high ^ low, high >> np.uint64(58)
            room[stream] = (mixed >> turn) | (mixed << ((np.uint64(64) - turn) & np.uint64(63)))
            highs[stream], lows[stream] = _stepped((high, low), _STRIDE, increment)


@njit(inline="always")  # called as a function, it makes the loop above go one stream at a time
def _stepped(state, multiplier, increment):
    """The state a step on. The product of the low parts goes by quarters, no product of which exceeds 64 bits."""
    (high, low), (times_high, times_low), (more_high, more_low) = state, multiplier, increment
    below, above = low & _LOW, low >> _HALF
    times_below, times_above = times_low & _LOW, times_low >> _HALF
    middle = above * times_below + (below * times_below >> _HALF)
    other = below * times_above + (middle & _LOW)
    carried = above * times_above + (middle >> _HALF) + (other >> _HALF)
    new_low = low * times_low + more_low
    overflow = np.uint64(new_low < more_low)
    return carried + high * times_low + low * times_high + more_high + overflow, new_low
