"""The images: scikit-learn's digits, and MNIST in files of torchvision's layout, with and without torchvision."""

import sys
import types

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tests.verification.papers.pnn2017.experiments.mnist_files import idx, put_mnist
from verification.papers.pnn2017.experiments.images import data as images_data
from verification.papers.pnn2017.experiments.images import files as images_files


def test_the_digits_are_split_in_equal_shares_without_overlap():
    train, test = images_data.digits(200, np.random.default_rng(0))
    assert (len(train), len(test)) == (200, images_data.DIGITS - 200)
    assert train.pixels.min() == 0 and train.pixels.max() == 1 and train.pixels.shape[1] == 64
    assert set(train.labels) == {1.0, 2.0}
    assert np.mean(train.labels) == pytest.approx(np.mean(test.labels), abs=0.005)
    rows = np.concatenate([train.pixels, test.pixels])
    assert len(np.unique(rows, axis=0)) == images_data.DIGITS


def test_a_split_follows_its_random_numbers():
    first, same, other = (images_data.digits(100, np.random.default_rng(seed))[0].pixels for seed in (1, 1, 2))
    assert (first == same).all() and not (first == other).all()


@settings(deadline=None, max_examples=50)
@given(arrays.arrays(np.uint8, arrays.array_shapes(max_dims=3, min_side=0, max_side=5)))
def test_an_idx_file_is_read_as_it_was_written(tmp_path_factory, array):
    path = tmp_path_factory.mktemp("idx") / "file"
    path.write_bytes(idx(array))
    assert np.array_equal(images_data.read_idx(path), array)


@settings(deadline=None, max_examples=50)
@given(st.data())
def test_a_file_that_is_cut_or_of_another_type_is_refused(tmp_path_factory, data):
    whole = idx(np.arange(12, dtype=np.uint8).reshape(3, 4))
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]
    damaged = data.draw(st.sampled_from([cut, whole + b"0", b"\0\0\x0d" + whole[3:], b"\x1f\x8b\x08" + whole[3:]]))
    path = tmp_path_factory.mktemp("idx") / "file"
    path.write_bytes(damaged)
    with pytest.raises(ValueError, match="not a whole IDX file"):
        images_data.read_idx(path)


def test_mnist_is_read_from_its_files_without_the_images_that_the_notebook_held_back(tmp_path, monkeypatch):
    monkeypatch.setattr(images_data, "HELD_BACK", 7)
    pixels, labels = put_mnist(tmp_path, train=60, test=30)
    train, test = images_data.mnist(tmp_path)
    chosen = np.isin(labels["train"], (1, 2)) & (np.arange(60) >= 7)
    assert np.array_equal(train.pixels, pixels["train"][chosen].reshape(-1, 784) / 255)
    assert np.array_equal(train.labels, labels["train"][chosen])
    assert np.array_equal(test.labels, labels["test"][np.isin(labels["test"], (1, 2))])
    assert images_files.missing("mnist", tmp_path) == ""


def test_images_without_labels_are_refused(tmp_path):
    put_mnist(tmp_path, train=20, test=20)
    name = images_files.MNIST["test"][1]
    (tmp_path / "MNIST" / "raw" / name).write_bytes(idx(np.ones(19, np.uint8)))
    with pytest.raises(ValueError, match="one label for each image"):
        images_data.mnist(tmp_path)


def test_no_torchvision_is_said_before_anything_is_fetched(tmp_path, monkeypatch):
    monkeypatch.setattr(images_files, "can_fetch", lambda: False)
    problem = images_files.missing("mnist", tmp_path)
    assert "torchvision" in problem and "'digits'" in problem and "\n" not in problem
    with pytest.raises(ValueError, match="cannot be imported"):
        images_data.mnist(tmp_path)
    assert images_files.missing("digits", tmp_path) == ""
    assert not list(tmp_path.iterdir())


@pytest.fixture
def torchvision(monkeypatch):
    """A torchvision whose MNIST does what it is told to."""
    module = types.ModuleType("torchvision")
    module.datasets = types.SimpleNamespace(MNIST=None)
    monkeypatch.setitem(sys.modules, "torchvision", module)
    monkeypatch.setattr(images_files, "can_fetch", lambda: True)
    return module.datasets


def test_what_is_not_there_is_fetched_once(tmp_path, torchvision, monkeypatch):
    monkeypatch.setattr(images_data, "HELD_BACK", 0)
    asked = []

    def fetch(root, download):
        asked.append((root, download))
        put_mnist(tmp_path, train=20, test=10)

    torchvision.MNIST = fetch
    first, second = images_data.mnist(tmp_path), images_data.mnist(tmp_path)
    assert asked == [(str(tmp_path), True)]
    assert np.array_equal(first[0].pixels, second[0].pixels)


def test_a_fetch_that_fails_is_one_line(tmp_path, torchvision):
    def fails(root, download):
        raise RuntimeError("no network")

    torchvision.MNIST = fails
    with pytest.raises(ValueError, match=r"could not fetch MNIST into .*: no network"):
        images_data.mnist(tmp_path)
    torchvision.MNIST = lambda root, download: None
    with pytest.raises(ValueError, match="still lacks its files"):
        images_data.mnist(tmp_path)


def test_a_torchvision_that_does_not_load_cannot_fetch(tmp_path, monkeypatch):
    package = tmp_path / "torchvision"
    package.mkdir()
    (package / "__init__.py").write_text("raise RuntimeError('operator torchvision::nms does not exist')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert not images_files.can_fetch()
    (package / "__init__.py").write_text("")
    (package / "datasets.py").write_text("")
    assert images_files.can_fetch()
