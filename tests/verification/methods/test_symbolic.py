import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from verification.methods import symbolic
from verification.methods.symbolic import decide
from verification.verdict import Verdict
from verification.witnesses import Witness, held_integrals

x = sympy.Symbol("x", real=True)
n = sympy.Symbol("n", integer=True, positive=True)


def flat(residual) -> list:
    return [one for _, one in symbolic.named(residual)]


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
    assert decide(flat([residual]), {}) == (Verdict.PROVED, "")


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


def test_a_run_reports_every_variant():
    @symbolic.check("test.zero", "value", wrong={"twice": {"factor": 2}, "the same": {"factor": 1}})
    def double_angle(factor=1):
        """The double angle."""
        return sympy.sin(2 * x) - factor * 2 * sympy.sin(x) * sympy.cos(x)

    record = symbolic.run(double_angle.check, {})
    assert record.verdict == "proved"
    assert record.wrong_variants == {"twice": True, "the same": False}


def test_a_check_keeps_its_forms_its_values_and_what_is_auxiliary():
    def never(value=3):
        """What holds at 3 alone."""
        return x - value

    third = sympy.Rational(1, 3)
    options = {"forms": {"f": never}, "at": {"x": 3}, "auxiliary": {"1": "why"}}
    check = symbolic.check("test.zero", "value", {"4": {"value": third}}, "finite", **options)(never).check
    assert check.options == options and check.scope == "finite"
    bare = symbolic.check("test.zero", "value", {"4": {"value": third}})(never).check
    assert bare.options == {"forms": {}, "at": {}, "auxiliary": None} and bare.scope == "general"
    assert symbolic.run(check, {}).numbers["variant 4"].endswith("at x = 3")


SPECIAL = [
    lambda tiny: sympy.acos(1 - tiny),
    lambda tiny: sympy.asin(1 - tiny) - sympy.pi / 2,
    lambda tiny: sympy.acos(sympy.Rational(1, 2) + tiny) - sympy.pi / 3,
    lambda tiny: sympy.sin(sympy.pi * (1 + tiny)),
    lambda tiny: sympy.sqrt(3 + 2 * sympy.sqrt(2) + tiny) - 1 - sympy.sqrt(2),
    lambda tiny: sympy.exp(tiny) - 1,
    lambda tiny: sympy.log(1 + tiny),
    lambda tiny: sympy.atan(1 + tiny) - sympy.pi / 4,
    lambda tiny: sympy.gamma(sympy.Rational(1, 2) + tiny) - sympy.sqrt(sympy.pi),
]


@settings(deadline=None, max_examples=60)
@given(near=st.sampled_from(SPECIAL), digits=st.integers(1, 60), numerator=st.integers(1, 9))
def test_a_constant_near_a_special_point_is_not_zero(near, digits, numerator):
    assert decide([near(sympy.Rational(numerator, 10**digits))], {})[0] is Verdict.REFUTED


@pytest.mark.parametrize("near", SPECIAL)
def test_a_constant_at_the_special_point_is_zero(near):
    assert decide([near(sympy.S.Zero)], {})[0] is Verdict.PROVED


y, z = sympy.symbols("y z", real=True)
p = sympy.Symbol("p", positive=True)
complex_number = sympy.Symbol("c")
TRUE = [
    sympy.sqrt(p**2) - p,
    sympy.log(p**2) - 2 * sympy.log(p),
    sympy.cos(sympy.pi * n) - (-1) ** n,
    (x**2 - sympy.Rational(4, 49)) / (x - sympy.Rational(2, 7)) - x - sympy.Rational(2, 7),  # singular at a point tried
    sympy.Sum(n, (n, 1, 10)) - 55,
    sympy.Integral(y * sympy.cos(x), (x, 0, 1)) - y * sympy.sin(1),
    sympy.Function("f")(x) * (x + 1) - x * sympy.Function("f")(x) - sympy.Function("f")(x),
]
FALSE = [
    sympy.sqrt(x**2) - x,
    sympy.log(x * y) - sympy.log(x) - sympy.log(y),
    sympy.sqrt(x * y) - sympy.sqrt(x) * sympy.sqrt(y),
    sympy.asin(sympy.sin(x)) - x,
    sympy.Sum(n, (n, 1, 10)) - 54,
    sympy.Integral(sympy.Abs(sympy.sin(x) * sympy.cos(x)), (x, 0, 2 * sympy.pi)) - 4,
    sympy.Matrix([[0, x - x], [0, sympy.acos(1 - sympy.Rational(1, 10**30))]]),
    sympy.sqrt(complex_number**2) - complex_number,
    (x**2 - sympy.Rational(4, 49)) / (x - sympy.Rational(2, 7)) - x + sympy.Rational(2, 7),
]


@pytest.mark.parametrize("residual", TRUE, ids=str)
def test_what_holds_is_proved(residual):
    assert decide(flat(residual), {})[0] is Verdict.PROVED


@pytest.mark.parametrize("residual", FALSE, ids=str)
def test_what_fails_at_a_point_is_refuted_whatever_sympy_says(residual, monkeypatch):
    monkeypatch.setattr(symbolic, "reduce_to_zero", lambda residual: None)
    assert decide(flat(residual), {})[0] is Verdict.REFUTED


def test_a_zero_that_no_ball_bears_out_is_undecided(monkeypatch):
    monkeypatch.setattr(symbolic, "reduce_to_zero", lambda residual: None)
    assert decide([sympy.besselj(0, x) ** 2], {}) == (
        Verdict.UNDECIDED,
        "zero for SymPy, borne out by balls at 0 of 2 points",
    )
    assert decide([sympy.Integral(sympy.exp(-(x**4)), (x, 0, sympy.oo)) - 1], {})[0] is Verdict.UNDECIDED


def test_an_integral_with_kinks_is_left_as_it_is_though_it_vanishes(monkeypatch):
    residual = sympy.Integral(sympy.Abs(x) - sympy.Rational(1, 2), (x, -1, 1))
    monkeypatch.setattr(symbolic, "witness", lambda *_: Witness("", 2, 2))
    assert decide([residual], {}) == (Verdict.UNDECIDED, str(residual))


def test_an_integral_with_kinks_that_no_ball_bears_out_is_left_standing():
    with held_integrals({}):
        assert sympy.integrate(x**2, (x, 0, 1)) == sympy.Rational(1, 3)
        assert sympy.integrate(sympy.exp(-x), (x, 0, sympy.oo)) == 1
        assert sympy.integrate(sympy.Matrix([x, 1]), (x, 0, 1)) == sympy.Matrix([sympy.Rational(1, 2), 1])
        assert sympy.integrate(sympy.Abs(x - 1), (x, 0, 2)) == 1
        assert sympy.integrate(sympy.Abs(x - 1) * sympy.exp(-x), (x, 0, sympy.oo)).has(sympy.Integral)


def test_what_is_undecided_stays_so_whatever_is_proved_after_it():
    unsure = sympy.Function("f")(x) - sympy.Function("g")(x)
    for residuals in ([unsure, sympy.S.Zero], [sympy.S.Zero, unsure], [unsure, True]):
        assert decide(residuals, {})[0] is Verdict.UNDECIDED


@pytest.mark.parametrize(
    ("truth", "verdict", "where"),
    [
        (True, Verdict.PROVED, ""),
        (np.True_, Verdict.PROVED, ""),
        (False, Verdict.REFUTED, "false"),
        (np.False_, Verdict.REFUTED, "false"),
        (sympy.Eq(x, 1), Verdict.UNDECIDED, "Eq(x, 1)"),
        ((x > 1) | (x < -1), Verdict.UNDECIDED, "(x > 1) | (x < -1)"),
    ],
    ids=str,
)
def test_a_truth_is_proved_where_it_is_true_and_refuted_where_it_is_false(truth, verdict, where):
    assert decide([truth], {}) == (verdict, where)


@pytest.mark.parametrize("number", [0.0, np.float64(0), sympy.Float(0)])
def test_a_float_that_is_zero_proves_nothing(number):
    assert decide([number], {})[0] is Verdict.UNDECIDED


COEFFICIENTS = st.lists(st.integers(-9, 9), min_size=1, max_size=4)


@settings(deadline=None, max_examples=20)
@given(COEFFICIENTS, COEFFICIENTS, st.integers(0, 6), st.sampled_from([-1, 1]))
def test_a_product_of_polynomials_has_the_convolution_for_coefficients_and_no_other(one, other, place, off):
    product = np.convolve(one, other).tolist() + [0] * 7
    factors = [sum(c * x**k for k, c in enumerate(factor)) for factor in (one, other)]
    for error, verdict in ((0, Verdict.PROVED), (off, Verdict.REFUTED)):
        product[place] += error
        assert decide([factors[0] * factors[1] - sum(c * x**k for k, c in enumerate(product))], {})[0] is verdict


def test_a_symbol_alone_is_a_number():
    assert decide([x], {})[0] is Verdict.REFUTED


@pytest.mark.parametrize(
    ("inequality", "verdict", "where"),
    [
        (x**2 - x + 1 > 0, Verdict.UNDECIDED, "x**2 - x + 1 > 0"),
        (x**2 + 1 > 0, Verdict.PROVED, ""),
        (x**2 + 1 < 0, Verdict.REFUTED, "false"),
        (x**2 - 2 > 0, Verdict.REFUTED, "at x = "),
        (x > x**3, Verdict.REFUTED, "at x = "),
        (sympy.Function("f")(x) > x, Verdict.UNDECIDED, "f(x)"),
        ((x - 1) ** 2 >= 0, Verdict.PROVED, ""),
        ((sympy.Function("f")(x) - x) ** 2 < -1, Verdict.UNDECIDED, "f(x)"),
    ],
    ids=str,
)
def test_a_sign_that_sympy_leaves_open_is_refuted_by_a_ball_or_by_nothing(inequality, verdict, where):
    found, said = decide([inequality], {})
    assert found is verdict and where in said


def test_an_inequality_whose_sides_may_agree_is_not_refuted_by_a_point_where_they_do():
    assert decide([(x - 1) ** 2 * (x**2 + x + 1) > 0], {"x": 1})[0] is Verdict.UNDECIDED
