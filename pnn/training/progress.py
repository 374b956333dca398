"""One line on stderr that says how far a long job is, and how long it will still take at most."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field


@dataclass
class Progress:
    """Prints at most once in `pause` seconds, and nothing for a job that ends before."""

    label: str
    pause: float = 5.0
    start: float = field(default_factory=time.monotonic)
    first: float | None = None
    printed: float = field(default_factory=time.monotonic)

    def __call__(self, done: float) -> None:
        """Report the share of the work that is done, between 0 and 1; a resumed job starts above 0."""
        now = time.monotonic()
        if self.first is None:
            self.first, self.start = done, now
        if now - self.printed < self.pause or done <= self.first:
            return
        left = (now - self.start) * (1 - done) / (done - self.first)
        print(f"{self.label}: {done:.0%} done, at most {left:.0f} s left", file=sys.stderr, flush=True)
        self.printed = now
