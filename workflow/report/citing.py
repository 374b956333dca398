"""BibTeX for a paper, for a run and for a claim of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

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


class Run(NamedTuple):
    """A run: its size, when its ledger was written, the code's commit ("" outside a checkout), the ledger's SHA-256."""

    size: str
    date: str
    commit: str
    digest: str

    @property
    def told(self) -> str:
        """What a note says of it."""
        code = f"commit {self.commit}" if self.commit else "outside a checkout"
        return f"run of {self.size} size, {self.date}, {code}, ledger SHA-256 {self.digest}"


def run(of: Run) -> str:
    """The entry of a run."""
    return _entry("misc", "porcupine-landscapes", {"title": f"{{{TITLE}}}", "year": of.date[:4], "note": of.told})


def claim(entry: Mapping, of: Run) -> str:
    """The entry of one claim of a run."""
    title = f"{{{entry['id']}: {entry['label']}}}"
    found = f"{entry['status']}, settled: {entry['verdict']}"
    note = f"In: {TITLE}; {found}; {of.told}"
    return _entry("misc", f"porcupine-landscapes:{entry['id']}", {"title": title, "year": of.date[:4], "note": note})


def _entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    lines = [f"  {name} = {{{SPECIAL.sub(lambda sign: chr(92) + sign[0], value)}}}," for name, value in fields.items()]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])
