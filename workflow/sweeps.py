"""The conditions of the sweeps behind Figures 8 and 9: their names, the settings of their jobs and what these need."""

from __future__ import annotations

from collections.abc import Mapping

SWEEPS = ("schur_by_lines", "schur_by_inputs")
MOST_IN_MEMORY = 2 << 30  # bytes of a triangle: that of pnn.triangle, which takes long to import


def conditions(sweep: str, config: Mapping) -> dict[str, dict]:
    """Every condition of a sweep by the name of its file, with the settings of its job."""
    return _by_lines(config) if sweep == "schur_by_lines" else _by_inputs(config)


def memory(condition: Mapping) -> int:
    """Megabytes that a condition's job needs: a triangle of half the lines squared (above 2 GiB it lies in files), rows
    of the lines, of what they solve and of blocks of a thousand lines, and squares of the target lines."""
    inputs = condition["inputs"]
    lines = condition["lines"] if "lines" in condition else condition["lines_per_input"] * inputs
    targets = condition["target_lines"] if "lines" in condition else round(max(condition["ratios"]) * lines)
    numbers = lines * (3 * targets + 5 * inputs + 4096) + 3 * targets**2
    triangle = 4 * lines**2
    return 400 + ((triangle if triangle <= MOST_IN_MEMORY else 0) + 8 * numbers) // 1_000_000


def _by_lines(config: Mapping) -> dict[str, dict]:
    part, found = config["schur_by_lines"], {}
    for reach, prefix in (("short", ""), ("long", "long_")):
        shared = {key: part[f"{prefix}{key}"] for key in ("lines", "draws")}
        shared |= {"sizes": part["sizes"], "seed": config["seed"]}
        for inputs, targets in part[f"{prefix}nets"]:
            found[f"{reach}-{inputs}-{targets}"] = {"inputs": inputs, "target_lines": targets, **shared}
    return found


def _by_inputs(config: Mapping) -> dict[str, dict]:
    part, found = config["schur_by_inputs"], {}
    for lines, ratios in zip(part["lines_per_input"], part["ratios"], strict=True):
        for inputs, draws in zip(part["inputs"], part["draws"], strict=True):
            condition = {"inputs": inputs, "lines_per_input": lines, "ratios": ratios, "draws": draws}
            found[f"{lines}-{inputs}"] = condition | {"seed": config["seed"]}
    return found
