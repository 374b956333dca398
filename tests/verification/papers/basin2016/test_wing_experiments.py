"""The wing's experiments: their command line, their files, and trials that do not depend on how many there are."""

import numpy as np
import pytest
import xarray

from tests.verification.experiments.command_lines import job, refused_in_one_line
from tests.verification.papers.basin2016.small_runs import AUER, SETTINGS, groups, ran
from verification.experiments import run_job
from verification.papers.basin2016.spurious.family import Kind


@pytest.mark.parametrize("name", SETTINGS)
def test_the_same_settings_give_the_same_bytes_with_labelled_axes(name, tmp_path):
    files = [tmp_path / f"{n}.h5" for n in (1, 2)]
    for file in files:
        assert run_job.main(job("basin2016", name, SETTINGS[name], file)) == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    with xarray.open_datatree(files[0], engine="h5netcdf") as tree:
        assert set(tree.children) == set(groups()[name].groups)
        assert tree.attrs["id"] == name


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        ("basin_path", {"sizes": [3, 2]}, "three or more layer sizes"),
        ("basin_path", {"sizes": [3, 4.5, 2]}, "sizes must be a list of whole numbers"),
        ("basin_path", {"points": 2}, "three or more points"),
        ("basin_path", {"trials": 0}, "trials must be at least 1"),
        ("basin_path", {"seed": -1}, "a seed that is not negative"),
        ("basin_spurious", {"neurons": [2]}, "at least 3"),
        ("basin_spurious", {"rate": 0.0}, "rate and tolerance must be positive"),
        ("basin_spurious", {"extra_trials": 0}, "extra_trials must be at least 1"),
        ("basin_auer", {"inputs": []}, "positive numbers"),
        ("basin_auer", {"starts": 0}, "positive numbers"),
        ("basin_auer", {"start": 1}, "unknown settings"),
    ],
)
def test_settings_that_cannot_run_are_one_clear_line(name, change, message, tmp_path, capsys):
    code = run_job.main(job("basin2016", name, SETTINGS[name] | change, tmp_path / "x.h5"))
    told = capsys.readouterr().err
    refused_in_one_line(code, told, tmp_path, name)
    assert message in told


@pytest.mark.parametrize(
    ("experiment", "fewer"),
    [("basin_path", {"trials": 2}), ("basin_spurious", {"trials": 3, "extra_trials": 2})],
)
def test_a_trial_is_the_same_however_many_there_are(experiment, fewer):
    less = ran(experiment, **fewer)
    for name, group in less.groups.items():
        for key, array in group.arrays.items():
            if "trial" in array.axes:
                whole = groups()[experiment].groups[name].arrays[key].values
                along = array.axes.index("trial")
                np.testing.assert_array_equal(array.values, whole.take(range(array.values.shape[along]), along))


def test_descents_end_where_their_kinds_say():
    group = groups()["basin_spurious"].groups["equal"]
    kind, risk, distance = (group.arrays[name].values for name in ("kind", "risk", "distance"))
    assert set(np.unique(kind)) <= {0, 1, 2}
    assert (risk[kind == 0] < 1e-4).all() and (distance[kind == 0] < 0.05).all() and (risk[kind > 0] > 0.01).all()


def test_a_descent_that_is_given_up_is_unsettled():
    hurried = ran("basin_spurious", most_steps=5, neurons=[3])
    assert (hurried.groups["equal"].arrays["kind"].values == Kind.UNSETTLED).all()


def test_counts_of_starts_agree_with_their_chances():
    for name, count in (("networks", "good"), ("unit", "ends")):
        group = groups()["basin_auer"].groups[name]
        exact, found = group.arrays["exact"].values, group.arrays[count].values / AUER["starts"]
        assert np.abs(found - exact).max() < 5 * 0.5 / np.sqrt(AUER["starts"])
    assert groups()["basin_auer"].groups["unit"].arrays["ends"].values.sum() == AUER["starts"]
