"""The triangle of a factor in a file: room, errors, what a killed process leaves, and the memory that it takes."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import tracemalloc
from collections import namedtuple
from pathlib import Path

import numpy as np
import pytest

from pnn import schur, triangle
from pnn.lines import random_lines

FACTOR = """
import json, os, resource, signal, sys
import numpy as np
from pnn import schur, triangle
from pnn.lines import random_lines

triangle.MOST_IN_MEMORY, schur._BLOCK = 0, 64
rng = np.random.default_rng(1)
found = schur.prefix_complements(random_lines(320, 5, rng), random_lines(3, 5, rng), [128, 320])
"""
HALTED = """
next(found)
print("a row is in the file", flush=True)
signal.pause()
"""
OUT_OF_ROOM = """
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    list(found)
except OSError as problem:
    print(json.dumps(str(problem)))
"""


def program(text, folder):
    """A process that factors 320 lines, its temporary files in the folder."""
    environment = {**os.environ, "TMPDIR": str(folder), "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.Popen([sys.executable, "-c", FACTOR + text], stdout=subprocess.PIPE, env=environment, text=True)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are looked up in /proc")
def test_a_killed_process_leaves_nothing_in_the_folder_that_the_user_named(tmp_path):
    (tmp_path / "ours.txt").write_text("stays")
    with program(HALTED, tmp_path) as run:
        assert run.stdout.readline()
        files = [os.readlink(path) for path in Path(f"/proc/{run.pid}/fd").iterdir()]
        assert any(name.startswith(str(tmp_path)) for name in files)
        run.send_signal(signal.SIGKILL)
    assert [path.name for path in tmp_path.iterdir()] == ["ours.txt"]


def test_a_disk_that_fills_up_is_an_error_that_says_what_to_do(tmp_path):
    with program(OUT_OF_ROOM, tmp_path) as run:
        told = json.loads(run.stdout.read())
    assert told.startswith(f"no room for temporary files in {tmp_path}: ") and "TMPDIR" in told
    assert run.returncode == 0 and not list(tmp_path.iterdir())


def test_a_disk_too_small_is_refused_before_any_work(monkeypatch):
    monkeypatch.setattr(triangle, "MOST_IN_MEMORY", 0)
    monkeypatch.setattr("shutil.disk_usage", lambda folder: namedtuple("Usage", "free")(4e9))
    monkeypatch.setattr(schur, "_less_what_came_before", lambda *_: pytest.fail("work before the refusal"))
    lines = random_lines(40_000, 3, np.random.default_rng(0))
    with pytest.raises(OSError, match=r"no room .*: 6\.9 GB are wanted, 4\.0 GB free; let TMPDIR name"):
        schur.norms(lines, [[1.0, 0.0, 0.0]], [40_000])


def test_what_a_disk_has_lost_is_an_error(monkeypatch):
    monkeypatch.setattr(triangle, "MOST_IN_MEMORY", 0)
    held = triangle.Triangle(10, 5)
    held.put(1, 0, np.ones((5, 5)))
    np.testing.assert_array_equal(held.get(1, 0), np.ones((5, 5)))
    held._file.truncate(100)
    with pytest.raises(OSError, match=f"file in {tempfile.gettempdir()} has lost"):
        held.get(1, 0)
    held.close()


@pytest.mark.parametrize("most", [0, 1 << 30])
@pytest.mark.parametrize("side", [1, 2, 5, 7])
def test_lines_left_out_in_blocks_of_any_size(side, most, monkeypatch):
    """Of lines that come again nearly, whole blocks may go; the rest is what it is without them."""
    rng = np.random.default_rng(0)
    first, targets = random_lines(20, 3, rng), random_lines(3, 3, rng)
    near = first[:5] + 1e-9 * rng.standard_normal((5, 3))
    monkeypatch.setattr(schur, "_BLOCK", side)
    monkeypatch.setattr(triangle, "MOST_IN_MEMORY", most)
    with pytest.warns(RuntimeWarning, match="line 10 and maybe later"):
        found = schur.norms(np.concatenate([first[:10], near, first[10:]]), targets, [12, 15, 20, 25])
    np.testing.assert_allclose(found, schur.norms(first, targets, [10, 10, 15, 20]), atol=1e-12)


def test_many_lines_take_the_memory_of_a_few_tiles(monkeypatch):
    """In a file, four times the lines take no more than their own rows: ten tiles hold it all."""
    monkeypatch.setattr(triangle, "MOST_IN_MEMORY", 0)
    monkeypatch.setattr(schur, "_BLOCK", 128)
    lines, targets = random_lines(2400, 5, np.random.default_rng(2)), np.eye(5)
    schur.norms(lines[:300], targets, [300])  # loads what is compiled
    peaks = []
    for count in (600, 2400):
        tracemalloc.start()
        schur.norms(lines[:count], targets, [count])
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.25 * peaks[0] and peaks[1] < 11 * 8 * 128**2
