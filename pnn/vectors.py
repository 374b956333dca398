"""LLVM's code for numbers side by side: their types, where they lie in arrays, and their exchange."""

from __future__ import annotations

from llvmlite import ir
from numba import types
from numba.core import cgutils

BITS = 512  # of all lanes of a value together


def count_of(dtype: types.Float) -> int:
    """How many numbers of a precision lie side by side in lanes."""
    return BITS // dtype.bitwidth


def vector_of(dtype) -> ir.VectorType:
    """LLVM's type of lanes of a precision, or of whole numbers."""
    floats = {32: ir.FloatType(), 64: ir.DoubleType()}
    is_float = isinstance(dtype, types.Float)
    return ir.VectorType(floats[dtype.bitwidth] if is_float else ir.IntType(dtype.bitwidth), count_of(dtype))


def itemsize(array) -> int:
    """Bytes of a number of an array's type."""
    return array.dtype.bitwidth // 8


def pointer(context, builder, array_type, array, place, size=1):
    """Where so many numbers of an array from a place on lie.

    Where numba is told to check bounds (NUMBA_BOUNDSCHECK=1), IndexError unless all of them are the array's.
    """
    found = context.make_array(array_type)(context, builder, array)
    if context.enable_boundscheck:
        last = builder.add(place, context.get_constant(types.intp, size - 1))
        for one in (place, last):
            cgutils.do_boundscheck(context, builder, one, found.nitems)
    return builder.gep(found.data, [place])


def load(context, builder, array_type, array, place, size=None):
    """As many numbers as there are lanes, or so many, from a place on."""
    vector = ir.VectorType(vector_of(array_type.dtype).element, size or count_of(array_type.dtype))
    at = pointer(context, builder, array_type, array, place, vector.count)
    value = builder.load(builder.bitcast(at, vector.as_pointer()))
    value.align = itemsize(array_type)
    return value


def store(context, builder, array_type, array, place, lanes):
    """Put lanes into an array, from a place on."""
    at = pointer(context, builder, array_type, array, place, lanes.type.count)
    builder.store(lanes, builder.bitcast(at, lanes.type.as_pointer())).align = itemsize(array_type)


def turning(source, rows, out, columns):
    """Type and code of what turns as many rows as there are lanes, of so many columns."""
    size = count_of(source.dtype)

    def build(context, builder, signature, arguments):
        table, numbers, first, target = arguments
        whole = builder.extract_value(context.make_array(source)(context, builder, table).shape, 1)
        lanes = []
        for row in range(size):
            at = pointer(context, builder, rows, numbers, context.get_constant(types.intp, row))
            place = builder.add(builder.mul(builder.load(at), whole), first)
            lanes.append(load(context, builder, source, table, place, columns))
        if columns < size:
            lanes = [
                shuffle(builder, *pair, list(range(size)))
                for pair in zip(lanes[:columns], lanes[columns:], strict=True)
            ]
        for bit in [1 << power for power in range(columns.bit_length() - 1)]:
            for low in [row for row in range(columns) if not row & bit]:
                lanes[low], lanes[low | bit] = _exchange(builder, lanes[low], lanes[low | bit], bit)
        for row in range(columns):
            line = builder.add(first, context.get_constant(types.intp, row))
            place = builder.mul(line, context.get_constant(types.intp, size))
            store(context, builder, out, target, place, lanes[row])
        return context.get_dummy_value()

    return types.void(source, rows, types.intp, out), build


def _exchange(builder, low, high, bit):
    """Two rows, where what has a bit in its place in `low` is exchanged for what has it not in `high`."""
    size = low.type.count
    taken = [place if not place & bit else size + place - bit for place in range(size)]
    left = [place + bit if not place & bit else size + place for place in range(size)]
    return shuffle(builder, low, high, taken), shuffle(builder, low, high, left)


def shuffle(builder, first, second, places):
    """Numbers of two vectors, those of the second behind the first, in the order of places."""
    return builder.shuffle_vector(first, second, ir.Constant(ir.VectorType(ir.IntType(32), len(places)), places))


def spread(builder, dtype, value):
    """A number in every lane."""
    undefined = ir.Constant(vector_of(dtype), ir.Undefined)
    first = builder.insert_element(undefined, value, ir.Constant(ir.IntType(32), 0))
    return shuffle(builder, first, undefined, [0] * count_of(dtype))


def joined(builder, values):
    """Values of LLVM of one type side by side."""
    vector = ir.Constant(ir.VectorType(values[0].type, len(values)), ir.Undefined)
    for lane, value in enumerate(values):
        vector = builder.insert_element(vector, value, ir.Constant(ir.IntType(32), lane))
    return vector


def call(builder, name, arguments):
    """Call LLVM's function of that name for vectors."""
    vector = arguments[0].type
    kind = ir.FunctionType(vector, [vector] * len(arguments))
    full_name = f"llvm.{name}.v{vector.count}f{32 if vector.element == ir.FloatType() else 64}"
    return builder.call(cgutils.get_or_insert_function(builder.module, kind, full_name), arguments)
