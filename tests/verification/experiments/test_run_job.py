"""A job's command line: what it writes, what it keeps while it runs, and what it refuses before any work."""

import json

import pytest

from pnn.store import read
from tests.guests import paper, put
from tests.verification.experiments.command_lines import job, refused_in_one_line
from verification import wings
from verification.experiments import run_job
from verification.experiments.job import Job

SETTINGS = {"first": 1, "count": 2, "base": 3}


@pytest.fixture
def guest(guests):
    """A paper outside with the experiment `doubling`."""
    folder = paper(guests, "guest2001", "doubling")
    wings.admit([guests])
    return folder


def test_the_file_says_what_it_is_and_how_it_was_made(guest, tmp_path, capsys):
    output = tmp_path / "a folder" / "one.h5"
    words = job("guest2001", "doubling/3-1", {**SETTINGS}, output)
    assert run_job.main(words) == 0
    root = read(output)
    assert root.arrays["product"].values.tolist() == [3, 6]
    assert {name: root.attributes[name] for name in ("id", "seed", "code")} == {
        "id": "doubling/3-1",
        "seed": 0,
        "code": "abc",
    }
    assert json.loads(root.attributes["settings"]) == SETTINGS
    told = capsys.readouterr().err
    assert told.startswith("cd ")
    assert "python -P -m verification.experiments.run_job guest2001 doubling/3-1 --settings '{" in told.splitlines()[0]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (SETTINGS | {"count": 0}, "count must be at least 1"),
        (SETTINGS | {"count": "2"}, "count must be of type int, not '2'"),
        (SETTINGS | {"more": 1}, "unknown settings ['more']"),
        ({}, "settings ['base', 'count', 'first'] are missing"),
    ],
)
def test_settings_that_cannot_be_run_are_one_line(guest, tmp_path, capsys, settings, message):
    (tmp_path / "empty").mkdir()
    code = run_job.main(job("guest2001", "doubling/3-1", settings, tmp_path / "empty" / "one.h5"))
    told = capsys.readouterr().err
    refused_in_one_line(code, told, tmp_path / "empty", "doubling/3-1")
    assert message in told


def test_settings_that_are_no_object_are_refused(guest, tmp_path, capsys):
    with pytest.raises(SystemExit):
        run_job.main(job("guest2001", "doubling", [1], tmp_path / "one.h5"))
    assert "--settings must be a JSON object" in capsys.readouterr().err and not (tmp_path / "one.h5").exists()


CHECKPOINTS = """
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pnn.store import Array, Group


@dataclass(frozen=True)
class Settings:
    broken: str
    seed: int


def run(job):
    kept = job.checkpoint("half", {"engine": "ours"})
    found = kept.load() if kept else None
    if kept and found is None:
        kept.save({"half": np.arange(3)})
    if Path(job.settings.broken).exists():
        raise OSError("broken")
    return Group(arrays={"from": Array(np.array(found is not None))})
"""


def test_a_checkpoint_outlives_a_job_that_fails_and_goes_with_its_file(guest, tmp_path):
    put(guest / "experiments" / "keeping" / "run.py", CHECKPOINTS)
    folder, output = tmp_path / "checkpoints", tmp_path / "keeping.h5"
    kept = ("--checkpoint", folder, "--seconds", 0)
    broken = put(tmp_path / "broken", "")
    words = job("guest2001", "keeping", {"broken": str(broken), "seed": 5}, output, *kept)
    with pytest.raises(OSError, match="broken"):
        run_job.main(words)
    assert len(list(folder.iterdir())) == 1 and not output.exists()
    broken.unlink()
    assert run_job.main([*words, "--code", "other"]) == 0
    assert not read(output).arrays["from"].values and len(list(folder.iterdir())) == 1
    assert run_job.main(words) == 0
    assert read(output).arrays["from"].values and read(output).attributes["seed"] == 5
    assert not list(folder.iterdir())


def test_no_checkpoint_is_kept_without_a_folder():
    assert Job(object()).checkpoint("part") is None
