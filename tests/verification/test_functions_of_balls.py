"""Functions of expressions in balls are those of their names, with SymPy's branches, and not finite across a cut."""

import mpmath
import pytest
import sympy
from flint import acb, arb

from verification.balls import precision
from verification.closed_forms import Refused
from verification.enclosures import COMPLEX, REAL, TERMS, complex_numbers, enclose, value
from verification.improper import _ball_of_size, _real

NAMES = {"ceiling": "ceil", "LambertW": "lambertw", "conjugate": "conj"}
OF_TWO = {"atan2": (0.4, -0.7), "binomial": (2.5, 1.25)}
ANALYTIC = complex_numbers(analytic=True)
ACROSS = {  # a ball that a cut divides, by function
    "log": acb(-2, arb(0, 0.1)), "asin": acb(2, arb(0, 0.1)), "acos": acb(-2, arb(0, 0.1)),
    "atanh": acb(2, arb(0, 0.1)), "atan": acb(arb(0, 0.1), 2), "asinh": acb(arb(0, 0.1), -2),
    "Abs": acb(arb(0, 0.1), 1), "sign": acb(arb(0, 0.1), 1),
}  # fmt: skip


WITHIN_CUTS = {"acosh", "lgamma"}


@pytest.fixture(autouse=True)
def bits():
    """As certificates are computed."""
    with precision():
        yield


def mp(name, *numbers):
    """The same function of mpmath, to 50 digits."""
    with mpmath.workdps(50):
        return mpmath.mpc(getattr(mpmath, NAMES.get(name, name))(*numbers))


def holds(found, wanted) -> bool:
    found = acb(found)
    off = abs(found - acb(arb(mpmath.nstr(wanted.real, 45)), arb(mpmath.nstr(wanted.imag, 45))))
    return bool(off < 1e-40)


@pytest.mark.parametrize("name", sorted({*REAL.functions} - {"Max", "Min", "Abs", "re", "im", "conjugate", "sign"}))
def test_a_real_function_has_its_value(name):
    numbers = OF_TWO.get(name, (1.5,) if name in ("acosh", "zeta") else (0.375,))
    assert holds(REAL.functions[name](*map(arb, numbers)), mp(name, *numbers))


@pytest.mark.parametrize("name", sorted({*COMPLEX.functions} - {"Abs", "re", "im", "conjugate", "erfc"}))
@pytest.mark.parametrize("numbers", [COMPLEX, ANALYTIC], ids=["any", "analytic"])
def test_a_complex_function_has_its_value(name, numbers):
    if name not in numbers.functions:
        assert numbers is ANALYTIC and name in WITHIN_CUTS
        return
    arguments = [mpmath.mpc(0.375, 0.25)] if name != "binomial" else [mpmath.mpc(2.5, 0.5), mpmath.mpc(1.25, -0.5)]
    wanted = mp({"lgamma": "loggamma"}.get(name, name), *arguments)
    if name == "sign" and numbers is ANALYTIC:
        wanted = mpmath.mpc(1)  # that of the real part: what |x| has across the line of numbers
    assert holds(numbers.functions[name](*(acb(float(z.real), float(z.imag)) for z in arguments)), wanted)


def test_no_analytic_function_lies_beside_a_cut_that_it_does_not_see():
    assert {*COMPLEX.functions} - {*ANALYTIC.functions} == WITHIN_CUTS | {"re", "im", "conjugate"}
    assert {*ANALYTIC.functions} < {*COMPLEX.functions}


@pytest.mark.parametrize("name", ACROSS)
def test_across_a_cut_an_analytic_function_is_not_finite(name):
    assert not ANALYTIC.functions[name](ACROSS[name]).is_finite()
    assert COMPLEX.functions[name](ACROSS[name]).is_finite()


def test_numbers_are_analytic_where_that_is_asked():
    assert [numbers.analytic for numbers in (REAL, COMPLEX, ANALYTIC)] == [False, False, True]


@pytest.mark.parametrize("name", ["asin", "acos"])
def test_at_the_end_of_its_cut_no_function_is_analytic(name):
    for end in (1, 1.5):
        assert COMPLEX.functions[name](acb(end)).is_finite() and not ANALYTIC.functions[name](acb(end)).is_finite()


def test_across_its_cut_no_root_is_analytic():
    x = sympy.Symbol("x")
    across = {x: acb(-2, arb(0, 0.1))}
    assert value(sympy.sqrt(x), across, COMPLEX).is_finite() and not value(sympy.sqrt(x), across, ANALYTIC).is_finite()


def test_parts_of_numbers():
    z = acb(3, 4)
    assert [COMPLEX.functions[name](z) for name in ("re", "im", "conjugate", "Abs")] == [3, 4, acb(3, -4), 5]
    assert [REAL.functions[name](arb(3)) for name in ("re", "im", "conjugate")] == [3, 0, 3]


@pytest.mark.parametrize("name", ["exp", "f", "Abs"])
def test_a_function_without_a_definition_is_refused_whatever_its_name(name):
    with pytest.raises(Refused, match="no enclosure"):
        enclose(sympy.Function(name)(sympy.Integer(1), evaluate=False), {})


def test_a_sum_has_so_many_terms_at_most_wherever_it_begins():
    x = sympy.Symbol("x", integer=True)
    assert enclose(sympy.Sum(x, (x, 4000, 4001)), {}) == 8001
    assert enclose(sympy.Sum(1, (x, 1, TERMS)), {}) == TERMS
    with pytest.raises(Refused, match=f"{TERMS + 1} terms"):
        enclose(sympy.Sum(x, (x, -TERMS, 0)), {})


@pytest.mark.parametrize("end", [sympy.Rational(5, 2), sympy.pi])
def test_a_sum_ends_at_a_whole_number(end):
    x = sympy.Symbol("x", integer=True)
    with pytest.raises(Refused, match="ends are no integers"):
        enclose(sympy.Sum(x, (x, 1, end)), {})


def test_an_integral_is_real_among_real_numbers_and_complex_among_complex_ones():
    x = sympy.Symbol("x", real=True)
    real = enclose(sympy.Integral(sympy.exp(x), (x, 0, 1)), {})
    assert isinstance(real, arb) and real.overlaps(arb(1).exp() - 1)
    assert value(sympy.Integral(sympy.I * x, (x, 0, 2)), {}, COMPLEX).overlaps(acb(0, 2))


def test_a_multiple_sum_is_refused():
    x, y = sympy.symbols("x y", integer=True)
    with pytest.raises(Refused, match="multiple sum"):
        enclose(sympy.Sum(x * y, (x, 1, 2), (y, 1, 2)), {})


@pytest.mark.parametrize("limits", [["x", "y"], ["x"]])
def test_a_multiple_or_an_indefinite_integral_is_refused(limits):
    x, y = sympy.symbols("x y", real=True)
    bounds = {"x": (x, 0, 1), "y": (y, 0, 1)}
    ranges = [bounds[name] for name in limits] if len(limits) > 1 else [x]
    with pytest.raises(Refused, match="multiple or an indefinite"):
        enclose(sympy.Integral(x * y, *ranges), {y: sympy.Integer(1)} if len(limits) == 1 else {})


def test_a_condition_that_no_ball_decides_has_no_branch():
    x = sympy.Symbol("x", real=True)
    one = sympy.sin(x) ** 2 + sympy.cos(x) ** 2
    for condition in (one > 1, one < 1, one >= 1, sympy.Eq(one, 1, evaluate=False)):
        assert not enclose(sympy.Piecewise((2, condition), (3, True)), {x: sympy.Integer(1)}).is_finite()


@pytest.mark.parametrize("relation", [sympy.Gt, sympy.Ge, sympy.Lt, sympy.Le, sympy.Eq, sympy.Ne])
@pytest.mark.parametrize("at", [1, 3])
def test_a_condition_holds_where_its_numbers_are_in_that_order(relation, at):
    x = sympy.Symbol("x", real=True)
    branches = sympy.Piecewise((5, relation(x, 2)), (7, True))
    assert enclose(branches, {x: sympy.Integer(at)}) == (5 if relation(at, 2) else 7)
    assert not enclose(branches, {x: sympy.Integer(2)}).is_finite()  # balls that touch are not seen to be equal


def test_where_no_condition_holds_there_is_no_value():
    x = sympy.Symbol("x", real=True)
    assert not enclose(sympy.Piecewise((1, x > 5), (2, x > 4)), {x: sympy.Integer(1)}).is_finite()


def test_a_condition_of_several_parts_is_refused():
    x = sympy.Symbol("x", real=True)
    with pytest.raises(Refused, match="the condition And"):
        enclose(sympy.Piecewise((1, (x > 0) & (x < 2)), (0, True)), {x: sympy.Integer(1)})


def test_a_ball_of_a_size_and_the_real_part_of_a_ball():
    assert _ball_of_size(arb(0)) == 0 and not _ball_of_size(arb(-1)).is_finite()
    assert _ball_of_size(arb(2)).contains(arb(0, 2)) and _ball_of_size(arb(2)).rad() < 2.001
    assert _real(arb(3)) == 3 and _real(acb(3, arb(0, 0.1))) == 3 and not _real(acb(3, 1)).is_finite()
    assert not _real(acb(3, -1)).is_finite()
