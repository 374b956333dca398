"""What moved since the last run whose page lies in the folder: verdicts, wordings and numbers, claim by claim."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from workflow.report.provenance import written

VERDICTS = ("status", "verdict", "refuted_at")
TEXTS = ("title", "says", "where", "assumptions", "reason", "repair", "reading", "lacks", "source")
PART_TEXTS = ("says", "why", "unhunted", "role", "strength", "expected", "argument")
NAME = "changes.json"


@dataclass(frozen=True)
class Change:
    """One value that moved. kind: "verdict", "wording" or "number"; "" for what was not there, or is not any more."""

    claim: str
    where: str
    kind: str
    before: str
    after: str


def compare(before: Mapping, after: Mapping) -> list[Change]:
    """Every value of two ledgers that differs, verdicts first. Raises KeyError for what is no ledger."""
    old, new = _values(before), _values(after)
    moved = [
        Change(*key, before=old.get(key, ""), after=new.get(key, ""))
        for key in dict.fromkeys([*new, *old])
        if old.get(key, "") != new.get(key, "")
    ]
    return sorted(moved, key=lambda change: ("verdict", "wording", "number").index(change.kind))


def since(folder: Path, ledger: Mapping) -> dict:
    """What changed since the run whose ledger lies in `folder`; where that is this one, what it had changed itself.

    {"since": when and by which code that was made, or "" for a first run, "changes": a list of `Change` as mappings}.
    """
    try:
        last = json.loads((folder / "ledger.json").read_text(encoding="utf-8"))
        told = json.loads((folder / NAME).read_text(encoding="utf-8")) if (folder / NAME).exists() else None
        if last == ledger and told is not None:
            return told
        changes = [] if last == ledger else [asdict(change) for change in compare(last, ledger)]
        return {"since": _told(folder / "ledger.json", last), "changes": changes}
    except (OSError, ValueError, KeyError, TypeError):  # a first run, or a folder of something else
        return {"since": "", "changes": []}


def _told(path: Path, ledger: Mapping) -> str:
    return f"{written(path)}, {ledger['run']['size']} size, code {ledger['run']['code'][:8] or 'unknown'}"


def _values(ledger: Mapping) -> dict[tuple[str, str, str], str]:
    return {(claim["id"], *key): value for claim in ledger["claims"] for *key, value in _of_claim(claim)}


def _of_claim(claim: Mapping) -> Iterator[tuple[str, str, str]]:
    """Where, of which kind, and the value, for everything that an entry says."""
    yield from ((key, "verdict", _shown(claim[key])) for key in VERDICTS)
    yield from ((key, "wording", _shown(claim[key])) for key in TEXTS)
    for part in claim["parts"]:
        yield part["name"], "verdict", _shown(part["verdict"])
        yield from ((f"{part['name']}, {key}", "wording", _shown(_words(part[key]))) for key in PART_TEXTS)
        for check in part["checks"]:
            where = f"{part['name']}, {check['method']} {check['name']}"
            yield where, "verdict", _shown(check["verdict"])
            yield f"{where}, says", "wording", check["says"]
            numbers = {**check["numbers"], "cost": check["cost"], "wrong variants": check["wrong_variants"]}
            yield from ((f"{where}, {name}", "number", _shown(value)) for name, value in numbers.items())


def _words(value: object) -> object:
    """An argument's own words; the verdicts of its steps are those of other parts."""
    if isinstance(value, list):
        return [{key: step[key] for key in ("text", "uses", "cites")} for step in value]
    return value


def _shown(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
