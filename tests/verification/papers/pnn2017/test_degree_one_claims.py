"""The exact field of 2/pi, the two enumerations, the tests of counts, and what trials that diverged leave."""

import math
from fractions import Fraction

import numpy as np
import pytest
from flint import fmpq_poly
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, fisher_exact

from pnn.store import Array, Group
from verification.check import collect
from verification.methods.experiment import run
from verification.papers.pnn2017.degree_one import experiment
from verification.papers.pnn2017.degree_one.counts import Count, at_most, chance_of_fall, paired, same_rate, same_rates
from verification.papers.pnn2017.degree_one.field import C, Number, number, solve
from verification.papers.pnn2017.degree_one.published_counts import figure_10
from verification.papers.pnn2017.degree_one.small_nets import features, kkt_minima, orthant_minima
from verification.verdict import Verdict

fractions = st.fractions(min_value=-5, max_value=5, max_denominator=12)
numbers = st.builds(lambda a, b, c: a + b * C + c / (1 + C), fractions, fractions, fractions)


def value(x):
    return float(x.ball(128))


@settings(deadline=None, max_examples=50)
@given(numbers, numbers)
def test_field_agrees_with_floats(x, y):
    assert value(x * y + x - y) == pytest.approx(value(x) * value(y) + value(x) - value(y), abs=1e-9)
    assert (x < y) == (value(x) < value(y)) or abs(value(x) - value(y)) < 1e-12
    assert x - x == 0 and (x == y) == (not x - y)
    if y:
        assert x / y * y == x


def test_a_difference_far_below_float_precision_has_its_sign():
    digits = Fraction(int(2 / math.pi * 10**15), 10**15)
    small = (C - digits) * Fraction(1, 10**60)
    assert small.sign() == 1 and (-small).sign() == -1 and (small - small).sign() == 0


def test_numbers_are_in_lowest_terms():
    x = Number(fmpq_poly([-1, 0, 1]), fmpq_poly([-2, 2]))
    assert x == (C + 1) / 2 and hash(x) == hash((C + 1) / 2)


def test_solve_and_singular():
    matrix = [[number(1), C], [C, number(1)]]
    x, y = solve(matrix, [number(1), number(2)])
    assert x + C * y == 1 and C * x + y == 2
    with pytest.raises(ValueError, match="singular"):
        solve([[C, C], [C, C]], [number(1), number(1)])


def test_both_enumerations_find_the_bad_minima_of_two_inputs():
    target = dict(zip(features(2), map(number, (6, 4, 1, 2)), strict=True))
    found = kkt_minima(target, 2)
    assert found == orthant_minima(target, 2)
    assert len(found) == 16 and min(value for _, value in found.values()) == 0


@pytest.mark.parametrize("level", [1e-3, 0.05])
def test_the_interval_of_counts_is_that_of_fishers_test(level):
    other, trials = Count(9, 30), 12
    item = same_rate("", Count(5, trials), other, level)
    for bad in range(trials + 1):
        table = [[bad, trials - bad], [other.bad, other.trials - other.bad]]
        sides = [fisher_exact(table, alternative=side).pvalue for side in ("less", "greater")]
        assert (item.low <= bad <= item.high) == (2 * min(sides) > level)
    assert chance_of_fall(other, Count(0, trials)) == pytest.approx(fisher_exact([[0, 12], [9, 21]], "less").pvalue)


def test_one_pair_together_is_fishers_test_and_more_pairs_see_less():
    one, other = Count(30, 100), Count(22, 50)
    alone, together = same_rate("", one, other, 1e-3), same_rates("", [(one, other)], 1e-3)
    assert alone.low <= together.low <= together.value <= together.high <= alone.high
    seen = [float(same_rates("", n * [(one, other)], 1e-3).name.split(": ")[-1][:-1]) for n in (1, 4)]
    assert seen[1] == pytest.approx(seen[0] / 2, rel=0.1)


def test_differences_as_large_as_the_words_say_are_refused():
    words = figure_10.part("fresh-seeds").says
    printed = experiment.published()
    assert all(str(number) in words for number in (0.28, 0.22, 0.11)) and set(printed) == {2, 3, 4, 5, 10}
    fresh = {ratio: Count(10 * count.bad, 1000) for ratio, count in printed.items()}
    for ratio, count in printed.items():
        item, largest = same_rate("", fresh[ratio], count, experiment.FRESH_LEVEL), 220 if ratio == 10 else 280
        assert item.high < 10 * count.bad + largest
        assert item.low > 10 * count.bad - largest or ratio == 10
    pairs = [(fresh[ratio], count) for ratio, count in printed.items()]
    assert float(same_rates("", pairs, experiment.FRESH_LEVEL).name.split(": ")[-1][:-1]) < 0.11


def test_a_count_is_refused_with_the_stated_chance():
    item = at_most("", Count(0, 200), 0.02, 1e-7)
    assert binom(200, 0.02).sf(item.high) <= 1e-7 < binom(200, 0.02).sf(item.high - 1)


def test_the_paired_interval_is_mcnemars():
    first, second = np.zeros(40, dtype=bool), np.zeros(40, dtype=bool)
    first[:12] = True
    assert not paired("", first, second, 1e-3).holds()
    assert paired("", first, ~second, 1e-9).holds()
    second[:12] = True
    assert paired("", first, second, 1e-3).holds()


RATIOS, TRIALS = np.array([2, 10]), 20


def trained(diverged=()):
    """Three modes of trials, at k/d = 2 every other one bad, at 10 none; those of `diverged` without an end."""
    bad = np.zeros((2, TRIALS), bool)
    bad[0, ::2] = True
    lost = np.zeros_like(bad)
    for place in diverged:
        lost[place] = True
    limit = np.where(lost, np.nan, np.where(bad, 0.1, 0.0))
    arrays = {
        "bad": bad & ~lost,
        "final_loss": np.where(lost, np.nan, limit + 1e-9),
        "limit_loss": limit,
        "end_is_local_minimum": bad & ~lost,
        "same_sign_inputs": bad.astype(int),
        "diverged": lost,
    }
    axes = {"ratio": Array(RATIOS), "trial": Array(np.arange(TRIALS))}
    modes = {mode: Group(axes, {name: Array(values) for name, values in arrays.items()}) for mode in experiment.GROUPS}
    return {check.part: run(check, {"data": {"degree_one": Group(groups=modes)}}) for check in collect(experiment)}


def test_trials_that_diverged_are_left_out():
    whole, less = trained(), trained([(0, 1), (1, slice(5))])
    for part in whole.keys() - {"published-counts", "same-trials"}:
        assert whole[part].verdict is less[part].verdict is Verdict.CONSISTENT, part
    assert any("of 15" in name for name in less["published-counts"].numbers)


@pytest.mark.parametrize("ratio", [0, 1])
def test_where_every_trial_diverged_there_is_no_verdict(ratio):
    for part, record in trained([ratio]).items():
        assert record.verdict is Verdict.UNDECIDED, part
        assert f"k/d = {RATIOS[ratio]}" in record.numbers["no verdict"], part
