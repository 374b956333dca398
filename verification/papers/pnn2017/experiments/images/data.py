"""Images of the digits 1 and 2: scikit-learn's own, 8x8, or MNIST, 28x28, which is fetched only when asked for."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from verification.papers.pnn2017.experiments.images.files import MNIST, is_there, missing, raw

DATA = ("digits", "mnist")
DIGITS = 359  # images of a 1 or a 2 among scikit-learn's
LABELS = (1, 2)
HELD_BACK = 5000  # first MNIST training images, which the notebook's reader sets aside for validation


@dataclass(frozen=True)
class Images:
    """Images (n, pixels), float64 between 0 and 1, and their labels (n,), 1.0 or 2.0."""

    pixels: np.ndarray
    labels: np.ndarray

    def __len__(self) -> int:
        return len(self.labels)


def digits(training_images: int, random: np.random.Generator) -> tuple[Images, Images]:
    """Images of scikit-learn to train and to test on: a random split with equal shares of both labels in both."""
    from sklearn.datasets import load_digits
    from sklearn.model_selection import train_test_split

    pixels, values = load_digits(return_X_y=True)
    found = _of_labels(pixels, values, 16)
    split = train_test_split(
        np.arange(len(found)),
        train_size=training_images,
        stratify=found.labels,
        random_state=int(random.integers(2**32)),
    )
    first, second = (Images(found.pixels[rows], found.labels[rows]) for rows in split)
    return first, second


def mnist(folder: str | Path) -> tuple[Images, Images]:
    """MNIST's training images without those that the notebook's reader held back, and its test images.

    `folder` is torchvision's root; what is not there is fetched by torchvision. Raises ValueError where that cannot be
    and for a damaged file.
    """
    if not is_there(folder):
        _fetch(folder)
    (train, train_labels), (test, test_labels) = (
        [read_idx(raw(folder) / name) for name in MNIST[part]] for part in ("train", "test")
    )
    if train.shape[0] != len(train_labels) or test.shape[0] != len(test_labels):
        raise ValueError(f"{raw(folder)}: there must be one label for each image; delete the files and fetch again")
    return _of_labels(train[HELD_BACK:], train_labels[HELD_BACK:], 255), _of_labels(test, test_labels, 255)


def read_idx(path: str | Path) -> np.ndarray:
    """An array of bytes in the IDX format of MNIST: 0, 0, 8, the number of axes, their lengths, the bytes.

    Read here rather than by torchvision, so that who has the files needs no package. Raises ValueError for a file
    that is not of that format or not whole.
    """
    content = Path(path).read_bytes()
    axes = content[3] if content[:3] == b"\0\0\x08" and len(content) > 3 else 0
    start = 4 + 4 * axes
    shape = np.frombuffer(content[4:start], ">u4").tolist() if len(content) >= start else []
    if not axes or len(content) != start + math.prod(shape) or len(shape) != axes:
        raise ValueError(f"{path}: not a whole IDX file of bytes; delete it and fetch it again")
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape)


def _of_labels(pixels: np.ndarray, labels: np.ndarray, white: int) -> Images:
    chosen = np.isin(labels, LABELS)
    shape = int(chosen.sum()), math.prod(pixels.shape[1:])
    return Images(pixels[chosen].reshape(shape) / white, labels[chosen].astype(float))


def _fetch(folder: str | Path) -> None:
    if problem := missing("mnist", folder):
        raise ValueError(problem)
    from torchvision import datasets

    try:
        datasets.MNIST(str(folder), download=True)
    except (OSError, RuntimeError) as error:
        raise ValueError(f"torchvision could not fetch MNIST into {folder}: {error}") from error
    if not is_there(folder):
        raise ValueError(f"torchvision has been asked for MNIST, but {raw(folder)} still lacks its files")
