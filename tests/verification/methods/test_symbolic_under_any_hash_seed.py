"""SymPy orders what it rewrites by hashes, so that some processes believe what others do not: the engine in none."""

import os
import subprocess
import sys

import pytest

FOOLED = """
from sympy import *
from verification.methods import symbolic
x = Symbol("x", real=True)
@symbolic.check("a.b", "c", wrong={"SymPy's": {"value": 4}})
def area(value=2):
    "The area between |sin x cos x| and the axis."
    return integrate(Abs(sin(x) * cos(x)), (x, 0, 2 * pi)) - value
record = symbolic.run(area.check, {})
print(symbolic.decide([acos(1 - Rational(2, 10**7))], {})[0], record.verdict, all(record.wrong_variants.values()))
"""


@pytest.mark.parametrize("hash_seed", ["0", "1", "2", "3"])
def test_what_fools_sympy_in_some_processes_fools_the_engine_in_none(hash_seed):
    found = subprocess.run(
        [sys.executable, "-c", FOOLED],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.split() == ["refuted", "undecided", "True"]
