"""Closed forms where no symbolic stage has written them: each is proved when a check first asks for it."""

from __future__ import annotations

from collections.abc import Iterable

from verification import wings
from verification.called import unwatched
from verification.check import Check, Record, collect
from verification.closed_forms import ClosedForm, Proved, joined, read
from verification.jobs import Job
from verification.run_topic import proved_forms, run_checks


class Prover:
    """What the checks that prove closed forms find: each is run once, for itself and for all that compute with it."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}

    def record(self, check: Check) -> Record:
        """The record of a check that proves closed forms; such checks need no settings."""
        if check.id not in self._records:
            self._records[check.id] = run_checks([check], {})[0]
        return self._records[check.id]

    def forms(self, job: Job) -> Proved:
        """The closed forms that a job may compute with."""
        topics = (topic.split("/") for topic in job.forms)
        symbolic = [Job(paper, name, "symbolic").module for paper, name in topics]
        return _Demanded(self, [check for module in symbolic for check in collect(wings.imported(module))])


class _Demanded(Proved):
    """Closed forms by name, proved when they are asked for; NotProved for what is not or cannot be."""

    def __init__(self, prover: Prover, checks: Iterable[Check]):
        super().__init__()
        self._prover = prover
        self._homes = joined(dict.fromkeys(check.options.get("forms") or (), check) for check in checks)  # type: ignore[call-overload]

    def __missing__(self, name: str) -> ClosedForm:
        if name in self._homes:
            with unwatched():
                self._prove(self._homes[name])
        return self[name] if name in self else super().__missing__(name)

    def _prove(self, check: Check) -> None:
        texts = proved_forms([check], [self._prover.record(check)])
        self.update({name: read(text) for name, text in texts.items()})
