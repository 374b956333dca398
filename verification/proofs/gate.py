"""The gate: compile a paper's proofs by Coq's kernel, check them again by coqchk, and say what each proves and trusts.

`python -m verification.proofs.gate PAPER --settings JSON --code DIGEST --build FOLDER --output FILE`
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pnn import store
from verification.command import begin
from verification.proofs import audit, build, coq, sources
from verification.proofs.coq import Refused
from verification.proofs.sources import STATEMENTS, Source
from verification.wings import wing

KEPT = "outcome.json"  # Coq's last outcome, in a paper's folder of what is compiled


def sources_of(paper: str) -> list[Source]:
    """The sources of a paper's proofs; none where it states nothing formally."""
    return sources.of_paper(paper, wing(paper).folder)


def let_through(key: str, given: Sequence[Source], folder: Path, version: str) -> dict[str, dict]:
    """Every statement of a paper with what decides it: `audit.audited`. Raises Refused, saying what is not let pass.

    What is compiled stays in `folder`; only what changed is compiled again.
    """
    keys, homes = (key, sources.SHARED), [source.name for source in given if source.states]
    if key == sources.SHARED:
        raise Refused(f"the key {key!r} is the name of what papers share; wanted another")
    if not homes:
        raise Refused(f"{key} has proofs and no {STATEMENTS}.v")
    _refuse([fault for one in given for fault in sources.faults(one, keys, stating=one.states)])
    build.compiled(given, folder, version)
    rests = build.rests_on(folder, given, homes)
    printed = [one for one in given if one.name in rests]
    _refuse([fault for one in printed for fault in sources.faults(one, keys, printed=True)])
    return audit.audited(audit.Gate(folder, given, key))


def _refuse(faults: Sequence[str]) -> None:
    if faults:
        raise Refused("\n".join(faults))


def outcome(paper: str, version: str, why: str, folder: Path) -> dict:
    """What the gate leaves: Coq's version and the statements, or why it did not run. Raises Refused.

    What Coq says is kept beside what is compiled, for `outcome_here`.
    """
    if not version:
        return {"coq": "", "why": why, "statements": {}}
    here, lacking = coq.found()
    if here != version:
        raise Refused(f"wanted Coq {version} here: {lacking or here}")
    given = sources_of(paper)
    found = {"coq": version, "why": "", "statements": let_through(paper, given, folder / paper, version)}
    store.write_text(folder / paper / KEPT, json.dumps({"key": _key(version, given), "outcome": found}))
    return found


def outcome_here(paper: str, folder: Path) -> dict:
    """The outcome with the Coq of this machine, if there is one; what it said of the same sources is kept."""
    version, why = coq.found()
    with suppress(OSError, ValueError, KeyError):
        last = json.loads((folder / paper / KEPT).read_text(encoding="utf-8"))
        if version and last["key"] == _key(version, sources_of(paper)):
            return last["outcome"]
    if version:
        print(f"Coq compiles what is new of the proofs of {paper}", file=sys.stderr)
    return outcome(paper, version, why, folder)


def _key(version: str, given: Sequence[Source]) -> str:
    return build.digest(version, *(source.text for source in given))


def main(arguments: list[str] | None = None) -> None:
    """Command line of the stage; it ends with a line that says what is refused."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paper")
    parser.add_argument("--settings", type=json.loads, required=True)
    parser.add_argument("--code", default="")
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    begin("verification.proofs.gate", arguments)
    settings = options.settings
    try:
        found = outcome(options.paper, settings["coq"], settings["why"], options.build)
    except Refused as refusal:
        sys.exit(f"verification.proofs.gate {options.paper}: {refusal}")
    root = store.Group(texts={"proofs": json.dumps(found, sort_keys=True)})
    store.write(options.output, root, store.Provenance(f"formal.{options.paper}", settings, 0, options.code))
    print(f"{len(found['statements'])} statements; {found['why'] or 'Coq ' + found['coq']}", file=sys.stderr)


if __name__ == "__main__":
    main()
