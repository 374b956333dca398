"""Dense descent against automatic differentiation, and against a porcupine of one line, which it is in one input."""

import numpy as np
import pytest
import torch

from pnn.training.dense import train_dense
from pnn.training.problem import Problem, Schedule, ShuffledBatches
from pnn.training.train import train
from tests.pnn.training.networks import BATCH, streams


def data(neurons=12, inputs=4, samples=100, dtype=np.float64, seed=0):
    random = np.random.default_rng(seed)
    start, points = random.standard_normal((neurons, inputs)), random.uniform(0, 1, (samples, inputs))
    return start.astype(dtype), points.astype(dtype), random.uniform(1, 2, samples).astype(dtype)


def by_autograd(start, points, outputs, schedule):
    """Weights and epoch losses, with the permutations of NumPy's legacy generator."""
    weights, losses = torch.tensor(start, requires_grad=True), []
    stream = np.random.RandomState()
    stream.set_state(("MT19937", streams(1).keys[0], 624))
    for rate in schedule.rates():
        order, batch_losses = np.arange(len(points)), []
        stream.shuffle(order)
        for rows in torch.tensor(order).split(BATCH):
            net = (torch.tensor(points)[rows] @ weights.T).relu().sum(1)
            loss = (net - torch.tensor(outputs)[rows]).square().mean()
            (gradient,) = torch.autograd.grad(loss, weights)
            weights = (weights - rate * gradient).detach().requires_grad_()
            batch_losses.append(loss.item())
        losses.append(np.mean(batch_losses))
    return weights.detach().numpy(), np.array(losses)


@pytest.mark.parametrize("rate", [0.003, 0.3], ids=["gentle", "so fast that neurons die"])
def test_descent_is_that_of_automatic_differentiation(rate):
    schedule = Schedule(epochs=12, learning_rate=rate, decay=0.9, decay_epochs=5)
    start, points, outputs = data(neurons=30)
    end = train_dense(start, points, outputs, BATCH, schedule, streams(1))
    weights, losses = by_autograd(start, points, outputs, schedule)
    assert end.weights == pytest.approx(weights, rel=1e-9, abs=1e-12)
    assert end.losses == pytest.approx(losses, rel=1e-9)
    assert end.stop_epoch == 12 and not end.diverged
    share = ((points @ end.weights.T) > 0).any(axis=0).mean()
    assert share < 0.5 if rate == 0.3 else share > 0.7


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_dense_net_of_one_input_is_a_porcupine_of_one_line(dtype):
    start, _, outputs = data(neurons=6, inputs=1, dtype=dtype)
    points = np.random.default_rng(1).standard_normal((len(outputs), 1)).astype(dtype)
    schedule = Schedule(epochs=40, learning_rate=0.02, decay=0.9, decay_epochs=10, stop_loss=1e-3)
    end = train_dense(start, points, outputs, BATCH, schedule, streams(1))
    batches = ShuffledBatches(points[None], outputs[None], BATCH, streams(1))
    problem = Problem(start.T.copy(), np.zeros(6, int))
    ends = train(problem, schedule, batches, engine="compiled", device="cpu")
    tolerance = 1e-4 if dtype == np.float32 else 1e-10
    assert end.weights[:, 0] == pytest.approx(ends.weights[0], rel=tolerance)
    assert end.losses == pytest.approx(ends.losses[0], rel=tolerance)


def test_it_stops_when_it_has_learnt_and_leaves_its_inputs_alone():
    start, points, _ = data()
    outputs, kept = np.maximum(points @ start.T, 0).sum(axis=1), start.copy()
    end = train_dense(start, points, outputs, BATCH, Schedule(20, 0.01, stop_loss=1e-12, stop_window=3), streams(1))
    assert end.stop_epoch == 1 and np.isnan(end.losses[1:]).all() and end.losses[0] == pytest.approx(0, abs=1e-20)
    assert (start == kept).all()


def test_a_loss_that_is_not_finite_is_a_divergence():
    start, _, outputs = data()
    points = np.random.default_rng(1).standard_normal((len(outputs), 4))
    end = train_dense(start, points, outputs, BATCH, Schedule(500, 30.0), streams(1))
    assert end.diverged and end.stop_epoch < 500


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"points": np.ones((100, 3))}, r"start must be \(neurons, inputs\)"),
        ({"outputs": np.ones(99)}, "start must be"),
        ({"outputs": np.ones(100, np.float32)}, "all must be float32 or all float64"),
        ({"outputs": np.full(100, np.nan)}, "must be finite"),
        ({"size": 30}, "100 samples cannot be cut into whole batches of 30"),
        ({"schedule": Schedule(5, 0.1, momentum=0.5)}, "without momentum"),
    ],
)
def test_what_does_not_fit_is_refused(changes, message):
    start, points, outputs = data()
    given = {"start": start, "points": points, "outputs": outputs, "size": BATCH, "schedule": Schedule(5, 0.1)}
    given |= changes
    with pytest.raises(ValueError, match=message):
        train_dense(*given.values(), streams(1))
