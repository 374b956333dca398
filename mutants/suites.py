"""Which tests should notice a fault: those that import the module, nearest first, and the checks that use it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cached_property, partial
from pathlib import Path

from verification import wings
from verification.claim import Claim
from verification.jobs import jobs, topics

CHECKED = "mutants.checked"
WORDED = ("pytest", "tests/verification/test_claim_table.py")
PACKAGES = ("pnn", "verification", "workflow", "tests")
ENGINES = (
    *(
        "methods/*",
        "balls.py",
        "check.py",
        "claim.py",
        "closed_forms.py",
        "covers.py",
        "drawn_once.py",
        "enclosures.py",
    ),
    *("gaussian_means.py", "improper.py", "items.py", "run_topic.py", "verdict.py", "witnesses.py"),
)
ROOMS = {
    "engines": [f"verification/{name}" for name in ENGINES],
    "ledger": ["verification/*ledger.py", "verification/lint.py"],
    "store": ["pnn/store.py", "pnn/hdf5.py", "pnn/whole_files.py", "pnn/manifest.py", "pnn/training/checkpoint.py"],
    "library": ["pnn/*"],
    "plan": ["workflow/*", "verification/[!p]*"],
    "checks": ["verification/papers/*"],
}
LOOKS = ["*/figures/*", "workflow/report/*", "workflow/terminal/*", "*/reproduction/*", "*/template/*", "*/wording.py"]


def room(file: str) -> str | None:
    """The room of a source file; None for what draws or writes the page, where a number is a matter of looks."""
    if any(fnmatch(file, pattern) for pattern in LOOKS):
        return None
    return next((name for name, patterns in ROOMS.items() if any(fnmatch(file, one) for one in patterns)), None)


class Suites:
    """What to run for a file of the tree at `root`, as words after `python -m`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def of(self, file: str) -> Iterator[tuple[str, ...]]:
        """The claims and the table of a wording; jobs and tests that import the file, nearest first; then its folder's.

        Jobs are run for what lies in a paper alone. Of tests equally far away those come first that bear the name of
        the file, or of one through which they have it, and then those in the nearest folders.
        """
        reached, ring = [file], [file]
        while ring:
            if room(file) == "checks":
                wordings = [path for path in ring if Path(path).name == "claims.py"]
                yield from map(self._claims, wordings)
                yield from [WORDED] * bool(wordings)
                yield from ((CHECKED, module) for module in self._jobs(ring))
            ring = sorted({path for one in ring for path in self._importers.get(one, ())} - {*reached})
            tests = [path for path in ring if path.startswith("tests/") and Path(path).name.startswith("test_")]
            yield from (("pytest", path) for path in sorted(tests, key=partial(_strangeness, reached)))
            reached += ring
        beside = {str(path.relative_to(self.root)) for path in (self.root / "tests" / file).parent.glob("test_*.py")}
        yield from (("pytest", path) for path in sorted(beside - {*reached}))

    @cached_property
    def _importers(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for folder in PACKAGES:
            for path in sorted((self.root / folder).rglob("*.py")):
                for target in filter(None, map(self._file, _imported(ast.parse(path.read_bytes())))):
                    found.setdefault(target, set()).add(str(path.relative_to(self.root)))
        return found

    def _jobs(self, files: list[str]) -> list[str]:
        """The modules of the jobs that are among some files, or compute with closed forms that are proved there."""
        forms = {"/".join(Path(file).parts[2:4]) for file in files if Path(file).name == "symbolic.py"}
        house = jobs(tuple({paper for paper, _ in topics()}))
        places = {f"{job.module.replace('.', '/')}.py": job for job in house}
        wanted = [place for place, job in places.items() if place in files or forms & {*job.forms}]
        return [places[place].module for place in sorted(wanted, key=files[0].__ne__)]

    def _claims(self, file: str) -> tuple[str, ...]:
        """The command that checks the claims of a topic."""
        module = wings.imported(".".join(Path(file).with_suffix("").parts))
        return ("verification", *(value.id for value in vars(module).values() if isinstance(value, Claim)))

    def _file(self, module: str) -> str | None:
        base = self.root.joinpath(*module.split("."))
        found = next((path for path in (base.with_suffix(".py"), base / "__init__.py") if path.is_file()), None)
        return str(found.relative_to(self.root)) if found else None


def _strangeness(reached: list[str], test: str) -> tuple[int, int]:
    """The place of the file whose name a test bears among those that are reached; their number where it bears none.

    With it the number of folders that the test and the first of these files do not share.
    """
    name = Path(test).stem
    places = (place for place, path in enumerate(reached) if name.startswith(f"test_{Path(path).stem}"))
    apart = {*Path(reached[0]).parts[:-1]} ^ {*Path(test).parts[1:-1]}
    return next(places, len(reached)), len(apart)


def _imported(tree: ast.Module) -> set[str]:
    """Names that may be modules of this repository: what is imported, and names imported from it."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {name for name in names if name.split(".")[0] in PACKAGES}
