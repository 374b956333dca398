"""Signs on whole intervals: nothing of an interval is left out, and a sign that is wrong anywhere is refuted."""

import pytest
from flint import arb

from verification import covers
from verification.balls import precision
from verification.methods.certified import Agreement, Positive, overall
from verification.verdict import Verdict


def sine(at):
    return at.sin()


def one_less_cosine(at):
    return 1 - at.cos()


@pytest.fixture(autouse=True)
def bits():
    """As certificates are computed."""
    with precision():
        yield


def items(function, left, right, orders, reach=0.25):
    ends = (arb.pi() * end[1] if isinstance(end, tuple) else arb(end) for end in (left, right))
    return list(covers.positive_between(function, *ends, orders, arb(reach)))


@pytest.mark.parametrize(
    ("function", "left", "right", "orders"),
    [
        (sine, 0, ("pi", 1), (1, 1)),
        (one_less_cosine, 0, ("pi", 2), (2, 2)),
        (lambda at: at * at * (3 - at), 0, 3, (2, 1)),
        (lambda at: at + 1, 0, 1, (0, 0)),
        (lambda at: 2 - at, 0, 2, (0, 1)),
    ],
)
def test_a_positive_function_is_certified_and_its_opposite_refuted(function, left, right, orders):
    assert overall(items(function, left, right, orders)) is Verdict.CERTIFIED
    assert overall(items(lambda at: -function(at), left, right, orders)) is Verdict.REFUTED


@pytest.mark.parametrize("orders", [(0, 2), (2, 0), (1, 2), (2, 1), (3, 2), (2, 3)])
def test_another_order_at_an_end_is_not_certified(orders):
    assert overall(items(one_less_cosine, 0, ("pi", 2), orders)) is not Verdict.CERTIFIED


@pytest.mark.parametrize("dip", [0.01, 0.1, 0.26, 0.5, 0.74, 0.9, 0.99])
def test_a_dip_anywhere_is_found(dip):
    """In the middle it refutes; within reach of an end, where one coefficient has to do, it leaves the sign open."""

    def dipping(at):
        away = 100 * (at - arb(dip))
        return at * (1 - at) * (1 - 2 * (-away * away).exp())

    assert overall(items(dipping, 0, 1, (1, 1))) is (Verdict.REFUTED if 0.25 < dip < 0.75 else Verdict.UNDECIDED)
    found = items(lambda at: at * (1 - at) * ((at - arb(dip)) ** 2 + 2), 0, 1, (1, 1))
    assert overall(found) is Verdict.CERTIFIED


def test_pieces_cover_the_interval_one_after_the_other():
    asked = []

    def narrow(at):
        asked.append((float(at.lower()), float(at.upper())))
        return arb(1) if at.rad() < 0.2 else arb(0, 1)

    found = list(covers.halving(narrow, arb(0), arb(1)))
    pieces = sorted(piece for piece in asked if piece[1] - piece[0] < 0.35)
    assert [item.verdict() for item in found] == [Verdict.CERTIFIED] * 4 and len(pieces) == 4
    assert [start for start, _ in pieces] == pytest.approx([0, 0.25, 0.5, 0.75], abs=1e-9)
    assert [end for _, end in pieces] == pytest.approx([0.25, 0.5, 0.75, 1], abs=1e-9)
    assert found[1].name == "from 0.25000 to 0.50000"


def test_halving_ends_at_its_depth_undecided():
    found = list(covers.halving(lambda at: arb(0, 1), arb(0), arb(1), depth=3))
    assert len(found) == 8 and overall(found) is Verdict.UNDECIDED
    assert covers.DEPTH == 24
    assert len(list(covers.halving(lambda at: at, arb(-2), arb(-1)))) == 1  # of one wrong sign: no need to halve


AROUND_ZERO = arb(0, 1)
FROM_ZERO = AROUND_ZERO + AROUND_ZERO.rad()  # the least number of this ball is 0


@pytest.mark.parametrize(
    ("ball", "pieces"),
    [(arb(0.5), 1), (arb(-0.5), 1), (arb(0), 1), (-FROM_ZERO, 1), (FROM_ZERO, 2), (arb(0.25, 0.5), 2),
     (arb(-0.25, 0.5), 2), (arb("nan"), 2)],
    ids=str,
)  # fmt: skip
def test_an_interval_is_halved_where_its_ball_holds_a_positive_number_and_another(ball, pieces):
    found = list(covers.halving(lambda at: ball if at.rad() > 0.4 else arb(1), arb(0), arb(1)))
    assert FROM_ZERO.lower() == 0 and len(found) == pieces
    assert pieces == 2 or found[0].ball is ball


def test_near_an_end_says_what_vanishes_and_what_does_not():
    found = list(covers.near_an_end(one_less_cosine, arb(0), arb(0.25), 2))
    assert [type(item) for item in found] == [Agreement, Agreement, Positive]
    assert [item.name.split(" at ")[0] for item in found[:2]] == ["derivative 0", "derivative 1"]
    assert found[2].ball.contains(0.5) and found[2].ball > 0.4
    odd = list(covers.near_an_end(lambda at: 1 - at, arb(1), arb(0.75), 1))[-1]
    assert odd.ball == 1 and odd.verdict() is Verdict.CERTIFIED


def test_taylor_coefficients_and_derivatives():
    found = covers.coefficients(sine, arb(0), 3)
    assert [found[k].contains(value) for k, value in enumerate((0, 1, 0))] == [True] * 3
    assert found[3].contains(arb(-1) / 6) and found.prec == 4
    assert covers.right_angle().overlaps(arb.pi() / 2)


def test_a_derivative_is_a_function_of_balls_and_of_series():
    slope = covers.derivative(sine)
    assert slope(arb(2)).overlaps(arb(2).cos()) and slope(arb(2)).rad() < 1e-10
    for function, wanted in ((slope, lambda at: at.cos()), (covers.derivative(slope), lambda at: -at.sin())):
        found, right = (covers.coefficients(of, arb(2), 6) for of in (function, wanted))
        assert found.prec == right.prec == 7
        assert all(found[k].overlaps(right[k]) and found[k].rad() < 1e-30 for k in range(7))


@pytest.mark.parametrize(
    "inner", [lambda t: 2 * t, lambda t: t * t + t, lambda t: 2 + 0 * t, lambda t: t + t / 3 - t / 3]
)
def test_a_derivative_of_another_series_than_the_argument_is_refused(inner):
    with pytest.raises(ValueError, match="not the argument"):
        covers.coefficients(lambda t: covers.derivative(sine)(inner(t)), arb(0), 2)


def test_a_coefficient_that_the_function_does_not_give_is_not_taken_for_zero():
    """sin(t) / t loses one of the coefficients of its argument at 0, and -1/6 would be read as 0."""
    sinc = lambda at: at.sin() / at  # noqa: E731
    assert covers.coefficients(sinc, arb(1), 2).prec == 3
    with pytest.raises(ValueError, match="2 Taylor coefficients, wanted 3"):
        covers.coefficients(sinc, arb(0), 2)
    with pytest.raises(ValueError, match="10 Taylor coefficients, wanted 11"):
        covers.coefficients(sine, arb(0), 10)
