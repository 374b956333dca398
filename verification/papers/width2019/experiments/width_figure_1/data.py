"""The samples of Figure 1: the paper's tanh teacher, scikit-learn's digits, or the paper's images by torchvision."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from pnn.lines import Floats

TEACHER = [10, *[50] * 7, 1]  # inputs, seven hidden layers of 50 tanh units, one output
CROPS = {"mnist": (24, 8), "cifar10": (28, 12), "svhn": (28, 12)}  # pixels of the cropped image, and after resizing


def drawn(sizes: Sequence[int], power: float, fan: str, random: np.random.Generator) -> list[Floats]:
    """Weights (units before, units after) of variance power / d, d the units before or after."""
    return [
        random.standard_normal((before, after)) * np.sqrt(power / (before if fan == "before" else after))
        for before, after in pairwise(sizes)
    ]


def synthetic(samples: int, fan: str, random: np.random.Generator) -> tuple[Floats, Floats]:
    """Gaussian samples (m, 10) and the outputs (m, 1) of a random tanh network of variance 2 / d."""
    inputs = random.standard_normal((samples, TEACHER[0]))
    weights, values = drawn(TEACHER, 2.0, fan, random), inputs
    for weight in weights[:-1]:
        values = np.tanh(values @ weight)
    return inputs, values @ weights[-1]


def images(
    data: str, folder: str, count: int, targets: str, scale: float, random: np.random.Generator
) -> tuple[Floats, Floats]:
    """Pixels (count, pixels), 0 to 1 times `scale`, of random images, and targets (count, 10) or (count, 1)."""
    pixels, labels = _digits() if data == "digits" else _fetched(data, folder)
    if count > len(pixels):
        raise ValueError(f"{data} has {len(pixels)} images, {count} were wanted")
    chosen = random.permutation(len(pixels))[:count]
    wanted = np.eye(10)[labels[chosen]] if targets == "one-hot" else labels[chosen, None].astype(float)
    return scale * _prepared(pixels[chosen], data), wanted


def _digits() -> tuple[np.ndarray, np.ndarray]:
    from sklearn.datasets import load_digits

    return load_digits(return_X_y=True)


def _fetched(data: str, folder: str) -> tuple[np.ndarray, np.ndarray]:
    """The training images as bytes, grey or in colour, and their labels."""
    from torchvision import datasets

    if data == "svhn":
        found = datasets.SVHN(folder, split="train", download=True)
        return found.data.transpose(0, 2, 3, 1), np.asarray(found.labels)
    found = (datasets.MNIST if data == "mnist" else datasets.CIFAR10)(folder, train=True, download=True)
    return np.asarray(found.data), np.asarray(found.targets)


def _prepared(pixels: np.ndarray, data: str) -> Floats:
    """Rows of pixels from 0 to 1: digits as they are, images cropped, grey and resized as in the paper."""
    if data == "digits":
        return pixels / 16
    return np.stack([prepared_image(image, *CROPS[data]) for image in pixels])


def prepared_image(image: np.ndarray, crop: int, size: int) -> Floats:
    """An image of bytes, (height, width) or with three colours, cropped about its middle, grey, resized: (size^2,)."""
    from PIL import Image

    top, left = ((side - crop) // 2 for side in image.shape[:2])
    cut = Image.fromarray(np.ascontiguousarray(image[top : top + crop, left : left + crop])).convert("L")
    return np.asarray(cut.resize((size, size), Image.Resampling.BILINEAR), dtype=float).reshape(-1) / 255
