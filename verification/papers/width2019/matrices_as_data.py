"""Matrices, the projectors to what they span and the ranks of patterns, as data for anybody's program."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from verification.networks_on_samples import fact, texts
from verification.papers.width2019.pattern_ranks import Rows, coloured_rank, rank_at, union_rank


def matrices(blocks: Sequence, *facts: dict) -> dict:
    """Matrices with equally many rows, and facts about them; patterns are the first."""
    return {"kind": "matrices", "data": {"matrices": texts(blocks), "facts": list(facts)}}


def union(pattern: Rows, inputs: int) -> dict:
    """The rank for random samples, by the formula."""
    return fact("union", union_rank(pattern, inputs), inputs=inputs)


def colourings(pattern: Rows, inputs: int) -> dict:
    """The largest sum of ranks over partitions of the rows."""
    return fact("colourings", coloured_rank(pattern, inputs), inputs=inputs)


def paired(rng: np.random.Generator, pattern: Rows, inputs: int, largest: int = 1000) -> dict:
    """The rank at random whole samples."""
    samples = rng.integers(-largest, largest + 1, (len(pattern), inputs)).tolist()
    return fact("products", rank_at(pattern, samples), samples=samples)
