"""Compile Coq sources in a folder of their own, in the order of what they require; what did not change stays."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from verification.proofs import coq
from verification.proofs.coq import Refused
from verification.proofs.sources import Source

RULE = re.compile(r"^(\S+)\.vo [^:]*: \S+\.v(.*)$", re.MULTILINE)
COMPILED = (".vo", ".vos", ".vok", ".glob", ".key")
UNSAFE = ("type-in-type", "unsafe (co)fixpoints", "positivity is assumed")


def compiled(sources: Sequence[Source], folder: Path, version: str) -> dict[str, str]:
    """Compile what is new; the key of each file, by its logical name: a digest of it and of all that it rests on.

    Raises Refused with Coq's words where a file does not compile.
    """
    _lay_out(sources, folder)
    names = {str(source.relative.with_suffix("")): source for source in sources}
    below = {name: set(needs) & set(names) for name, needs in _requires(folder, [*names]).items()}
    try:
        order = list(TopologicalSorter(below).static_order())
    except CycleError as error:
        raise Refused(f"sources require each other: {error.args[1]}") from error
    keys: dict[str, str] = {}
    for name in order:
        parts = [version, names[name].text, *(keys[need] for need in sorted(below[name]))]
        keys[name] = digest(*parts)
        _compile(folder, name, keys[name], roots(sources))
    return {names[name].name: key for name, key in keys.items()}


def digest(*texts: str) -> str:
    """One digest of some texts."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def roots(sources: Sequence[Source]) -> list[str]:
    """The logical names under which sources lie."""
    return sorted({source.name.split(".")[0] for source in sources})


def rests_on(folder: Path, sources: Sequence[Source], names: Iterable[str]) -> list[str]:
    """The logical names of the sources on which some rest, themselves among them, each after what it requires."""
    needs = _requires(folder, [str(source.relative.with_suffix("")) for source in sources])
    found: list[str] = []

    def visit(one: str) -> None:
        if one in needs and one not in found:
            for need in sorted(needs[one]):
                visit(need)
            found.append(one)

    for name in names:
        visit(name.replace(".", "/"))
    return [one.replace("/", ".") for one in found]


def above(folder: Path, sources: Sequence[Source], names: Iterable[str]) -> set[str]:
    """The logical names of the sources that rest on any of these, these among them."""
    stems = [str(source.relative.with_suffix("")) for source in sources]
    needs, found = _requires(folder, stems), {name.replace(".", "/") for name in names}
    while new := {one for one, below in needs.items() if found & set(below)} - found:
        found |= new
    return {one.replace("/", ".") for one in found}


def checked_again(folder: Path, modules: Sequence[str], roots: Sequence[str]) -> None:
    """Have coqchk check these modules, and believe the libraries. Raises Refused where it finds an axiom in one."""
    words = [word for module in modules for word in ("-norec", module)]
    said = coq.call("coqchk", "-silent", "-o", *words, folder=folder, roots=roots)
    for axiom in re.findall(r"^    (\S+)$", said.partition("* Axioms:")[2].partition("\n* ")[0], re.MULTILINE):
        if axiom.startswith(tuple(f"{name}." for name in (*roots, *modules))):
            raise Refused(f"coqchk: {axiom} is an axiom")
    for unsafe in UNSAFE:
        if f"{unsafe}: <none>" not in said:
            raise Refused(f"coqchk: something relies on {unsafe}:\n{said}")


def _lay_out(sources: Sequence[Source], folder: Path) -> None:
    """Copy the sources below a folder, and take away what others left under their roots, which Coq would find there."""
    wanted = {folder / source.relative for source in sources}
    for path in (path for root in roots(sources) for path in (folder / root).rglob("*.v")):
        if path not in wanted:
            for extension in (".v", *COMPILED):
                path.with_suffix(extension).unlink(missing_ok=True)
    for source in sources:
        path = folder / source.relative
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source.path, path)


def _requires(folder: Path, names: Sequence[str]) -> dict[str, list[str]]:
    """For each file, without extension, those that it requires, as coqdep reads it."""
    top = sorted({name.split("/")[0] for name in names})
    said = coq.call("coqdep", *(f"{name}.v" for name in names), folder=folder, roots=top)
    return {match[1]: re.findall(r"(\S+)\.vo\b", match[2]) for match in RULE.finditer(said)}


def _compile(folder: Path, name: str, key: str, roots: Sequence[str]) -> None:
    done = folder / f"{name}.key"
    if done.is_file() and done.read_text() == key and (folder / f"{name}.vo").is_file():
        return
    done.unlink(missing_ok=True)
    coq.call("coqc", "-q", "-w", "-all", f"{name}.v", folder=folder, roots=roots)
    done.write_text(key)
