"""Hunts for units beyond the bounds: with any seed they find nothing, and what the wrong variants allow."""

import pytest

from verification.check import collect
from verification.papers.diversity2017.concentration import hunt as concentration
from verification.papers.diversity2017.discrepancy import hunt as discrepancy
from verification.papers.diversity2017.gram_error import hunt as gram_error
from verification.papers.diversity2017.minimisers import hunt as minimisers
from verification.papers.diversity2017.slices import hunt as slices
from verification.papers.diversity2017.weighted import hunt as weighted
from verification.run_topic import run_checks

MODULES = (slices, concentration, minimisers, gram_error, weighted, discrepancy)


@pytest.mark.slow
@pytest.mark.parametrize("check", [check for module in MODULES for check in collect(module)], ids=lambda c: c.name)
def test_a_hunt_stands_and_refutes_whatever_the_seed(check):
    (found,) = run_checks([check], {"seed": 31, "hunt": 1})
    assert found.verdict == "consistent"
    assert all(found.wrong_variants.values())
