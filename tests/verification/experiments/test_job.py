"""The checkpoints of a job: one for each part, none without a folder."""

from dataclasses import dataclass

import numpy as np

from verification.experiments.job import Job


@dataclass(frozen=True)
class Settings:
    trials: int = 3


def test_each_part_has_its_own_checkpoint_until_all_are_deleted(tmp_path):
    job = Job(Settings(), "some", "code", tmp_path, 2.0)
    parts = [job.checkpoint("a"), job.checkpoint("b"), job.checkpoint("a", {"also": 1})]
    assert job.checkpoints == parts and len({part.path for part in parts}) == 3
    assert {part.seconds for part in parts} == {2.0}
    assert Job(Settings(), "some", "code", tmp_path).checkpoint("a").path == parts[0].path
    assert Job(Settings(4), "some", "code", tmp_path).checkpoint("a").path != parts[0].path
    assert Job(Settings(), "some", "edit", tmp_path).checkpoint("a").path != parts[0].path
    for part in parts:
        part.save({"x": np.arange(2)})
    job.discard_checkpoints()
    assert not list(tmp_path.iterdir())


def test_without_a_folder_there_is_none():
    job = Job(Settings())
    assert job.checkpoint("a") is None and job.checkpoints == []
