"""Dataclasses that refuse a value of another type than their field has: a forgotten comma, a word for a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints


def refuse_misfits(instance: Any) -> None:
    """Raise ValueError, naming class, field and what is wanted, unless every field holds a value of its type.

    Texts that no file can hold, with lone surrogates, are refused too.
    """
    hints = get_type_hints(type(instance))
    for field in fields(instance):
        value = getattr(instance, field.name)
        if not fits(value, hints[field.name]):
            raise ValueError(f"{type(instance).__name__}.{field.name} is {value!r:.80}; wanted {field.type}")


def fits(value: object, hint: Any) -> bool:
    """Whether a value is of a type: a class, a union, or a tuple, list or mapping of such."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is UnionType:
        return any(fits(value, one) for one in inner)
    if origin is tuple or origin is list:
        return isinstance(value, origin) and all(fits(one, inner[0]) for one in value)
    if origin is Mapping or origin is dict:
        return isinstance(value, Mapping) and all(fits(k, inner[0]) and fits(v, inner[1]) for k, v in value.items())
    if hint is str:
        return isinstance(value, str) and _can_be_written(value)
    if hint is float:
        return isinstance(value, float | int) and not isinstance(value, bool)
    return isinstance(value, hint)


def _can_be_written(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
