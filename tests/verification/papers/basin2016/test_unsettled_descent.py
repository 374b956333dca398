"""Descents that did not come to rest have no verdict: they neither pass nor refute."""

import numpy as np
import pytest

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


@pytest.mark.parametrize("unsettled", [(), [(slice(None), slice(-5, None))]])
def test_rates_leave_a_few_unsettled_descents_out_and_where_all_end_stays_open(unsettled):
    found = verdicts(ends(unsettled), ends(unsettled, "one_more"))
    every = found.pop("kinds_of_ends")
    assert every.verdict is (Verdict.UNDECIDED if unsettled else Verdict.CONSISTENT)
    assert not unsettled or every.numbers == {"no verdict": "15 of 9000 descents did not come to rest"}
    for name, record in found.items():
        assert record.verdict is Verdict.CONSISTENT, (name, record.numbers)


@pytest.mark.parametrize("row", [0, 1, 2])
def test_a_size_without_a_settled_descent_is_no_verdict(row):
    for name, record in verdicts(ends([row]), ends([row], "one_more")).items():
        assert record.verdict is Verdict.UNDECIDED, name
        assert not any(record.wrong_variants.values()), name


def test_other_sizes_say_nothing_of_six_to_eight():
    sizes = np.array([9, 10])
    found = verdicts(ends(neurons=sizes), ends((), "one_more", sizes))
    assert found["ends_are_the_certified_minima"].verdict is Verdict.UNDECIDED
