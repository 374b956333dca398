"""The settings of a job: plain values read into a dataclass, or refused by the name of the key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

Kind = TypeVar("Kind")


def read(kind: type[Kind], values: Mapping[str, object]) -> Kind:
    """Settings from plain values; kind: a dataclass whose fields have the names and types of the values.

    Raises ValueError, which names the key that is unknown, missing or of another type, and as the settings do.
    """
    found: dict[str, Any] = checked({field.name: _named(field.type) for field in fields(kind)}, values)  # type: ignore[arg-type]
    return kind(**found)


def _named(kind: object) -> str:
    """A field's type as it is written, whether annotations of its module are evaluated or not."""
    return kind.__name__ if isinstance(kind, type) else str(kind)


def checked(kinds: Mapping[str, str], values: Mapping[str, object]) -> dict[str, object]:
    """Values of the given kinds; raises ValueError that names the key that is unknown, missing or wrong."""
    if unknown := sorted(set(values) - set(kinds)):
        raise ValueError(f"unknown settings {unknown}; known are {sorted(kinds)}")
    if missing := sorted(set(kinds) - set(values)):
        raise ValueError(f"settings {missing} are missing")
    return {name: typed(name, values[name], kind) for name, kind in kinds.items()}


def typed(name: str, value: object, kind: str) -> object:
    """A setting's value, a whole number where one will do for a real one; raises ValueError for another type.

    A list will do for a tuple of whole numbers.
    """
    if kind == "tuple[int, ...]":
        if not isinstance(value, list | tuple) or any(type(item) is not int for item in value):
            raise ValueError(f"{name} must be a list of whole numbers, not {value!r}")
        return tuple(value)
    if kind == "float" and type(value) is int:
        value = float(value)
    if type(value).__name__ != kind:
        raise ValueError(f"{name} must be of type {kind}, not {value!r}")
    return value


def at_least(values: Mapping[str, Any], least: Mapping[str, int]) -> None:
    """Raise ValueError where a value is below its least one."""
    for name, bound in least.items():
        if values[name] < bound:
            raise ValueError(f"{name} must be at least {bound}, not {values[name]}")
