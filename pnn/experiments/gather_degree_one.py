"""Gather the jobs of the degree-one experiment into one file: a group a mode, arrays over ratio and trial.

python -m pnn.experiments.gather_degree_one --inputs FILE... --output FILE --settings JSON --code DIGEST
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from pnn import store
from pnn.experiments import command
from pnn.experiments.degree_one_settings import MODES


def gather(paths: Sequence[str | Path]) -> store.Group:
    """The root of the gathered file: `replay`, `fixed` and `fresh` as far as they are there, and `curves`.

    Raises store.DamagedFile for a damaged input, ValueError where a mode's jobs do not fit together.
    """
    jobs = [store.read(path) for path in paths]
    root = store.Group()
    for mode in MODES:
        if chosen := [job for job in jobs if job.attributes["mode"] == mode]:
            root.groups[mode] = _stack(mode, chosen)
    for job in jobs:
        root.groups |= job.groups
    return root


def _stack(mode: str, jobs: list[store.Group]) -> store.Group:
    jobs = sorted(jobs, key=lambda job: job.attributes["ratio"])
    ratios = [int(job.attributes["ratio"]) for job in jobs]
    if len(set(ratios)) < len(ratios):
        raise ValueError(f"{mode}: more than one job for a ratio among {ratios}")
    if len({len(job.axes["trial"].values) for job in jobs}) > 1:
        raise ValueError(f"{mode}: the jobs must have equally many trials")
    first = jobs[0]
    arrays = {
        name: store.Array(
            np.stack([job.arrays[name].values for job in jobs]),
            ("ratio", "trial"),
            array.unit,
            array.description,
        )
        for name, array in first.arrays.items()
    }
    ran = {name: ", ".join(sorted({str(job.attributes[name]) for job in jobs})) for name in ("engine", "device")}
    return store.Group(
        axes={
            "ratio": store.Array(np.array(ratios), ("ratio",), "", "neurons for each input, k/d"),
            "trial": first.axes["trial"],
        },
        arrays=arrays,
        attributes=dict(ran),
    )


def main(words: Sequence[str] | None = None) -> int:
    made = command.parser(__doc__)
    made.add_argument("--inputs", nargs="+", required=True, help="the files of the jobs")
    given = command.parse(made, words)
    try:
        root = gather(given.inputs)
    except (store.DamagedFile, ValueError) as error:
        print(f"gather_degree_one: {error}", file=sys.stderr)
        return 1
    seed = int(given.settings.get("seed", 0))
    provenance = store.Provenance("degree-one", given.settings, seed, given.code)
    store.write(given.output, root, provenance)
    return 0


if __name__ == "__main__":
    sys.exit(main())
