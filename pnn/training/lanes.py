"""Sixteen numbers as one value of compiled code, so that a kernel's sums stay in the processor's vector registers.

Left to itself the compiler keeps such sums in memory, since it cannot know that no other array overlaps them.
Flat arrays of float32 or float64 are read and written at a place, without a check of bounds.
"""

from __future__ import annotations

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic, models, register_model

COUNT = 16  # a full vector register of float32 where the processor has AVX-512, two or four of them elsewhere


class Lanes(types.Type):
    """The type of a value of 16 numbers of one precision."""

    def __init__(self, dtype: types.Float) -> None:
        super().__init__(name=f"Lanes({dtype})")
        self.dtype = dtype


@register_model(Lanes)
class LanesModel(models.PrimitiveModel):
    """Lanes are a vector of LLVM."""

    def __init__(self, manager, lanes) -> None:
        super().__init__(manager, lanes, _vector(lanes.dtype))


@intrinsic
def load(typing, array, place):
    """Lanes array[place], ..., array[place + 15]."""

    def build(context, builder, signature, arguments):
        value = builder.load(_lanes_at(context, builder, signature, arguments))
        value.align = _itemsize(array)
        return value

    return Lanes(array.dtype)(array, types.intp), build


@intrinsic
def store(typing, array, place, lanes):
    """Put lanes into array[place], ..., array[place + 15]."""

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
def absolute(typing, lanes):
    """The absolute value, lane by lane."""

    def build(context, builder, signature, arguments):
        return _call(builder, "fabs", lanes.dtype, arguments)

    return lanes(lanes), build


@intrinsic
def where_positive(typing, lanes, then, otherwise):
    """`then` in the lanes that are positive, `otherwise` in the others."""

    def build(context, builder, signature, arguments):
        positive = builder.fcmp_ordered(">", arguments[0], ir.Constant(_vector(lanes.dtype), [0.0] * COUNT))
        return builder.select(positive, arguments[1], arguments[2])

    return lanes(lanes, lanes, lanes), build


def _vector(dtype: types.Float) -> ir.VectorType:
    return ir.VectorType(ir.FloatType() if dtype.bitwidth == 32 else ir.DoubleType(), COUNT)


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
    return builder.shuffle_vector(first, undefined, ir.Constant(ir.VectorType(ir.IntType(32), COUNT), [0] * COUNT))


def _call(builder, name, dtype, arguments):
    """Call LLVM's function of that name for vectors."""
    vector = _vector(dtype)
    kind = ir.FunctionType(vector, [vector] * len(arguments))
    full_name = f"llvm.{name}.v{COUNT}f{dtype.bitwidth}"
    return builder.call(cgutils.get_or_insert_function(builder.module, kind, full_name), arguments)
