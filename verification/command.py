"""How a stage begins: the first line of its log is its command, which can be pasted into a shell."""

from __future__ import annotations

import atexit
import gc
import os
import shlex
import sys
from collections.abc import Sequence

PASSED_ON = ("PYTHONPATH", "PYTHONHASHSEED", "PORCUPINE_PAPERS")


def begin(module: str, words: Sequence[str] | None) -> None:
    """Write a stage's command to its log; have no garbage looked for in all that goes with its end."""
    print(told(module, words), file=sys.stderr)
    atexit.register(gc.freeze)


def told(module: str, words: Sequence[str] | None) -> str:
    """What runs a stage again, whatever folder it is pasted in."""
    given = [f"{name}={os.environ[name]}" for name in PASSED_ON if name in os.environ]
    command = ["env", *given, sys.executable, "-P", "-m", module, *(sys.argv[1:] if words is None else words)]
    return f"cd {shlex.quote(os.getcwd())} && {shlex.join(command)}"
