"""Descent of the regularisers: gradients, jobs, known ends, the exact tests of frequencies and the claims' checks."""

import doctest
from pathlib import Path

import numpy as np
import pytest

from tests.verification.papers.diversity2017.small_runs import SECTIONS, made, small
from verification.experiments.plan import Run
from verification.methods.experiment import NoVerdict
from verification.papers.diversity2017 import regulariser
from verification.papers.diversity2017.descent_on_the_sphere import descent, of_pairs, of_symmetric_pairs, sphere
from verification.papers.diversity2017.experiments.diverse_descent import plan as descent_plan
from verification.papers.diversity2017.experiments.diverse_figure_4 import plan as figure_plan
from verification.papers.diversity2017.figure_4 import exact, experiment
from verification.papers.diversity2017.frequencies import at_least, at_most
from verification.papers.diversity2017.mathematics.symmetric import (
    symmetric_regulariser,
    symmetric_regulariser_gradient,
)
from verification.papers.diversity2017.reproduction import singular

AXES = np.concatenate([np.eye(3), -np.eye(3)])


def test_the_symmetric_gradient_is_a_difference():
    weights, step = np.random.default_rng(0).standard_normal((2, 7, 3))
    ahead, behind = (symmetric_regulariser(weights + sign * 1e-6 * step) for sign in (1, -1))
    slope = np.sum(symmetric_regulariser_gradient(weights) * step)
    assert (ahead - behind) / 2e-6 == pytest.approx(slope, rel=1e-7)


def test_opposite_and_equal_units_are_alike_to_the_symmetric_regulariser():
    assert symmetric_regulariser(np.eye(4)) == 0
    assert symmetric_regulariser([[1.0, 2], [-2, -4]]) == symmetric_regulariser([[1.0, 2], [2, 4]]) == np.pi**2 / 4
    assert not symmetric_regulariser_gradient([[1.0, 2], [-2, -4], [3, 6]]).any()
    for wrong in ([[1.0, 2]], [[0.0, 0], [1, 1]]):
        with pytest.raises(ValueError):
            symmetric_regulariser(wrong)


def test_both_gradients_sum_over_pairs():
    units = sphere(6, 4, np.random.default_rng(2))
    opposite = np.concatenate([units, -units])
    both = of_pairs(opposite)[:6]
    radial = np.einsum("ij,ij->i", both, units)[:, None] * units
    assert both - radial == pytest.approx(of_symmetric_pairs(units), rel=1e-10)


def test_descent_finds_opposite_pairs():
    *_, end = descent(sphere(6, 3, np.random.default_rng(1)), of_pairs, 0.5, 400)
    assert regulariser(end) == pytest.approx(regulariser(AXES), rel=1e-4)
    assert np.linalg.norm(end, axis=1) == pytest.approx(np.ones(6))


@pytest.mark.parametrize("name", ["diverse_figure_4", "diverse_descent"])
def test_jobs_do_not_matter_and_seeds_do(name):
    whole, cut = small(name), made(name, trials_per_job=2)
    for key, array in whole.arrays.items():
        assert np.array_equal(array.values, cut.arrays[key].values, equal_nan=True), key
    assert not np.array_equal(whole.arrays["singular"].values, made(name, seed=6).arrays["singular"].values)


def test_arrangements_stand_beside_the_first_trials():
    found = small("diverse_figure_4").arrays["regulariser"].values
    assert np.isnan(found[2, 2:]).all() and found[:2, 2] == pytest.approx([1 / 16] * 2)
    assert found[0, 3] == pytest.approx(
        (4 * 1 / 16) / 6
    )  # two pairs of opposite axes: four of six pairs at right angles


@pytest.mark.parametrize(
    ("plan", "name", "change"),
    [
        (figure_plan, "diverse_figure_4", {"units": 6}),
        (figure_plan, "diverse_figure_4", {"samples": 17}),
        (figure_plan, "diverse_figure_4", {"arrangements": 4}),
        (descent_plan, "diverse_descent", {"samples": 12}),
        (descent_plan, "diverse_descent", {"samples": 19}),
        (descent_plan, "diverse_descent", {"steps": [5, 2]}),
    ],
)
def test_what_cannot_be_run_is_refused(plan, name, change):
    assert not list(plan.refusals(SECTIONS[name], Run(1, "cpu")))
    assert list(plan.refusals(SECTIONS[name] | change, Run(1, "cpu")))


def test_frequencies_refuse_only_what_few_draws_of_a_true_statement_show():
    none, every = np.zeros(20, bool), np.ones(20, bool)
    assert at_least("", none, 0.5).fails() and at_least("", every, 0.5).holds()
    assert not at_least("", none[:19], 0.5).fails()  # 2^-19 is above the level
    assert at_most("", every, 0.5).fails() and at_most("", none, 0.5).holds()


def test_a_unit_turned_gives_rank_for_a_larger_r():
    assert exact.rank((0, 2, 4, 6)) == 6 and exact.rank((1, 2, 4, 6)) == 7
    directions = np.array([exact.OCTANTS[unit] for unit in (1, 2, 4, 6)], float)
    assert float(exact.regulariser((1, 2, 4, 6))) == pytest.approx(regulariser(directions), rel=1e-14)


def test_arrangements_that_are_not_there_have_no_verdict():
    group = made("diverse_figure_4")
    group.arrays["regulariser"].values[:, 2:] = np.nan
    with pytest.raises(NoVerdict):
        list(experiment.pairs_against_random_units({"diverse_figure_4": group}))


def test_the_guide_runs():
    page = Path(__file__).parents[4] / "docs" / "diversity.md"
    assert doctest.testfile(str(page), module_relative=False).failed == 0


def test_printed_stands_beside_reproduced():
    rows = singular.compare(small("diverse_figure_4"), {})
    assert [row.what for row in rows] == ["random units", "after descent of R", "axes", "pairs of opposite axes"]
    assert rows[1].remark.endswith("of 3 trials") and "R = 0.06250" in rows[2].reproduced
