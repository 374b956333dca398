"""Figure 3: students do not depend on jobs or kills, and the checks see slopes that are out of range."""

import numpy as np
import pytest

from pnn.store import Array, Group
from tests.verification.papers.diversity2017.small_runs import SECTIONS, made, small
from verification.check import collect
from verification.experiments.job import Job
from verification.experiments.plan import Run
from verification.experiments.settings import read
from verification.methods import experiment as method
from verification.papers.diversity2017.experiments.diverse_figure_3 import plan, run
from verification.papers.diversity2017.figure_3 import experiment
from verification.papers.diversity2017.mathematics.discrepancy import squared_discrepancy
from verification.papers.diversity2017.reproduction import trained_units

NAME = "diverse_figure_3"
CHECKS = {check.part: check for check in collect(experiment)}


def settings(**changes):
    (job,) = plan.jobs(SECTIONS[NAME] | changes, Run(5, "cpu"))
    return read(run.Settings, job.settings)


def same(one, other):
    return all(np.array_equal(array.values, other.arrays[name].values) for name, array in one.arrays.items())


def test_jobs_do_not_matter_and_seeds_do():
    assert same(small(NAME), made(NAME, trials_per_job=1))
    assert not same(small(NAME), made(NAME, seed=6))


def test_a_killed_job_goes_on_where_it_was(tmp_path):
    def stop(share):
        if share > 0.5:
            raise KeyboardInterrupt

    killed, resumed = (Job(settings(trials=3), NAME, "code", tmp_path, seconds=0) for _ in range(2))
    killed.progress = stop
    with pytest.raises(KeyboardInterrupt):
        run.run(killed)
    shares = []
    resumed.progress = shares.append
    assert same(run.run(Job(settings(trials=3), NAME)), run.run(resumed)) and len(shares) == 2


def test_units_that_hardly_move_stay_as_diverse_as_they_were():
    found = made(NAME, rate=1e-9).arrays
    assert found["discrepancy"].values == pytest.approx(found["start"].values, rel=1e-4)
    assert found["start"].values[:, 0] == pytest.approx(found["start"].values[:, 2])


def test_students_learn():
    found = made(NAME, iterations=1000).arrays
    assert (found["loss"].values[:, 0] < 0.5 * found["trivial"].values[:, 0]).all()


def test_batches_are_new_samples_with_the_teachers_outputs():
    teacher, signs = np.eye(4)[:2], np.array([1.0, -1.0])
    batches = list(run._batches(settings(), 0, teacher, signs))
    assert len(batches) == 60 and len({samples.tobytes() for samples, _ in batches}) == 60
    samples, outputs = (np.concatenate(list(parts)) for parts in zip(*batches, strict=True))
    assert np.linalg.norm(samples, axis=1) == pytest.approx(np.ones(600), rel=1e-6)
    assert outputs == pytest.approx(np.maximum(samples[:, 0], 0) - np.maximum(samples[:, 1], 0), abs=1e-6)


def test_diverged_students_leave_the_checks_undecided():
    data = {NAME: made(NAME, rate=1e9)}
    assert np.isnan(data[NAME].arrays["discrepancy"].values).any()
    assert method.run(CHECKS["slope"], {"data": data}).verdict == "undecided"


def test_what_cannot_be_run_is_refused():
    assert list(plan.refusals(SECTIONS[NAME] | {"widths": [5, 2]}, Run(1, "cpu")))
    for change in ({"norms": [0.0]}, {"signs": "equal"}, {"rate": 0.0}, {"batch": 0}):
        with pytest.raises(ValueError, match=r"wanted|must"):
            settings(**change)


def power_laws(trials=24, **slopes):
    """Data whose L_2^2 falls with such slopes from norms 0.1, 1 and 10, and like 1/n at the start."""
    widths, norms = np.array([10, 100]), np.array([0.1, 1, 10])
    noise = np.exp(0.1 * np.random.default_rng(0).standard_normal((trials, 3, 1)))
    powers = np.array([slopes.get(name, default) for name, default in (("a", -0.7), ("b", -0.9), ("c", -1.2))])
    found = 0.01 * noise * (widths / 10.0) ** powers[None, :, None] * np.exp(0.05 * noise)
    start = np.broadcast_to(0.1 / widths, found.shape)
    axes = {"trial": Array(np.arange(trials)), "norm": Array(norms), "width": Array(widths)}
    return Group(axes, {"discrepancy": Array(found, run.AXES), "start": Array(start.copy(), run.AXES)})


@pytest.mark.parametrize("part", CHECKS)
def test_checks_stand_and_refute_every_variant(part):
    record = method.run(CHECKS[part], {"data": {NAME: power_laws()}})
    assert record.verdict == "consistent" and all(record.wrong_variants.values())
    assert set(record.moved) == set(record.items)


@pytest.mark.parametrize(
    ("part", "slopes"),
    [("slope", {"a": -0.3}), ("slope", {"b": -1.3}), ("scale-decides", {"c": -0.9}), ("scale-decides", {"b": -0.5}),
     ("less-diverse-than-random", {"a": -1.3})],
)  # fmt: skip
def test_checks_see_what_is_false(part, slopes):
    assert method.run(CHECKS[part], {"data": {NAME: power_laws(**slopes)}}).verdict == "refuted"


def test_few_trials_refute_nothing():
    assert method.run(CHECKS["slope"], {"data": {NAME: power_laws(trials=20, a=-0.3)}}).verdict == "consistent"


def test_printed_stands_beside_reproduced():
    rows = trained_units.compare(small(NAME), {})
    assert [row.printed for row in rows] == ["between -1 and -1/2"] * 3 and "too few" in rows[0].reproduced


def test_the_discrepancy_is_that_of_the_students():
    found = run._judged(settings(), np.eye(4, dtype=np.float32), np.ones(4), np.eye(4), np.ones(4))
    assert found == (pytest.approx(squared_discrepancy(np.eye(4))), 0.0)
