"""The two sweeps of Schur values: what they store, that draws do not depend on jobs, and how they gather."""

import numpy as np
import pytest

from pnn import asymptotics, schur, store
from pnn.lines import random_lines
from pnn.spectrum import tail
from tests.verification.experiments.command_lines import gathering, job, refused_in_one_line
from verification.experiments import gather, run_job
from verification.experiments.job import Job
from verification.experiments.seeds import generator
from verification.experiments.settings import read
from verification.papers.pnn2017.experiments.schur_by_inputs import run as schur_by_inputs
from verification.papers.pnn2017.experiments.schur_by_lines import run as schur_by_lines

BY_LINES = {"inputs": 4, "target_lines": 3, "lines": 60, "sizes": 6, "draws": 3, "seed": 5}
BY_INPUTS = {"inputs": 12, "lines_per_input": 2, "ratios": [0.5, 1, 0.2], "draws": 3, "seed": 5}
SWEEPS = ((schur_by_lines, BY_LINES), (schur_by_inputs, BY_INPUTS))


def arrays(sweep, settings, **changes):
    made = read(sweep.Settings, {**settings, **changes})
    return {name: array.values for name, array in sweep.run(Job(made)).arrays.items()}


def name_of(sweep):
    """What the experiment is called: its modules stand in a package of that name."""
    return sweep.__name__.split(".")[-2]


def words(sweep, settings, output, **changes):
    return job("pnn2017", f"{name_of(sweep)}/one", {**settings, **changes}, output)


def test_norms_by_lines_are_the_library_s_for_the_lines_of_the_draw():
    found, counts = arrays(schur_by_lines, BY_LINES), schur_by_lines.Settings(**BY_LINES).counts()
    assert counts[0] == 4 and counts[-1] == 60 and len(counts) == 6
    for number in range(3):
        rng = generator(5, "schur-by-lines", 4, 3, number)
        targets, lines = random_lines(3, 4, rng), random_lines(60, 4, rng)
        for row, count in enumerate(counts):
            matrix = schur.schur_complement(lines[:count], targets)
            assert found["norm"][row, number] == pytest.approx(np.linalg.norm(matrix, 2), rel=1e-9)
            assert found["mean"][row, number] == pytest.approx(np.trace(matrix) / 3, rel=1e-9)
    assert (np.diff(found["norm"], axis=0) <= 0).all() and (np.diff(found["nearest_mean"], axis=0) <= 0).all()
    assert (found["norm"] <= found["joint_norm"] + 1e-12).all()
    assert (found["joint_norm"] <= found["nearest_norm"] + 1e-12).all() and (
        found["mean"] <= found["nearest_mean"]
    ).all()
    assert (found["mean"].mean(axis=1) > tail(4, counts)).all()


def test_a_longer_sweep_continues_the_lines_of_a_shorter():
    short = arrays(schur_by_lines, BY_LINES, lines=30, sizes=2)
    long = arrays(schur_by_lines, BY_LINES, lines=225, sizes=3, draws=2)
    assert schur_by_lines.Settings(**{**BY_LINES, "lines": 225, "sizes": 3}).counts().tolist() == [4, 30, 225]
    for name, values in short.items():
        np.testing.assert_allclose(long[name][:2], values[:, :2], rtol=1e-10)


def test_norms_by_inputs_are_the_library_s_for_the_lines_of_the_draw():
    found = arrays(schur_by_inputs, BY_INPUTS)
    assert found["target_lines"].tolist() == [12, 24, 5]
    for number in range(3):
        rng = generator(5, "schur-by-inputs", 2, 12, number)
        lines, targets = random_lines(24, 12, rng), random_lines(24, 12, rng)
        for row, count in enumerate((12, 24, 5)):
            own = targets[:count]
            for name, linear in (("norm", False), ("linear_norm", True)):
                assert found[name][row, number] == pytest.approx(schur.norms(lines, own, [24], linear)[0], rel=1e-10)
            [first] = asymptotics.theorem_11_first_order(lines, own, [count])
            assert found["first_order"][row, number] == pytest.approx(first, rel=1e-10)
            given = asymptotics.theorem_13_given_lines(lines, count)
            assert found["linear_given_lines"][row, number] == pytest.approx(given, rel=1e-12)


@pytest.mark.parametrize(("sweep", "settings"), SWEEPS)
def test_a_draw_does_not_depend_on_the_others(sweep, settings):
    whole, fewer = arrays(sweep, settings), arrays(sweep, settings, draws=1)
    other = arrays(sweep, settings, draws=1, seed=6)
    for name in whole.keys() - {"target_lines"}:
        assert np.array_equal(whole[name][:, :1], fewer[name])
        assert not np.array_equal(fewer[name], other[name])


@pytest.mark.parametrize(("sweep", "settings"), SWEEPS)
def test_the_command_line_writes_what_gathers(sweep, settings, tmp_path):
    files = [tmp_path / f"{name}.h5" for name in ("a-1", "b-2")]
    for seed, file in enumerate(files):
        assert run_job.main(words(sweep, settings, file, seed=seed)) == 0
    total = tmp_path / "sweep.h5"
    places = {file: (file.stem, {}) for file in files}
    assert gather.main(gathering("pnn2017", name_of(sweep), places, total)) == 0
    root = store.read(total)
    assert list(root.groups) == ["a-1", "b-2"] and root.attributes["seed"] == 3
    for seed, group in enumerate(root.groups.values()):
        for name, values in arrays(sweep, settings, seed=seed).items():
            assert np.array_equal(group.arrays[name].values, values)
        assert group.attributes["inputs"] == settings["inputs"] and "code" not in group.attributes


def test_gathering_refuses_damage_and_two_of_a_name(tmp_path, capsys):
    first, second, total = tmp_path / "a.h5", tmp_path / "more" / "a.h5", tmp_path / "b.h5"
    for seed, file in enumerate((first, second)):
        assert run_job.main(words(schur_by_lines, BY_LINES, file, seed=seed)) == 0
    capsys.readouterr()
    twice = gathering("pnn2017", "schur_by_lines", {first: ("a", {}), second: ("a", {})}, total)
    assert gather.main(twice) == 1 and not total.exists()
    assert "a: jobs that have the same coordinates must have the same 'joint_norm'" in capsys.readouterr().err
    first.write_bytes(b"no data")
    assert gather.main(gathering("pnn2017", "schur_by_lines", {first: ("a", {})}, total)) == 1
    assert "a.h5" in capsys.readouterr().err and not total.exists()


@pytest.mark.parametrize(
    ("sweep", "settings", "change", "message"),
    [
        (schur_by_lines, BY_LINES, {"inputs": 2}, "inputs must be at least 3"),
        (schur_by_lines, BY_LINES, {"lines": 4}, "more than the 4 inputs"),
        (schur_by_lines, BY_LINES, {"sizes": 1}, "sizes must be at least 2"),
        (schur_by_lines, BY_LINES, {"draws": 0}, "draws must be at least 1"),
        (schur_by_lines, BY_LINES, {"colour": 0}, r"unknown settings \['colour'\]"),
        (schur_by_inputs, BY_INPUTS, {"inputs": 1}, "inputs must be at least 2"),
        (schur_by_inputs, BY_INPUTS, {"ratios": []}, "positive numbers"),
        (schur_by_inputs, BY_INPUTS, {"ratios": [-1.0]}, "positive numbers"),
        (schur_by_inputs, BY_INPUTS, {"ratios": [True]}, "positive numbers"),
        (schur_by_inputs, BY_INPUTS, {"ratios": [0.01]}, "leave a target line with 24 lines"),
        (schur_by_inputs, BY_INPUTS, {"ratios": 0.5}, "ratios must be of type list"),
        (schur_by_inputs, BY_INPUTS, {"seed": -1}, "seed must be at least 0"),
    ],
)
def test_bad_settings_are_refused(sweep, settings, change, message, tmp_path, capsys):
    with pytest.raises(ValueError, match=message):
        read(sweep.Settings, {**settings, **change})
    code = run_job.main(words(sweep, settings, tmp_path / "job.h5", **change))
    refused_in_one_line(code, capsys.readouterr().err, tmp_path, f"{name_of(sweep)}/one")
