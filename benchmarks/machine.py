"""What the machine itself can do, measured in the run: the rate of float32 matrix products, and of memory."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from threadpoolctl import threadpool_info

from benchmarks.harness import seconds

SIZE = 2048


def matrix_products() -> dict[str, Callable[[], object]]:
    """Name of a library -> a product of two float32 matrices of that size by it."""
    left, right = np.random.default_rng(0).standard_normal((2, SIZE, SIZE)).astype(np.float32)
    left_tensor, right_tensor = torch.from_numpy(left), torch.from_numpy(right)
    return {"numpy": lambda: left @ right, "torch": lambda: left_tensor @ right_tensor}


def best_product() -> tuple[str, Callable[[], object]]:
    """The library whose product is faster here, and its product."""
    works = matrix_products()
    times = {name: min(seconds(work) for _ in range(4)) for name, work in works.items()}
    name = min(times, key=lambda name: times[name])
    return name, works[name]


def operations() -> float:
    """Multiplications and additions of such a product."""
    return 2.0 * SIZE**3


def bytes_per_second() -> float:
    """The rate at which a copy of an array much larger than the caches reads and writes."""
    source = np.ones(1 << 25)
    target = np.empty_like(source)
    return 2 * source.nbytes / min(seconds(lambda: np.copyto(target, source)) for _ in range(5))


def describe() -> str:
    """One line: the rates, and the kernels that numpy's and scipy's matrix products run."""
    name, work = best_product()
    rate = operations() / min(seconds(work) for _ in range(3))
    kernels = sorted({f"{info['internal_api']} {info.get('architecture', '')}" for info in threadpool_info()})
    return (
        f"float32 matrix product {rate / 1e9:.0f} GFLOP/s ({name}), memory {bytes_per_second() / 1e9:.1f} GB/s; "
        f"libraries: {', '.join(kernels)}"
    )
