"""Plant a fault in a copy of the tree, and run what should notice it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from mutants.operators import Mutant
from mutants.suites import CHECKED, Suites

PATIENCE = 20  # seconds of processor time that a suite may take beyond three times its own
SHARE = 20  # a suite that gets less than this part of a processor is given up, and has noticed nothing
REWRITTEN = "ignore::pytest.PytestAssertRewriteWarning"  # plugins are loaded before pytest could rewrite them
QUIET = ["-q", "-x", "-n0", "-p", "no:cacheprovider", "-W", REWRITTEN, "--hypothesis-seed=0"]
TIMEOUT = -signal.SIGXCPU
KERNELS = "pnn/training/"  # compiled code is kept by its own file's time: of what it calls it would be an old copy


class Runner:
    """The copy, and how many seconds each suite takes there; None for one that does not pass without a fault.

    Seconds are of processor time throughout: a machine that is busy notices no fault.
    """

    def __init__(self, root: Path, copy: Path, suites: Suites, results: Path | None = None) -> None:
        self.copy, self.suites, self.cache = copy, suites, copy / ".numba"
        self.more = {"pytest": QUIET, CHECKED: ["--results", str(results or root / "results")]}
        self.usual: dict[tuple[str, ...], float | None] = {}
        self.clock = int(time.time())
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True, text=True)
        for name in filter(None, listed.stdout.split("\0")):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, copy / name, follow_symlinks=False)
        self.server = self._served()

    def _served(self) -> subprocess.Popen:
        """The process of which every run is a copy."""
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "NUMBA_CACHE_DIR": str(self.cache),
            "PYTHONHASHSEED": "0",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
        }
        program = Path(__file__).with_name("server.py").read_text(encoding="utf-8")
        return subprocess.Popen(
            [sys.executable, "-c", program], cwd=self.copy, env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def close(self) -> None:
        """End the server."""
        self.server.communicate()

    def outcome(self, mutant: Mutant, seconds: float) -> dict:
        """What becomes of a fault, and the suites that were tried: for about `seconds`, the first one in any case."""
        tried: list[str] = []
        spent = 0.0
        for suite in self.suites.of(mutant.file):
            if suite[0] == CHECKED:
                self._passes(suite, seconds)  # which writes down what is found without a fault
            usual = self.usual.get(suite, 0.0)
            if usual is None or (tried and spent + usual >= seconds):
                continue
            code, took = self._with_fault(mutant, suite, PATIENCE + (3 * usual or seconds))
            if code and not self._passes(suite, seconds):
                continue
            if code == TIMEOUT and not usual:  # now it is known how long the suite takes
                code, took = self._with_fault(mutant, suite, PATIENCE + 3 * (self.usual[suite] or seconds))
            tried.append(" ".join(suite))
            spent += took
            if code:
                return {"outcome": "timeout" if code == TIMEOUT else "killed", "tried": tried}
            if code == 0:
                self.usual.setdefault(suite, took)
        return {"outcome": "survived" if tried else "untested", "tried": tried}

    def _with_fault(self, mutant: Mutant, suite: tuple[str, ...], limit: float) -> tuple[int | None, float]:
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
            self.usual[suite] = took if code == 0 else None
            if code != 0:
                print(f"not used, exit code {code} without a fault: {' '.join(suite)}", flush=True)
        return self.usual[suite] is not None

    def _write(self, path: Path, text: bytes) -> None:
        """Write a file with a time of its own: by that Python knows whether what it compiled is still right."""
        path.write_bytes(text)
        self.clock += 1
        os.utime(path, (self.clock, self.clock))

    def _run(self, suite: tuple[str, ...], limit: float, fresh: bool) -> tuple[int | None, float]:
        """The exit code of a suite in the copy, None where it was given up, and its seconds."""
        if fresh:
            shutil.rmtree(self.cache, ignore_errors=True)
        words = [*suite, *self.more.get(suite[0], [])]
        assert self.server.stdin and self.server.stdout
        print(
            json.dumps({"words": words, "processor": limit, "wall": SHARE * limit}), file=self.server.stdin, flush=True
        )
        code, took = json.loads(self.server.stdout.readline())
        if fresh:
            shutil.rmtree(self.cache, ignore_errors=True)
        return code, took
