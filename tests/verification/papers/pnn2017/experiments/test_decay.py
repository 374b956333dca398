import numpy as np
import pytest

from pnn import store
from pnn.kernels import psi
from pnn.lines import random_lines
from pnn.optimum import population_optimum
from pnn.schur import schur_complement
from tests.verification.experiments.command_lines import job, refused_in_one_line
from verification.experiments import run_job
from verification.experiments.job import Job
from verification.experiments.settings import read
from verification.papers.pnn2017.experiments.decay import run as decay

SMALL = {
    "dimensions": [{"inputs": 2, "lines": 20, "draws": 3}, {"inputs": 4, "lines": 33, "draws": 2}],
    "octaves": 2,
    "targets": 12,
    "optima": 3,
    "seed": 5,
}


def found(**changes):
    """What a run leaves."""
    return decay.run(Job(read(decay.Settings, SMALL | changes)))


def test_numbers_of_lines_halve():
    assert decay.numbers_of_lines(200, 3) == [25, 50, 100, 200]
    assert decay.numbers_of_lines(5, 9) == [1, 2, 5]


@pytest.mark.parametrize("inputs", [2, 3, 6])
@pytest.mark.parametrize("seed", range(4))
def test_few_lines_at_a_time_give_the_least_risk_over_all(inputs, seed):
    rng = np.random.default_rng(seed)
    lines, target = random_lines(60, inputs, rng), random_lines(1, inputs, rng)
    assert decay.least_risk(lines, target[0]) == pytest.approx(4 * population_optimum(lines, target).risk, rel=1e-7)


def test_lines_beyond_the_nearest_join():
    """One target among many lines on one side of it: the nearest 4 d lines do not hold it in their cone."""
    angles = np.concatenate([0.05 + 0.001 * np.arange(40), [-1.2]])
    lines = np.column_stack([np.cos(angles), np.sin(angles)])
    target = np.array([[1.0, 0.0]])
    assert decay.least_risk(lines, target[0]) == pytest.approx(4 * population_optimum(lines, target).risk, rel=1e-9)


def test_the_nearest_line_leaves_what_its_own_schur_complement_says():
    rng = np.random.default_rng(1)
    lines, targets = random_lines(9, 3, rng), random_lines(5, 3, rng)
    errors = decay.nearest_errors(lines, targets, [2, 9])
    for row, size in zip(errors, (2, 9), strict=True):
        best = [1 - psi(np.abs(lines[:size] @ target).max()) ** 2 for target in targets]
        np.testing.assert_allclose(row, best, rtol=1e-12)


def test_groups_hold_what_their_draws_say():
    root = found()
    assert sorted(root.groups) == ["inputs_2", "inputs_4"]
    group = root.groups["inputs_4"]
    assert group.axes["lines"].values.tolist() == [8, 16, 33] and group.arrays["exact"].values.all()
    arrays = {name: array.values for name, array in group.arrays.items()}
    assert (np.diff(arrays["mean"], axis=1) < 0).all() and (np.diff(arrays["least_risk"], axis=1) < 0).all()
    assert (arrays["least_risk"] >= arrays["their_schur"]).all() and (arrays["nearest"] > arrays["mean"]).all()
    assert (arrays["largest"] > arrays["mean"]).all() and (arrays["mean"].mean(axis=0) > arrays["tail"]).all()
    rng = decay.generator(SMALL["seed"], "decay", 4, 1)
    lines, units = random_lines(33, 4, rng), random_lines(12, 4, rng)
    assert arrays["mean"][1, 1] == pytest.approx(np.diag(schur_complement(lines[:16], units)).mean(), rel=1e-10)


def test_draws_do_not_depend_on_how_many_there_are():
    one, two = (found(dimensions=[{"inputs": 3, "lines": 16, "draws": draws}]).groups["inputs_3"] for draws in (2, 4))
    np.testing.assert_array_equal(one.arrays["mean"].values, two.arrays["mean"].values[:2])


def test_lines_that_float64_cannot_tell_apart_are_told():
    root = found(dimensions=[{"inputs": 2, "lines": 1500, "draws": 2}], targets=4, optima=1)
    assert not root.groups["inputs_2"].arrays["exact"].values.all()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"seeds": 1}, r"unknown settings \['seeds'\]"),
        ({"octaves": 0}, "octaves must be at least 1, not 0"),
        ({"targets": 2.5}, "targets must be of type int"),
        ({"dimensions": []}, "at least one number of inputs"),
        ({"dimensions": [3]}, "for each number of inputs, not 3"),
        ({"dimensions": [{"inputs": 2, "lines": 4}]}, r"settings \['draws'\] are missing"),
        ({"dimensions": [{"inputs": 1, "lines": 4, "draws": 2}]}, "inputs must be at least 2, not 1"),
        ({"dimensions": [{"inputs": 2, "lines": 4, "draws": 2}] * 2}, "may stand in dimensions once"),
    ],
)
def test_bad_settings_are_refused(change, message):
    with pytest.raises(ValueError, match=message):
        found(**change)


def test_the_command_writes_a_file_or_says_what_is_wrong(tmp_path, capsys):
    path = tmp_path / "decay.h5"
    assert run_job.main(job("pnn2017", "decay", SMALL, path)) == 0
    assert set(store.read(path).groups) == {"inputs_2", "inputs_4"}
    capsys.readouterr()
    (tmp_path / "empty").mkdir()
    code = run_job.main(job("pnn2017", "decay", SMALL | {"optima": -1}, tmp_path / "empty" / "decay.h5"))
    told = capsys.readouterr().err
    refused_in_one_line(code, told, tmp_path / "empty", "decay")
    assert "decay: optima must be" in told
