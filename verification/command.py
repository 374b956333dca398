"""How a stage begins and ends: the first line of its log is its command, the last one what it took."""

from __future__ import annotations

import atexit
import gc
import os
import shlex
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

PASSED_ON = ("PYTHONPATH", "PYTHONHASHSEED", "PORCUPINE_PAPERS")


@dataclass
class Stage:
    """The processor time, in seconds and with that of children, until a stage had loaded what it computes with."""

    start: float

    def computes(self) -> None:
        """What follows is the stage's computation, no more its start."""
        self.start = spent()

    def end(self) -> None:
        """Say what the stage took; have no garbage looked for in all that goes with its end."""
        print(f"{spent():.2f} s of processor time, {self.start:.2f} of them to start", file=sys.stderr)
        gc.freeze()


def begin(module: str, words: Sequence[str] | None) -> Stage:
    """Write a stage's command to its log and, where it is this process, what it took when that ends."""
    print(told(module, words), file=sys.stderr)
    stage = Stage(spent())
    if getattr(sys.modules["__main__"].__spec__, "name", "") == module:
        atexit.register(stage.end)
    return stage


def spent() -> float:
    """Processor seconds of this process and of its children that have ended."""
    children = os.times()
    return time.process_time() + children.children_user + children.children_system


def told(module: str, words: Sequence[str] | None) -> str:
    """What runs a stage again, whatever folder it is pasted in."""
    given = [f"{name}={os.environ[name]}" for name in PASSED_ON if name in os.environ]
    command = ["env", *given, sys.executable, "-P", "-m", module, *(sys.argv[1:] if words is None else words)]
    return f"cd {shlex.quote(os.getcwd())} && {shlex.join(command)}"
