"""The jobs of a run: one topic by one method, found by where files lie and without importing them.

A topic is a folder papers/<paper>/<topic>/ with `claims.py` (the wording) and one module a method.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent
METHODS = ("symbolic", "exact", "certified", "numerical", "monte_carlo", "experiment")


@dataclass(frozen=True)
class Job:
    """One topic by one method."""

    paper: str
    topic: str
    method: str

    @property
    def module(self) -> str:
        """The module that holds the checks."""
        return f"verification.papers.{self.paper}.{self.topic}.{self.method}"

    def literal(path: Path, name: str) -> tuple[str, ...]:
    """The tuple of strings assigned to `name` at the top level of a source file; () where there is none."""
    found = re.search(rf"^{name} = (\([^()]*\))$", _source(path), re.MULTILINE)
    return tuple(ast.literal_eval(found[1])) if found else ()


@cache
def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8")
