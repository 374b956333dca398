import numpy as np
import pytest

from pnn import store
from tests.verification.experiments.command_lines import job, refused_in_one_line
from verification.experiments import run_job
from verification.experiments.job import Job
from verification.papers.basin2016.experiments.basin_probability.run import Settings, run
from verification.papers.basin2016.frequencies import held_against_the_chances

SMALL = {"draws": 60, "solved": 2, "seed": 3}


@pytest.fixture(scope="module")
def small():
    return run(Job(Settings(**SMALL)))


def test_counts_are_counts_and_chances_are_chances(small):
    for group in small.groups.values():
        arrays = {name: array.values for name, array in group.arrays.items()}
        assert (arrays["event"] <= 60).all() and (arrays["solved_good"] <= 2).all()
        assert (arrays["solved_event"] <= arrays["solved_good"]).all() and not arrays["disagreeing"].any()
        assert (np.diff(arrays["exact"]) > 0).all() and arrays["exact"][-1] < 1
        assert np.isin(group.axes["width"].values, group.axes["neurons"].values).all()


def test_more_draws_begin_with_the_same_ones(small):
    more = run(Job(Settings(**SMALL | {"draws": 80})))
    for name, group in small.groups.items():
        found, longer = (g.arrays["event"].values for g in (group, more.groups[name]))
        assert (found <= longer).all() and (longer <= found + 20).all()
        assert (group.arrays["solved_good"].values == more.groups[name].arrays["solved_good"].values).all()


def test_the_command_writes_the_same_bytes_twice(tmp_path):
    few = SMALL | {"draws": 5, "solved": 1}
    for name in ("one", "two"):
        output = tmp_path / name / "basin_probability.h5"
        assert run_job.main(job("basin2016", "basin_probability", few, output)) == 0
    first, second = ((tmp_path / name / "basin_probability.h5").read_bytes() for name in ("one", "two"))
    assert first == second
    assert store.read(tmp_path / "one" / "basin_probability.h5").attributes["draws"] == 5


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"solved": 100}, "solved from 1 to draws"),
        ({"draws": 2.5}, "draws must be of type int"),
        ({"other": 1}, "unknown settings"),
        ({"seed": -1}, "not negative"),
    ],
)
def test_settings_that_cannot_be_run_are_refused(changed, message, tmp_path, capsys):
    code = run_job.main(job("basin2016", "basin_probability", SMALL | changed, tmp_path / "file.h5"))
    told = capsys.readouterr().err
    refused_in_one_line(code, told, tmp_path, "basin_probability")
    assert message in told


def test_chances_are_held_against_the_counts(small):
    items = list(held_against_the_chances(small, "singletons", "exact", True))
    assert all(item.holds() for item in items)
    assert not all(item.holds() for item in held_against_the_chances(small, "singletons", "exact", False))
    small.groups["full_rank"].arrays["disagreeing"].values[0] = 1
    assert not all(item.holds() for item in held_against_the_chances(small, "full_rank", "exact", True))
    small.groups["full_rank"].arrays["disagreeing"].values[0] = 0
