"""Run one job of an experiment and store what it leaves.

`python -m verification.experiments.run_job PAPER JOB --settings JSON --code DIGEST --output FILE [--checkpoint DIR]`
where JOB is the experiment's name, or "experiment/job" for one that is cut into jobs.

An experiment's `run.py` has `Settings`, a dataclass that refuses with ValueError what cannot be run, and `run(job)`,
which gets a `verification.experiments.job.Job` and returns a `pnn.store.Group`.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Sequence

from verification import loading  # noqa: F401  # before what it makes load faster

# isort: split
from pnn import store
from verification.command import begin
from verification.experiments.job import Job
from verification.experiments.settings import read


def main(words: Sequence[str] | None = None) -> int:
    """Command line; 2, and one line that says why and before any work, for settings that cannot be run."""
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("paper", help="the paper's key")
    made.add_argument("job", help="the experiment, or experiment/job")
    made.add_argument("--settings", type=json.loads, required=True, help="the job's settings, as JSON")
    made.add_argument("--code", default="", help="digest of the code, kept with the results")
    made.add_argument("--output", required=True, help="the HDF5 file to write")
    made.add_argument("--checkpoint", help="folder for checkpoints; none are kept without it")
    made.add_argument("--seconds", type=float, default=10.0, help="least time between two checkpoints")
    given = made.parse_args(words)
    if not isinstance(given.settings, dict):
        made.error("--settings must be a JSON object")
    experiment = given.job.partition("/")[0]
    module = importlib.import_module(f"verification.papers.{given.paper}.experiments.{experiment}.run")
    try:
        settings = read(module.Settings, given.settings)
    except ValueError as error:
        print(f"{given.job}: {error}", file=sys.stderr)
        return 2
    begin("verification.experiments.run_job", words)
    job = Job(settings, given.job, given.code, given.checkpoint, given.seconds)
    seed = int(given.settings.get("seed", 0))
    store.write(given.output, module.run(job), store.Provenance(given.job, given.settings, seed, given.code))
    job.discard_checkpoints()
    return 0


if __name__ == "__main__":
    sys.exit(main())
