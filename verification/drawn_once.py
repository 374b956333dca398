"""Draws that a statement and its wrong variants have in common, made once.

Every call of a check gets the same random stream from its start, so that a function of the stream comes to the same
values in all of them.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

import numpy as np

Value = TypeVar("Value")


def drawn_once(function: Callable[..., Value]) -> Callable[..., Value]:
    """Keep what a function of a generator `rng` returned, by the place of the stream and the other arguments.

    Asked again at the same place, it leaves the stream where the first call left it. The other arguments must be
    hashable, and a value must not be changed: arrays in it, alone or in tuples and lists, are made read-only.
    """
    signature = inspect.signature(function)
    kept: dict[tuple, tuple[Value, dict]] = {}

    @wraps(function)
    def once(*arguments, **named):
        given = dict(signature.bind(*arguments, **named).arguments)
        stream = given.pop("rng").bit_generator
        key = str(stream.state), *given.items()
        if key not in kept:
            kept[key] = _read_only(function(*arguments, **named)), stream.state
        value, stream.state = kept[key]
        return value

    return once


def _read_only(value):
    if isinstance(value, np.ndarray):
        value.flags.writeable = False
    elif isinstance(value, tuple | list):
        for item in value:
            _read_only(item)
    return value
