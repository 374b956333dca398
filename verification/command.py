"""How a stage begins and ends: the first line of its log is its command, the last one what it took."""

from __future__ import annotations

import atexit
import gc
import os
import shlex
import sys
import time
from collections.abc import Sequence

PASSED_ON = ("PYTHONPATH", "PYTHONHASHSEED", "PORCUPINE_PAPERS")


def begin(module: str, words: Sequence[str] | None) -> None:
    """Write a stage's command to its log and, where it is this process, what it took when that ends."""
    print(told(module, words), file=sys.stderr)
    if getattr(sys.modules["__main__"].__spec__, "name", "") == module:
        atexit.register(end)


def end() -> None:
    """Say what the stage took; have no garbage looked for in all that goes with its end."""
    print(f"{spent():.2f} s of processor time", file=sys.stderr)
    gc.freeze()


def spent() -> float:
    """Processor seconds of this process and of its children that have ended."""
    children = os.times()
    return time.process_time() + children.children_user + children.children_system


def told(module: str, words: Sequence[str] | None) -> str:
    """What runs a stage again, whatever folder it is pasted in."""
    given = [f"{name}={os.environ[name]}" for name in PASSED_ON if name in os.environ]
    command = ["env", *given, sys.executable, "-P", "-m", module, *(sys.argv[1:] if words is None else words)]
    return f"cd {shlex.quote(os.getcwd())} && {shlex.join(command)}"
