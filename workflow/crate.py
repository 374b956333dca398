"""A run as an RO-Crate, a folder that archives and catalogues of workflows read: `python -m workflow.crate results`.

It holds the site of the run (pages, data, figures, ledger, configuration), the code that made it, and in
`ro-crate-metadata.json` what each file is, with its SHA-256: the workflow, its inputs and outputs, the versions of
what it ran on, licence, authors and the papers. Files are linked where the file system can. A crate is written from a
run alone whose files fit the code that is here; it is read back, and every digest computed again, before it counts.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

from pnn import store
from verification import wings
from workflow import settings, trust
from workflow.paths import ROOT, planned
from workflow.report import provenance
from workflow.report.findings import arxiv
from workflow.report.site import DIGESTS, discard, place

METADATA = "ro-crate-metadata.json"
WORKFLOW = "source/workflow/Snakefile"
SOURCE: tuple[str, ...] = (
    "Snakefile",
    "Makefile",
    "pyproject.toml",
    "config.yaml",
    "config-quick.yaml",
    "requirements.lock",
)
SOURCE += ("README.md", "LICENSE", "CITATION.cff", "workflow", "pnn", "verification", "profiles", "docs", "containers")
LEFT_OUT = {"__pycache__"}
SNAKEMAKE = {"lang": "snakemake", "lang_version": metadata.version("snakemake")}
KINDS = {
    ".bib": "application/x-bibtex", ".cff": "application/yaml", ".css": "text/css", ".csv": "text/csv",
    ".h5": "application/x-hdf5", ".html": "text/html", ".js": "text/javascript", ".json": "application/json",
    ".md": "text/markdown", ".pdf": "application/pdf", ".png": "image/png", ".py": "text/x-python",
    ".sha256": "text/plain", ".svg": "image/svg+xml", ".v": "text/plain", ".yaml": "application/yaml",
}  # fmt: skip


class Unfit(Exception):
    """A run that cannot be packed as it lies there, and why."""


def packed(results: Path, folder: Path) -> int:
    """Write the crate of a run and read it back; the number of its files. Raises Unfit where it is not whole."""
    site = results / "report"
    try:
        store.check_digests(site / DIGESTS)
    except store.DamagedFile as error:
        raise Unfit(f"{error}: the page is not whole, or a later run has begun; run the workflow to its end") from error
    _refuse_other_code(site / "config.yaml")
    files = {**{name: site / name for name in [*store.listed_digests(site / DIGESTS), DIGESTS]}, **_sources(site)}
    before = _described(folder)
    if folder.is_dir() and any(folder.iterdir()) and not before:
        raise Unfit(f"{folder} is there and is no crate; name another folder by --output")
    for name, path in files.items():
        place(path, folder / name, linked=not name.startswith("source/"))
    discard(folder, {name: before[name] for name in before.keys() - files.keys()})
    _describe(folder, list(files), json.loads(store.read_text(results / "ledger.json")), results)
    if problems := differences(folder):
        raise Unfit("; ".join(problems))
    return len(files)


def differences(folder: Path) -> list[str]:
    """What is wrong with a crate, read by the library for crates: files that are not as it says, or of which it says
    nothing, and no workflow."""
    from rocrate.rocrate import ROCrate

    crate = ROCrate(folder)
    told = {unquote(one.id): one.get("sha256") for one in crate.data_entities if "File" in _kinds(one)}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {METADATA}
    problems = [f"{name}: not described" for name in sorted(there - told.keys())]
    problems += [f"{name}: missing" for name in sorted(told.keys() - there)]
    problems += [
        f"{name}: changed" for name in sorted(there & told.keys()) if store.sha256(folder / name) != told[name]
    ]
    main = crate.mainEntity
    if main is None or "ComputationalWorkflow" not in _kinds(main):
        problems.append("no workflow is its main entity")
    return problems


def _kinds(entity: Any) -> list[str]:
    return [entity.type] if isinstance(entity.type, str) else list(entity.type)


def _refuse_other_code(config: Path) -> None:
    """Raise Unfit where the files of the run were made by other code or settings than those that are here."""
    given = yaml.safe_load(config.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        plan = planned(given, Path(scratch, "closure.json"))
        other = trust.unfit(trust.wanted(plan), Path(scratch, "made.json"))
    if other:
        more = f" and {len(other) - 1} more are" if len(other) > 1 else " is"
        raise Unfit(f"{next(iter(other))}{more} of other code or settings; run the workflow again")


def _sources(site: Path) -> dict[str, Path]:
    """The code by its names in the crate, and that of papers from outside."""
    found = {f"source/{path.relative_to(ROOT).as_posix()}": path for name in SOURCE for path in _files(ROOT / name)}
    for key in yaml.safe_load((site / "config.yaml").read_text(encoding="utf-8"))["papers"]:
        home = wings.wing(key).folder
        if not home.is_relative_to(ROOT):
            found |= {f"source/papers/{key}/{path.relative_to(home).as_posix()}": path for path in _files(home)}
    return dict(sorted(found.items()))


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    elif path.is_dir() and path.name not in LEFT_OUT and path.name[0] != ".":
        for inner in sorted(path.iterdir()):
            yield from _files(inner)


def _described(folder: Path) -> dict[str, str]:
    """The files of an earlier crate with their digests; none where there is no crate."""
    try:
        graph = json.loads((folder / METADATA).read_text(encoding="utf-8"))["@graph"]
        return {unquote(one["@id"]): one["sha256"] for one in graph if "sha256" in one}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _describe(folder: Path, names: list[str], ledger: Mapping, results: Path) -> None:
    """Write the metadata of a crate whose files are in place."""
    from rocrate.rocrate import ROCrate

    crate, cited = ROCrate(), yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    about = provenance.gather(results, {})
    authors = [
        _entity(crate, f"#author-{n}", "Organization", name=_name(one)) for n, one in enumerate(cited["authors"])
    ]
    licence = f"https://spdx.org/licenses/{cited['license']}"
    _entity(crate, licence, "CreativeWork", name=cited["license"])
    shared = {"license": {"@id": licence}, "author": [{"@id": one.id} for one in authors]}
    files = {name: _file(crate, folder, name, shared) for name in names}
    _name_workflow(crate, files[WORKFLOW], about, shared)
    papers = [_paper(crate, one) for one in cited["references"]]
    root = crate.root_dataset
    crate.name = f"{cited['title']}: a run of {ledger['run']['size']} size"
    crate.description, crate.keywords = cited["abstract"], cited["keywords"]
    crate.datePublished = _date(about["date"])
    root["license"], root["author"], root["citation"] = {"@id": licence}, authors, papers
    inputs = ["config.yaml", *(name for name in names if name.endswith("/published.yaml"))]
    outputs = [name for name in names if not name.startswith("source/") and name not in inputs]
    told = {"name": f"{ledger['totals']['claims']} claims checked", "endTime": _date(about["date"])}
    told["description"] = f"Size {ledger['run']['size']}, code {ledger['run']['code']}, {about['machine']}"
    crate.add_action(files[WORKFLOW], "#run", [files[n] for n in inputs], [files[n] for n in outputs], told)
    crate.metadata.write(folder)


def _entity(crate: Any, identifier: str, kind: str, **properties: object) -> Any:
    from rocrate.model.contextentity import ContextEntity

    return crate.add(ContextEntity(crate, identifier, {"@type": kind, **properties}))


def _file(crate: Any, folder: Path, name: str, shared: Mapping) -> Any:
    """A file of the crate, with its digest and size."""
    path = folder / name
    properties: dict[str, object] = {
        "name": name,
        "sha256": store.sha256(path),
        "contentSize": str(path.stat().st_size),
    }
    if kind := KINDS.get(path.suffix):
        properties["encodingFormat"] = kind
    if name == WORKFLOW:
        return crate.add_workflow(path, name, properties=properties | dict(shared), main=True, **SNAKEMAKE)
    return crate.add_file(path, name, properties=properties)


def _name_workflow(crate: Any, workflow: Any, about: Mapping, shared: Mapping) -> None:
    """The workflow with the code's commit, where it is to be had, and the software that it ran on."""
    workflow["name"], workflow["version"] = "Porcupine landscapes", about["commit"] or "outside a checkout"
    if about["repository"]:
        workflow["codeRepository"] = about["repository"]
    software = [
        _entity(crate, f"#{name}", "SoftwareApplication", name=name, softwareVersion=version)
        for name, version in about["versions"].items()
    ]
    workflow["softwareRequirements"] = software


def _paper(crate: Any, reference: Mapping) -> Any:
    """A paper whose claims are checked, by its address on arXiv."""
    authors = ", ".join(map(_name, reference["authors"]))
    address = arxiv(reference["identifiers"][0]["value"])
    about = {"name": reference["title"], "datePublished": str(reference["year"]), "creditText": authors}
    return _entity(crate, address, "ScholarlyArticle", **about)


def _name(author: Mapping) -> str:
    """An author of CITATION.cff, a person or a group."""
    return author.get("name") or f"{author['given-names']} {author['family-names']}"


def _date(written: str) -> str:
    """A time that the page shows, as ISO 8601 has it."""
    return written.removesuffix(" UTC").replace(" ", "T") + ":00+00:00"


def main(arguments: list[str] | None = None) -> None:
    """Command line; the folder's name, or in one line why there is no crate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results", type=Path, help="the results folder of a run, or with --verify a crate")
    parser.add_argument("--output", type=Path, help="where to: the folder crate of the results otherwise")
    parser.add_argument("--verify", action="store_true", help="read a crate back and compute its digests, nothing else")
    options = parser.parse_args(arguments)
    try:
        if options.verify:
            if problems := differences(options.results):
                sys.exit("\n".join(problems))
            return print(f"{options.results}: every file is as the crate says")
        folder = options.output or options.results / "crate"
        print(f"{folder}: {packed(options.results, folder)} files")
    except ImportError:
        sys.exit("the package rocrate is not here; make crate installs it")
    except (Unfit, OSError, settings.BadConfig, store.DamagedFile) as error:
        sys.exit(f"workflow.crate: {error}")


if __name__ == "__main__":
    main()
