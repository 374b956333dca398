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


def published_simulation(neurons, simulation, samples, epochs):
    """The published program's calls for one simulation and its first two restarts."""
    seed = (neurons - 1) * 50 + simulation + 1
    target = np.random.RandomState(seed).normal(0, 1.0 / np.sqrt(15), [15, 20])
    train = np.random.RandomState(seed).normal(0, 1, [samples, 15])
    stream = np.random.RandomState(seed + 1)
    test = stream.normal(0, 1, [samples, 15])
    lines = stream.normal(0, 1, [15, neurons // 2])
    starts, orders = [], []
    for _ in range(2):
        starts.append(stream.uniform(0, 1, neurons) * np.tile([-1, 1], neurons // 2))
        for _ in range(epochs):
            orders.append(np.arange(samples))
            stream.shuffle(orders[-1])
    return target.T, train, test, (lines / np.linalg.norm(lines, axis=0)).T, starts, orders


@pytest.mark.parametrize(("neurons", "simulation"), [(10, 0), (14, 49)])
def test_draws_of_random_networks_are_those_of_the_published_program(neurons, simulation):
    *arrays, starts, orders = published_simulation(neurons, simulation, 500, 3)
    draws = replay.random_network(neurons, simulation, samples=500)
    for ours, theirs in zip((draws.target, draws.train, draws.test, draws.lines), arrays, strict=True):
        assert np.array_equal(ours, theirs)
    key, position = draws.key, draws.position
    for restart, wanted in enumerate(starts):
        start, key, position = replay.scalings(key, position, neurons)
        assert np.array_equal(start, wanted)
        for theirs in orders[3 * restart : 3 * restart + 3]:
            order = np.arange(500, dtype=np.uint32)
            position = shuffle(key, position, order, np.empty(624, np.uint32))
            assert np.array_equal(order, theirs)


def test_training_samples_of_a_random_network_begin_with_its_target():
    draws = replay.random_network(30, 7, samples=100)
    assert np.allclose(np.sqrt(15) * draws.target.T.ravel(), draws.train.ravel()[:300], rtol=1e-14)


@pytest.mark.parametrize(("neurons", "simulation"), [(0, 0), (7, 0), (10, 50), (10, -1)])
def test_simulations_that_were_never_run_are_refused(neurons, simulation):
    with pytest.raises(ValueError, match="the published program has 50 simulations"):
        replay.random_network(neurons, simulation)
