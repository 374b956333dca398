"""Intervals of the programs that check certificates: one text in five of them."""

import math
import operator
import random
from fractions import Fraction

import pytest

from workflow.certificates import check_inequalities
from workflow.certificates.check_inequalities import LONG, Interval, absolute, bounded, sqrt, total

NARROW = Fraction(1, 2**120)  # of the larger end


@pytest.fixture(autouse=True)
def no_steps(monkeypatch):
    monkeypatch.setattr(Interval, "steps", 0)


def fractions(rng: random.Random, count: int) -> list[Fraction]:
    """Of many sizes and lengths, of both signs, 0 among them."""
    sizes = [Fraction(2) ** rng.choice([-2000, -200, -64, -1, 0, 1, 64, 161, 700, 2000]) for _ in range(count)]
    parts = [Fraction(rng.randint(-(10**30), 10**30), rng.choice([1, 2**90, 3**60, 10**30])) for _ in range(count)]
    return [size * part if rng.random() < 0.9 else Fraction(0) for size, part in zip(sizes, parts, strict=True)]


def pairs(rng: random.Random, count: int) -> list[list[Fraction]]:
    """The ends of intervals, some of one number."""
    return [sorted(fractions(rng, 2)) if rng.random() < 0.8 else fractions(rng, 1) * 2 for _ in range(count)]


def holds(found: Interval, least: Fraction, most: Fraction) -> bool:
    """Whether an interval holds another, and next to nothing more."""
    room = NARROW * max(abs(least), abs(most))
    return least - room <= found.low <= least and most <= found.high <= most + room


@pytest.mark.parametrize("name", ["add", "sub", "mul", "truediv"])
def test_arithmetic_holds_every_result_and_next_to_nothing_more(name):
    """By the ends, in fractions."""
    rng, of = random.Random(name), getattr(operator, name)
    for one, other in zip(pairs(rng, 400), pairs(rng, 400), strict=True):
        a, b = Interval(*one), Interval(*other)
        assert holds(a, *one) and holds(-b, -other[1], -other[0])
        one, other = (a.low, a.high), (b.low, b.high)
        if name == "truediv" and other[0] <= 0 <= other[1]:
            with pytest.raises(check_inequalities.Refused, match="a divisor"):
                of(a, b)
        else:
            ends = [of(x, y) for x in one for y in other]
            found = of(a, b)
            assert found.low <= min(ends) and max(ends) <= found.high
            assert name in ("add", "sub") or holds(found, min(ends), max(ends))
            assert found.under > 0


def test_sums_lose_no_more_than_their_terms():
    rng = random.Random(3)
    for _ in range(200):
        ends = pairs(rng, 5)
        found = total(Interval(*one) for one in ends)
        room = NARROW * sum(max(map(abs, one)) for one in ends)
        assert found.low <= sum(low for low, _ in ends) <= found.low + room
        assert found.high - room <= sum(high for _, high in ends) <= found.high


@pytest.mark.parametrize("n", [1, 2, 7, 10**90])
def test_whole_divisors_are_positive(n):
    for one in pairs(random.Random(n), 50):
        x = Interval(*one)
        assert holds(x / n, x.low / n, x.high / n)
        for divisor in (0, -n):
            with pytest.raises(check_inequalities.Refused, match="not positive"):
                x / divisor


def test_short_fractions_stay_what_they_are():
    """Whatever the way to them; a longer one becomes an interval around it."""
    third, long = Fraction(1, 3), Fraction(3**200 + 1, 5**140)
    assert (Interval(third) + Interval(Fraction(1, 6))).low == (Interval(1) / 2).high == Fraction(1, 2)
    found = math.prod((Interval(Fraction(k + 1, k)) for k in range(2, 300)), start=Interval(Fraction(2)))
    assert found.low == found.high == 300
    assert (Interval(1, under=LONG - 1)).low == Fraction(1, LONG - 1)
    around = Interval(long)
    assert around.low < long < around.high and around.under & (around.under - 1) == 0


@pytest.mark.parametrize("n", [0, 1, 2, 3, 4, 7, -1, -2, -3])
def test_powers_hold_those_of_numbers_inside(n):
    """Even ones are not negative where the interval has both signs."""
    rng = random.Random(n)
    apart = [sorted(one * rng.randint(1, 9) for _ in range(2)) for one in fractions(rng, 40) if abs(one.numerator) > 1]
    for ends in [*apart, *([[Fraction(-2), Fraction(1)], [Fraction(-1, 2), Fraction(3)]] if n >= 0 else [])]:
        x = Interval(*ends)
        found = x**n
        for y in (x.low, x.high, (x.low + x.high) / 2):
            assert found.low <= y**n <= found.high
        assert n % 2 or found.low >= 0


def test_sizes_of_intervals():
    for low, high in [[Fraction(-2), Fraction(1)], [Fraction(1, 3), Fraction(2)], [Fraction(-2), Fraction(-1, 3)]]:
        x, largest = Interval(low, high), max(abs(low), abs(high))
        assert (absolute(x).low, absolute(x).high) == (max(low, -high, Fraction(0)), largest)
        assert bounded(x, largest) and bounded(x, 2) and not bounded(x, largest - Fraction(1, 10**60))


def test_roots_hold_those_of_both_ends():
    rng = random.Random(6)
    for ends in pairs(rng, 200):
        x = Interval(*sorted(map(abs, ends)))
        found = sqrt(x)
        assert found.low >= 0 and found.low**2 <= x.low and x.high <= found.high**2
        assert found.high**2 <= x.high * (1 + NARROW) and x.low <= found.low**2 + NARROW * x.high
    assert (sqrt(Interval(9)).low, sqrt(Interval(9)).high) == (3, 3)


def test_whole_numbers():
    assert Interval(6, under=2).whole(0, 10, "it") == Interval(3).whole(3, 3, "it") == 3
    for x in (Interval(7, under=2), Interval(2, 3), Interval(11), Interval(-1)):
        with pytest.raises(check_inequalities.Refused, match="it is not fit"):
            x.whole(0, 10, "it")
