import numpy as np
import pytest

from pnn.training import train as training
from pnn.training.checkpoint import Checkpoint
from pnn.training.problem import Schedule
from pnn.whole_files import half_written
from tests.pnn.training.networks import fixed, problem_and_samples, shuffled

SCHEDULE = Schedule(40, 0.01, 0.9)


class Interrupted(Exception):
    pass


def interrupt_after(share):
    def progress(done):
        if done >= share:
            raise Interrupted

    return progress


@pytest.mark.parametrize("engine", ["compiled", "torch"])
@pytest.mark.parametrize("make", [shuffled, fixed])
def test_a_resumed_run_ends_bit_for_bit_the_same(tmp_path, engine, make):
    problem, projections, wanted = problem_and_samples(dtype=np.float32)
    batches = make(projections, wanted)
    whole = training.train(problem, SCHEDULE, batches, engine=engine, device="cpu")
    checkpoint = Checkpoint(tmp_path / "part", seconds=0)
    with pytest.raises(Interrupted):
        training.train(problem, SCHEDULE, batches, engine=engine, checkpoint=checkpoint, progress=interrupt_after(0.5))
    steps = []
    again = training.train(problem, SCHEDULE, batches, engine=engine, checkpoint=checkpoint, progress=steps.append)
    assert len(steps) == 2
    assert np.array_equal(again.weights, whole.weights)
    assert np.array_equal(again.losses, whole.losses, equal_nan=True)
    assert np.array_equal(again.stop_epoch, whole.stop_epoch)


def test_another_setting_or_other_code_finds_no_checkpoint(tmp_path):
    first = Checkpoint.keyed(tmp_path, "a", {"epochs": 5}, "code")
    first.save({"x": np.arange(3)})
    assert Checkpoint.keyed(tmp_path, "a", {"epochs": 5}, "code").load() is not None
    for part, settings, code in (
        ("a", {"epochs": 6}, "code"),
        ("a", {"epochs": 5}, "edit"),
        ("b", {"epochs": 5}, "code"),
    ):
        assert Checkpoint.keyed(tmp_path, part, settings, code).load() is None


def test_a_cut_or_changed_checkpoint_is_passed_over(tmp_path):
    checkpoint = Checkpoint(tmp_path / "part")
    checkpoint.save({"x": np.arange(10)})
    whole = checkpoint.path.read_bytes()
    assert np.array_equal(checkpoint.load()["x"], np.arange(10))
    for length in range(len(whole)):
        checkpoint.path.write_bytes(whole[:length])
        assert checkpoint.load() is None
        flipped = whole[:length] + bytes([whole[length] ^ 1]) + whole[length + 1 :]
        checkpoint.path.write_bytes(flipped)
        assert checkpoint.load() is None


def test_nothing_pickled_is_loaded(tmp_path):
    checkpoint = Checkpoint(tmp_path / "part")
    checkpoint.save({"x": np.array([{}], dtype=object)})
    with pytest.raises(ValueError, match="allow_pickle=False"):
        checkpoint.load()


def test_removal_takes_half_written_files_along(tmp_path):
    checkpoint = Checkpoint(tmp_path / "part")
    checkpoint.save({"x": np.arange(3)})
    half_written(tmp_path / "part")
    other = half_written(tmp_path / "part2")
    checkpoint.remove()
    assert list(tmp_path.iterdir()) == [other]


def test_a_checkpoint_that_was_never_saved_can_be_removed(tmp_path):
    Checkpoint(tmp_path / "part").remove()
    assert not list(tmp_path.iterdir())
