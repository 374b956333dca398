"""Items of a check: the residuals, balls, cases and comparisons that it asserts one by one.

A wrong variant moves an item that it refutes. An item that no variant moves could say anything: it is idle, unless its
check declares it auxiliary and says why it is there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from verification.check import Check, Record

NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?:/\d+)?")
UNNAMED = 60  # residuals without a name, at most: more are cases of some kind

Named = Iterator[tuple[str, object]]


def residuals(value: object, nested: Callable[[object], bool]) -> Named:
    """What a check returned, one by one in any nesting, each under its kind or, where it has none, its position.

    The key of the innermost mapping around it is its kind.
    """
    position = 0

    def walk(value: object, kind: str) -> Named:
        nonlocal position
        if isinstance(value, Mapping):
            for name, below in value.items():
                yield from walk(below, str(name))
        elif nested(value):
            for below in value:  # type: ignore[attr-defined]
                yield from walk(below, kind)
        else:
            position += not kind
            yield kind or str(position), value

    yield from walk(value, "")


def by_kind(items: Iterable) -> Named:
    """Items that bear a name; those whose names differ in numbers alone, as instances and sizes do, are of one kind."""
    for item in items:
        yield NUMBER.sub("#", item.name), item


def kinds_of(items: Iterable) -> Iterator[str]:
    """The kind of each item. Items of one name that bears numbers are one: an instance or a size tried twice."""
    names: set[str] = set()
    for item in items:
        kind = NUMBER.sub("#", item.name)
        if item.name == kind or item.name not in names:
            yield kind
        names.add(item.name)


def note_items(record: Record, check: Check, kinds: Iterable[str]) -> None:
    """Record how many items the statement has of each kind, and which kinds are declared auxiliary."""
    record.items = dict(Counter(kinds))
    record.auxiliary = dict(check.options.get("auxiliary") or {})  # type: ignore[call-overload]


def try_variants(
    record: Record,
    check: Check,
    provided: Mapping[str, object],
    named: Callable[[Any], Named],
    refutes: Callable[[Any], object],
) -> dict[str, object]:
    """Run the wrong variants, each until it is refuted and no kind is left that none has moved.

    Returns what `refutes` found, by variant.
    """
    evidence: dict[str, object] = {}
    for variant, formula in check.wrong.items():
        for kind, item in named(check.call(provided, formula)):
            waiting = kind in record.items and kind not in record.moved
            if (waiting or variant not in evidence) and (found := refutes(item)):
                evidence.setdefault(variant, found)
                if waiting:
                    record.moved[kind] = variant
            if variant in evidence and len(record.moved) == len(record.items):
                break
        record.wrong_variants[variant] = variant in evidence
    return evidence


def faults(record: Record) -> list[str]:
    """What is wrong with the items of a record, a line each."""
    unnamed = [kind for kind in record.items if kind.isdigit()]
    if len(unnamed) > UNNAMED:
        return [f"its {len(unnamed)} residuals want kinds: yield mappings of a kind to what must vanish"]
    idle = [kind for kind in record.items if kind not in record.moved and kind not in record.auxiliary]
    return [
        *(f"no wrong variant moves {_shown(kind)}" for kind in idle),
        *(f"{_shown(kind)}, auxiliary, does not occur" for kind in record.auxiliary if kind not in record.items),
        *(f"{_shown(k)}, auxiliary, is moved by {record.moved[k]!r}" for k in record.auxiliary if k in record.moved),
    ]


def _shown(kind: str) -> str:
    return f"residual {kind}" if kind.isdigit() else f"{kind!r}"
