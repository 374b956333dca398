"""Certificates of finite counts: letters and their numbers, what follows from them, and how many choices have what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

SIGNS = (1, -1)


def enumeration(
    letters: Mapping[Any, Iterable], counts: Iterable[dict], following: Mapping[str, Sequence] | None = None
) -> dict:
    """All choices of letters from their numbers, and counts over them.

    letters: a letter and its numbers, or several that are chosen together and the rows of numbers that they may be.
    following: letters that are expressions of those before them. An expression is a number, a letter or a list of a
    function (`+`, `*`, `max`, `min` of many, `-`, `/` of two, `abs`) and what it is of; a test one of `<`, `<=`, `=`
    of two expressions, `and`, `or` of tests, or `not`.
    """
    data = {
        "letters": [[texts(name), [texts(one) for one in numbers]] for name, numbers in letters.items()],
        "with": [[name, texts(one)] for name, one in (following or {}).items()],
        "counts": list(counts),
    }
    return {"kind": "enumeration", "data": data}


def count(what: str, has: Sequence, number: int, of: int, among: Sequence = ()) -> dict:
    """So many of all choices, or of those that meet the test `among`, have what is counted."""
    return {"what": what, "among": texts(list(among)), "has": texts(has), "count": str(number), "of": str(of)}


def distinct(what: str, values: Sequence, number: int, of: int, among: Sequence = ()) -> dict:
    """A list of expressions takes so many values."""
    return {"what": what, "among": texts(list(among)), "values": texts(values), "count": str(number), "of": str(of)}


def texts(entry: Any) -> Any:
    """Numbers as strings, in the same nesting."""
    if isinstance(entry, str):
        return entry
    return list(map(texts, entry)) if isinstance(entry, Sequence) else str(Fraction(entry))


def added(*terms: Any) -> list:
    """A sum."""
    return ["+", *terms]


def times(*terms: Any) -> list:
    """A product."""
    return ["*", *terms]


def relu(term: Any) -> list:
    """max(term, 0)."""
    return ["max", term, 0]


def different(a: Any, b: Any) -> list:
    """That two numbers are not equal."""
    return ["not", ["=", a, b]]


def determinant(matrix: Sequence[Sequence]) -> Any:
    """That of a square matrix of expressions, along its first row."""
    first, *rest = matrix
    if not rest:
        return first[0]
    signed = []
    for k, entry in enumerate(first):
        minor = [[*row[:k], *row[k + 1 :]] for row in rest]
        signed.append(times((-1) ** k, entry, determinant(minor)))
    return added(*signed)
