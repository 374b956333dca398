"""Random streams of the instances of a check, the first ones the same for every seed."""

from collections.abc import Iterator

import numpy as np


def streams(rng: np.random.Generator, count: int, fixed: tuple[int, ...]) -> Iterator[np.random.Generator]:
    """Those of the seeds `fixed`, chosen so that their instances refute the variants, then `rng`: `count` in all, or
    as many as are fixed."""
    for index in range(max(count, len(fixed))):
        yield np.random.default_rng(fixed[index]) if index < len(fixed) else rng
