"""Trials on fixed batches, side by side in lanes: each as if it were alone, to the last bit."""

from itertools import pairwise

import numpy as np
import pytest

from pnn import lanes
from pnn.training import fixed
from pnn.training.problem import FixedBatches, Problem, Schedule
from pnn.training.train import train
from tests.pnn.training.networks import fixed as fixed_batches
from tests.pnn.training.networks import problem_and_samples

SCHEDULE = Schedule(60, 0.01, 0.5, 0.95, 10, 1e-3, 1)


def plain_epoch(weights, velocities, line_of, grams, target, momentum, rate):
    """One epoch of one trial, number by number in the order of neurons, rows and columns; its mean batch loss."""
    lines, total = len(target) // 2, 0.0
    for gram in grams:
        excess = np.zeros(len(target))
        for weight, line in zip(weights, line_of, strict=True):
            excess[line if weight > 0 else line + lines] += abs(weight)
        excess -= target
        slopes = np.array([sum((g * e for g, e in zip(row, excess, strict=True)), 0.0) for row in gram])
        total += sum((e * s for e, s in zip(excess, slopes, strict=True)), 0.0)
        for neuron, line in enumerate(line_of):
            slope = 2 * slopes[line] if weights[neuron] > 0 else -2 * slopes[line + lines]
            velocities[neuron] = momentum * velocities[neuron] + slope * (weights[neuron] != 0)
            weights[neuron] -= rate * velocities[neuron]
    return total / len(grams)


def case(trials, inputs=3, ratio=4, dtype=np.float64):
    problem, projections, wanted = problem_and_samples(trials, inputs, ratio, dtype=dtype)
    return problem, fixed_batches(projections, wanted)


@pytest.mark.parametrize("inputs", [1, 2, 5])
def test_a_trial_has_the_bits_of_its_plain_sums(inputs):
    problem, batches = case(3, inputs)
    problem = Problem(problem.start, problem.line_of[::-1].copy())
    problem.start[1, 0] = 0
    ends = train(problem, SCHEDULE, batches, device="cpu")
    for trial, weights in enumerate(problem.start.copy()):
        velocities, data = np.zeros_like(weights), (batches.grams[trial], batches.target[trial])
        rates = SCHEDULE.rates()[: ends.stop_epoch[trial]]
        losses = [plain_epoch(weights, velocities, problem.line_of, *data, 0.5, rate) for rate in rates]
        assert np.array_equal(ends.weights[trial], weights)
        assert np.array_equal(ends.losses[trial, : len(rates)], losses)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_trial_is_the_same_to_the_last_bit_beside_any_others(dtype):
    """Blocks that fill and empty, and trials that are seated anew as others stop."""
    trials = 4 * lanes.count(np.dtype(dtype)) + 3
    problem, batches = case(trials, dtype=dtype)
    whole = train(problem, SCHEDULE, batches, device="cpu")
    assert len(set(whole.stop_epoch // 10)) > 3 and (whole.stop_epoch < 60).any()
    for rows in ([trials - 1], [9, 3, 5], range(2, trials, 2)):
        rows = list(rows)
        part_batches = FixedBatches(batches.grams[rows], batches.target[rows])
        part = train(Problem(problem.start[rows], problem.line_of), SCHEDULE, part_batches, device="cpu")
        for name in ("weights", "losses", "stop_epoch", "diverged"):
            assert np.array_equal(getattr(part, name), getattr(whole, name)[rows], equal_nan=True)


def test_trials_are_seated_anew_only_where_that_spares_blocks(monkeypatch):
    problem, batches = case(4 * lanes.count(np.dtype(np.float64)) + 3)
    packed, pack = [], fixed._pack
    monkeypatch.setattr(fixed, "_pack", lambda *data: packed.append(len(data[2])) or pack(*data))
    train(problem, SCHEDULE, batches, device="cpu")
    assert packed[0] == 5 and len(packed) > 1
    assert all(after <= fixed.CROWDED * before for before, after in pairwise(packed))
