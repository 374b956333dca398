"""Small data in the files of MNIST, where torchvision puts them."""

import numpy as np

from verification.papers.pnn2017.experiments.images.files import MNIST


def idx(array):
    """A byte array in the IDX format."""
    return bytes([0, 0, 8, array.ndim]) + np.array(array.shape, ">u4").tobytes() + array.tobytes()


def put_mnist(folder, train, test, seed=0):
    """Write images in which the digit's value shows, and their labels; return both by part."""
    random = np.random.default_rng(seed)
    raw = folder / "MNIST" / "raw"
    raw.mkdir(parents=True, exist_ok=True)
    pixels, labels = {}, {}
    for part, count in (("train", train), ("test", test)):
        labels[part] = random.integers(0, 10, count).astype(np.uint8)
        pixels[part] = random.integers(0, 256, (count, 28, 28)).astype(np.uint8)
        pixels[part][:, :, :9] //= 1 + labels[part][:, None, None]
        for name, array in zip(MNIST[part], (pixels[part], labels[part]), strict=True):
            (raw / name).write_bytes(idx(array))
    return pixels, labels
