"""Run suites in copies of a process that has loaded the libraries, and nothing of the tree in which faults are planted.

A line of JSON is asked, `{"words": [...], "processor": seconds, "wall": seconds}`, and a line is answered: the exit
code and the seconds of processor time that it took. Processor time is what a suite may use up: past `processor` it is
ended by SIGXCPU, and so is each process that it starts. Past `wall` it is killed, which on a machine that has much
else to do says nothing about the suite: the code is null.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import resource
import runpy
import select
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress

LIBRARIES = (
    *("flint", "h5py", "hypothesis.internal.observability", "hypothesis.strategies", "jsonschema", "numba", "pytest"),
    *("scipy.integrate", "scipy.optimize", "scipy.stats", "sympy", "xdist.scheduler"),
)
LARGE = ("torch",)  # may be missing
TREE = ("pnn", "verification", "workflow", "tests")
MEMORY = 8 << 30  # bytes of data that a run may have: a fault in a size must not take the machine
GRACE = 5  # seconds of processor time from the signal to the end of a process that catches it


def held() -> list[str]:
    """Modules of the tree that are loaded, and should not be."""
    return [name for name in sys.modules if name.partition(".")[0] in TREE]


def run(words: Sequence[str], processor: float, wall: float) -> tuple[int | None, float]:
    """The exit code of `python -m` with these words, None where it was stalled, and its seconds of processor time."""
    if held():
        raise RuntimeError(f"no fault in {held()} would be seen")
    child = os.fork()
    if not child:
        _become(words, int(processor) + 1)
    ended, _, _ = select.select([handle := os.pidfd_open(child)], [], [], wall)
    os.close(handle)
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status) if ended else None, used.ru_utime + used.ru_stime


def _become(words: Sequence[str], processor: int) -> None:
    """Be that program, silent and in a session of its own."""
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (processor, processor + GRACE))
    sys.argv = [*words]
    code: object = 1
    try:
        runpy.run_module(words[0], run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as end:
        code = end.code
    finally:  # without taking the libraries down
        os._exit(code if isinstance(code, int) else bool(code))


def main() -> None:
    """Load the libraries, then answer line by line until there are no more."""
    for name in LIBRARIES:
        importlib.import_module(name)
    for name in LARGE:
        with suppress(ImportError):
            importlib.import_module(name)
    gc.freeze()  # else every copy would touch, and so copy, all of it
    for line in sys.stdin:
        print(json.dumps(run(**json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
