"""BibTeX for a paper, for a run and for a claim of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from verification.claim import Paper
from workflow.report.findings import ARXIV

TITLE = "What holds, what does not, and why: claims on neural-network landscapes, checked"
SPECIAL = re.compile(r"[&%#_$]")


def paper(of: Paper) -> str:
    """The entry of a paper."""
    number = ARXIV.search(of.reference)
    where = {"eprint": number[1], "archiveprefix": "arXiv"} if number else {}
    authors = " and ".join(of.authors.split(", "))
    about = {"author": authors, "title": f"{{{of.title}}}", "year": str(of.year), "note": of.reference}
    return _entry("misc", of.key, about | where)


def run(size: str, commit: str, digest: str) -> str:
    """The entry of a run: its size, the code's commit ("" outside a checkout) and the SHA-256 of its ledger."""
    return _entry("misc", "porcupine-landscapes", {"title": f"{{{TITLE}}}", "note": _made(size, commit, digest)})


def claim(entry: Mapping, size: str, commit: str, digest: str) -> str:
    """The entry of one claim of a run."""
    title = f"{{{entry['id']}: {entry['label']}}}"
    found = f"{entry['status']}, settled: {entry['verdict']}"
    note = f"In: {TITLE}; {found}; {_made(size, commit, digest)}"
    return _entry("misc", f"porcupine-landscapes:{entry['id']}", {"title": title, "note": note})


def _made(size: str, commit: str, digest: str) -> str:
    return f"run of {size} size, {f'commit {commit}' if commit else 'outside a checkout'}, ledger SHA-256 {digest}"


def _entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    lines = [f"  {name} = {{{SPECIAL.sub(lambda sign: chr(92) + sign[0], value)}}}," for name, value in fields.items()]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])
