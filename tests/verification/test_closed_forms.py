import math
from dataclasses import replace
from fractions import Fraction

import mpmath
import numpy as np
import pytest
import sympy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from verification.balls import ARB
from verification.closed_forms import NUMPY, Proved, Refused, joined, read
from verification.enclosures import enclose
from verification.methods import numerical
from verification.run_topic import run_checks

x, y = sympy.symbols("x y", real=True)
EXPRESSIONS = [
    2 / sympy.pi * (sympy.sqrt(1 - x**2) + x * sympy.asin(x)),
    sympy.sin(x) ** 2 / (1 + sympy.exp(-y)) - sympy.Rational(3, 7),
    sympy.acos(x * y) + sympy.Abs(y - 2) ** sympy.Rational(3, 2),
]


@pytest.mark.parametrize("expression", EXPRESSIONS)
@settings(deadline=None, max_examples=20)
@given(at=st.tuples(st.fractions(-1, 1), st.fractions(-1, 1)))
@example(at=(Fraction(17, 6307043785488105209856), Fraction(0)))  # a product of huge primes
@example(at=(Fraction(2037, 2**64), Fraction(0)))  # SymPy fails where it is to simplify the root that this gives
def test_a_form_read_back_has_the_values_of_the_expression(expression, at):
    values = [sympy.Rational(value.numerator, value.denominator) for value in at]
    form = read(sympy.srepr(sympy.Lambda((x, y), expression)))
    exact = complex(expression.evalf(30, subs=dict(zip((x, y), values, strict=True)))).real
    assert form(*map(float, at)) == pytest.approx(exact, rel=1e-12, abs=1e-12)
    ball = enclose(expression, dict(zip((x, y), values, strict=True)))
    assert float(ball.mid()) == pytest.approx(exact, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("name", sorted(NUMPY.functions))
def test_a_function_of_floats_is_the_one_that_its_name_says(name):
    wanted = {"Abs": abs}.get(name) or getattr(mpmath, name)
    for at in (0.3, -0.7):
        if name != "log" or at > 0:
            assert NUMPY.functions[name](at) == pytest.approx(float(wanted(at)), rel=1e-14)


@settings(deadline=None)
@given(base=st.floats(1e-3, 1e3), exponent=st.sampled_from([-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0]))
def test_a_power_of_floats_is_that_of_its_logarithm(base, exponent):
    assert NUMPY.power(base, exponent) == pytest.approx(math.exp(exponent * math.log(base)), rel=1e-13)


def test_an_array_may_stand_in_the_exponent():
    form = read("Lambda(Tuple(Symbol('x'), Symbol('n')), Pow(Symbol('x'), Symbol('n')))")
    assert form(4.0, np.array([0.5, 2.0])).tolist() == [2, 16] and form(np.array([4.0, 9.0]), 0.5).tolist() == [2, 3]


def test_parameters_keep_their_places_and_may_be_dummies_or_none():
    form = read("Lambda(Tuple(Dummy('y', dummy_index=4), Symbol('x')), Add(Dummy('y', dummy_index=4), Integer(-3)))")
    assert form.parameters == ("y", "x") and form(5.0, 7.0) == 2
    assert read("Lambda(Tuple(), Rational(-1, 4))")() == -0.25


def test_a_function_that_an_arithmetic_has_not_is_refused_in_it():
    form = read("Lambda(Symbol('x'), sin(Symbol('x')))")
    with pytest.raises(Refused, match="the function 'sin' is not one of this arithmetic"):
        form(ARB.integer(1), arithmetic=replace(ARB, functions={}))


def test_literals_and_constants_of_floats():
    assert NUMPY.rational(2, 5) == 0.4 and NUMPY.integer(3) == 3.0 and NUMPY.power(2.0, 3.0) == 8.0
    assert {name: make() for name, make in NUMPY.constants.items()} == {"pi": np.pi, "E": np.e}
    assert (
        read("Lambda(Tuple(Symbol('x'), Symbol('y')), Add(Symbol('x'), Mul(Integer(2), Symbol('y'))))")(1.0, 3.0) == 7
    )
    with pytest.raises(ValueError, match="wanted 1 arguments"):
        read("Lambda(Symbol('x'), Symbol('x'))")(1.0, 2.0)


def test_a_form_works_on_arrays_and_balls():
    form = read(sympy.srepr(sympy.Lambda(x, EXPRESSIONS[0])))
    assert np.allclose(form(np.array([0.0, 1.0])), [2 / np.pi, 1.0])
    assert form(ARB.integer(1), arithmetic=ARB).contains(1)


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "Lambda(Tuple(Symbol('x')), __import__('os'))",
        "Lambda(Tuple(Symbol('x')), Function('f')(Symbol('x')))",
        "Lambda(Tuple(Symbol('x')), Integer('1'))",
        "Lambda(Tuple(Symbol('x')), (lambda: 1)())",
        "Add(Integer(1), Integer(2))",
        "Lambda(Symbol('x'), Symbol('y'))",
        "Lambda(Symbol('x'), Rational(1, 0))",
        "Lambda(Symbol('x'), Rational(1))",
        "Lambda(Symbol('x'), Integer(1, 2))",
        "Lambda(Symbol('x'), Pow(Symbol('x')))",
        "Lambda(Symbol('x'), Pow(Symbol('x'), Integer(2), Integer(3)))",
        "Lambda(Symbol('x'), sin(Symbol('x'), Symbol('x')))",
        "Lambda(Symbol('x'), sin())",
        "Lambda(Symbol('x'), Add())",
        "Lambda(Symbol('x'), oo)",
        "Lambda(Symbol('x'), gamma(Symbol('x')))",
        "Lambda(Symbol('x'), Add(pi, oo))",
        "Lambda(Symbol('x'), 'x')",
        "Lambda(Symbol('x'), -pi)",
        "Lambda(Symbol('x'), Max(Symbol('x'), pi))",
        "Lambda(Symbol('x'), Integer(1.0))",
        "Lambda(Symbol('x'), Integer(-'1'))",
        "Lambda(Symbol('x'), Integer(~1))",
        "Lambda(Symbol('x'), Integer({[]: 1}))",
        "Lambda(Symbol('x'), sin(Symbol('x'), evaluate=False))",
        "Lambda(Symbol('x'), Symbol('x', 'y'))",
        "Lambda(Symbol('x'), Symbol())",
        "Lambda(Symbol(b'x'), pi)",
        "Lambda(Symbol('x', real=True), Symbol('x'))",
        "Lambda(Tuple(Symbol('x'), Symbol('x')), Symbol('x'))",
        "Lambda(Tuple(Dummy('x', dummy_index=1), Dummy('x', dummy_index=2)), Dummy('x', dummy_index=1))",
        "Lambda(Symbol('x'), Symbol('x'), Symbol('x'))",
        "Add(Symbol('x'), Symbol('x'))",
        "Lambda(",
        "",
    ],
)
def test_what_is_no_formula_is_refused(text):
    with pytest.raises(Refused):
        read(text)


NAMES = st.sampled_from(["Lambda", "Tuple", "Symbol", "Integer", "Rational", "Add", "Mul", "Pow", "sin", "eval", "pi"])
LEAVES = st.sampled_from(["Symbol('x')", "Integer(2)", "Rational(1, 0)", "Rational(1, 2)", "pi", "os", "'x'", "1.5"])
TREES = st.recursive(
    LEAVES,
    lambda inner: st.builds(lambda name, given: f"{name}({', '.join(given)})", NAMES, st.lists(inner, max_size=3)),
    max_leaves=6,
)
TEXTS = st.text(max_size=60) | TREES | TREES.map(lambda tree: f"Lambda(Tuple(Symbol('x')), {tree})")


@pytest.mark.slow
@settings(deadline=None, max_examples=10_000)
@given(TEXTS)
def test_any_text_is_a_number_at_a_half_or_refused(text):
    try:
        form = read(text)
    except Refused:
        return
    with np.errstate(all="ignore"):
        assert isinstance(float(form(*[0.5] * len(form.parameters))), float)


def test_a_name_of_a_form_means_one_form():
    assert joined([{"a": 1, "c": 2}, {}, {"b": 3}]) == {"a": 1, "b": 3, "c": 2}
    with pytest.raises(ValueError, match=r"two closed forms of one name: b, c$"):
        joined([{"a": 1, "c": 2}, {"b": 3}, {"c": 2, "b": 4}])


def test_a_form_that_was_not_proved_leaves_what_computes_with_it_undecided():
    """Neither the statement nor a variant is judged, whatever the method; what needs no form goes on."""

    @numerical.check("a.b", "part", wrong={"double": {"factor": 2}})
    def with_a_form(forms, factor=1):
        """A form's value."""
        return [numerical.Same("value", factor * forms["gone"](1.0), 1.0)]

    @numerical.check("a.b", "part", wrong={"double": {"factor": 2}})
    def without(factor=1):
        """No form."""
        return [numerical.Same("value", factor, 1.0)]

    one = read("Lambda(Tuple(Symbol('x', real=True)), Symbol('x', real=True))")
    undecided, fine = run_checks([with_a_form.check, without.check], {"forms": Proved(there=one)})
    assert (undecided.verdict, undecided.wrong_variants) == ("undecided", {"double": False})
    assert "'gone' was not proved; proved are there" in undecided.numbers["no verdict"]
    assert (fine.verdict, fine.wrong_variants) == ("consistent", {"double": True})
