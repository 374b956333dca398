"""The compiled kernel for permutations of their own, beyond what every engine is asked for."""

import numpy as np
import pytest

from pnn.lanes import count
from pnn.training import shuffled as kernel
from pnn.training.problem import Problem, Schedule, ShuffledBatches
from pnn.training.train import train
from tests.pnn.training.networks import autograd_run, problem_and_samples, shuffled
from tests.pnn.training.test_train import orders_of

SCHEDULE = Schedule(6, 0.002, 0.9)


@pytest.mark.parametrize("lines", [1, 4, 8, 9, 15, 16, 33])
@pytest.mark.parametrize(("samples", "size"), [(60, 20), (21, 7), (6, 3), (64, 32)])
def test_any_number_of_lines_and_any_batch(lines, samples, size):
    """One line to more than two registers of them, batches that fill no register, one or two, neurons in any order."""
    problem, projections, wanted = problem_and_samples(2, lines, 2, samples)
    line_of = np.random.default_rng(1).permutation(np.append(problem.line_of, [0, 0, 0]))
    start = np.random.default_rng(2).standard_normal((2, len(line_of)))
    batches = shuffled(projections, wanted, size=size)
    ends = train(Problem(start, line_of), SCHEDULE, batches, engine="compiled")
    for trial in range(2):
        orders = orders_of(batches.streams, trial, samples, SCHEDULE.epochs)
        data = projections[trial], batches.outputs[trial], orders, SCHEDULE
        weights, losses = autograd_run(start[trial], line_of, *data, size)
        assert ends.weights[trial] == pytest.approx(weights, rel=1e-10, abs=1e-11)
        assert ends.losses[trial] == pytest.approx(losses, rel=1e-9)


def test_rows_hold_samples_and_outputs_and_zeros_behind_the_last():
    for dtype in (np.dtype(np.float32), np.dtype(np.float64)):
        for samples, lines in ((1, 1), (3, 5), (40, 5), (40, 7), (40, 8), (40, 15), (40, 16), (40, 50)):
            numbers = np.random.default_rng(0).standard_normal((samples, lines + 1)).astype(dtype)
            rows = kernel.room(np.arange(lines), samples, 1, dtype)[0]
            around = np.full(rows.size + 2 * rows.shape[1], 7, dtype)
            within = around[rows.shape[1] : -rows.shape[1]].reshape(rows.shape)
            kernel._fill(numbers[:, :lines].copy(), numbers[:, lines].copy(), within)
            assert np.array_equal(within[:samples, : lines + 1], numbers) and not within[samples].any()
            assert (around[: rows.shape[1]] == 7).all() and (around[-rows.shape[1] :] == 7).all()


def test_neurons_of_a_line_stand_below_each_other():
    line_of, lanes = np.array([1, 0, 1, 1, 8]), count(np.dtype(np.float64))
    assert kernel.places(line_of, lanes).tolist() == [1, 0, 17, 33, 8]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_bits_depend_neither_on_other_trials_nor_on_room_used_before(dtype):
    problem, projections, wanted = problem_and_samples(3, 5, 2, 200, dtype)
    batches = shuffled(projections, wanted)
    whole = train(problem, SCHEDULE, batches, engine="compiled")
    projections[0] *= 1e20  # a trial that diverges leaves infinities behind
    spoilt = ShuffledBatches(projections, batches.outputs, batches.size, batches.streams)
    with np.errstate(over="ignore", invalid="ignore"):
        ends = train(problem, SCHEDULE, spoilt, engine="compiled")
    assert ends.diverged.tolist() == [True, False, False]
    assert np.array_equal(ends.weights[1:], whole.weights[1:]) and np.array_equal(ends.losses[1:], whole.losses[1:])
