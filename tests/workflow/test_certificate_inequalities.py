"""The program that checks certificates of comparisons: its functions, and what it refuses."""

import math
import random
from fractions import Fraction

import pytest
import sympy

from tests.workflow.certificate_samples import HALF, compared, whole
from verification.enumerations import count, enumeration
from verification.inequalities import expression
from workflow.certificates import check_enumeration, check_inequalities


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (["^", "2", "1000001"], "an exponent"),
        (["^", "2", "1000000"], "too large or too small"),
        (["sum", "k", "0", "100001", "1"], "an end of a sum"),
        (["sum", "k", "0", "99999", ["sum", "j", "0", "99999", "1"]], "too much work"),
        (["^", ["^", "1/3", "9999"], "2"], "too large or too small"),
        (["binomial", "5001", "2"], "a binomial"),
        (["exp", "10001"], "an exponential"),
        (["exp", ["exp", ["exp", "3"]]], "an exponential"),
        (["/", "1", ["-", ["sqrt", "2"], ["sqrt", "2"]]], "a divisor"),
        (["sin", "41"], "an angle"),
        (["log", "0"], "the logarithm"),
        (["sqrt", "-1"], "the root"),
        (["asin", "2"], "the arcsine"),
        (["+"], "terms"),
        (["sum", "k", "1", "0", "0; 2 < 1"], "no fraction"),
        (["product", "k", "1", "0", ["log", "0"]], "the logarithm"),
        (["sum", "k", "1", "-1", "1"], "backwards"),
        (["power", "1", "2"], "no function"),
        (["power", "1"], "no function"),
        (["integral", "x", "1", "0", "1", "x"], "backwards"),
        (["integral", "x", "0", "1", "1001", "x"], "a number of pieces"),
        (["integral", "x", "0", "1", "x"], "a number of pieces"),
        (["integral", "x", "0", "1", "1", ["abs", "x"]], "no function"),
        (["integral", "x", "0", "1", "1", ["max", "x", "0"]], "max of what varies"),
        (["integral", "x", "0", "1", "1", ["^", "2", "x"]], r"\^ of what varies"),
        (["integral", "x", "0", "1", "1", ["^", "x", "10001"]], "an exponent beyond"),
        (["integral", "x", "0", "1", "1", ["sum", "k", "0", "x", "1"]], "a number that varies"),
        (["integral", "x", "0", "1", "1", ["integral", "y", "0", "1", "1", "y"]], "an integral of what varies"),
        (["integral", "x", "-1", "1", "2", ["log", "x"]], "the logarithm"),
        (["taylor", "x", "0", "1"], "what is expanded"),
        (["taylor", "pi", "0", "1", "1"], "a new letter"),
        (["taylor", "x", "0", "-1", "x"], "a power"),
        (["taylor", "x", "0", "201", "x"], "a power"),
        (["taylor", "x", "1", "1", ["asin", "x"]], "a divisor"),
        (["taylor", "x", "0", "1", ["sqrt", "x"]], "a divisor"),
        (["taylor", "x", "0", "1", ["taylor", "x", "0", "1", "x"]], "a new letter"),
        (["taylor", "x", "0", "1", ["taylor", "y", "x", "1", "y"]], "a coefficient of what varies"),
        (["integral", "x", "0", "1", "2", ["sqrt", "x"]], "a divisor"),
        (["integral", "x", "0", "1", "1000", ["integral", "x", "0", "1", "1", "x"]], "a new letter"),
        (["sum", "pi", "0", "1", "1"], "a new letter"),
        (["sum", "k", "0", "1", ["sum", "k", "0", "1", "1"]], "a new letter"),
    ],
)
def test_an_expression_without_a_value_is_refused(entry, why):
    data = {"comparisons": [{"what": "x", "left": entry, "is": ">", "right": "-1"}]}
    check_inequalities.Interval.steps = 0
    with pytest.raises(check_inequalities.Refused, match=why):
        check_inequalities.inequalities(data)


@pytest.mark.parametrize(
    "what", ["", 'x": 2 < 1; "y', "x\naccepted one.json: 2 < 1", "\ud800", "2 \uff1c 1", "x" * 300]
)
def test_the_name_of_a_comparison_cannot_pass_for_what_is_checked(what):
    """It stands in quotes on one line, in ASCII; so does that of a count."""
    with pytest.raises(check_inequalities.Refused, match="a name in plain characters"):
        check_inequalities.inequalities(compared("1", "<", "2", what)["data"])
    with pytest.raises(check_enumeration.Refused, match="a name in plain characters"):
        check_enumeration.enumeration(enumeration({"w": (1, -1)}, [count(what, ["<", 0, "w"], 1, 2)])["data"])


def test_the_words_of_a_sum_say_where_it_ends():
    """One of nothing is 0, and a product 1, as in SymPy."""
    sums = ["sum", "k", "0", "3", "k"]
    assert "((sum over k from 0 to 3 of k) + 1) = 7." in whole(compared(["+", sums, "1"], "=", "7"))["statement"]
    assert "(sum over k from 0 to 3 of (k + 1)) = 10." in whole(
        compared([*sums[:4], ["+", "k", "1"]], "=", "10"))["statement"]  # fmt: skip
    assert whole(compared(["sum", "k", "1", "0", "k"], "=", "0"))
    assert whole(compared(["product", "k", "1", "0", "k"], "=", "1"))


def test_coefficients_are_those_of_taylors_series():
    """At 0 in fractions, elsewhere in intervals; a power past the last is none, and a constant has the first alone."""
    geometric = ["/", "1", ["-", "1", "x"]]
    at_two = ["taylor", "x", "2", "3", geometric]
    assert "(coefficient of (x - 2) ^ 3 in (1 / (1 - x))) = 1." in whole(compared(at_two, "=", "1"))["statement"]
    assert whole(compared(["taylor", "x", "0", "5", ["exp", "x"]], "=", "1/120"))
    assert whole(compared(["taylor", "x", "1/2", "1", ["sin", "x"]], "<", "0.8775826"))
    assert whole(compared(["taylor", "x", "1/2", "1", ["sin", "x"]], ">", "0.8775825"))
    assert whole(compared(["taylor", "x", "0", "0", "7"], "=", "7")) and whole(
        compared(["taylor", "x", "0", "1", "7"], "=", "0"))  # fmt: skip
    with pytest.raises(check_inequalities.Refused):
        whole(compared(["taylor", "x", "0", "5", ["exp", "x"]], "=", "1/121"))


@pytest.mark.parametrize("name", ["sqrt", "exp", "log", "sin", "cos", "asin", "acos", "atan"])
def test_intervals_hold_the_values_of_functions(name):
    """Against SymPy at 60 digits, at fractions of many sizes and in intervals of many widths."""
    rng = random.Random(name)
    domain = {"sqrt": (0, 10**9), "log": (1, 10**9), "asin": (-1, 1), "acos": (-1, 1), "exp": (-30, 30)}.get(
        name, (-8, 8)
    )
    for _ in range(20):
        at = Fraction(rng.randint(domain[0] * 10**6, domain[1] * 10**6), 10**6) or HALF
        exact = getattr(sympy, name)(sympy.Rational(at)).evalf(60)
        checker = check_inequalities
        found = checker.FUNCTIONS[name](checker.Interval(at))
        low, high = (sympy.Rational(end).evalf(60) for end in (found.low, found.high))
        assert low <= exact <= high and high - low <= sympy.Float("1e-33") * max(1, abs(exact))
        wide = checker.FUNCTIONS[name](checker.Interval(min(at, domain[1] - HALF), at))
        assert wide.low <= found.low and found.high <= wide.high


def test_expressions_are_those_of_sympy():
    x = sympy.Symbol("x")
    assert expression(sympy.sqrt(2) / 3) == ["*", "1/3", ["sqrt", "2"]]
    assert expression(sympy.Rational(2) ** sympy.Rational(-1, 4)) == expression(sympy.root(8, 4) / 2)
    assert expression(sympy.Sum(x**2, (x, 1, 5))) == ["sum", "x", "1", "5", ["^", "x", "2"]]
    with pytest.raises(ValueError, match="gamma is no function"):
        expression(sympy.gamma(x))


ALONG = {
    "exp": sympy.exp, "log": lambda x: sympy.log(x + 3), "sin": sympy.sin, "cos": sympy.cos, "atan": sympy.atan,
    "asin": lambda x: sympy.asin(x / 3), "acos": lambda x: sympy.acos(x / 3), "sqrt": lambda x: sympy.sqrt(x + 2),
    "inverse": lambda x: (x + 3) ** -3, "all": lambda x: sympy.exp(sympy.sin(2 * x) / (x**2 + 3)) - x * sympy.pi,
}  # fmt: skip


@pytest.mark.parametrize("name", ALONG)
def test_taylor_coefficients_are_those_of_sympy(name):
    """At a fraction narrow intervals that hold them; on a piece intervals that hold those at fractions of it."""
    x = sympy.Symbol("x")
    node, at = expression(ALONG[name](x)), Fraction(2, 7)
    series = [ALONG[name](sympy.Rational(2, 7) + x).series(x, 0, 5).removeO().coeff(x, k).evalf(50) for k in range(5)]
    check_inequalities.Interval.steps = 0
    here = check_inequalities.varied(node, "x", check_inequalities.Interval(at), 4).terms
    wide = check_inequalities.varied(node, "x", check_inequalities.Interval(Fraction(1, 4), Fraction(1, 3)), 4).terms
    for exact, found, held in zip(series, here, wide, strict=True):
        assert float(found.low) <= float(exact) + 1e-15 and float(exact) <= float(found.high) + 1e-15
        assert found.high - found.low < Fraction(1, 10**30)
        assert held.low < Fraction(str(exact)) < held.high


def enclosed(*node: str | list) -> tuple[float, float]:
    check_inequalities.Interval.steps = 0
    found = check_inequalities.value(["integral", *node], {})
    return float(found.low), float(found.high)


def test_integrals_are_enclosed():
    """Also where polynomials of their degree are no longer exact, and between ends that are no fractions."""
    low, high = enclosed("x", "0", "1", "8", ["/", "4", ["+", "1", ["*", "x", "x"]]])
    assert low < math.pi < high < low + 1e-10
    low, high = enclosed("x", ["-", "0", "pi"], ["/", "pi", "2"], "4", ["^", ["cos", "x"], "4"])
    assert low < 9 * math.pi / 16 < high < low + 1e-4
    assert enclosed("x", "2", "2", "3", ["exp", "x"]) == (0, 0)
    for power in range(20):
        low, high = enclosed("x", "-1", "2", "3", ["^", "x", str(power)])
        assert low <= (2 ** (power + 1) - (-1) ** (power + 1)) / (power + 1) <= high


@pytest.mark.parametrize(
    ("left", "between", "why"),
    [
        (["^", ["-", "x", "1/2"], "2"], ["0", "1", "0", "0"], "everywhere"),
        (["+", ["^", ["-", "x", "1/2"], "2"], "1/1000000"], ["0", "1", "0", "0"], ""),
        (["sin", "x"], ["0", "pi", "1", "0"], "everywhere"),
        (["sin", "x"], ["0", "3", "1", "0"], ""),
        (["-", "1", "x"], ["0", "1", "0", "1"], ""),
        (["-", "x", "1"], ["0", "1", "0", "1"], "everywhere"),
        (["^", ["-", "1", "x"], "2"], ["0", "1", "0", "2"], ""),
        (["*", "x", ["-", "1", "x"]], ["0", "1", "1", "1"], ""),
        (["sqrt", ["+", "x", "1/10"]], ["0", "9", "0", "0"], ""),
        (["log", "x"], ["1/2", "2", "0", "0"], "everywhere"),
        (["log", "x"], ["1", "2", "1", "0"], ""),
        ("1", ["0", "1", "0", "0"], ""),
        ("x", ["0", "1", "9", "0"], "an order"),
        ("x", ["1", "1", "0", "0"], "no number"),
        (["integral", "y", "0", "x", "1", "y"], ["0", "1", "0", "0"], "everywhere"),
        (["integral", "y", "0", "x", "1", "y"], ["0", "1", "1", "0"], "an integral of what varies"),
        (["+", ["max", "x", "0"], ["abs", ["-", "x", "1"]]], ["0", "3", "0", "0"], ""),
        (["-", "2", ["max", "x", "1"]], ["0", "15/8", "0", "0"], ""),
        (["max", "x", "0"], ["-1", "1", "0", "0"], "everywhere"),
        (["max", "x", "0"], ["0", "1", "1", "0"], "max of what varies"),
    ],
)
def test_what_holds_everywhere_between_two_numbers(left, between, why):
    data = compared(left, ">", "0")["data"]
    data["comparisons"][0]["between"] = ["x", *between]
    if why:
        with pytest.raises(check_inequalities.Refused, match=why):
            check_inequalities.inequalities(data)
    else:
        assert f"for every x between {between[0]} and " in check_inequalities.inequalities(data)
