"""The gate of every array on its way into a formula: real numbers, none hidden, of a size whose squares are floats."""

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

LARGEST = 1e140  # squares of larger numbers, and sums of them, leave float64; so do those of numbers below 1/LARGEST


def real(values: ArrayLike, name: str) -> NDArray[np.float64]:
    """A float64 copy. Raises ValueError for complex numbers, dates, text, and arrays of which entries are masked."""
    try:
        _refuse_what_is_no_number(values)
        return np.array(values, dtype=float)
    except (TypeError, ValueError, OverflowError) as problem:
        raise ValueError(f"{name} must be an array of real numbers: {problem}") from None


def plain(values: ArrayLike, name: str) -> NDArray[Any]:
    """The array as it is. Raises ValueError for complex numbers, dates, text, and where entries are masked."""
    try:
        _refuse_what_is_no_number(values)
    except (TypeError, ValueError) as problem:
        raise ValueError(f"{name} must be an array of numbers: {problem}") from None
    return np.asarray(values)


def sized(values: NDArray[np.float64], name: str, largest: float = LARGEST) -> NDArray[np.float64]:
    """The values, if the largest of them, where it is not 0, lies within 1/largest and largest; ValueError if not.

    What is not finite passes. The formulas are homogeneous: divide by the size what is too large or too small.
    """
    size = float(np.abs(values).max(initial=0.0))
    if 0 < size < math.inf and not 1 / largest <= size <= largest:
        raise ValueError(f"{name} must be scaled: the largest is {size:.3g}, beyond {1 / largest:g} to {largest:g}")
    return values


def whole(value: float, name: str, least: int) -> int:
    """The number, if it is a whole one that is not below `least`. Raises ValueError where it is not."""
    try:
        number = int(value)
    except (TypeError, ValueError, OverflowError):
        number = least - 1
    if isinstance(value, bool) or number < least or number != value:
        raise ValueError(f"{name} must be a whole number >= {least}, got {value!r}")
    return number


def not_negative(value: float, name: str = "the risk") -> float:
    """The value, 0 where rounding made it negative. Raises ValueError for what is no finite number."""
    if not math.isfinite(value):
        raise ValueError(f"{name} is {value}: the numbers are too large for float64, scale them down")
    return max(0.0, float(value))


def _refuse_what_is_no_number(values: Any) -> None:
    """Raise ValueError for what NumPy would turn into numbers without a word."""
    if isinstance(values, list | tuple):
        for item in values:
            if isinstance(item, list | tuple | np.ndarray) or np.ma.is_masked(item):
                _refuse_what_is_no_number(item)
    if np.ma.is_masked(values):
        raise ValueError("entries are masked; drop or fill them")
    array = np.asarray(values)
    objects = [*array.flat] if array.dtype.kind == "O" else []  # as tables of text and numbers are
    if any(item is None for item in objects):
        raise ValueError("entries are missing; drop or fill them")
    for kind in {array.dtype.kind, *(np.asarray(item).dtype.kind for item in objects)} & set("cMmSU"):
        told = {"c": "complex", "M": "dates", "m": "spans of time"}.get(kind, "text")
        raise ValueError(f"they are {told}")
