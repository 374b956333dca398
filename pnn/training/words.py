"""Sixteen random words of 32 bits at a time, in the processor's vector registers: which to take, and taking them."""

from __future__ import annotations

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

from pnn import vectors

SIDE = 16
_WORDS, _BITS = ir.VectorType(ir.IntType(32), SIDE), ir.IntType(SIDE)
_GIVEN = types.Array(types.uint32, 1, "C"), types.intp, types.uint32, types.uint32


@intrinsic
def is_plain(typing, words, place, mask, last):
    """Whether sixteen words from words[place] on can be drawn at once for elements last, last - 1, ...; last >= 15.

    A masked word is taken where it is at most the number of the element that it meets, which is `last` less how many
    words before it are taken. So the word at i is taken if it is at most last - i, and not if it is more than `last`;
    none may lie between.
    """

    def build(context, builder, signature, arguments):
        masked, taken = _at_most(context, builder, arguments)
        least = builder.sub(_spread(builder, arguments[3]), ir.Constant(_WORDS, list(range(SIDE))))
        differ = builder.xor(taken, builder.icmp_unsigned("<=", masked, least))
        return builder.icmp_unsigned("==", builder.bitcast(differ, _BITS), ir.Constant(_BITS, 0))

    return types.boolean(*_GIVEN), build


@intrinsic
def press(typing, words, place, mask, last, target):
    """Take the masked words up to `last` of sixteen, side by side from words[target] on: how many they are.

    Sixteen words from there on are overwritten.
    """

    def build(context, builder, signature, arguments):
        *given, target_place = arguments
        masked, taken = _at_most(context, builder, given)
        kind = ir.FunctionType(_WORDS, [_WORDS, taken.type, _WORDS])
        name = f"llvm.experimental.vector.compress.v{SIDE}i32"
        compress = cgutils.get_or_insert_function(builder.module, kind, name)
        pressed = builder.call(compress, [masked, taken, ir.Constant(_WORDS, ir.Undefined)])
        vectors.store(context, builder, _GIVEN[0], given[0], target_place, pressed)
        return builder.zext(builder.ctpop(builder.bitcast(taken, _BITS)), ir.IntType(64))

    return types.intp(*_GIVEN, types.intp), build


def _at_most(context, builder, given):
    """The masked words, and which of them are at most `last`."""
    words, place, mask, last = given
    masked = builder.and_(vectors.load(context, builder, _GIVEN[0], words, place), _spread(builder, mask))
    return masked, builder.icmp_unsigned("<=", masked, _spread(builder, last))


def _spread(builder, word):
    undefined = ir.Constant(_WORDS, ir.Undefined)
    first = builder.insert_element(undefined, word, ir.Constant(ir.IntType(32), 0))
    return builder.shuffle_vector(first, undefined, ir.Constant(_WORDS, [0] * SIDE))
