"""What the checks of the basin paper leave for anybody's program is accepted by it, whatever the seed."""

import importlib
import inspect

import numpy as np
import pytest

from tests.workflow.certificate_samples import whole
from verification.check import collect
from verification.jobs import jobs


def checks_that_leave():
    """All but minima, which are tested with their program."""
    methods = ("symbolic", "exact", "certified")
    modules = [job.module for job in jobs(("basin2016",)) if job.method in methods and job.topic != "spurious"]
    checks = [check for module in modules for check in collect(importlib.import_module(module))]
    return [check for check in checks if "leaves" in check.options]


@pytest.mark.parametrize("check", checks_that_leave(), ids=lambda check: check.id)
def test_a_certificate_is_accepted(check):
    make = check.options["leaves"][0]
    wanted = set(inspect.signature(make).parameters)
    for seed in range(3 if wanted else 1):
        given = {"rng": np.random.default_rng(seed), "instances": 20, "seed": seed}
        found = make(**{name: given[name] for name in wanted})
        for one in [found] if isinstance(found, dict) else found:
            assert whole(one)["statement"]
