"""Coq on this machine: whether it is there, and how it is called."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
from collections.abc import Iterable
from pathlib import Path

VERSION = "8.16"  # whose words the statements' digests are of
NEEDED = ("Coquelicot", "Interval", "mathcomp/algebra")  # libraries, by where they lie
PROGRAMS = ("coqc", "coqchk", "coqdep")
MEMORY = 8 << 30  # bytes that a call may use
SECONDS = 600  # of the processor that a call may take: on a busy machine it waits longer
COLLECTION = "s=1M,o=1000"  # of garbage, seldom: what is loaded stays, and to go through it is most of its cost


class Refused(Exception):
    """What the gate does not let pass; the message says why."""


def found() -> tuple[str, str]:
    """The version of Coq that is installed here, and else "" with the reason why it cannot be used."""
    for program in PROGRAMS:
        if shutil.which(program) is None:
            return "", f"{program} is not installed"
    version = _answer("coqc", "--print-version").split(" ")[0]
    if not f"{version}.".startswith(f"{VERSION}."):
        return "", f"Coq {version or 'of no known version'} is installed; wanted {VERSION}"
    libraries = Path(_answer("coqc", "-where"), "user-contrib")
    if lacking := [name for name in NEEDED if not (libraries / name).is_dir()]:
        return "", f"Coq's library {lacking[0]} is not installed"
    return version, ""


def call(program: str, *words: str, folder: Path, roots: Iterable[str]) -> str:
    """What a program of Coq says, called where the sources of `roots` lie. Raises Refused where it fails."""
    paths = [word for root in roots for word in ("-R", root, root)]
    done = subprocess.run(
        [program, *paths, *words],
        cwd=folder,
        env=os.environ | {"OCAMLRUNPARAM": COLLECTION},
        capture_output=True,
        text=True,
        preexec_fn=_limit,
        check=False,
    )
    if done.returncode == -signal.SIGXCPU:
        raise Refused(f"{program} {words[-1]} took more than {SECONDS} seconds of the processor")
    if done.returncode:
        raise Refused(f"{program} {words[-1]}: {(done.stderr or done.stdout).strip()[-2000:]}")
    return done.stdout or done.stderr  # coqchk tells the latter alone


def _answer(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return ""


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS if most == resource.RLIM_INFINITY else min(SECONDS, most), most))
