"""Whether files that lie in the results folder are those that this run would make.

Snakemake goes by its memory, `.snakemake`, and takes every file for current where that is lost, or where it was told to
(`--touch`). But a file says itself what it is, by which settings and by which code it was made: a run reads that once,
remembers it by the file's size and times, and makes anew what does not fit, where a target needs it.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pnn.whole_files import write_text
from workflow.paths import Plan
from workflow.report import last_page

MEMORY = Path(".snakemake", "made.json")
DRAWN = re.compile(rb"/Keywords \((\w+)\)")
BUILT = re.compile(r'<meta name="made" content="(\w+ \w+)">')
SHOWN = 3  # keys in which a configuration differs from another


class Made(NamedTuple):
    """What a file is: its id, the settings (JSON) and the digest of the code that made it; empty where it has none."""

    id: str
    settings: str
    code: str


def wanted(plan: Plan) -> dict[str, Made]:
    """What every file of the plan that says so should be, by path."""
    found = {plan.checks(job): Made(job.module, plan.job_settings(job), plan.job_code(job)) for job in plan.jobs}
    for piece in plan.pieces:
        found[plan.experiment(piece)] = Made(piece, plan.piece_settings(piece), plan.piece_code(piece))
    for name in plan.gathered:
        found[plan.experiment(name)] = Made(name, plan.gathered_settings(name), plan.gathered_code(name))
    for paper in plan.formal.papers:
        found[plan.formal.file(paper)] = Made(f"formal.{paper}", plan.formal.settings(), plan.formal.code(paper))
    found[plan.at("ledger.json")] = Made("", plan.ledger_settings(), plan.ledger_code())
    found |= {plan.figure(name, "json"): Made(name, "", plan.figure_code(name)) for name in plan.figures}
    found[plan.at("figures", "figures.pdf")] = Made("", "", plan.binding_code())
    found[plan.at("report", "index.html")] = Made("", "", last_page.made(plan.page_settings(), plan.page_code()))
    return found


def unfit(wanted: Mapping[str, Made], memory: Path = MEMORY) -> dict[str, Made | None]:
    """The files that are there and are not what is wanted, with what they are; None for one that does not say.

    A file that cannot be read is left to the stage that reads it, which names it.
    """
    remembered, fresh, found = _remembered(memory), {}, {}
    for path in filter(os.path.isfile, wanted):
        state = os.stat(path)
        key = [state.st_size, state.st_mtime_ns, state.st_ctime_ns]  # a copy brings the date of another file with it
        if path not in remembered or remembered[path][0] != key:
            try:
                remembered[path] = [key, _read(Path(path))]
            except (OSError, ValueError, KeyError, TypeError, AttributeError):
                continue
        fresh[path] = remembered[path]
        said = fresh[path][1]
        if said is None or Made(*said) != wanted[path]:
            found[path] = said and Made(*said)
    with suppress(OSError):
        write_text(memory, json.dumps(fresh))
    return found


def _remembered(memory: Path) -> dict[str, list]:
    try:
        found = json.loads(memory.read_text(encoding="utf-8"))
        return {path: [key, said] for path, (key, said) in found.items()}
    except (OSError, ValueError, AttributeError, TypeError):  # lost, cut off, or none of ours
        return {}


def _read(path: Path) -> list[str] | None:
    """What a file says of its making; None where it says nothing."""
    if path.suffix == ".h5":
        import h5py  # used for files that are new here alone

        with h5py.File(path, "r", locking=False) as file:
            return [str(file.attrs[name]) for name in Made._fields]
    if path.suffix == ".pdf":
        drawn = DRAWN.search(path.read_bytes())
        return ["", "", drawn[1].decode()] if drawn else None
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        built = BUILT.search(text)
        return ["", "", built[1]] if built else None
    said = json.loads(text)
    if path.name == "ledger.json":
        return ["", json.dumps(said["run"]["config"], sort_keys=True), said["run"]["code"]]
    return [said["name"], "", said["code"]]


def force(workflow, paths: Mapping[str, object]) -> None:
    """Have Snakemake make these files anew where a target needs them.

    Its option --forcerun would make them targets too, whatever was asked for.
    """
    prepare = workflow._prepare_dag

    def prepared(*given, **named) -> None:
        prepare(*given, **named)
        workflow.dag.forcefiles.update(paths)

    workflow._prepare_dag = prepared


def report(results: str, wanted: Mapping[str, Made], unfit: Mapping[str, Made | None]) -> Iterator[str]:
    """A line where a run of another configuration lies in the results folder, or files that other code made."""
    ledger = f"{results}/ledger.json"
    before = unfit.get(ledger)
    if before and (other := differences(before.settings, wanted[ledger].settings)):
        yield f"{results} holds a run of another configuration, which this one replaces: {_shown(other)}"
    elif unfit:
        path, said = next(iter(unfit.items()))
        told, plural = f"{path} ({_why(said, wanted[path])})", "s" if len(unfit) != 1 else ""
        yield f"{results} has {len(unfit)} file{plural} of other settings or code, made anew where needed: {told}"


def _why(said: Made | None, wanted: Made) -> str:
    """In what a file is not the one that is wanted."""
    if said is None:
        return "it does not say"
    if said.id != wanted.id:
        return f"it is {said.id}"
    if wanted.settings and (other := differences(said.settings, wanted.settings)):
        return _shown(other)
    code = [made.code.partition(" ")[0] for made in (said, wanted)]  # behind it stands what a page says of its settings
    return "other code" if code[0] != code[1] else "other settings"


def _shown(other: list[str]) -> str:
    return ", ".join(other[:SHOWN]) + (f" and {len(other) - SHOWN} more" if len(other) > SHOWN else "")


def differences(before: str, now: str) -> list[str]:
    """The keys in which settings differ, each with both values."""
    then, after = _flat(json.loads(before)), _flat(json.loads(now))
    keys = [key for key in {**after, **then} if then.get(key) != after.get(key)]
    return [f"{key} was {json.dumps(then.get(key))}, is {json.dumps(after.get(key))}" for key in sorted(keys)]


def _flat(settings: Mapping, above: str = "") -> dict[str, object]:
    """Settings by their keys, those of sections as "section.key"."""
    found: dict[str, object] = {}
    for key, value in settings.items():
        found |= _flat(value, f"{above}{key}.") if isinstance(value, Mapping) else {above + key: value}
    return found
