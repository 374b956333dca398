"""The source files that the page shows: checks and figures, each on a page of its own with numbered lines."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from workflow.closure import source

ROOT = Path(__file__).resolve().parents[2]


def source_path(module: str) -> Path:
    """The file of a first-party module. Raises ValueError where there is none."""
    path = source(module, ROOT)
    if path is None:
        raise ValueError(f"there is no module {module}")
    return path


@cache
def function_lines(module: str) -> dict[str, int]:
    """The line on which each top-level function starts, decorators included."""
    tree = ast.parse(source_path(module).read_text(encoding="utf-8"))
    return {
        node.name: min([node.lineno, *(d.lineno for d in node.decorator_list)])
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }


def link(module: str, function: str = "") -> str:
    """Where the page shows a module, at a function if one is named; relative to the site's root."""
    line = function_lines(module).get(function)
    return f"code/{module}.html" + (f"#L{line}" if line else "")
