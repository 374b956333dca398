"""Some numbers as one value of compiled code, so that a kernel's sums stay in the processor's vector registers.

They are sixteen of float32 or eight of float64: a whole register where the processor has AVX-512, two or four of them
elsewhere. Left to itself the compiler keeps such sums in memory, since it cannot know that no other array overlaps
them. Flat arrays are read and written at a place, without a check of bounds.
"""

from __future__ import annotations

import math

import numpy as np
from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic, models, register_model

BITS = 512


def count(dtype: np.dtype) -> int:
    """How many numbers of a precision lie side by side in lanes."""
    return BITS // 8 // dtype.itemsize


def zeros(shape: tuple[int, ...], dtype: np.dtype) -> np.ndarray:
    """Room for lanes, none of which straddles two lines of a cache."""
    size, line = math.prod(shape) * dtype.itemsize, BITS // 8
    room = np.zeros(size + line, np.uint8)
    first = -room.ctypes.data % line
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
        super().__init__(manager, lanes, _vector(lanes.dtype))


@intrinsic
def width(typing, array):
    """How many numbers of an array's precision lie side by side in lanes: `count`, as a constant of compiled code."""

    def build(context, builder, signature, arguments):
        return context.get_constant(types.intp, _count(array.dtype))

    return types.intp(array), build


@intrinsic
def load(typing, array, place):
    """As many numbers as there are lanes, from array[place] on."""

    def build(context, builder, signature, arguments):
        value = builder.load(_lanes_at(context, builder, signature, arguments))
        value.align = _itemsize(array)
        return value

    return Lanes(array.dtype)(array, types.intp), build


@intrinsic
def store(typing, array, place, lanes):
    """Put lanes into an array, from array[place] on."""

    def build(context, builder, signature, arguments):
        builder.store(arguments[2], _lanes_at(context, builder, signature, arguments)).align = _itemsize(array)
        return context.get_dummy_value()

    return types.void(array, types.intp, lanes), build


@intrinsic
def spread(typing, array, place):
    """array[place] in every lane."""

    def build(context, builder, signature, arguments):
        return _spread(builder, array.dtype, builder.load(_pointer(context, builder, signature, arguments)))

    return Lanes(array.dtype)(array, types.intp), build


@intrinsic
def fill(typing, value):
    """A number in every lane."""

    def build(context, builder, signature, arguments):
        return _spread(builder, value, arguments[0])

    return Lanes(value)(value), build


@intrinsic
def multiply_add(typing, left, right, more):
    """left right + more, lane by lane, rounded once where the processor can."""

    def build(context, builder, signature, arguments):
        return _call(builder, "fmuladd", left.dtype, arguments)

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
def absolute(typing, lanes):
    """The absolute value, lane by lane."""

    def build(context, builder, signature, arguments):
        return _call(builder, "fabs", lanes.dtype, arguments)

    return lanes(lanes), build


@intrinsic
def where_positive(typing, lanes, then, otherwise):
    """`then` in the lanes that are positive, `otherwise` in the others."""

    def build(context, builder, signature, arguments):
        positive = builder.fcmp_ordered(
            ">", arguments[0], ir.Constant(_vector(lanes.dtype), [0.0] * _count(lanes.dtype))
        )
        return builder.select(positive, arguments[1], arguments[2])

    return lanes(lanes, lanes, lanes), build


def _count(dtype: types.Float) -> int:
    return BITS // dtype.bitwidth


def _vector(dtype: types.Float) -> ir.VectorType:
    return ir.VectorType(ir.FloatType() if dtype.bitwidth == 32 else ir.DoubleType(), _count(dtype))


def _itemsize(array) -> int:
    return array.dtype.bitwidth // 8


def _pointer(context, builder, signature, arguments):
    data = context.make_array(signature.args[0])(context, builder, arguments[0]).data
    return builder.gep(data, [arguments[1]])


def _lanes_at(context, builder, signature, arguments):
    vector = _vector(signature.args[0].dtype)
    return builder.bitcast(_pointer(context, builder, signature, arguments), vector.as_pointer())


def _spread(builder, dtype, value):
    undefined = ir.Constant(_vector(dtype), ir.Undefined)
    first = builder.insert_element(undefined, value, ir.Constant(ir.IntType(32), 0))
    lanes = _count(dtype)
    return builder.shuffle_vector(first, undefined, ir.Constant(ir.VectorType(ir.IntType(32), lanes), [0] * lanes))


def _call(builder, name, dtype, arguments):
    """Call LLVM's function of that name for vectors."""
    vector = _vector(dtype)
    kind = ir.FunctionType(vector, [vector] * len(arguments))
    full_name = f"llvm.{name}.v{_count(dtype)}f{dtype.bitwidth}"
    return builder.call(cgutils.get_or_insert_function(builder.module, kind, full_name), arguments)
