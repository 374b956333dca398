"""Gather the jobs of an experiment into one file: stacked along the axes that the plan names, joined along their own.

`python -m verification.experiments.gather PAPER EXPERIMENT --jobs JSON --settings JSON --code DIGEST --output FILE
--inputs FILE...` where the jobs are a list of {"group", "at"}, one for each input.

An experiment whose jobs are to be put together in another way has a `gather.py` with `gather(parts, axes)`.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from pnn import store
from pnn.store import Array, Group
from verification.command import begin

Coordinate = int | float | str


@dataclass(frozen=True)
class Part:
    """What a job left, the group of the gathered file that it belongs to, and its place along further axes."""

    content: Group
    group: str = ""
    at: Mapping[str, Coordinate] | None = None


def gather(parts: Sequence[Part], axes: Mapping[str, str]) -> Group:
    """The root of the gathered file; `axes` says what those axes mean along which jobs are stacked.

    Raises ValueError, naming the group, where jobs do not fit together.
    """
    found: dict[str, Group] = {}
    for name in dict.fromkeys(part.group for part in parts):
        try:
            found[name] = combine([part for part in parts if part.group == name], axes)
        except ValueError as error:
            raise ValueError(f"{name or 'the jobs'}: {error}") from None
    root = found.pop("", Group())
    if twice := sorted(set(root.groups) & set(found)):
        raise ValueError(f"{twice[0]}: a job without a group has left a group of that name too")
    return replace(root, groups=root.groups | found)


def combine(parts: Sequence[Part], axes: Mapping[str, str]) -> Group:
    """The jobs of one group as one: every array over the axes of all, each of whose cells one job has filled.

    A cell that several jobs have filled must be the same in all. Attributes in which jobs differ are dropped if they
    are numbers, and listed if they are texts. Groups within are combined likewise, out of the jobs that have them, and
    have all axes of their arrays themselves.
    """
    return _combined([_placed(part, axes) for part in parts])


def _combined(placed: Sequence[Group]) -> Group:
    if len(placed) == 1:
        return placed[0]
    scales = {name: _union(name, [group.axes[name] for group in placed]) for name in _common(placed, "axes")}
    arrays = {
        name: _filled(name, [(group.arrays[name], group.axes) for group in placed], scales)
        for name in _common(placed, "arrays")
    }
    texts = {name: _same(name, [group.texts[name] for group in placed]) for name in _common(placed, "texts")}
    inner = dict.fromkeys(name for group in placed for name in group.groups)
    groups = {name: _combined([group.groups[name] for group in placed if name in group.groups]) for name in inner}
    return Group(scales, arrays, _attributes(placed), groups, texts)


def _placed(part: Part, meanings: Mapping[str, str], above: Mapping[str, Array] | None = None) -> Group:
    """The job's content with the axes of its place in front of those that it has, or that stand in groups above it."""
    at, content = part.at or {}, part.content
    known = {**(above or {}), **content.axes}
    if twice := sorted(set(at) & set(known)):
        raise ValueError(f"a job has the axis {twice[0]!r} itself, along which it was to be stacked")
    own = {axis: known[axis] for array in content.arrays.values() for axis in array.axes} | content.axes
    scales = {name: Array(np.array([value]), (name,), "", meanings.get(name, "")) for name, value in at.items()}
    arrays = {
        name: replace(array, values=np.asarray(array.values)[(*[None] * len(at), ...)], axes=(*at, *array.axes))
        for name, array in content.arrays.items()
    }
    groups = {name: _placed(replace(part, content=inner), meanings, known) for name, inner in content.groups.items()}
    return replace(content, axes={**scales, **own}, arrays=arrays, groups=groups)


def _common(groups: Sequence[Group], kind: str) -> list[str]:
    """The names that every group has; ValueError where one lacks what another has."""
    names = [list(getattr(group, kind)) for group in groups]
    if any(set(found) != set(names[0]) for found in names):
        raise ValueError(f"the jobs must have the same {kind}, not {names}")
    return names[0]


def _union(name: str, scales: Sequence[Array]) -> Array:
    """All coordinates of an axis: numbers rising, texts in the order in which they come."""
    for scale in scales:
        own = np.atleast_1d(scale.values)
        if len(np.unique(own)) < own.size or (own != own).any():
            raise ValueError(f"a job must have every coordinate of the axis {name!r} once, not {own.tolist()}")
    values = np.concatenate([np.atleast_1d(scale.values) for scale in scales])
    if values.dtype.kind in "OUS":
        return replace(scales[0], values=np.array(list(dict.fromkeys(values.tolist())), dtype=object))
    return replace(scales[0], values=np.unique(values))


def _filled(name: str, pieces: Sequence[tuple[Array, Mapping[str, Array]]], scales: Mapping[str, Array]) -> Array:
    first = pieces[0][0]
    if any(array.axes != first.axes for array, _ in pieces):
        raise ValueError(f"the jobs must have {name!r} over the same axes, not {[array.axes for array, _ in pieces]}")
    places = {axis: {value: i for i, value in enumerate(scales[axis].values.tolist())} for axis in first.axes}
    shape = tuple(len(places[axis]) for axis in first.axes)
    values = np.empty(shape, np.result_type(*(array.values.dtype for array, _ in pieces)))
    done = np.zeros(shape, bool)
    for array, own in pieces:
        rows = [[places[axis][value] for value in np.atleast_1d(own[axis].values).tolist()] for axis in first.axes]
        block = np.ix_(*rows) if rows else ...
        again, given = done[block], np.asarray(array.values)
        if not np.array_equal(values[block][again], given[again], equal_nan=values.dtype.kind in "fc"):
            raise ValueError(f"jobs that have the same coordinates must have the same {name!r}")
        values[block], done[block] = given, True
    if not done.all():
        axis = dict(zip(first.axes, np.argwhere(~done)[0].tolist(), strict=True))
        where = ", ".join(f"{along} {scales[along].values[place]}" for along, place in axis.items())
        raise ValueError(f"no job has {name!r} at {where}")
    return replace(first, values=values)


def _same(name: str, found: Sequence[str]) -> str:
    if len(set(found)) > 1:
        raise ValueError(f"the jobs must have the same text {name!r}")
    return found[0]


def _attributes(groups: Sequence[Group]) -> dict[str, Coordinate | bool]:
    kept: dict[str, Coordinate | bool] = {}
    for name in dict.fromkeys(name for group in groups for name in group.attributes):
        found = {group.attributes[name] for group in groups if name in group.attributes}
        if len(found) == 1:
            kept[name] = found.pop()
        elif all(isinstance(value, str) for value in found):
            kept[name] = ", ".join(sorted(map(str, found)))
    return kept


def _read(path: str) -> Group:
    """A job's content without what its file says of its making."""
    job = store.read(path)
    return replace(job, attributes={k: v for k, v in job.attributes.items() if k not in store.MADE})


def _gatherer(paper: str, experiment: str):
    """The experiment's own way of gathering, or the common one, and what its axes mean."""
    room = f"verification.papers.{paper}.experiments.{experiment}"
    axes = getattr(importlib.import_module(f"{room}.plan"), "AXES", {})
    own = importlib.util.find_spec(f"{room}.gather")
    return (importlib.import_module(own.name).gather if own else gather), axes


def main(words: Sequence[str] | None = None) -> int:
    """Command line; 1, and a line that says why, where the jobs' files are damaged or do not fit together."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("paper")
    made.add_argument("experiment")
    made.add_argument("--jobs", type=json.loads, required=True, help="the place of each input, as JSON")
    made.add_argument("--settings", type=json.loads, default={}, help="the experiment's settings, as JSON")
    made.add_argument("--code", default="")
    made.add_argument("--output", required=True)
    made.add_argument("--inputs", nargs="+", required=True, help="the files of the jobs")
    given = made.parse_args(words)
    begin("verification.experiments.gather", words)
    try:
        own, axes = _gatherer(given.paper, given.experiment)
        parts = [Part(_read(path), job["group"], job["at"]) for path, job in zip(given.inputs, given.jobs, strict=True)]
        root = own(parts, axes)
    except (store.DamagedFile, ValueError) as error:
        print(f"gather {given.experiment}: {error}", file=sys.stderr)
        return 1
    seed = int(given.settings.get("seed", 0))
    store.write(given.output, root, store.Provenance(given.experiment, given.settings, seed, given.code))
    return 0


if __name__ == "__main__":
    sys.exit(main())
