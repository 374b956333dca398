"""What the checks of the basin paper leave for anybody's program is accepted by it, whatever the seed."""

import importlib
import inspect

import numpy as np
import pytest

from tests.workflow.certificate_samples import whole
from verification.check import collect
from verification.jobs import jobs
from verification.papers.basin2016.spurious import hessian_as_data
from verification.papers.basin2016.spurious.hessian_as_data import curvature_along
from workflow.certificates import check_inequalities


def checks_that_leave():
    """All but those of spurious minima, which take longer."""
    methods = ("symbolic", "exact", "certified")
    modules = [job.module for job in jobs(("basin2016",)) if job.method in methods and job.topic != "spurious"]
    checks = [check for module in modules for check in collect(importlib.import_module(module))]
    return [check for check in checks if "leaves" in check.options]


@pytest.mark.parametrize("check", checks_that_leave(), ids=lambda check: check.id)
def test_a_certificate_is_accepted(check):
    make = check.options["leaves"][0]
    wanted = {"rng", "instances", "seed"} & set(inspect.signature(make).parameters)
    for seed in range(3 if wanted else 1):
        given = {"rng": np.random.default_rng(seed), "instances": 20, "seed": seed}
        found = make(**{name: given[name] for name in wanted})
        for one in [found] if isinstance(found, dict) else found:
            assert whole(one)["statement"]


def test_second_derivatives_along_a_direction_are_those_of_the_risk(monkeypatch):
    for seed in range(3):
        assert whole(curvature_along(np.random.default_rng(seed)))["statement"]
    monkeypatch.setattr(hessian_as_data.Pair, "mixed", lambda self, first, second: 0)
    with pytest.raises(check_inequalities.Refused, match="not found to hold"):
        whole(curvature_along(np.random.default_rng(0)))
