"""The certificates of a run, written beside the page with the program that checks them, and checked by it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from workflow.report.site import Site

CHECKER = Path(__file__).parents[1] / "certificates" / "check_certificate.py"
FOLDER, FORM = "certificates", "1"


class RefusedCertificate(ValueError):
    """A certificate that the program beside it does not accept."""


def write(site: Site, claims: Iterable[dict]) -> list[str]:
    """Put the certificates of a ledger's claims and the program into the site; return their names there.

    Their statements in words are those that the program puts together from the data. Raises RefusedCertificate, naming
    claims, where it does not accept one of them, read from the file.
    """
    site.place(CHECKER, f"{FOLDER}/{CHECKER.name}", linked=False)
    found = {f"{FOLDER}/{name}": one for name, one in _certificates(claims)}
    for name, certificate in found.items():
        _put(site, name, certificate)
    paths = [str(site.folder / name) for name in found]
    if paths:
        words = _run("--words", *paths).splitlines()
        for (name, certificate), statement in zip(found.items(), words, strict=True):
            _put(site, name, certificate | {"statement": json.loads(statement)})
        _run(*paths)
    return list(found)


def _certificates(claims: Iterable[dict]) -> Iterator[tuple[str, dict]]:
    """Every certificate under the name of its file, as yet without words."""
    for claim in claims:
        for part in claim["parts"]:
            for one in part["certificates"]:
                filed = {"kind": one["kind"], "claim": claim["id"], "part": part["name"]}
                yield one["file"], {"certificate": FORM, **filed, "statement": "", "data": one["data"]}


def _put(site: Site, name: str, certificate: dict) -> None:
    site.put(name, json.dumps(certificate, indent=1, ensure_ascii=False) + "\n")


def _run(*arguments: str) -> str:
    """What the program prints, by itself, without this environment."""
    done = subprocess.run([sys.executable, "-I", str(CHECKER), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [line for line in done.stdout.splitlines() if line.startswith("refused")]
        raise RefusedCertificate("\n".join([*lines, done.stderr[-2000:]]).strip())
    return done.stdout
