"""HDF5 files: written whole or not at all, checked before they are read, the same bytes from the same inputs.

No file is locked: it has one writer, under a name of its own, and who reads finds it whole; some network file systems
refuse locks.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pnn.whole_files import half_written
from pnn.whole_files import write_bytes as write_bytes
from pnn.whole_files import write_text as write_text

if TYPE_CHECKING:
    import numpy as np

SCHEMA = 1
LIBRARIES = ("numpy", "scipy", "scikit-learn", "sympy", "python-flint", "numba", "torch", "h5py")
DIGEST_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")
RECORD = re.compile(r"(\w+)-(.+)\.dist-info")
MADE = ("schema", "id", "settings", "seed", "code", "libraries")  # what a file's root says of its making


class DamagedFile(Exception):
    """A data file that is missing, has no digest, or does not match its digest."""


@dataclass(frozen=True)
class Array:
    """A labelled array: one axis name a dimension, its unit and what it holds."""

    values: np.ndarray
    axes: tuple[str, ...] = ()
    unit: str = ""
    description: str = ""


@dataclass
class Group:
    """A node of a file: coordinates, arrays over them, short attributes, long texts and further groups."""

    axes: dict[str, Array] = field(default_factory=dict)
    arrays: dict[str, Array] = field(default_factory=dict)
    attributes: dict[str, str | int | float | bool] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Provenance:
    """Where a file comes from: its id, the config keys used, the seed and the digest of the code."""

    id: str
    settings: Mapping[str, object]
    seed: int
    code: str


def write(path: str | Path, root: Group, provenance: Provenance) -> None:
    """Write `root` beside `path` and rename it into place, with its SHA-256 in `path`.sha256.

    Raises ValueError where an array's axes do not fit its shape or an axis has no coordinates.
    """
    from pnn import hdf5

    path = Path(path)
    temporary = half_written(path)
    try:
        hdf5.write(temporary, root, _root_attributes(provenance))
        digest = sha256(temporary)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    write_text(sidecar(path), f"{digest}  {path.name}\n")


def read(path: str | Path) -> Group:
    """The content of `path`, after its bytes have been held against its SHA-256.

    Raises DamagedFile, naming the file, where it or its digest is missing, they do not agree, or it is no file that
    `write` has written.
    """
    from pnn import hdf5  # it loads libraries that many who import this module do not need

    path = Path(path)
    check_digest(path)
    try:
        return hdf5.read(path, SCHEMA)
    except (OSError, KeyError, TypeError, ValueError, RuntimeError, AttributeError) as error:
        raise DamagedFile(f"{path}: no data file of this pipeline ({error})") from error


def read_text(path: Path) -> str:
    """The text of a file that has a digest beside it; raises DamagedFile as `read` does."""
    check_digest(path)
    return path.read_text(encoding="utf-8")


def check_digest(path: Path) -> str:
    """The SHA-256 of `path`; raises DamagedFile unless the file beside it says the same."""
    for part in (path, sidecar(path)):
        if not part.is_file():
            raise DamagedFile(f"{part}: no such file; run the stage that writes {path.name} again")
    words = sidecar(path).read_text(encoding="utf-8", errors="replace").split()
    digest = sha256(path)
    if not words or words[0] != digest:
        raise DamagedFile(f"{path}: its bytes do not match {sidecar(path).name}; delete it and run again")
    return digest


def write_digests(target: Path, files: Iterable[Path]) -> None:
    """Write the SHA-256 of files that lie beside `target`, a line each, as `sha256sum --check` reads them."""
    write_text(target, "".join(f"{sha256(path)}  {path.name}\n" for path in files))


def check_digests(target: Path) -> None:
    """Raise DamagedFile unless every file that `target` lists, by its path from there, has the bytes it says."""
    for name, digest in listed_digests(target).items():
        path = target.parent / name
        if not path.is_file() or sha256(path) != digest:
            raise DamagedFile(f"{path}: its bytes do not match {target.name}; delete it and run again")


def listed_digests(target: Path) -> dict[str, str]:
    """The SHA-256 of each file that `target` lists, by name; raises DamagedFile where it is no list of digests."""
    if not target.is_file():
        raise DamagedFile(f"{target}: no such file; run the stage that writes it")
    lines = target.read_text(encoding="utf-8", errors="replace").splitlines()
    matches = [DIGEST_LINE.fullmatch(line) for line in lines]
    if not matches or None in matches:
        raise DamagedFile(f"{target}: no list of digests, lines of a SHA-256, two spaces and a name; run again")
    return {match[2]: match[1] for match in matches if match}


def sidecar(path: Path) -> Path:
    """The file that holds the SHA-256 of `path`."""
    return path.with_name(path.name + ".sha256")


def sha256(path: Path) -> str:
    """Hexadecimal SHA-256 of a file's bytes."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def versions() -> dict[str, str]:
    """The installed versions of LIBRARIES; one that is not installed is left out."""
    recorded = _recorded()
    found = {name: recorded.get(name.replace("-", "_")) or _version(name) for name in LIBRARIES}
    return {name: version for name, version in found.items() if version}


def _recorded() -> dict[str, str]:
    """The versions of installed packages, by the names of the folders that record them, the first of a name.

    To load what reads the records themselves, and to read eight of them, would take a third of the time of NumPy.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):  # no folder, or none that may be read: nothing can come from it
            for name in filter(None, map(RECORD.fullmatch, os.listdir(folder or os.curdir))):
                found.setdefault(name[1], name[2])
    return found


def _version(name: str) -> str:
    """The version by the record itself, for a package that another installer has put there; empty if there is none."""
    from importlib import metadata  # slow to load

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _root_attributes(provenance: Provenance) -> dict[str, str | int]:
    return {
        "schema": SCHEMA,
        "id": provenance.id,
        "settings": json.dumps(provenance.settings, sort_keys=True),
        "seed": provenance.seed,
        "code": provenance.code,
        "libraries": json.dumps(versions(), sort_keys=True),
    }
