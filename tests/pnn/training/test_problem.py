import numpy as np
import pytest

from pnn.training.problem import FixedBatches, Problem, Schedule, ShuffledBatches, features, masses
from pnn.training.train import train
from tests.pnn.training.networks import fixed, problem_and_samples, shuffled, streams


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"epochs": 0}, "at least one epoch"),
        ({"learning_rate": 0.0}, "must be positive"),
        ({"momentum": 1.0}, "below 1"),
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
