"""Trials that share their batches, and trials on many lines."""

import dataclasses

import numpy as np
import pytest

from pnn.training.checkpoint import Checkpoint
from pnn.training.permutations import shuffle
from pnn.training.problem import Problem, Schedule, SharedBatches, ShuffledBatches
from pnn.training.train import train
from tests.pnn.training.networks import BATCH, autograd_run, problem_and_samples, shuffled, streams

SCHEDULE = Schedule(12, 0.01, 0.5, 0.95, 10)


def shared(groups=2, each=3, inputs=4, samples=200, dtype=np.float64, ratio=2, size=BATCH):
    problem, projections, wanted = problem_and_samples(groups * each, inputs, ratio, samples, dtype)
    data = shuffled(projections[:groups], wanted[:groups], size=size)
    return problem, SharedBatches(data.projections, data.outputs, size, data.streams)


def orders(key, position, samples, epochs):
    key, words = key.copy(), np.empty(624, np.uint32)
    for _ in range(epochs):
        order = np.arange(samples, dtype=np.uint32)
        position = shuffle(key, position, order, words)
        yield order.astype(np.int64)


def assert_autograd(problem, batches, group_of, ends, trials=None):
    for trial in range(problem.trials) if trials is None else trials:
        group = group_of[trial]
        key, position = batches.streams.keys[group], batches.streams.positions[group]
        rows = orders(key, position, batches.outputs.shape[1], SCHEDULE.epochs)
        data = batches.projections[group], batches.outputs[group]
        weights, losses = autograd_run(problem.start[trial], problem.line_of, *data, rows, SCHEDULE, batches.size)
        assert ends.weights[trial] == pytest.approx(weights, abs=1e-11)
        assert ends.losses[trial] == pytest.approx(losses, rel=1e-9)


def test_shared_training_is_that_of_automatic_differentiation():
    problem, batches = shared()
    assert_autograd(problem, batches, [0, 0, 0, 1, 1, 1], train(problem, SCHEDULE, batches, device="cpu"))


@pytest.mark.parametrize("lines", [1, 4, 5, 8, 9, 33])
@pytest.mark.parametrize(("each", "size"), [(1, 7), (8, 48), (19, 25)])
def test_every_fill_of_lanes_trains_the_same(lines, each, size):
    """Lines around the 4 whose z and |z| fill the 8 lanes, trials and batches around the 8 lanes."""
    problem, batches = shared(groups=1, each=each, inputs=lines, samples=7 * size, ratio=3, size=size)
    ends = train(problem, SCHEDULE, batches, device="cpu")
    assert_autograd(problem, batches, [0] * each, ends, trials={0, each // 2, each - 1})


def test_a_trial_is_the_same_to_the_last_bit_wherever_it_stands_in_its_group():
    problem, batches = shared(groups=1, each=20, inputs=17, dtype=np.float32)
    whole = train(problem, SCHEDULE, batches, device="cpu")
    rows = [18, 3, 9, 12]
    part = train(Problem(problem.start[rows], problem.line_of), SCHEDULE, batches, device="cpu")
    assert np.array_equal(part.weights, whole.weights[rows]) and np.array_equal(part.losses, whole.losses[rows])


def test_training_on_many_lines_is_that_of_automatic_differentiation():
    problem, projections, wanted = problem_and_samples(2, 33, 2)
    batches = shuffled(projections, wanted)
    assert_autograd(problem, batches, [0, 1], train(problem, SCHEDULE, batches, device="cpu"))


def test_a_wrong_step_is_noticed():
    problem, batches = shared()
    right = train(problem, SCHEDULE, batches, device="cpu").weights
    for change in ({"momentum": 0.4}, {"learning_rate": 0.005}, {"decay": 1.0}):
        wrong = train(problem, dataclasses.replace(SCHEDULE, **change), batches, device="cpu").weights
        assert np.abs(wrong - right).max() > 1e-6


@pytest.mark.parametrize("engine", ["compiled", "torch"])
def test_trials_of_a_group_train_as_if_each_had_its_own_copy(engine):
    problem, batches = shared(each=4)
    schedule = dataclasses.replace(SCHEDULE, epochs=60, stop_loss=0.2)
    together = train(problem, schedule, batches, engine=engine, device="cpu")
    apart = train(problem, schedule, batches.spread(problem.trials), engine="compiled", device="cpu")
    assert len(set(together.stop_epoch)) > 1 and np.array_equal(together.stop_epoch, apart.stop_epoch)
    assert together.weights == pytest.approx(apart.weights, abs=1e-9)
    assert together.losses == pytest.approx(apart.losses, rel=1e-9, nan_ok=True)


def test_a_diverging_trial_leaves_its_group_alone():
    problem, batches = shared()
    quiet = train(problem, SCHEDULE, batches, device="cpu")
    start = problem.start.copy()
    start[1] = 1e200
    ends = train(Problem(start, problem.line_of), SCHEDULE, batches, device="cpu")
    assert ends.diverged.tolist() == [False, True, False, False, False, False]
    others = [0, 2, 3, 4, 5]
    assert np.array_equal(ends.weights[others], quiet.weights[others])


class Interrupted(Exception):
    pass


def interrupt(share):
    raise Interrupted


def test_a_resumed_run_ends_bit_for_bit_the_same(tmp_path):
    problem, batches = shared(dtype=np.float32)
    whole = train(problem, SCHEDULE, batches, device="cpu")
    checkpoint = Checkpoint(tmp_path / "part", seconds=0)
    with pytest.raises(Interrupted):
        train(problem, SCHEDULE, batches, device="cpu", checkpoint=checkpoint, progress=interrupt)
    again = train(problem, SCHEDULE, batches, device="cpu", checkpoint=checkpoint)
    assert np.array_equal(again.weights, whole.weights)
    assert np.array_equal(again.streams.positions, whole.streams.positions)


def test_groups_that_do_not_fit_are_refused():
    problem, batches = shared(groups=2, each=2)
    odd = Problem(problem.start[:3], problem.line_of)
    with pytest.raises(ValueError, match="batches are for 2 trials on 4 lines, the starting weights for 3"):
        train(odd, SCHEDULE, batches)
    with pytest.raises(ValueError, match="one stream each"):
        SharedBatches(batches.projections, batches.outputs, BATCH, streams(1))
    assert isinstance(batches.spread(4), ShuffledBatches)


def test_the_stream_of_a_group_stands_still_after_its_last_stop():
    problem, batches = shared(each=4)
    ends = train(problem, dataclasses.replace(SCHEDULE, epochs=60, stop_loss=0.2), batches, device="cpu")
    last = ends.stop_epoch.reshape(2, 4).max(axis=1)
    assert last.min() < 60
    for group, epochs in enumerate(last):
        key, position = batches.streams.keys[group].copy(), batches.streams.positions[group]
        for _ in range(epochs):
            position = shuffle(key, position, np.arange(200, dtype=np.uint32), np.empty(624, np.uint32))
        assert np.array_equal(ends.streams.keys[group], key) and ends.streams.positions[group] == position


def test_a_loss_equal_to_the_stopping_loss_stops():
    problem, batches = shared()
    silent = dataclasses.replace(batches, outputs=0 * batches.outputs)
    ends = train(Problem(0 * problem.start, problem.line_of), SCHEDULE, silent, device="cpu")
    assert ends.stop_epoch.tolist() == [1] * 6
