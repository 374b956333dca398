"""The wing's experiments: their command line, their files, and trials that do not depend on how many there are."""

import json

import numpy as np
import pytest
import xarray

from tests.verification.papers.basin2016.small_runs import AUER, PATH, SETTINGS, SPURIOUS, groups
from verification.experiments import settings as command
from verification.papers.basin2016.experiments.basin_auer import run as basin_auer
from verification.papers.basin2016.experiments.basin_path import run as basin_path
from verification.papers.basin2016.experiments.basin_spurious import run as basin_spurious
from verification.papers.basin2016.spurious.family import Kind


@pytest.mark.parametrize("module", SETTINGS, ids=lambda module: module.NAME)
def test_the_same_settings_give_the_same_bytes_with_labelled_axes(module, tmp_path):
    files = [tmp_path / f"{n}.h5" for n in (1, 2)]
    for file in files:
        words = ["--settings", json.dumps(SETTINGS[module]), "--code", "abc", "--output", str(file)]
        assert module.main(words) == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    with xarray.open_datatree(files[0], engine="h5netcdf") as tree:
        assert set(tree.children) == set(groups()[module.NAME].groups)
        assert tree.attrs["id"] == module.NAME


@pytest.mark.parametrize(
    ("module", "change", "message"),
    [
        (basin_path, {"sizes": [3, 2]}, "three or more layer sizes"),
        (basin_path, {"sizes": [3, 4.5, 2]}, "sizes must be a list of whole numbers"),
        (basin_path, {"points": 2}, "three or more points"),
        (basin_path, {"trials": 0}, "trials must be at least 1"),
        (basin_path, {"seed": -1}, "a seed that is not negative"),
        (basin_spurious, {"neurons": [2]}, "at least 3"),
        (basin_spurious, {"rate": 0.0}, "rate and tolerance must be positive"),
        (basin_spurious, {"extra_trials": 0}, "extra_trials must be at least 1"),
        (basin_auer, {"inputs": []}, "positive numbers"),
        (basin_auer, {"starts": 0}, "positive numbers"),
        (basin_auer, {"start": 1}, "unknown settings"),
    ],
)
def test_settings_that_cannot_run_are_one_clear_line(module, change, message, tmp_path, capsys):
    words = ["--settings", json.dumps(SETTINGS[module] | change), "--code", "abc", "--output", str(tmp_path / "x.h5")]
    assert module.main(words) == 2
    told = capsys.readouterr().err
    assert message in told and told.startswith(module.NAME) and told.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("module", "settings", "fewer"),
    [(basin_path, PATH, {"trials": 2}), (basin_spurious, SPURIOUS, {"trials": 3, "extra_trials": 2})],
)
def test_a_trial_is_the_same_however_many_there_are(module, settings, fewer):
    less = module.run(command.read(module.Settings, settings | fewer))
    for name, group in less.groups.items():
        for key, array in group.arrays.items():
            if "trial" in array.axes:
                whole = groups()[module.NAME].groups[name].arrays[key].values
                along = array.axes.index("trial")
                np.testing.assert_array_equal(array.values, whole.take(range(array.values.shape[along]), along))


def test_descents_end_where_their_kinds_say():
    group = groups()["basin_spurious"].groups["equal"]
    kind, risk, distance = (group.arrays[name].values for name in ("kind", "risk", "distance"))
    assert set(np.unique(kind)) <= {0, 1, 2}
    assert (risk[kind == 0] < 1e-4).all() and (distance[kind == 0] < 0.05).all() and (risk[kind > 0] > 0.01).all()


def test_a_descent_that_is_given_up_is_unsettled():
    hurried = command.read(basin_spurious.Settings, SPURIOUS | {"most_steps": 5, "neurons": [3]})
    assert (basin_spurious.run(hurried).groups["equal"].arrays["kind"].values == Kind.UNSETTLED).all()


def test_counts_of_starts_agree_with_their_chances():
    for name, count in (("networks", "good"), ("unit", "ends")):
        group = groups()["basin_auer"].groups[name]
        exact, found = group.arrays["exact"].values, group.arrays[count].values / AUER["starts"]
        assert np.abs(found - exact).max() < 5 * 0.5 / np.sqrt(AUER["starts"])
    assert groups()["basin_auer"].groups["unit"].arrays["ends"].values.sum() == AUER["starts"]
