"""Descents that did not come to rest have no verdict: they neither pass nor refute."""

import numpy as np
import pytest
from scipy.stats import binom, hypergeom

from pnn.store import Array, Group
from verification.check import collect
from verification.methods.experiment import run
from verification.papers.basin2016.spurious import experiment
from verification.papers.basin2016.spurious.family import Kind
from verification.verdict import Verdict

NEURONS, TRIALS = np.array([6, 7, 8]), 3000


def ends(unsettled=(), group="equal", neurons=NEURONS):
    """Spurious ends ever more often with more neurons, none with one more; those that `unsettled` names cut off."""
    kinds = np.full((len(neurons), TRIALS), Kind.GLOBAL)
    if group == "equal":
        for row, count in enumerate((30, 300, 900)[: len(neurons)]):
            kinds[row, :count] = Kind.FAMILY
    for place in unsettled:
        kinds[place] = Kind.UNSETTLED
    arrays = {"kind": kinds, "moved": np.full(kinds.shape, 1e-3), "distance": np.full(kinds.shape, 1e-3)}
    arrays["curvature"] = np.full(kinds.shape, 0.1)
    axes = {"neurons": Array(neurons)}
    return Group(axes, {name: Array(values) for name, values in arrays.items()})


def verdicts(equal, more):
    data = {"basin_spurious": Group(groups={"equal": equal, "one_more": more})}
    return {check.name: run(check, {"data": data}) for check in collect(experiment)}


@pytest.mark.parametrize("last", [0, 5, 100])
def test_rates_leave_unsettled_descents_out_and_where_all_end_stays_open_with_many(last):
    unsettled = [(slice(None), slice(TRIALS - last, None))]
    found = verdicts(ends(unsettled), ends(unsettled, "one_more"))
    every = found.pop("kinds_of_ends")
    assert every.verdict is (Verdict.UNDECIDED if last == 100 else Verdict.CONSISTENT)
    assert last < 100 or every.numbers == {"no verdict": "300 of 9000 descents did not come to rest"}
    for name, record in found.items():
        assert record.verdict is Verdict.CONSISTENT, (name, record.numbers)


@pytest.mark.parametrize(
    ("others", "verdict"), [(0, "consistent"), (1, "consistent"), (20, "consistent"), (300, "refuted")]
)
def test_a_few_ends_of_other_forms_are_what_the_statement_admits(others, verdict):
    """One descent in 4,000 with eight neurons ends at another minimum: of no account, whatever the seed."""
    equal = ends()
    equal.arrays["kind"].values[2, :others] = Kind.OTHER
    found = verdicts(equal, ends((), "one_more"))
    assert found.pop("ends_with_one_turned_neuron").verdict == verdict
    assert {record.verdict for record in found.values()} == {Verdict.CONSISTENT}


def test_an_item_is_the_exact_chance_of_what_was_seen():
    """At the edge of the statement, over all outcomes, the chance to be refused is at most the level."""
    refused = [binom.pmf(k, 200, 0.05) for k in range(201) if experiment.at_most("", k, 200, 0.05).fails()]
    assert 0 < sum(refused) <= experiment.LEVEL
    pairs = [((2, 6), (1, 5)), ((3, 4), (0, 3))]
    laws = [hypergeom(n + m, a + b, m).pmf for (a, n), (b, m) in pairs]
    chance = sum(laws[0](i) * laws[1](j) for i in range(6) for j in range(4) if i + j <= 1)
    assert experiment.no_fall("", pairs, 0.0).value == pytest.approx(chance, rel=1e-12)


@pytest.mark.parametrize("row", [0, 1, 2])
def test_a_size_without_a_settled_descent_is_no_verdict(row):
    for name, record in verdicts(ends([row]), ends([row], "one_more")).items():
        assert record.verdict is Verdict.UNDECIDED, name
        assert not any(record.wrong_variants.values()), name


def test_other_sizes_say_nothing_of_six_to_eight():
    sizes = np.array([9, 10])
    found = verdicts(ends(neurons=sizes), ends((), "one_more", sizes))
    assert found["ends_with_one_turned_neuron"].verdict is Verdict.UNDECIDED
