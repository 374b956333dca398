"""What a paper brings, found by where its files lie: topics, experiments, figures, comparisons with what was printed.

A paper is a folder that bears its key, in this house, in a folder that the configuration names in `papers_from`, or in
an installed package with an entry point of the group `porcupine.papers` that names a package of papers. It holds

    paper.py                    the paper: PAPER, a `verification.claim.Paper`
    published.yaml              printed numbers to compare with, if there are any
    <topic>/claims.py           the wording, and beside it a module a method: `verification.jobs`
    experiments/<name>/         section.yaml, plan.py, run.py: `verification.experiments`
    figures/index.py            FIGURES, and beside it the modules that draw: `verification.figures.index`
    reproduction/index.py       COMPARISONS, and beside it the modules that compare: `verification.reproduction`
"""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from verification import papers
from verification.experiments import plan
from verification.figures.index import Entry
from verification.reproduction import Comparison

GROUP = "porcupine.papers"
KEY = re.compile(r"[a-z][a-z0-9]*")
NEEDED = {"paper.py": "paper.py", "*/claims.py": "a topic, a folder with claims.py"}
PARTS = ("section.yaml", "plan.py", "run.py")


@dataclass(frozen=True)
class Experiment:
    """An experiment of a paper: its section of the configuration, its plan and its run stand in one folder."""

    paper: str
    name: str
    folder: Path

    @property
    def room(self) -> str:
        """The package of its modules."""
        return f"verification.papers.{self.paper}.experiments.{self.name}"

    @property
    def gathers(self) -> list[str]:
        """The modules that gathering depends on beside the common ones."""
        return [f"{self.room}.{name}" for name in ("plan", "gather") if (self.folder / f"{name}.py").is_file()]

    @property
    def section(self) -> tuple[str, dict]:
        """The key of its section of the configuration and the schema of that section. Raises ValueError."""
        return _section(self.folder / "section.yaml")

    def jobs(self, section: Mapping, run: plan.Run) -> dict[str, plan.Job]:
        """Its jobs by what their files are called below the experiments' folder. Raises ValueError."""
        try:
            found = plan.checked(_of(self._plan, "jobs")(section, run))
        except ValueError as error:
            raise ValueError(f"{self.paper}, experiment {self.name}: {error}") from error
        return {f"{self.name}/{job.name}" if job.name else self.name: job for job in found}

    def refusals(self, section: Mapping, run: plan.Run) -> Iterator[str]:
        """A line for every combination of settings that cannot be run."""
        yield from getattr(self._plan, "refusals", lambda *_: ())(section, run)

    def uncut(self, section: Mapping) -> dict:
        """The section without the keys on which no result depends."""
        cuts = getattr(self._plan, "CUTS", ())
        return {key: value for key, value in section.items() if key not in cuts}

    @property
    def _plan(self) -> ModuleType:
        return imported(f"{self.room}.plan")


@dataclass(frozen=True)
class Wing:
    """A paper and its folder."""

    key: str
    folder: Path

    @property
    def package(self) -> str:
        """The package as which it is imported."""
        return f"verification.papers.{self.key}"

    @property
    def topics(self) -> list[str]:
        """Its topics, sorted."""
        return sorted(path.parent.name for path in self.folder.glob("[!.]*/claims.py"))

    @property
    def experiments(self) -> list[Experiment]:
        """Its experiments, sorted. Raises ValueError where one lacks a part."""
        found = []
        for folder in sorted({path.parent for part in PARTS for path in self.folder.glob(f"experiments/*/{part}")}):
            if lacking := [part for part in PARTS if not (folder / part).is_file()]:
                raise ValueError(f"{folder}: this experiment lacks {' and '.join(lacking)}; wanted {', '.join(PARTS)}")
            found.append(Experiment(self.key, folder.name, folder))
        return found

    @property
    def figures(self) -> tuple[Entry, ...]:
        """Its figures, in the order of its list."""
        listed = self._listed("figures", "FIGURES")
        return tuple(replace(entry, paper=self.key) for entry in listed)

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Its comparisons of printed with reproduced numbers, in the order of its list."""
        return tuple(replace(one, paper=self.key) for one in self._listed("reproduction", "COMPARISONS"))

    @property
    def published(self) -> list[Path]:
        """The file of printed numbers, if there is one."""
        return [path for path in [self.folder / "published.yaml"] if path.is_file()]

    def index(self, kind: str) -> list[str]:
        """The module that lists its figures or comparisons, if it has any."""
        return [f"{self.package}.{kind}.index"] if (self.folder / kind / "index.py").is_file() else []

    def _listed(self, kind: str, name: str) -> tuple:
        return tuple(entry for module in self.index(kind) for entry in _of(imported(module), name))


def imported(module: str) -> ModuleType:
    """The module of a paper. Raises ValueError, in one line, where it or what it needs cannot be imported."""
    try:
        return importlib.import_module(module)
    except (ImportError, SyntaxError) as error:
        raise ValueError(f"{module} cannot be imported: {' '.join(str(error).split())}") from error


def _of(module: ModuleType, name: str) -> Any:
    if not hasattr(module, name):
        raise ValueError(f"{module.__name__} has no {name}")
    return getattr(module, name)


def read_text(path: Path) -> str:
    """The text of a file. Raises ValueError, which names it, where it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path} is no text in UTF-8: {error}") from error


def read_yaml(path: Path) -> Any:
    """What a YAML file says, by the compiled parser where there is one: ten times faster.

    Raises ValueError, in one line that names it, where it is none.
    """
    import yaml  # slow to load, and checks and experiments read none

    parser = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    try:
        return parser(read_text(path)).get_single_data()
    except yaml.YAMLError as error:
        raise ValueError(f"{path}: {' '.join(str(error).split())}") from error


@cache
def _section(path: Path) -> tuple[str, dict]:
    from jsonschema import Draft202012Validator  # used where a run is planned, not by its stages
    from jsonschema.exceptions import SchemaError

    fragment = read_yaml(path)
    if not isinstance(fragment, dict) or len(fragment) != 1:
        raise ValueError(f"{path}: wanted one key of the configuration and its schema")
    key, schema = next(iter(fragment.items()))
    if not isinstance(schema, dict) or schema.get("type") != "object" or not isinstance(schema.get("properties"), dict):
        raise ValueError(f"{path}: the schema of {key} has no properties; wanted type: object and a table of keys")
    for name, inner in schema["properties"].items():
        if not isinstance(inner, dict):
            raise ValueError(f"{path}: {key}.{name} is no schema; wanted a table with description and default")
        if lacking := [word for word in ("description", "default") if word not in inner]:
            raise ValueError(f"{path}: {key}.{name} has no {' and no '.join(lacking)}")
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        place = ".".join(map(str, [key, *error.absolute_path]))
        raise ValueError(f"{path}: {place} is {error.instance!r}, which is no word of a schema") from error
    return str(key), {"additionalProperties": False, "default": {}} | schema


def wings() -> dict[str, Wing]:
    """All papers that are to be found, by key, those of the house first. Raises ValueError for a key used twice."""
    found: dict[str, Wing] = {}
    for place in map(Path, papers.__path__):
        for folder in sorted(path.parent for path in place.glob("[!.]*/paper.py")):
            if folder.name in found:
                raise ValueError(
                    f"two papers have the key {folder.name!r}: {found[folder.name].folder} and {folder}; "
                    "wanted one key for each"
                )
            found[folder.name] = Wing(folder.name, folder)
    return found


def wing(key: str) -> Wing:
    """The paper of that key. Raises ValueError, naming those there are, for one that is in no place."""
    for place in map(Path, papers.__path__):
        if (place / key / "paper.py").is_file():
            return Wing(key, place / key)
    raise ValueError(f"paper {key!r} is not in the house; wanted one of {', '.join(sorted(wings()))}")


def admit(folders: Iterable[str | Path]) -> list[str]:
    """Take in the papers of these folders and of installed packages; the folders, absolute, for the stages to know.

    Raises ValueError, in one line, for a folder that holds no paper and for a paper that lacks something.
    """
    places = [Path(os.path.expanduser(folder)) for folder in folders]
    for place in places:
        _refuse_no_papers(place)
    papers.extend([*installed(), *places])
    outside = [os.path.abspath(place) for place in papers.__path__[1:]]
    if divided := [name for name in outside if os.pathsep in name]:
        raise ValueError(f"papers_from: {divided[0]} has a {os.pathsep!r} in its name; wanted a folder without")
    return outside


def installed() -> list[Path]:
    """The folders of the packages of papers that installed distributions bring."""
    from importlib import metadata  # slow to load, and stages look for none

    found: list[Path] = []
    for entry in metadata.entry_points(group=GROUP):
        try:
            spec = find_spec(entry.value)
        except ModuleNotFoundError:  # of a package around it
            spec = None
        if spec is None or not spec.submodule_search_locations:
            raise ValueError(f"the installed entry point {entry.name!r} names {entry.value!r}, which is no package")
        found += map(Path, spec.submodule_search_locations)
    return found


def _refuse_no_papers(place: Path) -> None:
    if not place.is_dir():
        raise ValueError(f"papers_from: there is no folder {place}")
    if (place / "paper.py").is_file():
        raise ValueError(f"papers_from: {place} is a paper itself; wanted the folder that holds it, {place.parent}")
    candidates = [path for path in sorted(place.iterdir()) if path.is_dir() and path.name[0] not in "._"]
    lacking = {path: _lacks(path) for path in candidates}
    if not any(lacks == "" for lacks in lacking.values()):
        told = "; ".join(f"{path.name} lacks {lacks}" for path, lacks in lacking.items())
        raise ValueError(f"papers_from: {place} holds no paper{': ' + told if told else ', it has no subfolder'}")
    for path, lacks in lacking.items():
        if lacks and len(lacks.split(" and ")) < len(NEEDED):
            raise ValueError(f"papers_from: {path} is no paper: it lacks {lacks}")
        if not lacks and not KEY.fullmatch(path.name):
            raise ValueError(f"papers_from: {path} is no key of a paper; wanted small letters and digits")


def _lacks(folder: Path) -> str:
    return " and ".join(text for pattern, text in NEEDED.items() if not any(folder.glob(pattern)))


def experiments(keys: Iterable[str]) -> dict[str, Experiment]:
    """The experiments of these papers by name. Raises ValueError for a name, or a key of a section, used twice."""
    found: dict[str, Experiment] = {}
    for one in (one for key in keys for one in wing(key).experiments):
        if one.name in found:
            raise ValueError(
                f"two papers, {found[one.name].paper} and {one.paper}, have an experiment called {one.name!r}; "
                "wanted one name for each"
            )
        found[one.name] = one
    return found


def sections(found: Iterable[Experiment]) -> dict[str, dict]:
    """The schemas of these experiments' sections by key. Raises ValueError for a key that two of them use."""
    schemas: dict[str, dict] = {}
    owners: dict[str, Experiment] = {}
    for one in found:
        key, schema = one.section
        if key in owners:
            other = owners[key]
            raise ValueError(
                f"{other.paper} and {one.paper} both have a section {key!r} of the configuration, of their experiments "
                f"{other.name} and {one.name}; wanted a key for each"
            )
        schemas[key], owners[key] = schema, one
    return schemas


def figures(keys: Iterable[str]) -> dict[str, Entry]:
    """The figures of these papers by name, in the order of the papers and of their lists. ValueError as above."""
    found: dict[str, Entry] = {}
    for entry in (entry for key in keys for entry in wing(key).figures):
        if entry.name in found:
            raise ValueError(
                f"two papers, {found[entry.name].paper} and {entry.paper}, have a figure called {entry.name!r}; "
                "wanted one name for each"
            )
        found[entry.name] = entry
    return found


def comparisons(keys: Iterable[str]) -> list[Comparison]:
    """The comparisons of these papers, in the order of the papers and of their lists."""
    return [one for key in keys for one in wing(key).comparisons]
