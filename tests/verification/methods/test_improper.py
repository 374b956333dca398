import pytest
import sympy
from sympy import Rational, exp, oo, pi, sqrt

from verification.closed_forms import Refused
from verification.enclosures import enclose
from verification.improper import Term, improper, term_of
from verification.methods import symbolic
from verification.witnesses import held_integrals, witness

x, a, start, s = sympy.symbols("x a M s", positive=True)
h = sympy.Symbol("h", real=True)
KNOWN = [  # integrands, ends and values, known by hand: Gaussian moments, gamma functions, powers
    (x**3 * exp(-(x**2) / 2), (x, 0, oo), 2),
    (h**2 * exp(-(h**2) / 2), (h, -oo, oo), sqrt(2 * pi)),
    (h * exp(-(h**2) / 2), (h, -oo, oo), 0),
    (sympy.Abs(h) * exp(-(h**2) / 2), (h, -oo, oo), 2),
    (exp(h), (h, -oo, -1), exp(-1)),
    (x ** -Rational(5, 2), (x, start, oo), Rational(2, 3) * start ** -Rational(3, 2)),
    (x ** -Rational(3, 2), (x, start, oo), 2 / sqrt(start)),
    (x**a * exp(-x), (x, 0, oo), sympy.gamma(a + 1)),
    (x ** -Rational(1, 2) * exp(-x), (x, 0, oo), sqrt(pi)),
    (x**2 * exp(-(x**2) / (2 * s**2)), (x, 0, oo), s**3 * sqrt(pi / 2)),
    ((1 + x) ** 2 * exp(-3 * x), (x, start, oo), exp(-3 * start) * (9 * start**2 + 24 * start + 17) / 27),
]


@pytest.mark.parametrize(("integrand", "limits", "value"), KNOWN)
def test_an_integral_to_infinity_has_a_narrow_ball(integrand, limits, value):
    integral = sympy.Integral(integrand, limits)
    assert witness(integral - value, {}).bears_out
    assert witness(integral - value - Rational(1, 10**6), {}).nonzero


@pytest.mark.parametrize("integrand", [exp(-(x**3)), sympy.sin(x) * exp(-x), exp(-x - x**2), 1 / (1 + x**2)])
def test_other_integrands_are_refused(integrand):
    with pytest.raises(Refused, match="no enclosure"):
        term_of(integrand, x)


def test_a_term_has_a_factor_a_power_a_rate_and_an_order():
    assert term_of(3 * x ** -Rational(5, 2), x) == Term(sympy.Integer(3), -Rational(5, 2), sympy.S.Zero, 1)
    assert term_of(a * x * exp(-2 * x), x) == Term(a, sympy.S.One, sympy.Integer(2), 1)
    assert term_of(exp(-(x**2) / 2), x) == Term(sympy.S.One, sympy.S.Zero, Rational(1, 2), 2)


@pytest.mark.parametrize("integrand", [exp(x), x**2, 1 / x, x ** -Rational(1, 2)])
def test_what_diverges_has_no_ball(integrand):
    ball = improper(sympy.Integral(integrand, (x, 1, oo)), lambda part: enclose(part, {}))
    assert not ball.is_finite()


def test_a_power_that_is_not_integrable_at_zero_has_no_ball():
    assert not witness(sympy.Integral(x**-2 * exp(-x), (x, 0, oo)) - 1, {}).bears_out


def test_an_integral_to_infinity_that_no_ball_bears_out_is_left_standing():
    with held_integrals({}):
        left = sympy.integrate(sympy.sin(x) * exp(-x), (x, 0, oo))
        assert left.has(sympy.Integral)
        assert sympy.integrate(x * exp(-x), (x, 0, oo)) == 1


def test_a_wrong_value_of_an_integral_to_infinity_is_refused(monkeypatch):
    original = sympy.Integral.doit
    monkeypatch.setattr(sympy.Integral, "doit", lambda self, **hints: original(self, **hints) * Rational(101, 100))

    @symbolic.check("test.zero", "value", wrong={"2": {"value": 2}})
    def mean(value=1):
        """The integral of x e^-x less its value, as a SymPy that is off by a percent sees it."""
        return sympy.integrate(x * exp(-x), (x, 0, oo)) - value

    found = symbolic.run(mean.check, {})
    assert (found.verdict, found.wrong_variants) == ("undecided", {"2": True})
