"""Gather the jobs of a sweep into one file: a group for each, called as the job's file.

python -m pnn.experiments.gather_sweep --inputs FILE... --output FILE --settings JSON --code DIGEST
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from pnn import store
from pnn.experiments import command


def gather(paths: Sequence[str | Path]) -> store.Group:
    """The root of the gathered file. Raises store.DamagedFile for a damaged input, ValueError for two of one name."""
    named = {Path(path).stem: path for path in paths}
    if len(named) < len(paths):
        raise ValueError(f"the jobs' files must have names of their own, got {[str(path) for path in paths]}")
    return store.Group(groups={name: _own(store.read(path)) for name, path in named.items()})


def _own(job: store.Group) -> store.Group:
    """A job's content without what its file says of its making."""
    made = ("schema", "id", "settings", "seed", "code", "libraries")
    return store.Group(job.axes, job.arrays, {k: v for k, v in job.attributes.items() if k not in made})


def main(words: Sequence[str] | None = None) -> int:
    made = command.parser(__doc__)
    made.add_argument("--inputs", nargs="+", required=True, help="the files of the jobs")
    given = command.parse(made, words)
    output = Path(given.output)
    try:
        root = gather(given.inputs)
    except (store.DamagedFile, ValueError) as error:
        print(f"gather_sweep: {error}", file=sys.stderr)
        return 1
    seed = int(str(given.settings.get("seed", 0)))
    store.write(output, root, store.Provenance(output.stem, given.settings, seed, given.code))
    return 0


if __name__ == "__main__":
    sys.exit(main())
