"""Run the checks of one topic by one method and store what they found.

`python -m verification.run_topic PAPER TOPIC METHOD --settings JSON --code DIGEST --output FILE`
with `--forms FILE...` for proved closed forms, `--data FILE...` for experiments and `--proofs FILE` for what Coq says.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

from verification import loading  # noqa: F401  # before what it makes load faster

# isort: split
import numpy as np

from pnn import store
from verification.certificates import certify
from verification.check import Check, Record, collect, record_of
from verification.closed_forms import NotProved, Proved, joined, read
from verification.command import begin
from verification.jobs import Job
from verification.verdict import Verdict

COLUMNS = {
    "mean": "sample mean",
    "error": "standard error of the mean",
    "samples": "number of samples",
    "prediction": "what the statement predicts",
}


def run_checks(checks: Iterable[Check], provided: Mapping[str, object]) -> list[Record]:
    """The records of these checks; each gets a random generator of its own beside what is provided."""
    entropy = int(str(provided.get("seed", 0)))
    return [_run(check, _Provided(provided, check.seed(entropy))) for check in checks]


def _run(check: Check, provided: Mapping[str, object]) -> Record:
    """What the engine finds; undecided, refuting nothing, where a form that the check computes with was not proved."""
    try:
        record = engine_of(check).run(check, provided)
        certify(check, record, provided)
        return record
    except NotProved as reason:
        record = record_of(check)
        record.numbers, record.wrong_variants = {"no verdict": str(reason)}, dict.fromkeys(check.wrong, False)
        return record


def engine_of(check: Check) -> ModuleType:
    """The module that carries out the check's method."""
    return importlib.import_module(f"verification.methods.{check.method}")


class _Provided(dict):
    """What a check may ask for by name; every call of the check gets the same random stream from its start."""

    def __init__(self, provided: Mapping[str, object], seed: np.random.SeedSequence):
        super().__init__(provided)
        self._seed = seed

    def __contains__(self, name: object) -> bool:
        return name == "rng" or super().__contains__(name)

    def __missing__(self, name: str) -> np.random.Generator:
        if name != "rng":
            raise KeyError(name)
        return np.random.default_rng(self._seed)


def read_forms(paths: Iterable[Path]) -> Proved:
    """The proved closed forms in the files of symbolic jobs, by name. Raises ValueError for a name in two of them."""
    groups = (store.read(path).groups.get("closed_forms", store.Group()) for path in paths)
    return Proved({name: read(text) for name, text in joined(group.texts for group in groups).items()})


def read_proofs(paths: Iterable[Path]) -> dict:
    """What the gate of formal proofs left, if there is a file of it."""
    return next((json.loads(store.read(path).texts["proofs"]) for path in paths), {})


def proved_forms(checks: Iterable[Check], records: Iterable[Record]) -> dict[str, str]:
    """`srepr` of the closed forms whose checks were proved; one that was not is not handed on."""
    pairs = zip(checks, records, strict=True)
    proved = [check for check, record in pairs if check.options.get("forms") and record.verdict == Verdict.PROVED]
    return joined(engine_of(check).closed_forms(check) for check in proved)


def to_group(records: list[Record], forms: Mapping[str, str]) -> store.Group:
    """Records as one JSON text, the estimates of simulations as labelled arrays too."""
    root = store.Group(texts={"records": json.dumps([asdict(r) for r in records], sort_keys=True)})
    if forms:
        root.groups["closed_forms"] = store.Group(texts=dict(forms))
    estimates = [(f"{r.name}: {e['name']}".strip(": "), e) for r in records for e in r.estimates]
    if estimates:
        names = store.Array(np.array([name for name, _ in estimates]), description="check: quantity")
        arrays = {
            key: store.Array(np.array([e[key] for _, e in estimates]), ("estimate",), "", text)
            for key, text in COLUMNS.items()
        }
        root.groups["estimates"] = store.Group(axes={"estimate": names}, arrays=arrays)
    return root


def main(arguments: list[str] | None = None) -> None:
    """Command line of one job; the log repeats the command that made it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paper")
    parser.add_argument("topic")
    parser.add_argument("method")
    parser.add_argument("--settings", type=json.loads, default={})
    parser.add_argument("--code", default="")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--forms", type=Path, nargs="*", default=[])
    parser.add_argument("--data", type=Path, nargs="*", default=[])
    parser.add_argument("--proofs", type=Path, nargs="*", default=[])
    options = parser.parse_args(arguments)
    job = Job(options.paper, options.topic, options.method)
    begin("verification.run_topic", arguments)
    try:
        given = {"forms": read_forms(options.forms), "data": {path.stem: store.read(path) for path in options.data}}
        provided = dict(options.settings) | given | {"proofs": read_proofs(options.proofs)}
    except store.DamagedFile as error:
        sys.exit(f"{job.module}: {error}")
    checks = collect(importlib.import_module(job.module))
    records = run_checks(checks, provided)
    provenance = store.Provenance(job.module, options.settings, int(options.settings.get("seed", 0)), options.code)
    store.write(options.output, to_group(records, proved_forms(checks, records)), provenance)
    for record in records:
        print(f"{record.verdict:12} {record.claim}:{record.part} ({record.name})", file=sys.stderr)


if __name__ == "__main__":
    main()
