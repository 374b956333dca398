"""Digests of code: what a stage runs, followed through its imports, without comments, docstrings and positions.

A stage's digest stands among its rule's parameters, so that an edit reruns exactly the stages whose import closure
holds it, and an edit to a comment reruns nothing. The versions of the libraries that the closure imports are part of
it, so that another version of one reruns the stages that use it. That of Python is not: the same source with the same
libraries has the same digest.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache, cached_property
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from pnn.whole_files import write_text
from verification import papers

PACKAGES = ("pnn", "verification", "workflow")
PAPERS = ("verification", "papers")
DISTRIBUTIONS = {
    "PIL": "pillow",
    "flint": "python-flint",
    "sklearn": "scikit-learn",
    "yaml": "PyYAML",
}  # named otherwise


def source(module: str, root: Path) -> Path | None:
    """The file of a first-party module, a paper's being looked for in every place of papers; None for any other."""
    parts = module.split(".")
    if parts[0] not in PACKAGES:
        return None
    bases = [os.path.join(root, *parts)]
    if tuple(parts[:2]) == PAPERS and len(parts) > 2:
        bases += [os.path.join(place, *parts[2:]) for place in papers.__path__]
    candidates = (path for base in bases for path in (f"{base}.py", os.path.join(base, "__init__.py")))
    return next((Path(path) for path in candidates if os.path.isfile(path)), None)


@cache
def version(library: str) -> str:
    """The installed version of a library by the name as which it is imported; "none" where there is none."""
    try:
        return metadata.version(DISTRIBUTIONS.get(library, library))
    except metadata.PackageNotFoundError:
        if find_spec(library) is None:
            return "none"
    names = metadata.packages_distributions().get(library, [])
    return " ".join(f"{name} {metadata.version(name)}" for name in sorted(set(names))) or "none"


def with_files(code: str, files: Iterable[str]) -> str:
    """The digest of code and of files that it reads, by their names and bytes; that of the code where it reads none.

    The date of a file does not tell: that of an older one may be put in its place. One that is not there is left to
    Snakemake, which names it.
    """
    read = [path for path in map(Path, files) if path.is_file()]
    if not read:
        return code
    lines = [f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n" for path in read]
    return hashlib.sha256("".join([f"{code}\n", *lines]).encode()).hexdigest()[:32]


class Closure:
    """Import closures over the first-party packages below `root`; parsed files are remembered in `cache`."""

    def __init__(self, root: Path, cache: Path | None = None):
        self.root = root
        self.cache = cache
        self._paths: dict[str, Path | None] = {}
        self._parsed: dict[str, tuple[str, list[str], list[str]]] = {}
        self._reached_from: dict[str, list[str]] = {}
        self._digests: dict[tuple[str, ...], str] = {}

    def digest(self, *modules: str) -> str:
        """SHA-256 over the syntax trees of these modules and of all first-party modules they import, and over the
        versions of the libraries that any of them imports."""
        if modules in self._digests:
            return self._digests[modules]
        reached: dict[str, str] = {}
        libraries: set[str] = set()
        waiting = [parent for module in modules for parent in _with_parents(module)]
        while waiting:
            module = waiting.pop()
            if module in reached or self.path(module) is None:
                continue
            reached[module], _, foreign = self._parse(module)
            waiting += self._next(module)
            libraries |= set(foreign)
        missing = [module for module in modules if module not in reached]
        if missing:
            raise ValueError(f"no first-party module {', '.join(missing)} below {self.root}")
        lines = [f"{name} {reached[name]}\n" for name in sorted(reached)]
        lines += [f"{library} {version(library)}\n" for library in sorted(libraries)]
        self._digests[modules] = hashlib.sha256("".join(lines).encode()).hexdigest()[:32]
        return self._digests[modules]

    def imports(self, module: str) -> tuple[list[str], list[str]]:
        """What a module's source imports: names that may be first-party modules, and foreign libraries."""
        _, own, foreign = self._parse(module)
        return own, foreign

    def save(self) -> None:
        """Write the parsed files' digests for the next start; a cache that cannot be written is no error."""
        if self.cache is None or self._remembered == self._fresh:
            return
        with suppress(OSError):
            write_text(self.cache, json.dumps(self._fresh))

    def path(self, module: str) -> Path | None:
        """The source of a first-party module; None for any other."""
        if module not in self._paths:
            self._paths[module] = source(module, self.root)
        return self._paths[module]

    def _next(self, module: str) -> list[str]:
        """The first-party modules among the names that a module imports."""
        if module not in self._reached_from:
            self._reached_from[module] = [name for name in self._parse(module)[1] if self.path(name)]
        return self._reached_from[module]

    def _parse(self, module: str) -> tuple[str, list[str], list[str]]:
        if module not in self._parsed:
            path = self.path(module)
            assert path is not None
            data = path.read_bytes()
            key = hashlib.sha256(f"{_reader()} {module}\0".encode() + data).hexdigest()
            found = self._remembered.get(key) or self._read(module, path, data)
            self._fresh[key] = found
            self._parsed[module] = (found[0], found[1], found[2])
        return self._parsed[module]

    def _read(self, module: str, path: Path, data: bytes) -> list:
        try:
            tree = ast.parse(data)
        except SyntaxError as error:
            raise ValueError(f"{path}, line {error.lineno}: {error.msg}") from error
        package = module if path.name == "__init__.py" else module.rpartition(".")[0]
        names = set(_imports(tree, package))
        own = sorted({parent for name in names if _is_own(name) for parent in _with_parents(name)})
        foreign = sorted({name.split(".")[0] for name in names if not _is_own(name)} - sys.stdlib_module_names - {""})
        return [hashlib.sha256(_told(_plain(tree)).encode()).hexdigest(), own, foreign]

    @cached_property
    def _remembered(self) -> dict[str, list]:
        try:
            found = json.loads(self.cache.read_text()) if self.cache else {}
            return found if isinstance(found, dict) else {}
        except (OSError, ValueError):
            return {}

    @cached_property
    def _fresh(self) -> dict[str, list]:
        return {}


@cache
def _reader() -> str:
    """What reads sources here, this Python and this module: others may remember something else of a file."""
    return f"{sys.version_info[:2]} {hashlib.sha256(Path(__file__).read_bytes()).hexdigest()}"


def _imports(tree: ast.AST, package: str):
    """Names that may be modules: what is imported, and names imported from it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(node, package)
            names = [base, *(f"{base}.{alias.name}" for alias in node.names)]
        else:
            continue
        yield from names


def _is_own(name: str) -> bool:
    return name.split(".")[0] in PACKAGES


def _with_parents(module: str) -> list[str]:
    """The packages that importing a module imports, and the module itself."""
    parts = module.split(".")
    return [".".join(parts[: i + 1]) for i in range(len(parts))]


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    parents = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*parents, *([node.module] if node.module else [])])


def _plain(tree: ast.AST) -> ast.AST:
    """The tree without docstrings, and without the empty texts that some Pythons see in formatted ones."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            node.values = [part for part in node.values if getattr(part, "value", None) != ""]
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and _docstring(node):
            node.body = node.body[1:] or [ast.Pass()]
    return tree


def _told(node: object) -> str:
    """A syntax tree as text without empty fields, of which newer Pythons have more and `ast.dump` shows fewer."""
    if isinstance(node, ast.AST):
        fields = [f"{name}={_told(value)}" for name, value in ast.iter_fields(node) if value not in (None, [])]
        return f"{type(node).__name__}({', '.join(fields)})"
    return f"[{', '.join(map(_told, node))}]" if isinstance(node, list) else ascii(node)


def _docstring(node) -> bool:
    first = node.body[0] if node.body else None
    return isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
