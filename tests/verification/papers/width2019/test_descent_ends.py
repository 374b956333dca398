"""Ends of descent: known critical points are recognised, jobs fit together, checks say nothing without data."""

import numpy as np
import pytest

from verification.experiments.gather import Part, gather
from verification.experiments.job import Job
from verification.experiments.plan import Run
from verification.experiments.settings import read
from verification.methods.experiment import NoVerdict
from verification.papers.width2019.descent import experiment
from verification.papers.width2019.descent.ends import End, classify
from verification.papers.width2019.descent.pieces import Pieces
from verification.papers.width2019.descent.steps import descend
from verification.papers.width2019.experiments.width_descent import plan, run

SECTION = {
    "inputs": 2, "samples": 8, "depths": [1], "widths": [1, 2], "noise": [0, 1], "slope": 0, "trials": 3,
    "steps": 2000, "rate": 0.05, "momentum": 0.9, "trials_per_job": 100,
}  # fmt: skip
X, Y = np.array([[0.0, 1], [1, 1], [1, 0]]), np.array([[-1.0], [2], [1]])


def results(section=SECTION, seed=7):
    jobs = plan.jobs(section, Run(seed, "cpu"))
    return gather(
        [Part(run.run(Job(read(run.Settings, job.settings), job.name)), job.group, job.at) for job in jobs], {}
    )


def test_a_stationary_kink_is_recognised():
    """For w = (w1, w2) near (3/2, 0) and v = 1 the loss has slopes -1/2 and 1/2 in w2: the kink's slope is 1/2."""
    found = classify(X, Y, [np.array([[1.501], [0.001]]), np.array([[1.001]])], 0.0)
    assert (found.kind, found.kinks) == (End.KINK, 1)
    assert found.inside == pytest.approx(0.5) and abs(found.weights[0][1, 0]) < 1e-10


def test_regular_and_open_ends_are_told_apart():
    near = [np.array([[1.001], [0.999]]), np.array([[1.0]])]
    assert classify(X, np.maximum(X @ [[1.0], [1.0]], 0), near, 0.0).kind is End.REGULAR
    assert classify(X, Y, [np.array([[5.0], [4.0]]), np.array([[3.0]])], 0.0).kind is End.OPEN


def test_a_weight_that_is_zero_at_the_critical_point_is_exactly_zero():
    """At w = (1, -1/4) the unit is orthogonal to the targets: v = 0 is critical, and a v of 1e-22 would count in J."""
    samples, targets = np.array([[1.0, 0], [1, 1], [1, 2]]), np.array([[2.0], [-3], [0.5]])
    found = classify(samples, targets, [np.array([[1.0], [-0.24]]), np.array([[0.004]])], 0.0)
    assert found.kind is End.REGULAR and found.weights[1].tolist() == [[0.0]]


def test_gradients_of_a_piece_are_differences_of_the_loss():
    rng = np.random.default_rng(3)
    samples, targets, sizes = rng.standard_normal((6, 2)), rng.standard_normal((6, 1)), [2, 3, 2, 1]
    net, flat = Pieces(samples, targets, sizes, 0.25), rng.standard_normal(14)

    def loss(weights):
        values = samples
        for layer, (start, end) in enumerate(((0, 6), (6, 12), (12, 14))):
            values = values @ weights[start:end].reshape(sizes[layer], sizes[layer + 1])
            values = values if layer == 2 else np.where(values > 0, values, 0.25 * values)
        return 0.5 * np.sum((values - targets) ** 2)

    found = net.gradients(flat[None], net.start(flat)[1][None])[0][0]
    steps = 1e-6 * np.eye(14)
    assert found == pytest.approx([(loss(flat + s) - loss(flat - s)) / 2e-6 for s in steps], abs=1e-6)
    rate = 1e-7
    start = [flat[:6].reshape(2, 3), flat[6:12].reshape(3, 2), flat[12:].reshape(2, 1)]
    (moved,) = descend(samples[None], targets[None], [start], 0.25, rate, 0.0, 1)
    step = np.concatenate([weight.reshape(-1) for weight in moved]) - flat
    assert -step / rate * 6 == pytest.approx(found, abs=1e-6)


def test_a_network_descends_as_it_would_by_itself():
    """More networks than lanes, of which one diverges: the same to the last bit."""
    rng = np.random.default_rng(5)
    samples, targets = rng.standard_normal((11, 6, 2)), rng.standard_normal((11, 6, 1))
    starts = [[rng.standard_normal(shape) for shape in ((2, 3), (3, 2), (2, 1))] for _ in range(11)]
    starts[4] = [weight * 1e150 for weight in starts[4]]
    ends = descend(samples, targets, starts, 0.25, 0.02, 0.9, 50)
    assert not np.isfinite(ends[4][0]).all()
    for place, end in enumerate(ends):
        (alone,) = descend(samples[[place]], targets[[place]], starts[place : place + 1], 0.25, 0.02, 0.9, 50)
        for left, right in zip(end, alone, strict=True):
            assert np.array_equal(left, right, equal_nan=True)


def test_jobs_do_not_matter_and_seeds_do():
    whole, cut = results(), results(SECTION | {"trials_per_job": 1})
    for name, array in whole.arrays.items():
        assert np.array_equal(array.values, cut.arrays[name].values, equal_nan=True), name
    assert not np.array_equal(whole.arrays["loss"].values, results(seed=8).arrays["loss"].values)


def test_regular_ends_have_equal_losses():
    data = {"width_descent": results()}
    (item,) = experiment.losses_at_regular_ends(data)
    assert item.holds()


def test_checks_say_nothing_without_their_condition():
    with pytest.raises(NoVerdict, match="depth 2"):
        list(experiment.silent_ends({"width_descent": results()}))


@pytest.mark.parametrize("wrong", [{"noise": []}, {"noise": [2.0]}, {"steps": 0}, {"slope": 1.0}, {"momentum": 1.0}])
def test_settings_that_cannot_be_run_are_refused(wrong):
    settings = plan.jobs(SECTION, Run(7, "cpu"))[0].settings
    with pytest.raises(ValueError):
        run.Settings(**{**settings, "depths": (1,), "widths": (1,), **wrong})


def test_noises_that_do_not_rise_are_refused():
    assert list(plan.refusals(SECTION | {"noise": [1, 0]}, Run(7, "cpu")))
