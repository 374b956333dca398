"""What is compiled reads and writes its own arrays alone: its tests once more, with every place looked at."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAPERS = Path("tests", "verification", "papers")
TESTS = [
    *(f"tests/pnn/test_{name}.py" for name in ("lanes", "compiled_kernels", "nonnegative", "optimum")),
    *(f"tests/pnn/training/test_{name}.py" for name in ("fixed", "grams", "normals", "pcg64", "permutations")),
    *(f"tests/pnn/training/test_{name}.py" for name in ("shared", "shuffled", "train", "words", "ziggurat")),
    *map(str, (PAPERS / "basin2016/test_spurious.py", PAPERS / "width2019/test_descent_ends.py")),
    str(PAPERS / "diversity2017/test_training.py"),
]
OVER_THE_END = """
import numpy as np
from numba import njit
from pnn import lanes
from pnn.training import words, ziggurat

ARRAY, OUT, PLACES = np.zeros((2, 16)), np.zeros((16, 8)), np.arange(8)
WORDS, LONG = np.zeros(40, np.uint32), np.zeros(40, np.uint64)
NUMBERS, WIDTHS, INSIDE = np.zeros(40), np.zeros(256), np.zeros(256, np.uint64)

@njit
def load(place): return lanes.total(lanes.load(ARRAY, place))
@njit
def load_both(place): return lanes.total(lanes.load_both(ARRAY, place))
@njit
def load_apart(place): return lanes.total(lanes.load_apart(ARRAY, place, 2))
@njit
def spread(place): return lanes.total(lanes.spread(ARRAY, place))
@njit
def store(array, place): lanes.store(array, place, lanes.fill(1.0))
@njit
def turn(table, rows, first, out): lanes.turn(table, rows, first, out)
@njit
def turn_half(table, rows, first, out): lanes.turn_half(table, rows, first, out)
@njit
def is_plain(place): return words.is_plain(WORDS, place, np.uint32(1), np.uint32(20))
@njit
def press(array, place, target): return words.press(array, place, np.uint32(1), np.uint32(20), target)
@njit
def put_numbers(first, numbers, done): return ziggurat.put_numbers(LONG, first, numbers, done, WIDTHS, INSIDE)

def refused(call, *words):
    try:
        call(*words)
    except IndexError:
        return True
    return False

TABLE, FEW, LESS, NEXT = np.zeros((8, 16)), OUT[:15], PLACES[:7], PLACES + 1
for call, good, bad in [
    (load, (24,), (25,)), (load, (0,), (-1,)), (load_both, (28,), (29,)), (load_apart, (17,), (18,)),
    (spread, (31,), (32,)), (store, (ARRAY, 24), (ARRAY, 25)), (store, (ARRAY, 0), (ARRAY, -1)),
    (turn, (TABLE, PLACES, 8, OUT), (TABLE, PLACES, 9, OUT)), (turn, (TABLE, PLACES, 8, OUT), (TABLE, PLACES, 8, FEW)),
    (turn, (TABLE, PLACES, 0, OUT), (TABLE, LESS, 0, OUT)), (turn, (TABLE, PLACES, 0, OUT), (TABLE, NEXT, 0, OUT)),
    (turn_half, (TABLE, PLACES, 12, OUT), (TABLE, PLACES, 13, OUT)), (is_plain, (24,), (25,)),
    (press, (WORDS, 24, 0), (WORDS, 25, 0)), (press, (WORDS, 0, 24), (WORDS, 0, 25)),
    (put_numbers, (24, NUMBERS, 0), (25, NUMBERS, 0)), (put_numbers, (0, NUMBERS, 24), (0, NUMBERS, 25)),
]:
    assert not refused(call, *good) and refused(call, *bad), (call, good, bad)
"""


def checking(cache: Path) -> dict[str, str]:
    """The environment of a process whose compiled code checks bounds."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return own | {"NUMBA_BOUNDSCHECK": "1", "NUMBA_CACHE_DIR": str(cache)}


def compiled_functions() -> set[str]:
    """Module and name of every function that is compiled, as numba names their files; not what stands within others."""
    found = set()
    for room in ("pnn", "verification"):
        for path in (ROOT / room).rglob("*.py"):
            if "njit" in (source := path.read_text(encoding="utf-8")):
                functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
                marks = {one.name: " ".join(map(ast.unparse, one.decorator_list)) for one in functions}
                found |= {
                    f"{path.stem}.{name}" for name, mark in marks.items() if "njit" in mark and "always" not in mark
                }
    return found


def test_a_place_beyond_the_end_or_before_the_start_is_refused(tmp_path):
    subprocess.run([sys.executable, "-c", OVER_THE_END], cwd=ROOT, env=checking(tmp_path), check=True)


@pytest.mark.slow
def test_compiled_code_stays_within_its_arrays(tmp_path):
    """And no function that is compiled is left out."""
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *TESTS]
    done = subprocess.run(command, cwd=ROOT, env=checking(tmp_path), check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-5000:]
    looked_at = {path.name.rpartition("-")[0] for path in tmp_path.rglob("*.nbi")}
    assert compiled_functions() <= looked_at
