"""What checks rewrite before they return it is held against balls: the engine sees the outcome alone."""

import os
import subprocess
import sys

import pytest

AUDIT = """
import importlib
import sympy
from verification.witnesses import held_integrals, witness

REWRITES = "simplify trigsimp combsimp gammasimp powsimp radsimp expand expand_trig expand_func factor together cancel"
found, at, inside = {"borne out": 0}, {}, [False]

def watched(name, rewrite):
    def wrapper(expression, *more, **options):
        if inside[0]:
            return rewrite(expression, *more, **options)
        inside[0] = True
        try:
            rewritten = rewrite(expression, *more, **options)
            if isinstance(rewritten, sympy.Expr) and rewritten != expression and expression - rewritten != 0:
                seen = witness(expression - rewritten, at)
                found["borne out"] += seen.bears_out
                if not seen.bears_out:
                    print(name, expression, rewritten, seen)
        finally:
            inside[0] = False
        return rewritten
    return wrapper

for name in REWRITES.split():
    setattr(sympy, name, watched(name, getattr(sympy, name)))

from verification.check import collect
from verification.jobs import jobs
from verification.methods.symbolic import named

for job in jobs(("pnn2017", "basin2016")):
    if job.method == "symbolic":
        for check in collect(importlib.import_module(job.module)):
            at = check.options["at"]
            list(named(check.call({})))
print(found["borne out"] > 100)
"""


@pytest.mark.slow
def test_every_rewrite_inside_the_checks_of_the_house_is_borne_out_by_balls():
    found = subprocess.run(
        [sys.executable, "-c", AUDIT],
        env={**os.environ, "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == "True\n"
