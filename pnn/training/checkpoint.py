"""Checkpoints: arrays on disk that outlive a killed job, found again only by the same settings and code."""

from __future__ import annotations

import hashlib
import io
import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import numpy as np

from pnn.whole_files import half_written, leftovers

DIGEST = hashlib.sha256().digest_size


@dataclass
class Checkpoint:
    """One file, the SHA-256 of what follows and arrays as .npz, replaced as a whole, at most once in `seconds`."""

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
        return cls(Path(directory) / f"{key}-{part}.checkpoint", seconds)

    def load(self) -> dict[str, np.ndarray] | None:
        """What was saved last, or None where there is nothing whole to go on from."""
        if not self.path.is_file():
            return None
        whole = self.path.read_bytes()
        digest, saved = whole[:DIGEST], whole[DIGEST:]
        if hashlib.sha256(saved).digest() != digest:
            return None
        with np.load(io.BytesIO(saved), allow_pickle=False) as file:
            return {name: file[name] for name in file.files}

    def is_due(self) -> bool:
        return time.monotonic() - self.saved >= self.seconds

    def save(self, arrays: Mapping[str, np.ndarray]) -> None:
        """Write beside, flush to disk, rename: a kill leaves the old file or the new one."""
        packed = io.BytesIO()
        np.savez(packed, **arrays)  # type: ignore[arg-type]
        temporary = half_written(self.path)
        try:
            with open(temporary, "wb") as file:
                file.write(hashlib.sha256(packed.getbuffer()).digest())
                file.write(packed.getbuffer())
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, self.path)
        finally:
            temporary.unlink(missing_ok=True)
        self.saved = time.monotonic()

    def remove(self) -> None:
        """Delete the checkpoint and what a kill left half written."""
        self.path.unlink(missing_ok=True)
        for leftover in leftovers(self.path.parent, self.path.name):
            leftover.unlink(missing_ok=True)
