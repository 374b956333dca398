"""The command line that every experiment shares."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence


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
