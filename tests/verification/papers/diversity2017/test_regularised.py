"""Table 1: arms are what they are said to be, jobs and kills do not matter, and the checks see what is false."""

import numpy as np
import pytest
import yaml

from pnn.store import Array, Group
from tests.verification.papers.diversity2017.small_runs import SECTIONS, made, small
from verification.check import collect
from verification.experiments.job import Job
from verification.experiments.plan import Run
from verification.experiments.settings import read
from verification.methods import experiment as method
from verification.papers.diversity2017.experiments.diverse_table_1 import arms, plan, run
from verification.papers.diversity2017.reproduction import regularised
from verification.papers.diversity2017.table_1 import experiment
from verification.papers.diversity2017.table_1.choices import Choice, gains, losses
from verification.papers.diversity2017.training.networks import outputs
from verification.wings import wing

NAME = "diverse_table_1"
PUBLISHED = yaml.safe_load(wing("diversity2017").published[0].read_text())
CHECKS = {check.part: check for check in collect(experiment)}


def settings(**changes):
    return read(run.Settings, plan.jobs(SECTIONS[NAME] | changes, Run(5, "cpu"))[0].settings)


def same(one, other):
    return all(np.array_equal(array.values, other.arrays[name].values) for name, array in one.arrays.items())


def test_jobs_do_not_matter_and_seeds_do():
    assert same(small(NAME), made(NAME, trials_per_job=1))
    assert not same(small(NAME), made(NAME, seed=6))


def test_a_job_killed_within_a_trial_goes_on_where_it_was(tmp_path):
    def stop(share):
        if share > 0.6:
            raise KeyboardInterrupt

    killed, resumed = (Job(settings(), NAME, "code", tmp_path, seconds=0) for _ in range(2))
    killed.progress = stop
    with pytest.raises(KeyboardInterrupt):
        run.run(killed)
    shares = []
    resumed.progress = shares.append
    assert same(run.run(Job(settings(), NAME)), run.run(resumed)) and min(shares) > 0.6


def test_arms_differ_by_what_they_are_said_to_differ_by():
    weights, starts = arms.coefficients([0.01, 0.1, 1])
    assert weights.tolist() == [0, 0.01, 0.1, 1, 0, 0] and starts.tolist() == [0, 0, 0, 0, 1, 2]
    students = arms.drawn(settings(), 0).students
    first, *others = (students.student(arm)[0] for arm in range(4))
    assert [np.array_equal(first, other) for other in others] == [True, True, False]
    assert np.linalg.norm(first, axis=1) == pytest.approx(np.full(4, 0.1), rel=1e-6)


def test_what_has_no_regulariser_does_not_hang_on_the_coefficients():
    one, other = (made(NAME, coefficients=[0.01, c], iterations=20).arrays["expected"].values for c in (0.1, 5.0))
    assert one[:, [0, 1, 3]] == pytest.approx(other[:, [0, 1, 3]], rel=1e-4)
    assert not np.allclose(one[:, 2], other[:, 2], rtol=1e-2)


def test_an_epoch_visits_every_sample_once():
    trial = arms.drawn(settings(), 0)
    first, second = (np.concatenate(list(trial.batches(5, 10, epoch))) for epoch in (0, 1))
    assert sorted(first) == list(range(200)) and first.tolist() != second.tolist()


def test_losses_are_means_over_their_samples():
    trial = arms.drawn(settings(), 0)
    weights, signs = trial.students.student(0)
    found = run._losses(settings(), trial, weights, signs)
    teacher = outputs(trial.teacher, trial.signs, trial.samples["test"])
    errors = outputs(weights, signs, trial.samples["test"]) - teacher
    assert found["test"] == pytest.approx(np.mean(errors**2) / 2, rel=1e-4)
    assert found["expected"] == pytest.approx(found["train"], rel=0.3)


def test_the_regulariser_makes_units_more_diverse():
    found = made(NAME, iterations=400, coefficients=[0.01, 10]).arrays["regulariser"].values
    assert (found[:, 2] < found[:, 0]).all()


def test_choices_are_made_on_their_own_data():
    group = small(NAME)
    assert (losses(group, Choice.CLAIMED) <= losses(group, Choice.VALIDATED)).all()
    assert (losses(group, Choice.VALIDATED, "validation") <= losses(group, Choice.CLAIMED, "validation")).all()
    assert (losses(group, Choice.RETRIED, "validation") <= losses(group, None, "validation")).all()
    assert gains(group, Choice.RETRIED).shape == (2, 2)


def test_what_cannot_be_run_is_refused():
    assert list(plan.refusals(SECTIONS[NAME] | {"coefficients": [1, 0.1]}, Run(1, "cpu")))
    assert list(plan.refusals(SECTIONS[NAME] | {"batch": 201}, Run(1, "cpu")))
    for change in ({"coefficients": [1.0]}, {"signs": "equal"}, {"momentum": 1.0}, {"batch": 300}, {"norm": 0.0}):
        with pytest.raises(ValueError, match=r"wanted|must|more than"):
            settings(**change)


def test_diverged_students_leave_the_checks_undecided():
    data = {NAME: made(NAME, rate=1e9)}
    assert method.run(CHECKS["chosen-lowers"], {"data": data}).verdict == "undecided"


def table(chosen=0.6, strongest=0.95, starts=0.7, trials=96):
    """Data in which so large a share of the trials has a smaller loss with R, a larger one, and one of the starts."""
    rows = np.ones((1, 4, trials))
    rows[0, 1, : round(chosen * trials)] = 0.9
    rows[0, 1, round(chosen * trials) :] = 1.1
    rows[0, 2] = np.where(np.arange(trials) < strongest * trials, 3.0, 0.95)
    rows[0, 3] = np.where(np.arange(trials) < starts * trials, 0.5, 2.0)
    axes = {"units": Array(np.array([4])), "arm": Array(np.arange(4)), "trial": Array(np.arange(trials))}
    kept = {name: Array(rows, run.AXES) for name in run.ARRAYS}
    return Group(axes, kept | {"coefficient": Array(np.array([0, 0.01, 1, 0]), ("arm",))})


@pytest.mark.parametrize("part", CHECKS)
def test_checks_stand_and_refute_every_variant(part):
    record = method.run(CHECKS[part], {"data": {NAME: table()}})
    assert record.verdict == "consistent" and all(record.wrong_variants.values())
    assert set(record.moved) == set(record.items)


@pytest.mark.parametrize(
    ("part", "shares"),
    [("chosen-lowers", {"chosen": 0.2, "strongest": 1}), ("strongest-raises", {"strongest": 0.3}),
     ("starts-do-as-well", {"chosen": 1, "starts": 0.1})],
)  # fmt: skip
def test_checks_see_what_is_false(part, shares):
    assert method.run(CHECKS[part], {"data": {NAME: table(**shares)}}).verdict == "refuted"


def test_printed_stands_beside_reproduced():
    rows = regularised.compare(made(NAME, units=[4, 5]), PUBLISHED)
    assert [row.what.partition(",")[0] for row in rows] == ["4 units"] * 4 + ["5 units"] * 4
    assert "15.42 ± 5.86" in rows[0].printed and "11.32" in rows[1].printed and rows[4].printed == "not printed"


def test_signs_are_tested_exactly():
    one, other = np.arange(10.0), np.arange(10.0) + 1
    assert regularised._signs(one, other).endswith("10 of 10 trials (sign test: 0.002)")
    assert regularised._signs(other, one).endswith("0 of 10 trials (sign test: 0.002)")
