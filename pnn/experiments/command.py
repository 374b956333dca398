"""The command line that every experiment shares."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any, Protocol, TypeVar

from pnn import store


class Settings(Protocol):
    """The settings of a job, a dataclass whose fields have the names and types of the plain values."""

    @property
    def seed(self) -> int: ...


Kind = TypeVar("Kind", bound=Settings)


def parser(description: str | None) -> argparse.ArgumentParser:
    """A parser of --settings (JSON), --code (digest) and --output (file)."""
    plain = argparse.RawDescriptionHelpFormatter
    made = argparse.ArgumentParser(description=description, formatter_class=plain)
    made.add_argument("--settings", type=json.loads, required=True, help="the job's settings, as JSON")
    made.add_argument("--code", required=True, help="digest of the code, kept with the results")
    made.add_argument("--output", required=True, help="the HDF5 file to write")
    return made


def parse(made: argparse.ArgumentParser, words: Sequence[str] | None) -> argparse.Namespace:
    """The parsed command line; what is not a JSON object is refused in one line."""
    given = made.parse_args(words)
    if not isinstance(given.settings, dict):
        made.error("--settings must be a JSON object")
    return given


def checked(kinds: Mapping[str, str], values: Mapping[str, object]) -> dict[str, object]:
    """Settings of the given kinds; raises ValueError that names the key that is unknown, missing or wrong."""
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


def read(kind: type[Kind], values: Mapping[str, object]) -> Kind:
    """Settings from plain values; raises ValueError as `checked` and the settings themselves do."""
    kinds = {field.name: str(field.type) for field in fields(kind)}  # type: ignore[arg-type]
    found: dict[str, Any] = checked(kinds, values)
    return kind(**found)


def main(
    words: Sequence[str] | None,
    description: str | None,
    name: str,
    kind: type[Kind],
    run: Callable[[Kind], store.Group],
) -> int:
    """Run an experiment that needs no more than its settings; 2, and one line that says why, where they are wrong."""
    given = parse(parser(description), words)
    try:
        settings = read(kind, given.settings)
        group = run(settings)
    except ValueError as error:
        print(f"{name}: {error}", file=sys.stderr)
        return 2
    store.write(given.output, group, store.Provenance(name, given.settings, settings.seed, given.code))
    return 0
