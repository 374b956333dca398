"""HDF5 files: written whole or not at all, checked before they are read, the same bytes from the same inputs.

No file is locked: it has one writer, under a name of its own, and who reads finds it whole; some network file systems
refuse locks.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

import h5py
import numpy as np

from pnn.whole_files import half_written
from pnn.whole_files import write_bytes as write_bytes
from pnn.whole_files import write_text as write_text

SCHEMA = 1
LIBRARIES = ("numpy", "scipy", "scikit-learn", "sympy", "python-flint", "numba", "torch", "h5py")
DIGEST_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")
MADE = ("schema", "id", "settings", "seed", "code", "libraries")  # what a file's root says of its making
COMPRESSIBLE = 64  # elements; smaller arrays are stored as they are, since a chunk would be larger than the data


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
    path = Path(path)
    temporary = half_written(path)
    try:
        with h5py.File(temporary, "w", libver="v110", track_order=False, locking=False) as file:
            _write_group(file, root, {})
            file.attrs.update(_root_attributes(provenance))
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
    path = Path(path)
    check_digest(path)
    try:
        with h5py.File(path, "r", locking=False) as file:
            schema = _plain(file.attrs.get("schema"))
            if schema != SCHEMA:
                raise DamagedFile(f"{path}: its schema is {schema}; wanted {SCHEMA}")
            return _read_group(file)
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
    return {name: found for name in LIBRARIES if (found := _version(name))}


def _version(name: str) -> str:
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


def _write_group(node: h5py.Group, group: Group, inherited: Mapping[str, h5py.Dataset]) -> None:
    scales = dict(inherited)
    for name, axis in group.axes.items():
        scales[name] = _write_array(node, name, axis)
        scales[name].make_scale(name)
    for name, array in group.arrays.items():
        _check_axes(name, array, scales)
        dataset = _write_array(node, name, array)
        for dimension, axis_name in enumerate(array.axes):
            dataset.dims[dimension].attach_scale(scales[axis_name])
    for name, text in group.texts.items():
        node.create_dataset(name, data=text, dtype=h5py.string_dtype())
    for name, value in group.attributes.items():
        node.attrs[name] = np.int8(value) if isinstance(value, bool | np.bool_) else value
    for name, child in group.groups.items():
        _write_group(node.create_group(name), child, scales)


def _check_axes(name: str, array: Array, scales: Mapping[str, h5py.Dataset]) -> None:
    if len(array.axes) != np.ndim(array.values):
        raise ValueError(f"array {name!r} has {np.ndim(array.values)} dimensions but axes {array.axes}")
    for axis_name, length in zip(array.axes, np.shape(array.values), strict=True):
        if axis_name not in scales:
            raise ValueError(f"array {name!r} names the axis {axis_name!r}, which has no coordinates")
        if len(scales[axis_name]) != length:
            raise ValueError(
                f"array {name!r}: axis {axis_name!r} has {len(scales[axis_name])} coordinates, not {length}"
            )


def _write_array(node: h5py.Group, name: str, array: Array) -> h5py.Dataset:
    values, truths = np.asarray(array.values), np.asarray(array.values).dtype == bool
    if truths:  # HDF5 has no booleans: h5py would make them an enumeration, which NetCDF's programs pass over
        values = values.astype(np.int8)
    if values.dtype.kind in "OUS":
        dataset = node.create_dataset(name, data=values.astype(object), dtype=h5py.string_dtype())
    elif values.ndim and values.size:
        compression = "gzip" if values.size >= COMPRESSIBLE else None
        dataset = node.create_dataset(name, data=values, chunks=True, compression=compression, fletcher32=True)
    else:
        dataset = node.create_dataset(name, data=values)
    dataset.attrs["units"] = array.unit
    dataset.attrs["description"] = array.description
    if truths:
        dataset.attrs["dtype"] = "bool"  # what xarray writes, and reads as truth values
    return dataset


def _read_group(node: h5py.Group) -> Group:
    group = Group(attributes={name: _plain(value) for name, value in node.attrs.items()})
    for name in node:
        if not isinstance(node.get(name, getlink=True), h5py.HardLink):
            raise ValueError(f"{name} is a link to another place")
        item = node[name]
        if isinstance(item, h5py.Group):
            group.groups[name] = _read_group(item)
        elif "units" not in item.attrs:
            group.texts[name] = item.asstr()[()]
        else:
            target = group.axes if item.is_scale else group.arrays
            target[name] = _read_array(item)
    return group


def _read_array(item: h5py.Dataset) -> Array:
    values = item.asstr()[()] if h5py.check_string_dtype(item.dtype) else item[()]
    if item.attrs.get("dtype") == "bool":
        values = np.asarray(values, dtype=bool)
    axes = tuple(dimension[0].name.rsplit("/", 1)[-1] for dimension in item.dims if len(dimension))
    return Array(np.asarray(values), axes, str(item.attrs["units"]), str(item.attrs["description"]))


def _plain(value: object) -> str | int | float | bool:
    return value.item() if isinstance(value, np.generic) else value  # type: ignore[return-value]
