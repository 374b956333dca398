import pytest
import sympy

from verification.methods.symbolic import decide
from verification.verdict import Verdict
from verification.zero_sets import vanishes_exactly

x, y = sympy.symbols("x y", real=True)
p, n = sympy.symbols("p n", positive=True)


@pytest.mark.parametrize(
    ("form", "conditions", "verdict"),
    [
        (x**2 + y**2, (x, y), Verdict.PROVED),
        ((x - y) ** 2 / 3, (x - y,), Verdict.PROVED),
        ((p - 2) ** 2 + (n - 3) ** 2, (p - 2, n - 3), Verdict.PROVED),  # the numbers' own signs are no help
        (x**2 + y**2, (x,), Verdict.REFUTED),  # not zero on all of x = 0
        (x**2, (x, y), Verdict.UNDECIDED),  # zero elsewhere too
        (x**2 - y**2, (x, y), Verdict.REFUTED),  # negative where y is larger
        (-(x**2), (x,), Verdict.REFUTED),
    ],
)
def test_a_form_vanishes_exactly_where_it_is_said_to(form, conditions, verdict):
    numbers = sorted(form.free_symbols | set().union(*(g.free_symbols for g in conditions)), key=str)
    assert decide(vanishes_exactly(form, conditions, numbers), {})[0] is verdict
