"""The jobs of a run: one topic by one method, found by where files lie and without importing them.

A topic is a folder <paper>/<topic>/ with `claims.py` (the wording) and one module a method.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from verification.wings import read_text, wing, wings

ENGINES = Path(__file__).parent / "methods"
MODULES = "[!.]*.py"  # and no hidden files, which editors and file systems leave beside others
METHODS = ("formal", "symbolic", "exact", "certified", "numerical", "monte_carlo", "experiment", "hunt")
DECLARED = re.compile(rf"^@({'|'.join(METHODS)})\.check\(", re.MULTILINE)
CALLED = re.compile(rf"\b({'|'.join(METHODS)})\.check\b")  # wherever, also by a helper that declares several
NAMED = re.compile(DECLARED.pattern + r'\s*"([^"]*)",\s*"([^"]*)"', re.MULTILINE)  # claim and part, where both are text


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

    @cached_property
    def path(self) -> Path:
        """The file of that module."""
        return wing(self.paper).folder / self.topic / f"{self.method}.py"

    def literal(self, name: str) -> tuple[str, ...]:
        """A literal tuple of strings that the module assigns to `name`; empty where it does not."""
        return literal(self.path, name)

    def names(self, claim_ids: Iterable[str]) -> bool:
        """Whether the module's source names one of these claims."""
        source = _source(self.path)
        return any(f'"{claim_id}"' in source for claim_id in claim_ids)

    def may_check(self, parts: Collection[tuple[str, str]]) -> bool:
        """Whether the module may hold a check of one of these parts, (claim, part), by what its topic says in so many
        words; True too where some check there is declared otherwise."""
        text = "\n".join(map(_source, [self.path, *_beside(self.path.parent)]))
        named = NAMED.findall(text)
        plain = 0 < len(named) == len(CALLED.findall(text))
        return not plain or any((claim, part) in parts for _, claim, part in named)

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
    found = wings().values() if paper is None else [wing(paper)]
    return sorted((one.key, topic) for one in found for topic in one.topics)


def mentions(paper: str, topic: str, claim_id: str) -> bool:
    """Whether a file of the topic holds the id, which says nothing where ids are put together from pieces."""
    return any(claim_id in _source(path) for path in (wing(paper).folder / topic).glob(MODULES))


def jobs(papers: tuple[str, ...]) -> list[Job]:
    """Every job of these papers. Raises ValueError for a paper that is not in the house, and for checks in no job."""
    wanted = sorted(pair for paper in set(papers) for pair in topics(paper))
    for paper, topic in wanted:
        _refuse_lost_checks(wing(paper).folder / topic)
    candidates = [Job(paper, topic, method) for paper, topic in wanted for method in METHODS]
    return [job for job in candidates if job.path.is_file()]


def _refuse_lost_checks(topic: Path) -> None:
    """Raise ValueError where a module declares checks, but is neither a method's nor imported by one that is."""
    run = "".join(_source(path) for path in topic.glob(MODULES) if path.stem in METHODS)
    for path in _beside(topic):
        if DECLARED.search(_source(path)) and f".{path.stem} import" not in run:
            raise ValueError(
                f"{path} declares checks that no job runs; wanted {', '.join(METHODS)}, or one to import it"
            )


def _beside(topic: Path) -> list[Path]:
    """The modules of a topic that are no method's."""
    return [path for path in sorted(topic.glob(MODULES)) if path.stem not in METHODS]


def method_settings(method: str) -> tuple[str, ...]:
    """The config keys that a method's engine uses: `SETTINGS` in its module."""
    return literal(ENGINES / f"{method}.py", "SETTINGS")


def literal(path: Path, name: str) -> tuple[str, ...]:
    """The tuple of strings assigned to `name` at the top level of a source file; () where there is none.

    Raises ValueError where something else is assigned to it, such as one string in brackets without a comma.
    """
    source = _source(path)
    if name not in source:
        return ()
    assigned = re.search(rf"^{name}\b[^=\n]*=(.*)$", source, re.MULTILINE)
    found = re.search(rf"^{name} = (\([^()]*\))$", source, re.MULTILINE)
    try:
        value = ast.literal_eval(found[1]) if found else None if assigned else ()
    except (ValueError, SyntaxError):
        value = None
    if not isinstance(value, tuple) or not all(isinstance(word, str) for word in value):
        raise ValueError(f'{path}: {name} is no plain tuple of strings; wanted {name} = ("one", "more")')
    return value


@cache
def _source(path: Path) -> str:
    return read_text(path)
