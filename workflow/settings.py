"""The configuration: checked against the core schema and its papers' sections, defaults filled in, nonsense refused."""

from __future__ import annotations

import difflib
import math
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from verification.experiments.plan import Run
from verification.wings import admit, experiments, read_yaml, sections, wing, wings

SCHEMA = Path(__file__).parent / "schemas" / "config.schema.yaml"
WANTED = {  # what a schema's words ask for
    "type": "of type {}",
    "enum": "one of {}",
    "minimum": "at least {}",
    "maximum": "at most {}",
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
    "minItems": "a list of {} or more",
    "maxItems": "a list of {} or fewer",
    "uniqueItems": "every entry once",
    "required": "all of {}",
}


class BadConfig(ValueError):
    """A configuration that cannot be run; the message is one line that says what is wrong and what is wanted."""


def validated(config: Mapping) -> dict:
    """The configuration of a run with every default filled in: the core, and the sections of its papers.

    Sections of papers that are to be found but not in the run are checked and left out. Raises BadConfig.
    """
    given = deepcopy(dict(config))
    try:
        admit(_folders(given.get("papers_from")))
        schema = full_schema()
        complete = _filled(_checked(given, schema), schema)
        own = experiments(complete["papers"])
    except BadConfig:
        raise
    except ValueError as error:
        raise BadConfig(f"config: {error}") from error
    kept = {one.section[0] for one in own.values()} | set(core_schema()["properties"])
    complete = {key: value for key, value in complete.items() if key in kept}
    run = run_of(complete)
    problems = [problem for one in own.values() for problem in one.refusals(complete[one.section[0]], run)]
    if problems:
        raise BadConfig("; ".join(f"config: {problem}" for problem in problems))
    return complete


def run_of(config: Mapping) -> Run:
    """What plans may use of a complete configuration."""
    return Run(config["seed"], config["device"])


def full_schema() -> dict:
    """The core and the sections of all papers that are to be found. Raises ValueError for a key used twice."""
    core = core_schema()
    fragments = sections(one for key in wings() for one in wing(key).experiments)
    if taken := sorted(set(fragments) & set(core["properties"])):
        raise ValueError(f"the sections {', '.join(taken)} of the papers' experiments are keys of the run itself")
    return {**core, "properties": {**core["properties"], **fragments}}


@cache
def core_schema() -> dict:
    """The schema of the keys that every run has."""
    return read_yaml(SCHEMA)


def _folders(given: object) -> list[str]:
    """The folders of `papers_from`; what is no list of texts is left to the schema to refuse."""
    return [folder for folder in given if isinstance(folder, str)] if isinstance(given, list) else []


def _checked(config: dict, schema: Mapping) -> dict:
    config = dict(_with_numbers(config, schema))
    errors = sorted(Draft202012Validator(schema).iter_errors(config), key=lambda e: [str(p) for p in e.absolute_path])
    if errors:
        raise BadConfig("; ".join(_explain(error) for error in errors))
    if endless := list(_not_finite(config)):
        raise BadConfig("; ".join(f"config: {place} is {value}; wanted a finite number" for place, value in endless))
    return config


def _filled(config: dict, schema: Mapping) -> dict:
    if "results" in config:
        config["results"] = os.path.normpath(os.path.expanduser(config["results"]))
    complete = _with_defaults(config, schema)
    if complete["papers"] == "all":
        complete["papers"] = sorted(wings())
    return complete


def missing_device(device: str) -> str:
    """Why training cannot run on `device`; empty where it can. Looks only where a GPU is asked for by name."""
    if device != "cuda":
        return ""
    probe = [sys.executable, "-c", "import sys, torch; sys.exit(not torch.cuda.is_available())"]
    if subprocess.run(probe, check=False, capture_output=True).returncode == 0:
        return ""
    return "config: device is 'cuda', but torch sees no GPU here; wanted 'auto' or 'cpu'"


def _not_finite(config: Mapping | list, above: str = "") -> Iterator[tuple[str, float]]:
    """Keys that hold a NaN or an infinity: no bound of the schema refuses a NaN."""
    for key, value in config.items() if isinstance(config, Mapping) else enumerate(config):
        if isinstance(value, Mapping | list):
            yield from _not_finite(value, f"{above}{key}.")
        elif isinstance(value, float) and not math.isfinite(value):
            yield f"{above}{key}", value


def _explain(error: ValidationError) -> str:
    place = ".".join(str(part) for part in error.absolute_path) or "the top level"
    if error.validator == "additionalProperties":
        known = list(error.schema["properties"])  # type: ignore[index]
        unknown = [key for key in error.instance if key not in known]  # type: ignore[union-attr]
        return "; ".join(f"config: unknown key {key!r} at {place}{_meant(key, known)}" for key in unknown)
    wanted = WANTED.get(str(error.validator), f"{error.validator} {{}}").format(error.validator_value)
    told = error.schema.get("wanted", wanted)  # type: ignore[union-attr]
    return f"config: {place} is {error.instance!r}; wanted {told}"


def _meant(key: object, known: list[str]) -> str:
    near = difflib.get_close_matches(str(key), known, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; wanted one of {', '.join(known)}"


def _with_defaults(value: dict, schema: Mapping) -> dict:
    for key, inner in schema["properties"].items():
        if "default" in inner:
            value.setdefault(key, deepcopy(inner["default"]))
        if inner.get("type") == "object":
            value[key] = _with_defaults(value[key], inner)
    return value


def _with_numbers(value, schema: Mapping):
    """What YAML 1.1 reads otherwise than it is meant.

    Numbers that it takes for text, such as 1e-6, made numbers, and 1e6 or 1.0e+6 a whole one where one is wanted; the
    words on and off, which it takes for truth values.
    """
    if isinstance(value, Mapping):
        inner = schema.get("properties", {})
        return {key: _with_numbers(item, inner.get(key, {})) for key, item in value.items()}
    if isinstance(value, bool) and "on" in schema.get("enum", ()):
        return "on" if value else "off"
    wanted = schema.get("type", "")
    if isinstance(value, list):
        return [_with_numbers(item, schema.get("items", {})) for item in value]
    if isinstance(value, str):
        value = _number(value, {"integer": (int, float), "number": (float,)}.get(wanted, ()))
    return int(value) if isinstance(value, float) and wanted == "integer" and value.is_integer() else value


def _number(text: str, kinds: Sequence[type]):
    """A text as the first of these kinds that it can be read as, or as it is."""
    for kind in kinds:
        with suppress(ValueError):
            return kind(text)
    return text
