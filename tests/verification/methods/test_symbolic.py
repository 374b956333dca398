from types import ModuleType

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from verification.check import collect, declare
from verification.methods import symbolic
from verification.methods.symbolic import decide
from verification.verdict import Verdict

x = sympy.Symbol("x", real=True)
n = sympy.Symbol("n", integer=True, positive=True)


@pytest.mark.parametrize(
    "residual",
    [
        sympy.sin(x) ** 2 + sympy.cos(x) ** 2 - 1,
        (x + 1) ** 3 - x**3 - 3 * x**2 - 3 * x - 1,
        sympy.Matrix([[x - x, 0], [0, sympy.expand((x - 1) * (x + 1)) - x**2 + 1]]),
        sympy.binomial(n + 1, 1) - n - 1,
        [sympy.true, True],
    ],
)
def test_identities_are_proved(residual):
    assert decide(symbolic.flatten([residual]), {}) == (Verdict.PROVED, "")


def test_nothing_to_prove_is_not_proved():
    assert decide([], {})[0] is Verdict.UNDECIDED


@settings(deadline=None, max_examples=20)
@given(st.fractions(min_value=-2, max_value=2).filter(lambda f: f not in (0, 1)))
def test_a_wrong_constant_is_refuted_at_a_point(fraction):
    factor = sympy.Rational(fraction.numerator, fraction.denominator)
    verdict, where = decide([sympy.sin(2 * x) - 2 * factor * sympy.sin(x) * sympy.cos(x)], {})
    assert verdict is Verdict.REFUTED
    assert "at x =" in where


def test_what_is_neither_proved_nor_refuted_is_undecided():
    unknown = sympy.Function("f")(x)
    assert decide([unknown], {})[0] is Verdict.UNDECIDED


def test_a_number_that_is_only_nearly_zero_is_refuted():
    assert decide([sympy.Rational(1, 10**40)], {})[0] is Verdict.REFUTED


def test_a_check_without_teeth_is_refused():
    def check_nothing(factor=1):
        """Words."""

    with pytest.raises(ValueError, match="no wrong variant"):
        declare("symbolic", "test.zero", "value", {}, "general")(check_nothing)
    with pytest.raises(ValueError, match="overrides"):
        declare("symbolic", "test.zero", "value", {"v": {"other": 2}}, "general")(check_nothing)
    with pytest.raises(ValueError, match="overrides"):
        declare("symbolic", "test.zero", "value", {"v": {}}, "general")(check_nothing)


def test_a_run_reports_every_variant():
    @symbolic.check("test.zero", "value", wrong={"twice": {"factor": 2}, "the same": {"factor": 1}})
    def double_angle(factor=1):
        """The double angle."""
        return sympy.sin(2 * x) - factor * 2 * sympy.sin(x) * sympy.cos(x)

    record = symbolic.run(double_angle.check, {})
    assert record.verdict == "proved"
    assert record.wrong_variants == {"twice": True, "the same": False}


def test_checks_are_collected_in_the_order_of_the_source():
    def declared(name: str):
        def residual(factor=1):
            """Nothing."""
            return factor - 1

        residual.__name__ = name
        return symbolic.check("test.zero", "value", wrong={"twice": {"factor": 2}})(residual)

    module = ModuleType("topic")
    module.second, module.helper, module.first = declared("b"), len, declared("a")
    assert [check.name for check in collect(module)] == ["b", "a"]
