"""Digests of code: what a stage runs, followed through its imports, without comments, docstrings and positions.

A stage's digest stands among its rule's parameters, so that an edit reruns exactly the stages whose import closure
holds it, and an edit to a comment reruns nothing.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import tempfile
from functools import cached_property
from pathlib import Path

PACKAGES = ("pnn", "verification", "workflow")


class Closure:
    """Import closures over the first-party packages below `root`; parsed files are remembered in `cache`."""

    def __init__(self, root: Path, cache: Path | None = None):
        self.root = root
        self.cache = cache
        self._parsed: dict[str, tuple[str, list[str]]] = {}

    def digest(self, *modules: str) -> str:
        """SHA-256 over the syntax trees of these modules and of all first-party modules they import."""
        reached: dict[str, str] = {}
        waiting = [parent for module in modules for parent in _with_parents(module)]
        while waiting:
            module = waiting.pop()
            if module in reached or self.path(module) is None:
                continue
            reached[module], imports = self._parse(module)
            waiting += imports
        missing = [module for module in modules if module not in reached]
        if missing:
            raise ValueError(f"no first-party module {', '.join(missing)} below {self.root}")
        lines = "".join(f"{name} {reached[name]}\n" for name in sorted(reached))
        return hashlib.sha256(lines.encode()).hexdigest()[:32]

    def save(self) -> None:
        """Write the parsed files' digests for the next start; a cache that cannot be written is no error."""
        if self.cache is None or self._remembered == self._fresh:
            return
        try:
            self.cache.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", dir=self.cache.parent, delete=False) as file:
                json.dump(self._fresh, file)
            os.replace(file.name, self.cache)
        except OSError:
            pass

    def path(self, module: str) -> Path | None:
        """The source of a first-party module; None for any other."""
        if module.split(".")[0] not in PACKAGES:
            return None
        base = self.root.joinpath(*module.split("."))
        candidates = (base.with_suffix(".py"), base / "__init__.py")
        return next((path for path in candidates if path.is_file()), None)

    def _parse(self, module: str) -> tuple[str, list[str]]:
        if module not in self._parsed:
            path = self.path(module)
            assert path is not None
            data = path.read_bytes()
            key = hashlib.sha256(module.encode() + b"\0" + data).hexdigest()
            found = self._remembered.get(key) or self._read(module, path, data)
            self._fresh[key] = found
            self._parsed[module] = (found[0], found[1])
        return self._parsed[module]

    def _read(self, module: str, path: Path, data: bytes) -> list:
        tree = ast.parse(data)
        package = module if path.name == "__init__.py" else module.rpartition(".")[0]
        imports = sorted(set(_imports(tree, package)))
        return [hashlib.sha256(ast.dump(_without_docstrings(tree)).encode()).hexdigest(), imports]

    @cached_property
    def _remembered(self) -> dict[str, list]:
        try:
            return json.loads(self.cache.read_text()) if self.cache else {}
        except (OSError, ValueError):
            return {}

    @cached_property
    def _fresh(self) -> dict[str, list]:
        return {}


def _imports(tree: ast.AST, package: str):
    """Names that may be first-party modules: what is imported, its parents, and names imported from it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(node, package)
            names = [base, *(f"{base}.{alias.name}" for alias in node.names)]
        else:
            continue
        for name in names:
            if name.split(".")[0] in PACKAGES:
                yield from _with_parents(name)


def _with_parents(module: str) -> list[str]:
    """The packages that importing a module imports, and the module itself."""
    parts = module.split(".")
    return [".".join(parts[: i + 1]) for i in range(len(parts))]


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    parents = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*parents, *([node.module] if node.module else [])])


def _without_docstrings(tree: ast.AST) -> ast.AST:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and _docstring(node):
            node.body = node.body[1:] or [ast.Pass()]
    return tree


def _docstring(node) -> bool:
    first = node.body[0] if node.body else None
    return isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
