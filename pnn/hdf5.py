"""Groups of labelled arrays as HDF5: named dimension scales, units and descriptions, checksums, the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import h5py
import numpy as np

from pnn.store import Array, DamagedFile, Group

COMPRESSIBLE = 64  # elements; smaller arrays are stored as they are, since a chunk would be larger than the data


def write(path: Path, root: Group, attributes: Mapping[str, str | int]) -> None:
    """Write a new file. Raises ValueError where an array's axes do not fit its shape or an axis has no coordinates."""
    with h5py.File(path, "w", libver="v110", track_order=False, locking=False) as file:
        _write_group(file, root, {})
        file.attrs.update(attributes)


def read(path: Path, schema: int) -> Group:
    """The content of a file that `write` has written. Raises DamagedFile for another schema, and as h5py does."""
    with h5py.File(path, "r", locking=False) as file:
        found = _plain(file.attrs.get("schema"))
        if found != schema:
            raise DamagedFile(f"{path}: its schema is {found}; wanted {schema}")
        return _read_group(file)


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
