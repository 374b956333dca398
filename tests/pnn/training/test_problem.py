import numpy as np
import pytest

from pnn.training.problem import (
    FixedBatches,
    Problem,
    Schedule,
    SharedBatches,
    ShuffledBatches,
    Streams,
    features,
    masses,
)
from pnn.training.train import train
from tests.pnn.training.networks import fixed, problem_and_samples, shuffled, streams


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"epochs": 0}, "at least one epoch"),
        ({"learning_rate": 0.0}, "must be positive"),
        ({"learning_rate": -0.1}, "must be positive"),
        ({"decay": 0.0}, "must be positive"),
        ({"decay_epochs": 0.0}, "must be positive"),
        ({"momentum": 1.0}, "below 1"),
        ({"momentum": -0.1}, "at least 0"),
        ({"stop_window": 0}, "window of one"),
    ],
)
def test_schedules_without_sense_are_refused(change, message):
    with pytest.raises(ValueError, match=message):
        Schedule(**{"epochs": 5, "learning_rate": 0.1, **change})


def test_rates_decay_by_fractional_exponents():
    rates = Schedule(800, 0.01, decay=0.95, decay_epochs=390).rates()
    assert rates[0] == 0.01 and rates[390] == pytest.approx(0.0095) and rates[195] == pytest.approx(0.01 * 0.95**0.5)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_starts_that_are_not_finite_are_refused(value):
    with pytest.raises(ValueError, match="must be finite"):
        Problem(np.full((1, 2), value), np.array([0, 1]))


def test_lines_without_neurons_are_refused():
    with pytest.raises(ValueError, match="needs at least one neuron"):
        Problem(np.ones((1, 2)), np.array([0, 2]))


def test_batches_that_do_not_fit_are_refused():
    problem, projections, wanted = problem_and_samples()
    schedule = Schedule(2, 0.01)
    bad = shuffled(projections, wanted)
    bad.projections[0, 0, 0] = np.nan
    wrong = {
        "do not fit weights": fixed(projections.astype(np.float32), wanted),
        "for 3 trials": fixed(projections[:3], wanted[:3]),
        "must be finite": bad,
    }
    for message, batches in wrong.items():
        with pytest.raises(ValueError, match=message):
            train(problem, schedule, batches)


def test_batches_of_wrong_shape_are_refused():
    with pytest.raises(ValueError, match="whole batches"):
        ShuffledBatches(np.ones((1, 10, 2)), np.ones((1, 10)), 3, streams(1))
    with pytest.raises(ValueError, match="one stream each"):
        ShuffledBatches(np.ones((2, 10, 2)), np.ones((2, 10)), 5, streams(1))
    with pytest.raises(ValueError, match="do not fit a target"):
        FixedBatches(np.ones((1, 3, 4, 4)), np.ones((1, 6)))


def test_a_network_is_its_masses():
    random = np.random.default_rng(1)
    weights, line_of = random.standard_normal((3, 6)), np.array([0, 1, 1, 0, 2, 1])
    projections = random.standard_normal((3, 50, 3))
    plain = np.maximum(weights[:, None, :] * projections[:, :, line_of], 0).sum(axis=2)
    assert np.einsum("tnf,tf->tn", features(projections), masses(weights, line_of)) == pytest.approx(plain)


def test_the_least_schedule_is_one_and_says_what_a_word_leaves_out():
    least = Schedule(1, 0.1, stop_window=1)
    assert (least.momentum, least.decay, least.decay_epochs, least.stop_loss) == (0.0, 1.0, 1.0, 0.0)
    assert Schedule(1, 0.1).stop_window == 10 and least.rates().tolist() == [0.1]
    assert Schedule(3, 0.1, decay=0.5).rates() == pytest.approx([0.1, 0.05, 0.025])


ONES = np.ones((2, 3))
KEYS = np.zeros((2, 624), np.uint32)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Problem(np.ones(3), np.zeros(3, int)), "of shape"),
        (lambda: Problem(ONES.astype(int), np.zeros(3, int)), "float32 or float64"),
        (lambda: Problem(ONES, np.zeros(2, int)), "one integer for each of the 3 neurons"),
        (lambda: Problem(ONES, np.zeros(3)), "one integer for each of the 3 neurons"),
        (lambda: Problem(np.ones((2, 0)), np.zeros(0, int)), "at least one neuron"),
        (lambda: Streams(KEYS.astype(int), np.zeros(2, int)), "keys must be uint32"),
        (lambda: Streams(KEYS[:, 1:], np.zeros(2, int)), "keys must be uint32"),
        (lambda: Streams(KEYS[0], np.zeros(2, int)), "keys must be uint32"),
        (lambda: Streams(KEYS, np.zeros(3, int)), "one for each key"),
        (lambda: Streams(KEYS, np.zeros(2)), "one for each key"),
        (lambda: ShuffledBatches(np.ones((1, 10)), np.ones((1, 10)), 5, streams(1)), "projections must be"),
        (lambda: ShuffledBatches(np.ones((1, 10, 2)), np.ones((1, 9)), 5, streams(1)), "projections must be"),
        (lambda: ShuffledBatches(np.ones((1, 10, 2)), np.ones((1, 10)), 0, streams(1)), "whole batches of 0"),
        (lambda: ShuffledBatches(np.ones((1, 10, 2)), np.ones((1, 10)), 20, streams(1)), "whole batches of 20"),
        (lambda: SharedBatches(np.ones((1, 10, 2)), np.ones((1, 10)), 3, streams(1)), "whole batches of 3"),
        (lambda: FixedBatches(np.ones((1, 3, 4, 4)), np.ones(4)), "grams must be"),
        (lambda: FixedBatches(np.ones((3, 4, 4)), np.ones((1, 4))), "grams must be"),
        (lambda: FixedBatches(np.ones((2, 3, 4, 4)), np.ones((1, 4))), "do not fit a target"),
        (lambda: FixedBatches(np.ones((1, 0, 4, 4)), np.ones((1, 4))), "do not fit a target"),
    ],
)
def test_what_fits_no_training_is_refused_in_words(make, message):
    with pytest.raises(ValueError, match=message):
        make()


def test_what_fits_is_taken():
    for dtype in (np.float32, np.float64):
        assert Problem(ONES.astype(dtype), np.array([0, 1, 0])).lines == 2
    Streams(KEYS, np.zeros(2, int))
    ShuffledBatches(np.ones((1, 10, 2)), np.ones((1, 10)), 10, streams(1))
    ShuffledBatches(np.ones((1, 10, 2)), np.ones((1, 10)), 1, streams(1))
    FixedBatches(np.ones((1, 3, 4, 4)), np.ones((1, 4)))


def test_shared_batches_are_copied_for_every_trial_of_their_group():
    groups = np.arange(2.0)
    batches = SharedBatches(
        np.ones((2, 4, 1)) * groups[:, None, None], np.ones((2, 4)) * groups[:, None], 2, streams(2)
    )
    spread = batches.spread(6)
    assert spread.outputs[:, 0].tolist() == spread.projections[:, 0, 0].tolist() == [0, 0, 0, 1, 1, 1]
    assert spread.size == 2 and np.array_equal(spread.streams.keys, np.repeat(batches.streams.keys, 3, axis=0))
    assert np.array_equal(spread.streams.positions, np.repeat(batches.streams.positions, 3))
    problem = Problem(np.ones((6, 1)), np.array([0]))
    for trials in (5, 7):
        with pytest.raises(ValueError, match=f"for {trials} trials on 1"):
            train(Problem(np.ones((trials, 1)), np.array([0])), Schedule(1, 0.1), batches)
    with pytest.raises(ValueError, match="on 1 lines"):
        train(Problem(np.ones((6, 2)), np.array([0, 1])), Schedule(1, 0.1), batches)
    assert train(problem, Schedule(1, 0.1), batches).stop_epoch.tolist() == [1] * 6
