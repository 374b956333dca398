"""What a run says on a terminal: a line for every finished stage, with how many are done and the time left.

Warnings and failures come whole, with the log of the stage that failed; everything else stands in the logs. A logger
plugin of Snakemake, found by its name on PYTHONPATH: `snakemake --logger stages`.
"""

from __future__ import annotations

import sys
import time
from logging import WARNING, LogRecord
from typing import Any

from snakemake.logging import DefaultFormatter
from snakemake_interface_logger_plugins.base import LogHandlerBase
from snakemake_interface_logger_plugins.common import LogEvent

WHOLE = (LogEvent.JOB_ERROR, LogEvent.GROUP_ERROR, LogEvent.ERROR)
KEPT = ("Nothing to be done", "Complete log", "Unlocking", "Removing")
GREEN, RED, PLAIN = "\033[32m", "\033[31m", "\033[0m"


class LogHandler(LogHandlerBase):
    """Writes to stderr, in colour where that is a terminal."""

    def __post_init__(self) -> None:
        self.whole = DefaultFormatter(show_failed_logs=self.common_settings.show_failed_logs)
        self.started = time.monotonic()
        self.stages: dict[int, tuple[str, float]] = {}
        self.total = self.done = 0
        self.colours = sys.stderr.isatty() and not self.common_settings.nocolor

    writes_to_stream = True
    writes_to_file = has_filter = has_formatter = needs_rulegraph = False

    def emit(self, record: LogRecord) -> None:
        """Say what there is to say of one event."""
        event: Any = getattr(record, "event", None)
        if self.common_settings.dryrun or event in WHOLE or record.levelno >= WARNING:
            self._say(self.whole.format(record), RED if record.levelno >= WARNING else "")
        elif event == LogEvent.RUN_INFO:
            self.total = record.__dict__["stats"]["total"]
        elif event == LogEvent.JOB_INFO:
            found = record.__dict__
            name = " ".join([found["rule_name"], *map(str, (found.get("wildcards") or {}).values())])
            self.stages[found["jobid"]] = name, time.monotonic()
        elif event == LogEvent.JOB_FINISHED:
            self._finished(record.__dict__["job_id"])
        elif event is None and str(record.msg).startswith(KEPT):
            self._say(str(record.msg))

    def _finished(self, number: int) -> None:
        self.done += 1
        name, since = self.stages.pop(number, (f"job {number}", self.started))
        now = time.monotonic()
        left = (now - self.started) * max(self.total - self.done, 0) / self.done
        width = len(str(self.total))
        told = f"{self.done:{width}} of {self.total}  {_clock(left):>7} left  {now - since:6.1f} s  "
        self._say(told + name, GREEN)

    def _say(self, text: str | None, colour: str = "") -> None:
        if text and text != "None":
            print(f"{colour}{text}{PLAIN}" if self.colours and colour else text, file=sys.stderr, flush=True)


def _clock(seconds: float) -> str:
    """Minutes and seconds, or hours and minutes."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}h {minutes % 60:02}m" if minutes >= 60 else f"{minutes}m {rest:02}s"
