"""The checks of Figures 2 and 4 and of both descents decide at small sizes and seeds that no run has."""

import pytest

from tests.verification.papers.diversity2017.small_runs import made
from verification import items
from verification.check import collect
from verification.methods import experiment as engine
from verification.papers.diversity2017.descent import experiment as descent
from verification.papers.diversity2017.figure_2 import experiment as figure_2
from verification.papers.diversity2017.figure_4 import experiment as figure_4
from verification.verdict import Verdict

SIZES = {
    "diverse_figure_2": {"inputs": 15, "samples": 400, "draws": 10},
    "diverse_figure_4": {"inputs": 20, "units": 20, "samples": 120, "trials": 20, "arrangements": 3, "steps": 60},
    "diverse_descent": {"inputs": 6, "samples": 50, "trials": 20, "steps": [10, 300], "rate": 0.8},
}


@pytest.mark.parametrize(("module", "seed"), [(figure_2, 1), (figure_2, 2), (figure_4, 1), (figure_4, 2), (descent, 1)])
def test_every_check_holds_and_refutes_its_variants(module, seed):
    (name,) = module.DATA
    data = {name: made(name, seed=seed, **SIZES[name])}
    for check in collect(module):
        record = engine.run(check, {"data": data})
        assert record.verdict is Verdict.CONSISTENT and all(record.wrong_variants.values()), record
        assert not items.faults(record)
