"""Some numbers as one value of compiled code, so that a kernel's sums stay in the processor's vector registers.

They are sixteen of float32 or eight of float64: a whole register where the processor has AVX-512, two or four of them
elsewhere. Left to itself the compiler keeps such sums in memory, since it cannot know that no other array overlaps
them. Flat arrays are read and written at a place; bounds are checked where numba is told to.
"""

from __future__ import annotations

import math

import numpy as np
from llvmlite import ir
from numba import types
from numba.extending import intrinsic, models, register_model

from pnn import vectors
from pnn.vectors import BITS


def count(dtype: np.dtype) -> int:
    """How many numbers of a precision lie side by side in lanes."""
    return BITS // 8 // dtype.itemsize


def zeros(shape: tuple[int, ...], dtype: np.dtype) -> np.ndarray:
    """Room for lanes, none of which straddles two lines of a cache."""
    size, line = math.prod(shape) * dtype.itemsize, BITS // 8
    room = np.zeros(size + line, np.uint8)
    first = -room.__array_interface__["data"][0] % line  # of `ctypes` the making alone takes longer than all of this
    return room[first : first + size].view(dtype).reshape(shape)


def in_lanes(rows: np.ndarray) -> np.ndarray:
    """Rows (trials, width) as (blocks of trials, width times lanes), with zeros behind the last trial."""
    (trials, width), lanes = rows.shape, count(rows.dtype)
    blocks = np.zeros((-(-trials // lanes) * lanes, width), rows.dtype)
    blocks[:trials] = rows
    out = zeros((len(blocks) // lanes, width * lanes), rows.dtype)
    out.reshape(-1, width, lanes)[:] = blocks.reshape(-1, lanes, width).swapaxes(1, 2)
    return out


def of_trials(blocks: np.ndarray, trials: int) -> np.ndarray:
    """The inverse of `in_lanes`."""
    lanes = count(blocks.dtype)
    return blocks.reshape(len(blocks), -1, lanes).swapaxes(1, 2).reshape(len(blocks) * lanes, -1)[:trials]


class Lanes(types.Type):
    """The type of a value of numbers of one precision side by side."""

    def __init__(self, dtype: types.Float) -> None:
        super().__init__(name=f"Lanes({dtype})")
        self.dtype = dtype


@register_model(Lanes)
class LanesModel(models.PrimitiveModel):
    """Lanes are a vector of LLVM."""

    def __init__(self, manager, lanes) -> None:
        super().__init__(manager, lanes, vectors.vector_of(lanes.dtype))


@intrinsic
def width(typing, array):
    """How many numbers of an array's precision lie side by side in lanes: `count`, as a constant of compiled code."""

    def build(context, builder, signature, arguments):
        return context.get_constant(types.intp, vectors.count_of(array.dtype))

    return types.intp(array), build


@intrinsic
def load(typing, array, place):
    """As many numbers as there are lanes, from array[place] on."""

    def build(context, builder, signature, arguments):
        return vectors.load(context, builder, array, *arguments)

    return Lanes(array.dtype)(array, types.intp), build


@intrinsic
def load_apart(typing, array, place, stride):
    """As many numbers as there are lanes: array[place], array[place + stride], array[place + 2 stride], ..."""

    def build(context, builder, signature, arguments):
        numbers, (whole, at, apart) = [], arguments
        for _ in range(vectors.count_of(array.dtype)):
            numbers.append(builder.load(vectors.pointer(context, builder, array, whole, at)))
            at = builder.add(at, apart)
        return vectors.joined(builder, numbers)

    return Lanes(array.dtype)(array, types.intp, types.intp), build


@intrinsic
def load_both(typing, array, place):
    """Numbers from array[place] on in the first half of the lanes, their absolute values in the second."""

    def build(context, builder, signature, arguments):
        size = vectors.count_of(array.dtype)
        value = vectors.load(context, builder, array, arguments[0], arguments[1], size // 2)
        return vectors.shuffle(builder, value, vectors.call(builder, "fabs", [value]), list(range(size)))

    return Lanes(array.dtype)(array, types.intp), build


@intrinsic
def store(typing, array, place, lanes):
    """Put lanes into an array, from array[place] on."""

    def build(context, builder, signature, arguments):
        vectors.store(context, builder, array, *arguments)
        return context.get_dummy_value()

    return types.void(array, types.intp, lanes), build


@intrinsic
def turn(typing, source, rows, first, out):
    """Put as many rows of `source` as there are lanes, from column `first` on, into `out` as its columns.

    source (any, any); rows (lanes,): which rows; out takes lanes times lanes numbers from out[first, 0] on. Row and
    column of a number are exchanged bit by bit, each between pairs of rows.
    """
    return vectors.turning(source, rows, out, vectors.count_of(source.dtype))


@intrinsic
def turn_half(typing, source, rows, first, out):
    """As `turn`, of half as many columns: a row fills half of a register, and another the rest of it from the start."""
    return vectors.turning(source, rows, out, vectors.count_of(source.dtype) // 2)


@intrinsic
def spread(typing, array, place):
    """array[place] in every lane."""

    def build(context, builder, signature, arguments):
        return vectors.spread(builder, array.dtype, builder.load(vectors.pointer(context, builder, array, *arguments)))

    return Lanes(array.dtype)(array, types.intp), build


@intrinsic
def fill(typing, value):
    """A number in every lane."""

    def build(context, builder, signature, arguments):
        return vectors.spread(builder, value, arguments[0])

    return Lanes(value)(value), build


@intrinsic
def multiply_add(typing, left, right, more):
    """left right + more, lane by lane, rounded once where the processor can."""

    def build(context, builder, signature, arguments):
        return vectors.call(builder, "fmuladd", arguments)

    return left(left, left, left), build


@intrinsic
def add(typing, left, right):
    """left + right, lane by lane."""
    return left(left, left), lambda context, builder, signature, arguments: builder.fadd(*arguments)


@intrinsic
def subtract(typing, left, right):
    """left - right, lane by lane."""
    return left(left, left), lambda context, builder, signature, arguments: builder.fsub(*arguments)


@intrinsic
def multiply(typing, left, right):
    """left right, lane by lane, rounded before anything is added to it."""
    return left(left, left), lambda context, builder, signature, arguments: builder.fmul(*arguments)


@intrinsic
def divide(typing, left, right):
    """left / right, lane by lane."""
    return left(left, left), lambda context, builder, signature, arguments: builder.fdiv(*arguments)


@intrinsic
def root(typing, lanes):
    """The square root, lane by lane; NaN of what is negative."""

    def build(context, builder, signature, arguments):
        return vectors.call(builder, "sqrt", arguments)

    return lanes(lanes), build


@intrinsic
def absolute(typing, lanes):
    """The absolute value, lane by lane."""

    def build(context, builder, signature, arguments):
        return vectors.call(builder, "fabs", arguments)

    return lanes(lanes), build


@intrinsic
def total(typing, lanes):
    """The sum over the lanes: the second half added to the first, the second half of that to its first, and so on."""

    def build(context, builder, signature, arguments):
        value = arguments[0]
        while value.type.count > 1:
            half = value.type.count // 2
            first, second = (list(range(begin, begin + half)) for begin in (0, half))
            value = builder.fadd(
                vectors.shuffle(builder, value, value, first), vectors.shuffle(builder, value, value, second)
            )
        return builder.extract_element(value, ir.Constant(ir.IntType(32), 0))

    return lanes.dtype(lanes), build


@intrinsic
def put(typing, lanes, place, value):
    """The same numbers but for one, in the lane of that place."""

    def build(context, builder, signature, arguments):
        return builder.insert_element(arguments[0], arguments[2], arguments[1])

    return lanes(lanes, types.intp, lanes.dtype), build


@intrinsic
def where_positive(typing, lanes, then, otherwise):
    """`then` in the lanes that are positive, `otherwise` in the others."""

    def build(context, builder, signature, arguments):
        positive = builder.fcmp_ordered(
            ">", arguments[0], ir.Constant(vectors.vector_of(lanes.dtype), [0.0] * vectors.count_of(lanes.dtype))
        )
        return builder.select(positive, arguments[1], arguments[2])

    return lanes(lanes, lanes, lanes), build
