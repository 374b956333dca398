"""Where MNIST lies, and whether it can be had: looked at while planning, so standard library alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

MNIST = {
    "train": ("train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
    "test": ("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"),
}


def missing(data: str, folder: str | Path) -> str:
    """Why the images cannot be had, in one line; empty where they can. Looks only where they are asked for."""
    if data != "mnist" or is_there(folder) or can_fetch():
        return ""
    return (
        f"images.data is 'mnist', but {raw(folder)} lacks its files and torchvision, which would fetch them, "
        "cannot be imported; wanted the extra `mnist`, the four files, or 'digits'"
    )


def raw(folder: str | Path) -> Path:
    """Where the files are below `folder`, torchvision's root."""
    return Path(folder) / "MNIST" / "raw"


def is_there(folder: str | Path) -> bool:
    """Whether all files are there."""
    return all((raw(folder) / name).is_file() for names in MNIST.values() for name in names)


def can_fetch() -> bool:
    """Whether torchvision is installed and loads, which it does not beside a torch of another version."""
    probe = [sys.executable, "-c", "import torchvision.datasets"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0
