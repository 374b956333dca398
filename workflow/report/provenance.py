"""Where a run comes from: versions, lock file, configuration, digests and run times."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit

from packaging.requirements import Requirement

from pnn import store

ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = ("snakemake", *store.LIBRARIES, "matplotlib", "latex2mathml")


def gather(root: Path, settings: dict) -> dict:
    """Everything that the provenance page shows; store.DamagedFile where the data is not what the manifest says."""
    lock = ROOT / "requirements.lock"
    text = lock.read_text(encoding="utf-8") if lock.is_file() else ""
    manifest = root / "manifest.sha256"
    store.check_digests(manifest)
    return {
        "versions": versions(),
        "machine": f"{platform.system()} {platform.machine()}",
        "commit": commit(),
        "repository": repository(),
        "date": written(root / "ledger.json"),
        "lock": {"name": lock.name, "digest": hashlib.sha256(text.encode()).hexdigest() if text else ""},
        "otherwise": installed_otherwise(text),
        "configuration": json.dumps(settings, indent=1, sort_keys=True),
        "manifest": [(digest, name) for name, digest in store.listed_digests(manifest).items()],
        "times": times(root / "benchmarks"),
    }


def versions() -> dict[str, str]:
    """The versions of Python and of LIBRARIES; one that is not installed, as torch need not be, is left out."""
    return {"python": platform.python_version()} | {name: found for name in LIBRARIES if (found := _installed(name))}


def installed_otherwise(lock: str) -> list[tuple[str, str, str]]:
    """Packages whose version is not the one that a lock file pins here: name, locked and installed, "" for none."""
    lines = (line.removesuffix("\\") for line in lock.splitlines() if line[:1].isalnum())
    pinned = [wanted for wanted in map(Requirement, lines) if wanted.marker is None or wanted.marker.evaluate()]
    versions = [(wanted, _installed(wanted.name)) for wanted in pinned]
    other = [(wanted, found) for wanted, found in versions if not (found and found in wanted.specifier)]
    return [(wanted.name, str(wanted.specifier).removeprefix("=="), found) for wanted, found in other]


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def commit() -> str:
    """The commit of the code, with a word if files were changed since; empty outside a checkout of its own.

    A copy without a history that lies inside another repository has no commit; who owns the checkout is no matter.
    """
    try:
        if Path(_git("rev-parse", "--show-toplevel")).resolve() != ROOT:
            return ""
        head = _git("rev-parse", "HEAD")
        return head + (" with uncommitted changes" if _git("status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.CalledProcessError):
        return ""


def repository() -> str:
    """Where the code's history is to be had, without a user's name; empty where it names no public place."""
    try:
        place = urlsplit(_git("remote", "get-url", "origin")) if commit() else urlsplit("")
    except (OSError, ValueError, subprocess.CalledProcessError):
        return ""
    public = place.scheme in ("http", "https", "ssh", "git") and place.hostname
    return f"{place.scheme}://{place.hostname}{place.path}" if public else ""


def written(path: Path) -> str:
    """When a file was written, in UTC."""
    return f"{datetime.fromtimestamp(path.stat().st_mtime, UTC):%Y-%m-%d %H:%M} UTC"


def times(folder: Path) -> list[tuple[str, float, float]]:
    """Stage, seconds and peak megabytes as Snakemake measured them, slowest first; other tables are passed over."""
    rows = []
    for path in folder.rglob("*.tsv"):
        with open(path, encoding="utf-8", errors="replace") as file:
            measured = next(csv.DictReader(file, delimiter="\t"), {})
        if measured.get("s") and measured.get("max_rss"):
            name = path.relative_to(folder).with_suffix("").as_posix()
            rows.append((name, _number(measured["s"]), _number(measured["max_rss"])))
    return sorted(rows, key=lambda row: -row[1])


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _git(*arguments: str) -> str:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}  # GIT_DIR names another
    command = ["git", "-c", f"safe.directory={ROOT}", "-c", "core.fsmonitor=false", "-C", str(ROOT), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=own).stdout.strip()
