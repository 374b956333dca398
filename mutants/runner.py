"""Plant a fault in a copy of the tree, and run what should notice it."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from mutants.operators import Mutant
from mutants.suites import Suites

MEMORY = 8 << 30  # bytes of data that a run may have: a fault in a size must not take the machine
PATIENCE = 60  # seconds that a suite may take beyond five times its own
QUIET = ["-q", "-x", "-n0", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
TIMEOUT = -signal.SIGKILL
KERNELS = "pnn/training/"  # compiled code is kept by its own file's time: of what it calls it would be an old copy


class Runner:
    """The copy, and how many seconds each suite takes there; None for one that does not pass without a fault."""

    def __init__(self, root: Path, copy: Path, suites: Suites) -> None:
        self.copy, self.suites = copy, suites
        self.usual: dict[tuple[str, ...], float | None] = {}
        self.clock = int(time.time())
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True, text=True)
        for name in filter(None, listed.stdout.split("\0")):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, copy / name, follow_symlinks=False)

    def outcome(self, mutant: Mutant, seconds: float) -> dict:
        """What becomes of a fault, and the suites that were tried: for about `seconds`, the first one in any case."""
        tried: list[str] = []
        spent = 0.0
        for suite in self.suites.of(mutant.file):
            usual = self.usual.get(suite, 0.0)
            if usual is None or (tried and spent + usual >= seconds):
                continue
            code, took = self._with_fault(mutant, suite, PATIENCE + (5 * usual or seconds))
            if code and not self._passes(suite, seconds):
                continue
            if code == TIMEOUT:  # now it is known how long the suite takes
                code, took = self._with_fault(mutant, suite, PATIENCE + 5 * (self.usual[suite] or seconds))
            tried.append(" ".join(suite))
            spent += took
            if code:
                return {"outcome": "timeout" if code == TIMEOUT else "killed", "tried": tried}
            self.usual.setdefault(suite, took)
        return {"outcome": "survived" if tried else "untested", "tried": tried}

    def _with_fault(self, mutant: Mutant, suite: tuple[str, ...], limit: float) -> tuple[int, float]:
        path = self.copy / mutant.file
        source = path.read_bytes()
        self._write(path, mutant.planted(source))
        try:
            return self._run(suite, limit, mutant.file.startswith(KERNELS))
        finally:
            self._write(path, source)

    def _passes(self, suite: tuple[str, ...], seconds: float) -> bool:
        """Whether a suite passes without a fault, and in time: else nothing follows where it fails with one."""
        if suite not in self.usual:
            code, took = self._run(suite, PATIENCE + seconds, False)
            self.usual[suite] = None if code else took
            if code:
                print(f"not used, exit code {code} without a fault: {' '.join(suite)}", flush=True)
        return self.usual[suite] is not None

    def _write(self, path: Path, text: bytes) -> None:
        """Write a file with a time of its own: by that Python knows whether what it compiled is still right."""
        path.write_bytes(text)
        self.clock += 1
        os.utime(path, (self.clock, self.clock))

    def _run(self, suite: tuple[str, ...], limit: float, fresh: bool) -> tuple[int, float]:
        """The exit code of a suite in the copy, and its seconds; past the limit it is killed with all it started."""
        cache = self.copy / ".numba"
        if fresh:
            shutil.rmtree(cache, ignore_errors=True)
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "NUMBA_CACHE_DIR": str(cache),
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
        }
        words = [sys.executable, "-m", *suite, *(QUIET if suite[0] == "pytest" else [])]
        start = time.monotonic()
        process = subprocess.Popen(
            words, cwd=self.copy, env=environment, start_new_session=True, preexec_fn=_little_memory,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            code = process.wait(limit)
        except subprocess.TimeoutExpired:
            code = TIMEOUT
        finally:
            _kill(process)
        if fresh:
            shutil.rmtree(cache, ignore_errors=True)
        return code, time.monotonic() - start


def _kill(process: subprocess.Popen) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _little_memory() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
