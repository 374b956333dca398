"""Names and settings of the stage that has Coq check the formal proofs of each paper."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from verification.jobs import Job
from verification.methods import formal
from verification.proofs import coq, gate
from workflow.closure import Closure


@dataclass(frozen=True)
class Formal:
    """What a run with these jobs asks of Coq."""

    config: Mapping
    jobs: Sequence[Job]
    closure: Closure

    @cached_property
    def coq(self) -> tuple[str, str]:
        """The version of Coq that checks the proofs of this run, and else "" with the reason why none does."""
        return ("", "formal: off") if self.config["formal"] == "off" else coq.found()

    @property
    def refusal(self) -> str:
        """Why the run cannot start without Coq; empty where it can."""
        if self.config["formal"] != "on" or not self.coq[1]:
            return ""
        return f"config: formal is 'on', but {self.coq[1]}; wanted 'auto' or 'off'"

    @property
    def papers(self) -> list[str]:
        """The papers of the run with formal checks."""
        return sorted({job.paper for job in self.jobs if job.method == formal.METHOD})

    def file(self, paper: str) -> str:
        """The file of what Coq says of a paper's statements."""
        return "/".join([self.config["results"], "formal", f"{paper}.h5"])

    @property
    def files(self) -> list[str]:
        """The same of all papers of the run."""
        return [self.file(paper) for paper in self.papers]

    def needed(self, job: Job) -> list[str]:
        """What a job reads of that: nothing, unless its checks are formal."""
        return [self.file(job.paper)] if job.method == formal.METHOD else []

    def settings(self) -> str:
        """Coq's version, or why the proofs are not run, as JSON."""
        version, why = self.coq
        return json.dumps({"coq": version, "why": why}, sort_keys=True)

    def code(self, paper: str) -> str:
        """The digest of the gate and of the sources that it lets through."""
        parts = [self.closure.digest("verification.proofs.gate")]
        parts += [f"{source.name} {source.text}" for source in gate.sources_of(paper)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
