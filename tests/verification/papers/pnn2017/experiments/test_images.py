"""The experiment on images: the notebook's program, what a run leaves, and what it refuses."""

import numpy as np
import pytest

from pnn import store
from tests.verification.experiments.command_lines import job, refused_in_one_line
from tests.verification.papers.pnn2017.experiments.mnist_files import put_mnist
from verification.experiments import run_job
from verification.experiments.job import Job
from verification.experiments.settings import read
from verification.papers.pnn2017.experiments.images import data as images_data
from verification.papers.pnn2017.experiments.images import files as images_files
from verification.papers.pnn2017.experiments.images import networks as images_networks
from verification.papers.pnn2017.experiments.images import run as images
from verification.papers.pnn2017.experiments.images.settings import Settings

SMALL = {
    "data": "digits", "folder": "nowhere", "neurons": [6, 20], "epochs": [3, 8], "trials": 3, "training_images": 60,
    "batch": 20, "learning_rate": 0.01, "decay": 0.95, "decay_epochs": 390, "stop_loss": 1e-5, "stop_window": 3,
    "seed": 4,
}  # fmt: skip
SHARED = ("train_mse", "test_mse", "train_accuracy", "test_accuracy", "live")


def settings(**changes):
    return read(Settings, SMALL | changes)


def values(**changes):
    """The arrays of a run by name, those of the optimum behind a dot."""
    group = images.run(Job(settings(**changes)))
    optimum = {f"optimum.{name}": array.values for name, array in group.groups["optimum"].arrays.items()}
    return {name: array.values for name, array in group.arrays.items()} | optimum


def notebook(sample, weights, epochs, units=None):
    """The notebook's program on weights (inputs, neurons), in float64; with `units`, gradients along these alone."""
    stream = np.random.RandomState()
    stream.set_state(("MT19937", sample.streams.keys[0], 624))
    x, y = sample.train.pixels, sample.train.labels
    for epoch in range(epochs):
        order = np.arange(len(y))
        stream.shuffle(order)
        for rows in order.reshape(-1, SMALL["batch"]):
            errors = np.maximum(x[rows] @ weights, 0).sum(axis=1) - y[rows]
            gradient = 2 / len(rows) * x[rows].T @ (errors[:, None] * (x[rows] @ weights > 0))
            if units is not None:
                gradient = units * (units * gradient).sum(axis=0)
            weights = weights - SMALL["learning_rate"] * 0.95 ** (epoch / 390) * gradient
    return weights


@pytest.mark.parametrize("net", images_networks.NETS)
def test_a_run_is_the_notebooks_program(net):
    chosen, found = settings(), values()
    for trial, neurons in ((0, 6), (2, 20)):
        sample = images_networks.draw(chosen, trial)
        vectors, scalings = images_networks.random_start(chosen, net, neurons, trial, 64)
        units = None if net == "dense" else np.repeat(vectors, 2, axis=0).T
        start = vectors.T if net == "dense" else units * scalings
        weights = notebook(sample, start, 8, units)
        outputs = np.maximum(sample.test.pixels @ weights, 0).sum(axis=1)
        error = np.mean((outputs - sample.test.labels) ** 2) / np.mean(sample.test.labels**2)
        right = np.mean((outputs > 1.5) == (sample.test.labels > 1.5))
        at = images_networks.NETS.index(net), SMALL["neurons"].index(neurons), 1, trial
        assert found["test_mse"][at] == pytest.approx(error, rel=1e-3)
        assert found["test_accuracy"][at] == pytest.approx(right)


def test_starts_are_those_of_the_notebook():
    lines, scalings = images_networks.random_start(settings(), "porcupine", 2000, 0, 64)
    assert np.linalg.norm(lines, axis=1) == pytest.approx(1) and lines.shape == (1000, 64)
    assert (scalings[::2] < 0).all() and (scalings[1::2] > 0).all() and np.abs(scalings).max() < 1
    weights, _ = images_networks.random_start(settings(), "dense", 2000, 0, 64)
    assert weights.var() == pytest.approx(1 / 64, rel=0.05)


def test_splitting_a_run_changes_nothing():
    whole, some = values(), values(neurons=[20], epochs=[8], trials=2)
    for name in SHARED:
        assert np.array_equal(whole[name][:, 1:, 1:, :2], some[name]), name
        assert np.array_equal(whole[f"optimum.{name}"][1:, :2], some[f"optimum.{name}"]), name


def test_no_porcupine_is_better_in_training_than_its_optimum():
    found = values(epochs=[50, 400], learning_rate=0.02)
    least = found["optimum.train_mse"]
    assert (found["train_mse"][1] >= least[:, None]).all() and (found["optimum.kkt_residual"] < 1e-10).all()
    assert found["train_mse"][1, 0, 1] == pytest.approx(least[0], rel=0.5)


def test_the_loss_of_an_epoch_is_over_the_labels_mean_square():
    found, sample = values(learning_rate=1e-12), images_networks.draw(settings(), 1)
    weights, _ = images_networks.random_start(settings(), "dense", 6, 1, 64)
    outputs = np.maximum(sample.train.pixels @ weights.T, 0).sum(axis=1)
    error = np.mean((outputs - sample.train.labels) ** 2) / np.mean(sample.train.labels**2)
    assert found["loss"][0, 0, 1] == pytest.approx(np.full(8, error), rel=1e-5)


def test_what_diverged_has_no_accuracy():
    found = values(learning_rate=5.0, neurons=[400], epochs=[200], trials=2)
    diverged = found["diverged"][1, 0, 0]
    assert diverged.all()
    for name in SHARED:
        assert np.isnan(found[name][1, 0, 0]).all() and np.isfinite(found[f"optimum.{name}"]).all()


def test_the_two_labels_are_told_apart_by_the_nearer_one():
    pixels = np.array([[0.2], [1.4], [1.6], [9.0]])
    sample = images_networks.Sample(
        images_data.Images(pixels, np.array([1.0, 1, 2, 2])), images_data.Images(pixels, np.array([1.0, 2, 1, 2])), None
    )
    found = images_networks.judge(np.array([[1.0], [-3.0]]), sample)
    assert (found["train_accuracy"], found["test_accuracy"], found["live"]) == (1, 0.5, 0.5)
    assert np.isnan(list(images_networks.judge(np.array([[np.inf]]), sample).values())).all()


def test_mnist_is_run_from_files(tmp_path, monkeypatch):
    monkeypatch.setattr(images_data, "HELD_BACK", 50)
    put_mnist(tmp_path, train=450, test=100)
    group = images.run(Job(settings(data="mnist", folder=str(tmp_path), neurons=[20], trials=2)))
    assert group.attributes["inputs"] == 784 and group.attributes["training_images"] in range(40, 120, 20)
    assert np.isfinite(group.arrays["test_mse"].values).all()
    put_mnist(tmp_path, train=55, test=100)
    with pytest.raises(ValueError, match="too few: wanted a whole batch"):
        images.run(Job(settings(data="mnist", folder=str(tmp_path))))


def test_the_command_line_writes_a_labelled_file(tmp_path, capsys):
    words = job("pnn2017", "images", SMALL, tmp_path / "images.h5")
    assert run_job.main(words) == 0
    read = store.read(tmp_path / "images.h5")
    assert read.arrays["test_accuracy"].axes == ("net", "neurons", "epochs", "trial")
    assert read.groups["optimum"].arrays["test_accuracy"].axes == ("neurons", "trial")
    first = (tmp_path / "images.h5").read_bytes()
    assert run_job.main(words) == 0
    assert (tmp_path / "images.h5").read_bytes() == first
    capsys.readouterr()
    (tmp_path / "empty").mkdir()
    code = run_job.main(job("pnn2017", "images", SMALL | {"trials": 0}, tmp_path / "empty" / "images.h5"))
    told = capsys.readouterr().err
    refused_in_one_line(code, told, tmp_path / "empty", "images")
    assert told.startswith("images: there must be a trial")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"data": "cifar"}, "data must be one of"),
        ({"neurons": [3]}, "neurons must be even"),
        ({"neurons": [4, 4]}, "each once"),
        ({"neurons": []}, "one number or more"),
        ({"neurons": 4}, "neurons must be a list of whole numbers"),
        ({"epochs": [5, 3]}, "epochs must rise"),
        ({"epochs": [1.5]}, "epochs must be a list of whole numbers"),
        ({"training_images": 50}, "50 images cannot be cut into whole batches of 20"),
        ({"training_images": 360}, "must leave at least two of the 359 digits"),
        ({"learning_rate": -1.0}, "learning rate, decay and decay_epochs must be positive"),
        ({"seed": -1}, "a seed from 0 on"),
        ({"epoch": 3}, r"unknown settings \['epoch'\]"),
    ],
)
def test_settings_that_cannot_be_run_say_why(changes, message):
    with pytest.raises(ValueError, match=message):
        settings(**changes)


def test_mnist_without_files_or_torchvision_is_refused_before_any_work(tmp_path, monkeypatch):
    monkeypatch.setattr(images_files, "can_fetch", lambda: False)
    with pytest.raises(ValueError, match="torchvision"):
        settings(data="mnist", folder=str(tmp_path))
