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
        return _load(context, builder, array, *arguments)

    return Lanes(array.dtype)(array, types.intp), build


@intrinsic
def load_apart(typing, array, place, stride):
    """As many numbers as there are lanes: array[place], array[place + stride], array[place + 2 stride], ..."""

    def build(context, builder, signature, arguments):
        at, numbers = _pointer(context, builder, signature, arguments), []
        for _ in range(_count(array.dtype)):
            numbers.append(builder.load(at))
            at = builder.gep(at, [arguments[2]])
        return joined(builder, numbers)

    return Lanes(array.dtype)(array, types.intp, types.intp), build


@intrinsic
def load_both(typing, array, place):
    """Numbers from array[place] on in the first half of the lanes, their absolute values in the second."""

    def build(context, builder, signature, arguments):
        size = _count(array.dtype)
        value = _load(context, builder, array, arguments[0], arguments[1], size // 2)
        return _shuffle(builder, value, _call(builder, "fabs", [value]), list(range(size)))

    return Lanes(array.dtype)(array, types.intp), build


@intrinsic
def store(typing, array, place, lanes):
    """Put lanes into an array, from array[place] on."""

    def build(context, builder, signature, arguments):
        builder.store(arguments[2], _lanes_at(context, builder, signature, arguments)).align = _itemsize(array)
        return context.get_dummy_value()

    return types.void(array, types.intp, lanes), build


@intrinsic
def turn(typing, source, rows, first, out):
    """Put as many rows of `source` as there are lanes, from column `first` on, into `out` as its columns.

    source (any, any); rows (lanes,): which rows; out takes lanes times lanes numbers from out[first, 0] on. Row and
    column of a number are exchanged bit by bit, each between pairs of rows.
    """
    return _turning(source, rows, out, _count(source.dtype))


@intrinsic
def turn_half(typing, source, rows, first, out):
    """As `turn`, of half as many columns: a row fills half of a register, and another the rest of it from the start."""
    return _turning(source, rows, out, _count(source.dtype) // 2)


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
        return _call(builder, "fmuladd", arguments)

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
        return _call(builder, "sqrt", arguments)

    return lanes(lanes), build


@intrinsic
def absolute(typing, lanes):
    """The absolute value, lane by lane."""

    def build(context, builder, signature, arguments):
        return _call(builder, "fabs", arguments)

    return lanes(lanes), build


@intrinsic
def total(typing, lanes):
    """The sum over the lanes: the second half added to the first, the second half of that to its first, and so on."""

    def build(context, builder, signature, arguments):
        value = arguments[0]
        while value.type.count > 1:
            half = value.type.count // 2
            first, second = (list(range(begin, begin + half)) for begin in (0, half))
            value = builder.fadd(_shuffle(builder, value, value, first), _shuffle(builder, value, value, second))
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


def _load(context, builder, array_type, array, place, size=None):
    """As many numbers as there are lanes, or so many, from a place on."""
    vector = ir.VectorType(_vector(array_type.dtype).element, size or _count(array_type.dtype))
    at = _pointer(context, builder, types.void(array_type, types.intp), [array, place])
    value = builder.load(builder.bitcast(at, vector.as_pointer()))
    value.align = _itemsize(array_type)
    return value


def _turning(source, rows, out, columns):
    """Type and code of what turns as many rows as there are lanes, of so many columns."""
    size = _count(source.dtype)

    def build(context, builder, signature, arguments):
        table, numbers, first, target = arguments
        whole = builder.extract_value(context.make_array(source)(context, builder, table).shape, 1)
        lanes = []
        for row in range(size):
            at = types.void(rows, types.intp), [numbers, context.get_constant(types.intp, row)]
            place = builder.add(builder.mul(builder.load(_pointer(context, builder, *at)), whole), first)
            lanes.append(_load(context, builder, source, table, place, columns))
        if columns < size:
            lanes = [
                _shuffle(builder, *pair, list(range(size)))
                for pair in zip(lanes[:columns], lanes[columns:], strict=True)
            ]
        for bit in [1 << power for power in range(columns.bit_length() - 1)]:
            for low in [row for row in range(columns) if not row & bit]:
                lanes[low], lanes[low | bit] = _exchange(builder, lanes[low], lanes[low | bit], bit)
        for row in range(columns):
            line = builder.add(first, context.get_constant(types.intp, row))
            place = builder.mul(line, context.get_constant(types.intp, size))
            at = types.void(out, types.intp), [target, place]
            builder.store(lanes[row], _lanes_at(context, builder, *at)).align = _itemsize(out)
        return context.get_dummy_value()

    return types.void(source, rows, types.intp, out), build


def _exchange(builder, low, high, bit):
    """Two rows, where what has a bit in its place in `low` is exchanged for what has it not in `high`."""
    size = low.type.count
    taken = [place if not place & bit else size + place - bit for place in range(size)]
    left = [place + bit if not place & bit else size + place for place in range(size)]
    return _shuffle(builder, low, high, taken), _shuffle(builder, low, high, left)


def _shuffle(builder, first, second, places):
    return builder.shuffle_vector(first, second, ir.Constant(ir.VectorType(ir.IntType(32), len(places)), places))


def _spread(builder, dtype, value):
    undefined = ir.Constant(_vector(dtype), ir.Undefined)
    first = builder.insert_element(undefined, value, ir.Constant(ir.IntType(32), 0))
    return _shuffle(builder, first, undefined, [0] * _count(dtype))


def joined(builder, values):
    """Values of LLVM of one type side by side."""
    vector = ir.Constant(ir.VectorType(values[0].type, len(values)), ir.Undefined)
    for lane, value in enumerate(values):
        vector = builder.insert_element(vector, value, ir.Constant(ir.IntType(32), lane))
    return vector


def _call(builder, name, arguments):
    """Call LLVM's function of that name for vectors."""
    vector = arguments[0].type
    kind = ir.FunctionType(vector, [vector] * len(arguments))
    full_name = f"llvm.{name}.v{vector.count}f{32 if vector.element == ir.FloatType() else 64}"
    return builder.call(cgutils.get_or_insert_function(builder.module, kind, full_name), arguments)
