"""The configuration: checked against its schema, its defaults filled in, impossible combinations refused."""

from __future__ import annotations

import difflib
import math
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from pnn.experiments import images_data

SCHEMA = Path(__file__).parent / "schemas" / "config.schema.yaml"


class BadConfig(ValueError):
    """A configuration that cannot be run; the message is one line that says what is wrong and what is wanted."""


def validated(config: Mapping) -> dict:
    """The configuration with every default filled in. Raises BadConfig."""
    schema = _schema()
    config = dict(_with_numbers(deepcopy(dict(config)), schema))
    errors = sorted(Draft202012Validator(schema).iter_errors(config), key=lambda e: [str(p) for p in e.absolute_path])
    if errors:
        raise BadConfig("; ".join(_explain(error) for error in errors))
    if endless := list(_not_finite(config)):
        raise BadConfig("; ".join(f"config: {place} is {value}; wanted a finite number" for place, value in endless))
    if "results" in config:
        config["results"] = os.path.normpath(config["results"])
    complete = _with_defaults(config, schema)
    problems = list(_impossible(complete))
    if problems:
        raise BadConfig("; ".join(problems))
    return complete


@cache
def _schema() -> dict:
    return yaml.safe_load(SCHEMA.read_text(encoding="utf-8"))


def missing_device(device: str) -> str:
    """Why training cannot run on `device`; empty where it can. Looks only where a GPU is asked for by name."""
    if device != "cuda":
        return ""
    probe = [sys.executable, "-c", "import sys, torch; sys.exit(not torch.cuda.is_available())"]
    if subprocess.run(probe, check=False, capture_output=True).returncode == 0:
        return ""
    return "config: device is 'cuda', but torch sees no GPU here; wanted 'auto' or 'cpu'"


def missing_images(images: Mapping) -> str:
    """Why the images that are asked for cannot be had; empty where they can. Fetches nothing."""
    problem = images_data.missing(images["data"], images["folder"])
    return f"config: {problem}" if problem else ""


def _not_finite(config: Mapping, above: str = "") -> Iterator[tuple[str, float]]:
    """Keys that hold a NaN or an infinity: no bound of the schema refuses a NaN."""
    for key, value in config.items():
        if isinstance(value, Mapping):
            yield from _not_finite(value, f"{above}{key}.")
        elif isinstance(value, float) and not math.isfinite(value):
            yield f"{above}{key}", value


def _impossible(config: Mapping) -> Iterator[str]:
    one = config["degree_one"]
    for neurons in one["neurons"]:
        if neurons % one["inputs"]:
            yield (
                f"config: degree_one.neurons has {neurons}, which is not divisible by the {one['inputs']} inputs; "
                f"wanted multiples of {one['inputs']}"
            )
    for neurons in config["random_pnn"]["neurons"]:
        if neurons % 2:
            yield f"config: random_pnn.neurons has {neurons}, but every line has two neurons; wanted even numbers"
    starts = config["basin_probability"]
    if starts["solved"] > starts["draws"]:
        yield (
            f"config: basin_probability.solved {starts['solved']} is more than "
            f"basin_probability.draws {starts['draws']}"
        )
    yield from _impossible_sweeps(config["schur_by_lines"], config["schur_by_inputs"])
    for name in ("degree_one", "random_pnn"):
        yield from _impossible_training(name, config[name], config["device"])
    yield from _impossible_images(config["images"])


def _impossible_sweeps(by_lines: Mapping, by_inputs: Mapping) -> Iterator[str]:
    for prefix in ("", "long_"):
        lines = by_lines[f"{prefix}lines"]
        for inputs, _ in by_lines[f"{prefix}nets"]:
            if not 3 <= inputs < lines:
                yield (
                    f"config: schur_by_lines.{prefix}nets has {inputs} inputs; "
                    f"wanted at least 3 and fewer than the {lines} {prefix}lines"
                )
    for name, along in (("ratios", "lines_per_input"), ("draws", "inputs")):
        given, wanted = len(by_inputs[name]), len(by_inputs[along])
        if given != wanted:
            yield f"config: schur_by_inputs.{name} has {given} entries; wanted {wanted}, one for each of {along}"
    if by_inputs["inputs"] and by_inputs["ratios"]:
        least = min(by_inputs["inputs"]) * min(by_inputs["lines_per_input"])
        smallest = min(ratio for ratios in by_inputs["ratios"] for ratio in ratios)
        if smallest * least < 1:
            yield f"config: schur_by_inputs.ratios has {smallest}, which leaves no target line with {least} lines"


def _impossible_training(name: str, part: Mapping, device: str) -> Iterator[str]:
    if part["samples"] % part["batch"]:
        yield f"config: {name}.batch {part['batch']} does not divide {name}.samples {part['samples']}"
    if part["stop_window"] > part["epochs"]:
        yield f"config: {name}.stop_window {part['stop_window']} is more than {name}.epochs {part['epochs']}"
    if part["engine"] == "compiled" and device == "cuda":
        yield f"config: {name}.engine 'compiled' runs on a CPU; wanted engine 'torch' or device 'cpu'"


def _impossible_images(part: Mapping) -> Iterator[str]:
    for neurons in part["neurons"]:
        if neurons % 2:
            yield f"config: images.neurons has {neurons}, but every line has two neurons; wanted even numbers"
    if part["epochs"] != sorted(part["epochs"]):
        yield f"config: images.epochs is {part['epochs']}; wanted rising numbers"
    if part["stop_window"] > min(part["epochs"]):
        yield f"config: images.stop_window {part['stop_window']} is more than {min(part['epochs'])} of images.epochs"
    if part["data"] == "digits" and part["training_images"] % part["batch"]:
        yield (f"config: images.batch {part['batch']} does not divide images.training_images {part['training_images']}")


def _explain(error: ValidationError) -> str:
    place = ".".join(str(part) for part in error.absolute_path) or "the top level"
    if error.validator == "additionalProperties":
        known = list(error.schema["properties"])  # type: ignore[index]
        unknown = [key for key in error.instance if key not in known]  # type: ignore[union-attr]
        return "; ".join(f"config: unknown key {key!r} at {place}{_meant(key, known)}" for key in unknown)
    wanted = {"type": "of type ", "enum": "one of ", "minimum": "at least ", "maximum": "at most "}.get(
        str(error.validator), f"{error.validator} "
    )
    return f"config: {place} is {error.instance!r}; wanted {wanted}{error.validator_value}"


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
    """Numbers that YAML 1.1 reads as text, such as 1e-6, made numbers; 1.0e+6 a whole one where one is wanted."""
    if isinstance(value, Mapping):
        inner = schema.get("properties", {})
        return {key: _with_numbers(item, inner.get(key, {})) for key, item in value.items()}
    wanted = schema.get("type", "")
    if isinstance(value, list):
        return [_with_numbers(item, schema.get("items", {})) for item in value]
    if isinstance(value, float) and wanted == "integer" and value.is_integer():
        return int(value)
    convert = {"integer": int, "number": float}.get(wanted)
    if isinstance(value, str) and convert:
        try:
            return convert(value)
        except ValueError:
            return value
    return value
