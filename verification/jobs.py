"""The jobs of a run: one topic by one method, found by where files lie and without importing them.

A topic is a folder papers/<paper>/<topic>/ with `claims.py` (the wording) and one module a method.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent
METHODS = ("symbolic", "exact", "certified", "numerical", "monte_carlo", "experiment")
DECLARED = re.compile(rf"^@({'|'.join(METHODS)})\.check\(", re.MULTILINE)


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

    def literal(self, name: str) -> tuple[str, ...]:
        """A literal tuple of strings that the module assigns to `name`; empty where it does not."""
        return literal(ROOT / "papers" / self.paper / self.topic / f"{self.method}.py", name)

    def names(self, claim_ids: Iterable[str]) -> bool:
        """Whether the module's source names one of these claims."""
        source = _source(ROOT / "papers" / self.paper / self.topic / f"{self.method}.py")
        return any(f'"{claim_id}"' in source for claim_id in claim_ids)

    @property
    def forms(self) -> tuple[str, ...]:
        """The topics, "paper/topic", whose proved closed forms the checks compute with: `FORMS` in the module."""
        return self.literal("FORMS")

    @property
    def data(self) -> tuple[str, ...]:
        """The experiments whose data the checks read: `DATA` in the module."""
        return self.literal("DATA")


def topics(paper: str | None = None) -> list[tuple[str, str]]:
    """All (paper, topic) pairs, sorted."""
    found = sorted((path.parts[-3], path.parts[-2]) for path in ROOT.glob("papers/*/*/claims.py"))
    return [pair for pair in found if paper in (None, pair[0])]


def jobs(papers: tuple[str, ...]) -> list[Job]:
    """Every job of these papers. Raises ValueError for a paper that is not in the house, and for checks in no job."""
    known = sorted({paper for paper, _ in topics()})
    for paper in papers:
        if paper not in known:
            raise ValueError(f"paper {paper!r} is not in the house; wanted one of {', '.join(known)}")
    wanted = [(paper, topic) for paper, topic in topics() if paper in papers]
    for paper, topic in wanted:
        _refuse_lost_checks(ROOT / "papers" / paper / topic)
    candidates = [Job(paper, topic, method) for paper, topic in wanted for method in METHODS]
    return [job for job in candidates if (ROOT / "papers" / job.paper / job.topic / f"{job.method}.py").is_file()]


def _refuse_lost_checks(topic: Path) -> None:
    """Raise ValueError where a module declares checks, but is neither a method's nor imported by one that is."""
    run = "".join(_source(path) for path in topic.glob("*.py") if path.stem in METHODS)
    for path in topic.glob("*.py"):
        if path.stem not in METHODS and DECLARED.search(_source(path)) and f".{path.stem} import" not in run:
            raise ValueError(
                f"{path} declares checks that no job runs; wanted {', '.join(METHODS)}, or one to import it"
            )


def method_settings(method: str) -> tuple[str, ...]:
    """The config keys that a method's engine uses: `SETTINGS` in its module."""
    return literal(ROOT / "methods" / f"{method}.py", "SETTINGS")


def literal(path: Path, name: str) -> tuple[str, ...]:
    """The tuple of strings assigned to `name` at the top level of a source file; () where there is none.

    Raises ValueError where something else is assigned to it, such as one string in brackets without a comma.
    """
    assigned = re.search(rf"^{name}\b[^=\n]*=(.*)$", _source(path), re.MULTILINE)
    found = re.search(rf"^{name} = (\([^()]*\))$", _source(path), re.MULTILINE)
    try:
        value = ast.literal_eval(found[1]) if found else None if assigned else ()
    except (ValueError, SyntaxError):
        value = None
    if not isinstance(value, tuple) or not all(isinstance(word, str) for word in value):
        raise ValueError(f'{path}: {name} is no plain tuple of strings; wanted {name} = ("one", "more")')
    return value


@cache
def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8")
