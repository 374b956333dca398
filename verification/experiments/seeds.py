"""Random numbers keyed by experiment, condition and trial, whatever job draws them."""

from __future__ import annotations

import zlib

import numpy as np


def generator(seed: int, experiment: str, *key: int) -> np.random.Generator:
    """The generator of one trial of an experiment: `key` is its condition and its number."""
    spawn_key = (zlib.crc32(experiment.encode()), *key)
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=spawn_key)))
