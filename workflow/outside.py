"""Papers that lie outside the house: what they use of it, and what they lack, known before any work."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from verification import papers
from verification.wings import Wing, wing
from workflow.closure import Closure

APART = ("tests",)  # folders of a paper that no stage runs


def report(keys: list[str], closure: Closure) -> Iterator[str]:
    """A line for every one of these papers that lies outside: where it lies, and what of the house it uses.

    Raises ValueError, in one line, where one imports what is not to be had, or another paper.
    """
    house = Path(papers.__path__[0])
    for one in map(wing, keys):
        if one.folder.is_relative_to(house):
            continue
        imported = {name: module for module in _modules(one) for names in closure.imports(module) for name in names}
        if lacking := [
            f"{module} {why}" for name, module in sorted(imported.items()) if (why := _lacks(one, name, closure))
        ]:
            raise ValueError(f"paper {one.key} in {one.folder}: {'; '.join(lacking)}")
        around = [name for name in imported if _within(name, one.package) or _within(one.package, name)]
        used = sorted(name for name in imported if closure.path(name) and name not in around)
        told = [name for name in used if not any(_within(other, name) and other != name for other in used)]
        yield f"paper {one.key} in {one.folder} uses {', '.join(told) or 'nothing of the house'}"


def _modules(one: Wing) -> Iterator[str]:
    """What of the paper can be imported, and so none of the files that editors and file systems leave beside it."""
    for path in sorted(one.folder.rglob("*.py")):
        parts = path.relative_to(one.folder).with_suffix("").parts
        if all(map(str.isidentifier, parts)) and parts[0] not in APART and path.name != "__init__.py":
            yield ".".join([one.package, *parts])


def _within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def _lacks(one: Wing, name: str, closure: Closure) -> str:
    """Why a name that the paper imports is not to be had; empty where it is."""
    top, parts = name.split(".")[0], name.split(".")
    if closure.path(top) is None:
        return "" if find_spec(top) else f"imports {top}, which is not installed"
    if _within(name, "verification.papers") and len(parts) > 2 and not _within(name, one.package):
        return f"imports {name}, of another paper"
    parent = closure.path(".".join(parts[:-1])) if len(parts) > 1 else None
    if closure.path(name) or _is_folder(name) or (parent and parts[-1] in {"*", *_names(parent)}):
        return ""
    return f"imports {name}, which is not there"


def _is_folder(name: str) -> bool:
    parts = name.split(".")
    return parts[:2] == ["verification", "papers"] and any(Path(p, *parts[2:]).is_dir() for p in papers.__path__)


@cache
def _names(path: Path) -> frozenset[str]:
    """What a module defines or imports, wherever in its source; everything where it answers for any name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {alias.asname or alias.name for alias in node.names}
    return _Any() if "__getattr__" in found else frozenset(found)


class _Any(frozenset):
    """The names of a module that makes them when it is asked."""

    def __contains__(self, name: object) -> bool:
        return True
