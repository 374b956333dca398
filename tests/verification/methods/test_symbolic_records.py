"""What a symbolic check records: its residuals, what is left of them, what refutes a variant, and its closed forms."""

import pytest
import sympy

from tests.verification.methods.some_check import ran
from verification.methods import symbolic
from verification.methods.symbolic import named
from verification.verdict import Verdict

x, y = sympy.symbols("x y", real=True)
f, g = (sympy.Function(name)(x) for name in "fg")
PYTHAGORAS = sympy.sin(x) ** 2 + sympy.cos(x) ** 2 - 1  # two squares of a function, a sum and a difference


def record_of(residuals, wrong=None, at=None):
    return ran(symbolic, residuals, wrong or {"v": [x]}, forms={}, at=at or {})


def test_a_record_counts_residuals_operations_and_zeros_as_returned():
    record = record_of([PYTHAGORAS, x - x, True, 0, sympy.true, y - y], at={"x": 3})
    assert record.verdict == "proved" and record.cost == sympy.count_ops(PYTHAGORAS) + 1 + 1 == 8
    assert record.items == dict.fromkeys("123456", 1)
    assert record.numbers == {"residuals": 6, "zero as returned": "3 of 6", "variant v": "3.0000000 at x = 3"}
    assert set(record_of([PYTHAGORAS, True]).numbers) == {"residuals", "variant v"}


def test_a_record_says_what_is_left_over_or_where_it_fails():
    assert record_of([PYTHAGORAS, f - g]).numbers["left over"] == "f(x) - g(x)"
    assert record_of([PYTHAGORAS, x], at={"x": 3}).numbers["left over"] == "3.0000000 at x = 3"
    assert record_of([]).numbers["left over"] == "no residual"


@pytest.mark.parametrize("left", [sympy.Integer(-1), sympy.Integer(1), x - 1, -sympy.sqrt(2)])
def test_what_is_not_zero_is_left_over_and_what_is_leaves_nothing(left):
    assert symbolic.reduce_to_zero(left) == left and symbolic.reduce_to_zero(left - left) is None


def test_what_is_left_over_is_the_shortest_form_and_of_equal_ones_the_first():
    assert symbolic.reduce_to_zero(f + sympy.sin(x) ** 2 + sympy.cos(x) ** 2) == f + 1
    assert [symbolic.reduce_to_zero(form) for form in (x**2 + x, x * (x + 1))] == [x**2 + x, x * (x + 1)]


def test_what_is_left_over_is_shown_in_200_letters():
    assert symbolic._left("y" * 300) == (Verdict.UNDECIDED, "y" * 200)


@pytest.mark.parametrize(
    ("residuals", "refuted", "told"),
    [
        ([PYTHAGORAS, x], True, "3.0000000 at x = 3"),
        ([(f + 1) ** 2 - f**2 - 2 * f - 2], True, "-1.0000000 at a constant"),  # no ball before it is rewritten
        ([True, False], True, "false"),
        ([x**2 - 10 > 0], True, "-1.0000000 at x = 3"),
        ([f > 0], False, "not refuted"),
        ([f - g], False, "not refuted"),
        ([PYTHAGORAS, True, x - x], False, "not refuted"),
        ([], False, "not refuted"),
    ],
    ids=str,
)
def test_a_variant_is_refuted_by_what_its_record_tells_and_by_nothing_left_over(residuals, refuted, told):
    record = record_of([PYTHAGORAS], {"v": residuals}, {"x": 3})
    assert (record.wrong_variants, record.numbers["variant v"]) == ({"v": refuted}, told)


@pytest.mark.parametrize("residual", [x - 1, False, x**2 > 2], ids=str)
def test_a_residual_that_fails_in_the_statement_is_moved_by_a_variant_in_which_it_fails(residual):
    record = record_of([residual], {"v": [residual], "w": [0]})
    assert (record.verdict, record.moved, record.wrong_variants) == ("refuted", {"1": "v"}, {"v": True, "w": False})


def test_a_residual_that_is_refuted_once_it_is_rewritten_is_moved():
    record = record_of([PYTHAGORAS, f - f], {"v": [f - g, (f + 1) ** 2 - f**2 - 2 * f - 2], "w": [x]}, {"x": 3})
    assert record.wrong_variants == {"v": True, "w": True} and record.moved == {"1": "w", "2": "v"}
    assert record.numbers["variant v"] == "-1.0000000 at a constant"


@pytest.mark.parametrize("text", ["x - x", "0", "True", None])
def test_what_is_no_expression_is_refused_and_no_text_is_evaluated(text):
    for residuals, wrong in (([text], [x]), ([x - x], [text])):
        with pytest.raises(sympy.SympifyError):
            record_of(residuals, {"v": wrong})


def test_residuals_stand_in_lists_tuples_matrices_and_generators_under_their_kinds():
    nested = (x, [1, {"k": sympy.Matrix([[x, 1]]), "m": {"n": True}}], (number for number in [2, [3]]))
    assert list(named(nested)) == [("1", x), ("2", 1), ("k", x), ("k", 1), ("n", True), ("3", 2), ("4", 3)]
    assert list(named({"s": sympy.FiniteSet(1)})) == [("s", sympy.FiniteSet(1))]


def test_closed_forms_are_functions_of_real_numbers_with_the_constants_of_the_statement():
    def scaled(rho, t, factor=2):
        return factor * rho + t

    @symbolic.check("test.zero", "value", {"v": {"factor": 3}}, forms={"scaled": scaled, "one": lambda s: s / s})
    def statement(factor=2):
        """Nothing."""
        return x - x

    rho, t, s = sympy.symbols("rho t s", real=True)
    assert symbolic.closed_forms(statement.check) == {
        "scaled": sympy.srepr(sympy.Lambda((rho, t), 2 * rho + t)),
        "one": sympy.srepr(sympy.Lambda((s,), sympy.S.One)),
    }
