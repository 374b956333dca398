"""What every stage finds in its environment: this checkout's code, the papers' folders, one thread, fixed hashes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from verification import one_thread, papers
from workflow.paths import ROOT, Plan


def refusal() -> str:
    """Why stages cannot run in this environment; empty where they can."""
    if os.environ.get("NUMBA_DISABLE_JIT", "0") not in ("", "0"):
        return "NUMBA_DISABLE_JIT is set: the training kernels exist compiled only; unset it"
    if os.environ.get("PYTHONOPTIMIZE", "0") not in ("", "0") or sys.flags.optimize:
        return "PYTHONOPTIMIZE (or -O) is set: it takes assertions and descriptions from the code; unset it"
    if os.pathsep in str(ROOT):
        return (
            f"the checkout lies in {ROOT}: Python finds nothing in a folder with a {os.pathsep!r} in its name; move it"
        )
    return ""


def prepare(plan: Plan) -> None:
    """Set it for this process and all that it starts."""
    _first("PYTHONPATH", str(ROOT))
    _first("PATH", str(Path(sys.executable).parent))  # stages run by the interpreter that runs Snakemake
    os.environ[papers.VARIABLE] = os.pathsep.join(papers.__path__[1:])
    os.environ |= dict.fromkeys(one_thread.VARIABLES, "1")  # jobs run side by side, each on one core
    os.environ["PYTHONHASHSEED"] = "0"  # SymPy's results depend on the order of sets: the same bytes every time
    # Numba looks at a kernel's own file only: machine code is kept by the digest of all that a kernel is made of.
    os.environ["NUMBA_CACHE_DIR"] = str(Path(".snakemake", "numba", plan.kernels_code).absolute())


def _first(variable: str, entry: str) -> None:
    kept = [part for part in os.environ.get(variable, "").split(os.pathsep) if part and part != entry]
    os.environ[variable] = os.pathsep.join([entry, *kept])
