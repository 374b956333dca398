"""Points at which residuals are tried: they meet the assumptions, and lie on every side; what balls say there."""

import pytest
import sympy
from flint import arb

from verification import witnesses
from verification.witnesses import TRIES, WANTED, Witness, _believed, held_integrals, points, violation, witness

x, y = sympy.symbols("x y", real=True)
n = sympy.Symbol("n", integer=True, positive=True)


@pytest.mark.parametrize(
    "facts",
    [
        {"positive": True},
        {"negative": True},
        {"integer": True},
        {"integer": True, "nonpositive": True},
        {"nonnegative": True},
        {"even": True, "positive": True},
        {"odd": True},
        {"real": True, "nonzero": True},
        {"commutative": False},
        {},
    ],
    ids=str,
)
def test_points_meet_the_assumptions(facts):
    symbols = sympy.symbols("a b", **facts)
    found = list(points(symbols[0] + symbols[1], {}))
    assert len(found) > 3
    kept = {} if facts == {"commutative": False} else facts
    assert all(getattr(value, f"is_{fact}") for point in found for value in point.values() for fact in kept)


def test_points_lie_on_both_sides_of_zero_and_of_one_and_where_the_check_says():
    values = [point[x] for point in points(x, {})]
    assert min(values) < -1 < 0 < min(abs(value) for value in values) < 1 < max(values)
    assert next(points(x, {"x": sympy.Rational(1, 3)}))[x] == sympy.Rational(1, 3)


def test_points_are_small_then_of_either_sign_then_all_negative_and_large_now_and_then():
    found = [(point[x], point[y]) for point in points(x * y, {})]
    assert len(found) == TRIES == 8 and found[0] == (sympy.Rational(2, 7), sympy.Rational(3, 11))
    assert found[3] == (sympy.Rational(16, 5), sympy.Rational(20, 6))
    assert [(a > 0, b > 0) for a, b in found] == [(True, True)] * 4 + [(True, False), (False, True)] + [
        (False, False)
    ] * 2
    assert [abs(a) > 1 and abs(b) > 1 for a, b in found] == [attempt in (3, 5, 7) for attempt in range(8)]
    assert all(abs(a) < 1 and abs(b) < 1 for attempt, (a, b) in enumerate(found) if attempt not in (3, 5, 7))


def test_given_values_stay_for_four_attempts_and_are_moved_a_little_later():
    third, whole = sympy.Rational(1, 3), {"n": 5}
    values = [point[x] for point in points(x * y, {"x": third})]
    assert values[:4] == [third] * 4 and all(0 < third - value < third / 1000 for value in values[4:])
    assert {point[n] for point in points(n * y, whole)} == {5}
    assert {point[x] for point in points(x * y, {"x": 0})} == {0}


@pytest.mark.parametrize("sign", ["positive", "nonnegative", "negative", "nonpositive"])
@pytest.mark.parametrize("kind", ["real", "integer", "even", "odd"])
def test_a_sign_that_is_assumed_leaves_all_points_and_turns_them(sign, kind):
    symbol = sympy.Symbol("a", **{kind: True, sign: True})
    values = [value for point in points(symbol, {}) for value in point.values()]
    free = [abs(value) for point in points(sympy.Symbol("a", **{kind: True}), {}) for value in point.values()]
    assert values == (free if sign in ("positive", "nonnegative") else [-size for size in free])
    assert len(values) == TRIES


@pytest.mark.parametrize(
    ("parity", "wanted"), [({}, [3, 4, 5]), ({"even": True}, [6, 8, 10]), ({"odd": True}, [7, 9, 11])]
)
def test_points_of_several_whole_numbers_begin_with_different_ones(parity, wanted):
    whole = sympy.symbols("k m n", integer=True, positive=True, **parity)
    first = next(points(sympy.Mul(*whole), {}))
    assert [first[symbol] for symbol in whole] == wanted


def test_zero_is_held_at_every_point_and_wanted_at_two_or_at_the_only_one():
    assert witness((x + 1) ** 2 - x**2 - 2 * x - 1, {}) == Witness("", held=TRIES, wanted=2)
    assert witness(sympy.sqrt(2 + sympy.sqrt(3)) - (sympy.sqrt(6) + sympy.sqrt(2)) / 2, {}) == Witness(
        "", held=1, wanted=1
    )


@pytest.mark.parametrize(("tries", "wanted"), [(1, 1), (2, 2), (3, 2)])
def test_two_points_are_wanted_where_there_are_two(tries, wanted, monkeypatch):
    monkeypatch.setattr(witnesses, "TRIES", tries)
    assert witness((x + 1) ** 2 - x**2 - 2 * x - 1, {}) == Witness("", held=tries, wanted=wanted)


@pytest.mark.parametrize(
    ("residual", "levels"),
    [
        (sympy.sqrt(x**2 + 1) - x, witnesses.BITS),
        (sympy.sqrt(2) - 1, witnesses.CONSTANT_BITS),
        (sympy.Integral(x**x, (x, 0, 1)), witnesses.INTEGRAL_BITS),
    ],
)
def test_constants_are_looked_at_with_more_digits_than_points_and_integrals_with_fewer(residual, levels, monkeypatch):
    asked = []
    monkeypatch.setattr(witnesses, "enclose", lambda _, point, bits: asked.append(bits) or arb(0, 1))
    witness(residual, {"x": 1})
    assert set(asked) == set(levels)


def test_what_holds_for_all_functions_is_borne_out_and_what_does_not_is_not():
    f, g = (sympy.Function(name)(x) for name in "fg")
    assert witness((f + g.diff(x)) ** 2 - f**2 - 2 * f * g.diff(x) - g.diff(x) ** 2, {}).bears_out
    assert witness(f - g, {}) == Witness() == Witness("", held=0, wanted=1)


def test_what_fails_at_a_later_point_is_not_borne_out_by_the_earlier_ones():
    vanishing_where_positive = sympy.Function("f")(x) * (x - sympy.Abs(x))
    assert [point[x] > 0 for point in points(x, {})].index(False) >= WANTED
    assert witness(vanishing_where_positive, {}) == Witness()


@pytest.mark.parametrize("running", [sympy.Integral, sympy.Sum, sympy.Product])
def test_a_function_of_what_an_integral_or_a_sum_runs_over_is_no_number(running):
    """As one it would be the same on both ranges, and in the integral the same as outside."""
    f, z = sympy.Function("f"), sympy.Symbol("z", integer=True)
    for other in (running(f(z), (z, 2, 3)), f(z)):
        assert not witness(running(f(z), (z, 0, 1)) - other, {}).bears_out
    assert witness(running(f(x) * z, (z, 1, 2)) - running(f(x) * z, (z, 1, 2)).doit(), {}).bears_out


def test_without_a_point_nothing_is_borne_out():
    irrational = sympy.Symbol("c", irrational=True)
    assert witness(irrational - irrational**1 + (irrational + 1) ** 2 - irrational**2, {}) == Witness("", 0, 1)


@pytest.mark.parametrize(
    ("residual", "radius"), [(sympy.Integral(sympy.exp(x * y), (x, 0, 1)), 1e-9), (sympy.exp(x * y), 1e-40)], ids=str
)
def test_a_ball_of_an_integral_is_narrow_below_a_billionth_and_others_far_below(residual, radius, monkeypatch):
    for size, held in ((0.99, TRIES), (1.01, 0)):
        monkeypatch.setattr(witnesses, "enclose", lambda *_, size=size: arb(0, size * radius))
        assert witness(residual, {}).held == held


def test_a_residual_is_borne_out_by_as_many_points_as_are_wanted_and_never_against_one():
    assert [Witness("", held, 2).bears_out for held in range(4)] == [False, False, True, True]
    assert not Witness("1 at x = 1", 2, 2).bears_out and not Witness().bears_out


def test_digits_that_cancel_are_followed_by_more():
    """A denominator of 1e-60 is lost in the 58 digits that are tried first."""
    tiny = sympy.sqrt(2) + sympy.sqrt(3) - sympy.sqrt(5 + 2 * sympy.sqrt(6)) + sympy.Rational(1, 10**60)
    assert witness(1 / tiny - 10**60, {}).bears_out
    assert witness(1 / tiny - 10**60 - 1, {}).nonzero.startswith("[-1.0000000 +/- ")
    assert witness(x / tiny - (10**60 + 1) * x, {}).nonzero


def test_an_integral_that_is_left_standing_in_part_is_believed_unless_a_ball_speaks_against_it():
    halves = [sympy.Integral(sympy.Abs(x), (x, *ends)) for ends in ((-1, 0), (0, 2))]
    whole = sympy.Integral(sympy.Abs(x), (x, -1, 2))
    assert _believed(whole, halves[0] + halves[1], {}) and not _believed(whole, halves[1] - halves[0], {})
    kinked = sympy.Integral(sympy.Abs(sympy.Function("f")(x)), (x, 0, 1))
    assert _believed(kinked, 2 * kinked, {}) and _believed(sympy.Integral(x, x), x**2 / 2, {})
    assert not _believed(sympy.Integral(x, (x, 0, 1)), sympy.Rational(1, 3), {})
    matrix = sympy.Integral(sympy.Matrix([[x, x**2]]), (x, 0, 1))
    half, third = sympy.Rational(1, 2), sympy.Rational(1, 3)
    assert _believed(matrix, sympy.Matrix([[half, third]]), {})
    assert not _believed(matrix, sympy.Matrix([[half, half]]), {})


def test_an_integral_with_kinks_is_believed_where_a_ball_bears_it_out_alone():
    kinked, smooth = sympy.Abs(x - sympy.Rational(1, 3)), sympy.exp(x)
    assert witness(sympy.Integral(kinked, (x, 0, 1)) - sympy.Rational(5, 18), {}).bears_out
    for limit in (x, (x, 1)):  # an antiderivative, and its value at 1, have no ball
        assert _believed(sympy.Integral(smooth, limit), smooth, {})
        assert not _believed(sympy.Integral(kinked, limit), kinked * (x - sympy.Rational(1, 3)) / 2, {})


def test_no_point_violates_what_holds_or_what_is_not_defined():
    assert violation(x**2 + 1 >= 2 * x, {}) == "" == violation(sympy.Function("f")(x) >= 1, {})
    assert violation(x >= 1, {"x": 0}) == "-1.0000000 at x = 0"
    assert violation(x >= 0, {"x": 0}) == "" == violation(x > 0, {"x": 0})


def test_an_integral_that_is_needed_for_another_is_not_held_by_itself(monkeypatch):
    held: list[sympy.Integral] = []
    outer, inner = sympy.Integral(x, (x, 0, 1)), sympy.Integral(y, (y, 0, 1))

    def by_another(integral, **hints):
        return sympy.Rational(1, 2) if integral == inner else inner.doit()

    monkeypatch.setattr(sympy.Integral, "doit", by_another)
    monkeypatch.setattr(witnesses, "_believed", lambda integral, found, at: held.append(integral) or True)
    with held_integrals({}):
        assert outer.doit() == inner.doit() == sympy.Rational(1, 2)
    assert held == [outer, inner] and sympy.Integral.doit is by_another
