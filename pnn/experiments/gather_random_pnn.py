"""Gather the jobs of the random-network experiment into one file: a group a mode, arrays over neurons.

python -m pnn.experiments.gather_random_pnn --inputs FILE... --output FILE --settings JSON --code DIGEST
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from pnn import store
from pnn.experiments import command
from pnn.experiments.random_pnn_settings import MODES


def gather(paths: Sequence[str | Path]) -> store.Group:
    """The root of the gathered file: `replay` and `fresh` as far as they are there.

    Raises store.DamagedFile for a damaged input, ValueError where a mode's jobs do not fit together.
    """
    jobs = [store.read(path) for path in paths]
    root = store.Group()
    for mode in MODES:
        if chosen := [job for job in jobs if job.attributes["mode"] == mode]:
            root.groups[mode] = _stack(mode, chosen)
    return root


def _stack(mode: str, jobs: list[store.Group]) -> store.Group:
    jobs = sorted(jobs, key=lambda job: job.attributes["neurons"])
    neurons = [int(job.attributes["neurons"]) for job in jobs]
    if len(set(neurons)) < len(neurons):
        raise ValueError(f"{mode}: more than one job for a number of neurons among {neurons}")
    if len({job.arrays["test_mse"].values.shape for job in jobs}) > 1:
        raise ValueError(f"{mode}: the jobs must have equally many simulations and restarts")
    first = jobs[0]
    arrays = {
        name: store.Array(
            np.stack([job.arrays[name].values for job in jobs]),
            ("neurons", *array.axes),
            array.unit,
            array.description,
        )
        for name, array in first.arrays.items()
    }
    ran = {name: ", ".join(sorted({str(job.attributes[name]) for job in jobs})) for name in ("engine", "device")}
    return store.Group(
        axes={"neurons": store.Array(np.array(neurons), ("neurons",), "", "neurons, two on each line"), **first.axes},
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
        print(f"gather_random_pnn: {error}", file=sys.stderr)
        return 1
    provenance = store.Provenance("random-pnn", given.settings, int(given.settings.get("seed", 0)), given.code)
    store.write(given.output, root, provenance)
    return 0


if __name__ == "__main__":
    sys.exit(main())
