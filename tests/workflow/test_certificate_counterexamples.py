"""Every counterexample of the house leaves a certificate, or it is known why it cannot."""

import importlib

from verification import catalogue
from verification.check import collect
from verification.claim import Role
from verification.jobs import jobs, topics

WITHOUT = {
    "pnn.assumption-1:typical-size": "a bound for all sizes and norms, by an argument",
    "pnn.proposition-1:fails": "a limit of probabilities",
    "diverse.equation-22:two-opposite-units": "a probability by an argument; its number is the part `number`",
}


def test_every_counterexample_leaves_a_certificate():
    papers = tuple({paper for paper, _ in topics()})
    claims = catalogue.claims(papers).values()
    wanted = {f"{c.id}:{part.name}" for c in claims for part in c.parts if part.role is Role.COUNTEREXAMPLE}
    left = set()
    for job in jobs(papers):
        if job.method in ("symbolic", "exact", "certified"):
            checks = collect(importlib.import_module(job.module))
            left |= {f"{check.claim}:{check.part}" for check in checks if "leaves" in check.options}
    assert wanted - left == set(WITHOUT)
