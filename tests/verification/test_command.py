"""How a stage begins and ends."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from verification import command

ROOT = Path(__file__).parents[2]
BEGINS = "from verification import command\ncommand.begin('a_stage', ['a b', 'c'])\n"


@pytest.fixture
def run(tmp_path):
    """Run a program as a stage's module."""

    def started(program):
        (tmp_path / "a_stage.py").write_text(program)
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        words = [sys.executable, "-m", "a_stage"]
        return subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    return started


def test_a_stage_begins_with_its_command_and_ends_without_a_look_for_garbage(run):
    """What is registered first is asked last, once all that is loaded is left aside."""
    asks = "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count() > 1000))\n"
    done = run(asks + BEGINS)
    assert done.stdout == "True\n"
    first, _ = done.stderr.splitlines()
    assert first.startswith("cd ") and first.endswith("-P -m a_stage 'a b' c")


def test_a_stage_ends_with_what_it_took_whatever_becomes_of_it(run):
    """Two tenths of a second, one by a child, and an error."""
    burn = "import time\nwhile time.process_time() < {}: pass\n"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn.format(0.1)!r}])\n"
    before = "before = command.spent()\n" + burn.format("before + 0.2")
    done = run(BEGINS + before + child + "print(before); raise ValueError('bad')")
    assert done.returncode == 1
    *_, reason, last = done.stderr.splitlines()
    assert reason == "ValueError: bad"
    told = re.fullmatch(r"([0-9.]+) s of processor time", last)
    assert float(told[1]) >= float(done.stdout) + 0.2 + 0.09  # the kernel tells children's time in hundredths


def test_what_another_process_runs_does_not_speak_of_its_end(monkeypatch, capsys):
    """A stage's module that is called within a test, say, leaves nothing to do at that process's end."""
    monkeypatch.setattr(command.atexit, "register", lambda *_: pytest.fail("registered"))
    command.begin("verification.stage", [])
    assert len(capsys.readouterr().err.splitlines()) == 1
