"""Balls of functions hold their values, narrowly, and are of the function that is meant."""

import math

import mpmath
import pytest
import sympy
from flint import acb, arb, ctx, fmpq

from verification.balls import ARB, BITS, largest, precision, smallest
from verification.enclosures import CONSTANTS, REAL, enclose, value
from verification.improper import Term, _beyond, _head

x = sympy.Symbol("x", positive=True)
AT = dict.fromkeys(("sin", "cos", "tan", "cot", "sec", "csc", "asin", "acos", "atan", "exp", "log", "erf"), (0.3,))
AT |= {"gamma": (3.7,), "factorial": (4.5,), "binomial": (7.5, 2.25)}
EXACT = [
    ("factorial", (5,), 120), ("gamma", (5,), 24), ("binomial", (7, 3), 35), ("binomial", (7, 0), 1), ("Abs", (-2,), 2),
    ("Abs", (2,), 2), ("sign", (-3,), -1), ("sign", (3,), 1), ("Max", (1, 3, 2), 3), ("Max", (3, 1), 3),
    ("Min", (2, 1, 3), 1), ("Min", (1,), 1),
]  # fmt: skip


@pytest.fixture(autouse=True)
def bits():
    """As certificates are computed."""
    with precision():
        yield


def ball(value: float) -> arb:
    fraction = fmpq(*value.as_integer_ratio())
    return arb(fraction)


@pytest.mark.parametrize("name", AT)
@pytest.mark.parametrize("functions", [ARB.functions, REAL.functions], ids=["closed forms", "expressions"])
def test_a_function_is_the_one_that_its_name_says(name, functions):
    with mpmath.workdps(80):
        wanted = getattr(mpmath, name)(*AT[name])
        found = functions[name](*map(ball, AT[name]))
        assert (
            found.rad() < 1e-40 and abs(mpmath.mpf(found.mid().str(60, radius=False)) - wanted) < mpmath.mpf(10) ** -40
        )


@pytest.mark.parametrize(("name", "arguments", "value"), EXACT)
def test_whole_values_are_held(name, arguments, value):
    for functions in (ARB.functions, REAL.functions):
        assert functions[name](*map(arb, arguments)).contains(value)
        assert functions[name](*map(arb, arguments)).rad() < 1e-40


def test_factorials_and_binomials_of_small_numbers_are_held():
    factorial, binomial = ARB.functions["factorial"], ARB.functions["binomial"]
    for n in range(8):
        assert factorial(arb(n)).contains(math.factorial(n)) and factorial(arb(n)).rad() < 1e-9
        assert all(binomial(arb(n), arb(k)).contains(math.comb(n, k)) for k in range(n + 1))


@pytest.mark.parametrize(
    ("base", "exponent", "value"),
    [(2, 3, 8), (2, -2, 0.25), (-2, 3, -8), (9, 0.5, 3), (8, 1 / 4, 8**0.25), (-4, 0.5, None)],
)
def test_powers_of_whole_half_and_other_exponents(base, exponent, value):
    found = ARB.power(arb(base), ball(float(exponent)))
    if value is None:
        assert not found.is_finite()
    else:
        assert found.overlaps(arb(value, 1e-14)) and found.rad() < 1e-40


def test_constants_and_literals():
    assert ARB.constants["pi"]().overlaps(arb.pi()) and ARB.constants["E"]().overlaps(arb(1).exp())
    assert (
        ARB.integer(7) == 7 and (3 * ARB.rational(2, 3)).contains(2) and not ARB.rational(2, 3).contains(arb("0.6667"))
    )
    values = {
        sympy.pi: math.pi,
        sympy.E: math.e,
        sympy.EulerGamma: 0.5772156649015329,
        sympy.Catalan: 0.915965594177219,
    }
    assert {constant: float(make().mid()) for constant, make in CONSTANTS.items()} == pytest.approx(values, rel=1e-15)


def test_the_imaginary_unit_is_no_real_number():
    assert enclose(sympy.I, {}) == acb(0, 1) and enclose(x + 2 * sympy.I, {x: sympy.Integer(3)}) == acb(3, 2)
    assert not value(sympy.I, {}, REAL).is_finite()


def test_the_precision_is_that_asked_for_inside_alone():
    before = ctx.prec
    with precision(77):
        assert ctx.prec == 77
    assert ctx.prec == before == BITS == 192
    with pytest.raises(ValueError), precision(50):
        raise ValueError
    assert ctx.prec == before


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (sympy.Sum(x**2, (x, 1, 4)), 30),
        (sympy.Sum(x, (x, 2, 2)), 2),
        (sympy.Product(x, (x, 2, 5)), 120),
        (sympy.Piecewise((1, x > 2), (5, x <= 2)), 5),
        (sympy.Piecewise((1, x < 2), (5, True)), 1),
        (sympy.Piecewise((1, x >= 2), (5, x < 2)), 5),
        (sympy.Integral(x**2, (x, 0, 3)), 9),
        (sympy.Abs(x - 3), 2),
        (sympy.binomial(7, 3, evaluate=False), 35),
    ],
)
def test_expressions_with_parts_are_held(expression, value):
    found = enclose(expression, {x: sympy.Integer(1)})
    assert found.contains(value) and found.rad() < 1e-30


FORMS = (("2", "1", 1), ("2", "1/2", 2), ("-1/2", "2", 1), ("-1/2", "1/3", 2), ("0", "1", 2), ("-3", "1", 1))
TERMS = [Term(sympy.Integer(3), sympy.Rational(s), sympy.Rational(b), m) for s, b, m in FORMS]


@pytest.mark.parametrize("term", TERMS, ids=str)
def test_what_lies_beyond_is_bounded_and_not_by_much(term):
    far = sympy.Integer(9)
    found = _beyond(term, far, lambda part: enclose(part, {}))
    s, b = float(term.power), float(term.rate)
    truth = float(mpmath.quad(lambda t: 3 * t**s * mpmath.exp(-b * t**term.order), [9, 15, 40, mpmath.inf]))
    assert found.contains(ball(truth)) and 0 < truth <= float(found.upper()) < 2 * truth


def test_nothing_is_said_beyond_a_point_that_is_not_far_enough():
    falling, rising = TERMS[0], Term(sympy.Integer(1), sympy.Integer(9), sympy.Rational(1, 2), 1)
    for term, far in ((falling, 0), (falling, -0.5), (falling, -1), (rising, 18), (rising, 17)):
        assert not _beyond(term, sympy.Rational(far), lambda e: enclose(e, {})).is_finite()
    assert _beyond(rising, sympy.Integer(19), lambda e: enclose(e, {})).is_finite()


def test_a_power_beyond_is_exact():
    found = _beyond(
        Term(sympy.Integer(3), sympy.Integer(-4), sympy.S.Zero, 1), sympy.Integer(2), lambda e: enclose(e, {})
    )
    assert found.contains(arb(1) / 8) and found.rad() < 1e-30


@pytest.mark.parametrize("power", ["0", "1", "-1/2", "3"])
def test_the_head_is_bounded_by_its_power(power):
    from verification.improper import NEAR

    near, s = float(NEAR), float(sympy.Rational(power))
    found = _head(Term(sympy.Integer(-3), sympy.Rational(power), sympy.Rational(1, 2), 1), lambda e: enclose(e, {}))
    assert float(found.upper()) == pytest.approx(3 * near ** (s + 1) / (s + 1), rel=1e-6, abs=0)
    assert float(found.lower()) == pytest.approx(-3 * near ** (s + 1) / (s + 1), rel=1e-6, abs=0)
    for bad in (
        Term(sympy.Integer(1), sympy.Integer(-1), sympy.Integer(1), 1),
        Term(sympy.Integer(1), sympy.Integer(0), sympy.Integer(-1), 1),
    ):
        assert not _head(bad, lambda e: enclose(e, {})).is_finite()


def test_the_largest_of_balls_is_not_picked_by_floats():
    with precision(192):
        low, high = arb(1), arb(1) + arb(2) ** -80
        assert largest([low, high]) == high == largest([high, low]) and smallest([high, low]) == low
