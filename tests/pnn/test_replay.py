import numpy as np
import pytest

from pnn import replay
from pnn.training.permutations import shuffle


def published_draws(ratio, trial, inputs, samples):
    """The published program's calls, on NumPy's legacy generator, up to its first two shuffles."""
    mask = np.repeat(np.eye(inputs), ratio, axis=0)
    seed = (ratio - 1) * 100 + trial
    stream = np.random.RandomState(seed)
    target = (stream.normal(0, 1, [inputs * ratio, inputs]) * mask).sum(axis=1)
    drawn = np.dot(np.random.RandomState(seed).normal(0, 1, [samples, inputs]), np.eye(inputs).T)
    stream = np.random.RandomState(seed + 1)
    start = (stream.normal(0, 1, [inputs * ratio, inputs]) * mask).sum(axis=1)
    orders = []
    for _ in range(2):
        orders.append(np.arange(samples))
        stream.shuffle(orders[-1])
    return target, drawn, start, orders


@pytest.mark.parametrize(("ratio", "trial"), [(2, 0), (3, 17), (10, 99)])
def test_draws_are_those_of_the_published_program(ratio, trial):
    target, drawn, start, orders = published_draws(ratio, trial, 5, 1000)
    draws = replay.degree_one(ratio, trial, 5, 1000)
    for ours, theirs in ((draws.target, target), (draws.samples, drawn), (draws.start, start)):
        assert ours.dtype == np.float32 and np.array_equal(ours, theirs.astype(np.float32))
    key, position = draws.key.copy(), draws.position
    for wanted in orders:
        order = np.arange(1000, dtype=np.uint32)
        position = shuffle(key, position, order, np.empty(624, np.uint32))
        assert np.array_equal(order, wanted)


def test_a_trial_starts_at_the_next_ones_target():
    assert np.array_equal(replay.degree_one(4, 6).start, replay.degree_one(4, 7).target)


@pytest.mark.parametrize(("ratio", "trial"), [(0, 0), (2, -1), (2, 100)])
def test_trials_that_were_never_run_are_refused(ratio, trial):
    with pytest.raises(ValueError, match="the published program has"):
        replay.degree_one(ratio, trial)
