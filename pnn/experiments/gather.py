"""Gather the jobs of a training experiment into one file: a group a mode, arrays over the condition.

python -m pnn.experiments.gather EXPERIMENT --inputs FILE... --output FILE --settings JSON --code DIGEST
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from pnn import store
from pnn.experiments import command, degree_one_settings, random_pnn_settings
from pnn.experiments.training_settings import TrainingSettings

EXPERIMENTS: dict[str, type[TrainingSettings]] = {
    "degree_one": degree_one_settings.Settings,
    "random_pnn": random_pnn_settings.Settings,
}


def gather(kind: type[TrainingSettings], paths: Sequence[str | Path]) -> store.Group:
    """The root of the gathered file: the modes as far as they are there, and groups that single jobs left.

    Raises store.DamagedFile for a damaged input, ValueError where a mode's jobs do not fit together.
    """
    jobs = [store.read(path) for path in paths]
    root = store.Group()
    for mode in kind.modes:
        if chosen := [job for job in jobs if job.attributes["mode"] == mode]:
            root.groups[mode] = _stack(kind, mode, chosen)
    for job in jobs:
        root.groups |= job.groups
    return root


def _stack(kind: type[TrainingSettings], mode: str, jobs: list[store.Group]) -> store.Group:
    axis = kind.condition
    conditions = sorted({int(job.attributes[axis]) for job in jobs})
    ran = {name: ", ".join(sorted({str(job.attributes[name]) for job in jobs})) for name in ("engine", "device")}
    jobs = [_join(kind, mode, [job for job in jobs if job.attributes[axis] == value]) for value in conditions]
    first = jobs[0]
    if len({tuple((name, scale.values.size) for name, scale in job.axes.items()) for job in jobs}) > 1:
        raise ValueError(f"{mode}: the jobs must have equally many {'s and '.join(first.axes)}s")
    arrays = {
        name: store.Array(
            np.stack([job.arrays[name].values for job in jobs]), (axis, *array.axes), array.unit, array.description
        )
        for name, array in first.arrays.items()
    }
    scale = store.Array(np.array(conditions), (axis,), "", kind.condition_is)
    return store.Group({axis: scale, **first.axes}, arrays, dict(ran))


def _join(kind: type[TrainingSettings], mode: str, parts: list[store.Group]) -> store.Group:
    """The jobs into which a condition was cut as one: its trials in a row, whatever the cut."""
    parts, axis = sorted(parts, key=lambda part: part.attributes["first"]), kind.counted
    numbers = np.concatenate([part.axes[axis].values for part in parts])
    if not np.array_equal(numbers, np.arange(numbers.size)):
        at = f"{kind.condition} {parts[0].attributes[kind.condition]}"
        raise ValueError(f"{mode}, {at}: the jobs must have every {axis} from 0 on once, not {numbers.tolist()}")
    arrays = {
        name: replace(
            array, values=np.concatenate([part.arrays[name].values for part in parts], array.axes.index(axis))
        )
        for name, array in parts[0].arrays.items()
    }
    return store.Group({**parts[0].axes, axis: replace(parts[0].axes[axis], values=numbers)}, arrays)


def main(words: Sequence[str] | None = None) -> int:
    made = command.parser(__doc__)
    made.add_argument("experiment", choices=sorted(EXPERIMENTS))
    made.add_argument("--inputs", nargs="+", required=True, help="the files of the jobs")
    given = command.parse(made, words)
    kind = EXPERIMENTS[given.experiment]
    try:
        root = gather(kind, given.inputs)
    except (store.DamagedFile, ValueError) as error:
        print(f"gather {given.experiment}: {error}", file=sys.stderr)
        return 1
    seed = int(given.settings.get("seed", 0))
    store.write(given.output, root, store.Provenance(kind.name, given.settings, seed, given.code))
    return 0


if __name__ == "__main__":
    sys.exit(main())
