"""Checkpoints: arrays on disk that outlive a killed job, found again only by the same settings and code."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import numpy as np


@dataclass
class Checkpoint:
    """One file of arrays, replaced as a whole, at most once in `seconds`."""

    path: Path
    seconds: float = 10.0
    saved: float = field(default_factory=time.monotonic)

    @classmethod
    def keyed(
        cls, directory: str | Path, part: str, settings: Mapping[str, object], code: str, seconds: float = 10.0
    ) -> Self:
        """The checkpoint of `part` of a job; its name holds a digest of the job's settings and code."""
        text = json.dumps([dict(settings), code], sort_keys=True)
        key = hashlib.sha256(text.encode()).hexdigest()[:20]
        return cls(Path(directory) / f"{key}-{part}.npz", seconds)

    def load(self) -> dict[str, np.ndarray] | None:
        """What was saved last, or None where there is nothing whole to go on from."""
        try:
            with self.path.open("rb") as handle, np.load(handle, allow_pickle=False) as file:
                return {name: file[name] for name in file.files}
        except (FileNotFoundError, zipfile.BadZipFile, EOFError, ValueError):
            return None

    def is_due(self) -> bool:
        return time.monotonic() - self.saved >= self.seconds

    def save(self, arrays: Mapping[str, np.ndarray]) -> None:
        """Write beside, flush to disk, rename: a kill leaves the old file or the new one."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=self.path.name, suffix=".tmp", dir=self.path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                np.savez(file, **arrays)  # type: ignore[arg-type]
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, self.path)
        finally:
            Path(name).unlink(missing_ok=True)
        self.saved = time.monotonic()

    def remove(self) -> None:
        """Delete the checkpoint and what a kill left half written."""
        self.path.unlink(missing_ok=True)
        for leftover in self.path.parent.glob(self.path.name + "*.tmp"):
            leftover.unlink(missing_ok=True)
