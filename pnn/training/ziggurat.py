"""Sixteen random words of 64 bits at a time as normal numbers, in the processor's vector registers."""

from __future__ import annotations

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

from pnn import vectors

SIDE = 16
LAYER, SIGN = 0xFF, 0x100  # of a word the last eight bits, and the one before them
SIZE_AT, SIZE = 9, 2**52 - 1  # the 52 bits before these

_WORD = ir.IntType(64)
_WORDS, _NUMBERS = ir.VectorType(_WORD, SIDE), ir.VectorType(ir.DoubleType(), SIDE)
_WORD_ARRAY, _NUMBER_ARRAY = types.Array(types.uint64, 1, "C"), types.Array(types.float64, 1, "C")


@intrinsic
def put_numbers(typing, words, place, numbers, done, widths, inside):
    """Turn the words from words[place] on into numbers from numbers[done] on: how many stand before one that does not.

    A number is its word's size times the width of its word's layer, with the word's sign, and stands where the size is
    less than `inside` has for the layer. All sixteen numbers are written.
    """

    def build(context, builder, signature, arguments):
        drawn, start, normals, target, *tables = arguments
        first = vectors.pointer(context, builder, _WORD_ARRAY, drawn, start, SIDE)
        word = vectors.load(context, builder, _WORD_ARRAY, drawn, start, SIDE)
        # one by one: the processor's own gather takes longer, and so does to take the layers out of its registers
        layers = [builder.and_(builder.load(builder.gep(first, [_WORD(lane)])), _WORD(LAYER)) for lane in range(SIDE)]
        width, bound = (
            vectors.joined(
                builder, [builder.load(vectors.pointer(context, builder, kind, table, layer)) for layer in layers]
            )
            for kind, table in zip(signature.args[4:], tables, strict=True)
        )
        size = builder.and_(builder.lshr(word, _spread(SIZE_AT)), _spread(SIZE))
        sign = builder.shl(builder.and_(word, _spread(SIGN)), _spread(64 - SIGN.bit_length()))
        number = builder.bitcast(builder.fmul(builder.sitofp(size, _NUMBERS), width), _WORDS)
        signed = builder.bitcast(builder.xor(number, sign), _NUMBERS)
        vectors.store(context, builder, _NUMBER_ARRAY, normals, target, signed)
        refused = builder.bitcast(builder.icmp_unsigned(">=", size, bound), ir.IntType(SIDE))
        ended = builder.or_(builder.zext(refused, _WORD), _WORD(1 << SIDE))
        return builder.cttz(ended, cgutils.false_bit)

    given = _WORD_ARRAY, types.intp, _NUMBER_ARRAY, types.intp, _NUMBER_ARRAY, _WORD_ARRAY
    return types.intp(*given), build


def _spread(number):
    return ir.Constant(_WORDS, [number] * SIDE)
