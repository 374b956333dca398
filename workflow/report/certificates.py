"""The certificates of a run, written beside the page with the programs that check them, and checked by these."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from workflow.report.site import Site

FOLDER, FORM = "certificates", "1"
PROGRAMS = Path(__file__).parents[1] / "certificates"


class RefusedCertificate(ValueError):
    """A certificate that the program of its kind does not accept."""


def programs() -> list[Path]:
    """The programs that check certificates: one for each kind, and one that hands files to these."""
    return sorted(PROGRAMS.glob("check_*.py"))


def program(kind: str) -> str:
    """The name of the program that checks a kind."""
    return f"check_{kind.replace(' ', '_')}.py"


def write(site: Site, claims: Iterable[dict]) -> list[str]:
    """Put the certificates of a ledger's claims and the programs into the site; return their names there.

    Their statements in words are those that the programs put together from the data. Raises RefusedCertificate, naming
    claims, where the data of one are refused, read from its file.
    """
    for path in programs():
        site.place(path, f"{FOLDER}/{path.name}", linked=False)
    found = {f"{FOLDER}/{name}": one for name, one in _certificates(claims)}
    for name, certificate in found.items():
        _put(site, name, certificate)
    kinds = sorted({one["kind"] for one in found.values()})
    names = [[name for name, one in found.items() if one["kind"] == kind] for kind in kinds]
    with ThreadPoolExecutor(os.cpu_count()) as side_by_side:
        for those, words in zip(names, side_by_side.map(partial(_words, site), kinds, names), strict=True):
            for name, statement in zip(those, words, strict=True):
                _put(site, name, found[name] | {"statement": statement})
    return list(found)


def _words(site: Site, kind: str, names: list[str]) -> list[str]:
    """The statements that the program of a kind, which checks the files of these names, has for them."""
    return [json.loads(line) for line in _run(kind, "--words", *(str(site.folder / one) for one in names)).splitlines()]


def _certificates(claims: Iterable[dict]) -> Iterator[tuple[str, dict]]:
    """Every certificate under the name of its file, as yet without words."""
    for claim in claims:
        for part in claim["parts"]:
            for one in part["certificates"]:
                filed = {"kind": one["kind"], "claim": claim["id"], "part": part["name"]}
                yield one["file"], {"certificate": FORM, **filed, "statement": "", "data": one["data"]}


def _put(site: Site, name: str, certificate: dict) -> None:
    site.put(name, json.dumps(certificate, indent=1, ensure_ascii=False) + "\n")


def _run(kind: str, *arguments: str) -> str:
    """What the program of a kind prints, by itself, without this environment."""
    command = [sys.executable, "-I", str(PROGRAMS / program(kind)), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line for line in done.stdout.splitlines() if line.startswith("refused")]
        raise RefusedCertificate("\n".join([*lines, done.stderr[-2000:]]).strip())
    return done.stdout
