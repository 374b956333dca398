import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest

from pnn import store
from tests.verification.experiments.command_lines import RUN_JOB, gathering, job, refused_in_one_line
from tests.verification.papers.pnn2017.experiments.degree_one_jobs import SMALL, settings, values
from verification.experiments import gather, run_job
from verification.experiments.job import Job
from verification.papers.pnn2017.experiments.degree_one import run as degree_one


def words(output, *more, **changes):
    return job("pnn2017", "degree_one/one", {**SMALL, **changes}, output, *more)


def test_the_first_trials_of_the_published_program_end_as_published():
    """Of Figure 10a: trial 0 reaches a global minimum, trial 1 a poor one."""
    found = values(trials=2, samples=10_000, epochs=1000)
    assert found["bad"].tolist() == [False, True]
    assert found["region_has_global"].tolist() == [True, False]
    assert found["final_loss"][1] == pytest.approx(found["region_optimum"][1], rel=0.02)
    assert found["end_is_local_minimum"].all()


@pytest.mark.slow
def test_the_replay_gives_the_published_counts():
    published = {2: 55, 3: 51, 4: 22, 5: 17, 10: 4}
    full = {"trials": 100, "samples": 10_000, "epochs": 1000}
    assert {ratio: int(values(ratio=ratio, **full)["bad"].sum()) for ratio in published} == published


def test_engines_give_the_same_verdicts_on_the_replay():
    first, second = (values(engine=name, epochs=150, trials=6) for name in ("compiled", "torch"))
    assert np.array_equal(first["bad"], second["bad"])
    assert first["final_loss"] == pytest.approx(second["final_loss"], rel=1e-2, abs=1e-9)


@pytest.mark.parametrize("mode", ["replay", "fixed", "fresh"])
def test_results_do_not_depend_on_how_trials_are_cut(mode, monkeypatch):
    whole = values(mode=mode, trials=5)
    monkeypatch.setattr(degree_one, "BLOCK", 3)
    cut, fewer = values(mode=mode, trials=5), values(mode=mode, trials=4)
    for name, array in whole.items():
        assert np.array_equal(cut[name], array, equal_nan=True)
        assert np.array_equal(fewer[name], array[:4], equal_nan=True)


def test_early_runs_use_up_the_stream_of_the_runs_that_count(monkeypatch):
    with_them = values(trials=4)
    monkeypatch.setattr(degree_one, "FIRST_RUNS", {})
    without = values(trials=4)
    differ = with_them["final_loss"] != without["final_loss"]
    assert differ.tolist() == [True, True, True, False]


def test_example_curves_start_high_and_fall():
    group = degree_one.run(Job(settings(samples=10_000, epochs=150, trials=2))).groups["curves"]
    loss = group.arrays["loss"].values
    assert loss.shape == (2, 150)
    assert (loss[:, 0] > 0.2).all() and loss[0, 120] < 1e-5 and 0.01 < loss[1, 120] < 0.013


def test_a_divergence_is_no_verdict():
    found = values(mode="fixed", learning_rate=5.0)
    assert found["diverged"].all() and np.isnan(found["final_loss"]).all()
    assert not (found["bad"] | found["misjudged"] | found["end_is_local_minimum"]).any()


def test_the_command_line_writes_what_gathers(tmp_path):
    jobs = {}
    for mode in ("replay", "fresh"):
        for ratio in (3, 2):
            output = tmp_path / f"{mode}-{ratio}.h5"
            assert run_job.main(words(output, mode=mode, ratio=ratio, trials=3 if mode == "replay" else 5)) == 0
            jobs[output] = mode, {"ratio": ratio}
    total = tmp_path / "degree_one.h5"
    assert gather.main(gathering("pnn2017", "degree_one", jobs, total)) == 0
    root = store.read(total)
    assert set(root.groups) == {"replay", "fresh", "curves"}
    assert root.groups["fresh"].axes["ratio"].values.tolist() == [2, 3]
    assert root.groups["fresh"].arrays["bad"].values.shape == (2, 5)
    assert np.array_equal(root.groups["replay"].arrays["final_loss"].values[1], values(ratio=3, trials=3)["final_loss"])
    assert root.groups["replay"].attributes == {"engine": "compiled", "device": "cpu"}
    assert root.attributes["id"] == "degree_one" and root.attributes["seed"] == 3


def test_a_killed_job_goes_on_and_leaves_the_same_bytes(tmp_path):
    size = {"trials": 30, "samples": 10_000, "epochs": 400}
    assert run_job.main(words(tmp_path / "whole" / "job.h5", **size)) == 0
    output, kept = tmp_path / "killed" / "job.h5", tmp_path / "checkpoints"
    command = [sys.executable, "-m", RUN_JOB, *words(output, "--checkpoint", kept, "--seconds", 0, **size)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not list(kept.glob("*trials-from-0.checkpoint")) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert list(kept.glob("*.checkpoint")) and not output.exists()
    assert subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0
    assert output.read_bytes() == (tmp_path / "whole" / "job.h5").read_bytes()
    assert not list(kept.iterdir())


def test_bad_settings_end_in_one_line(tmp_path, capsys):
    code = run_job.main(words(tmp_path / "job.h5", samples=1050))
    message = capsys.readouterr().err
    refused_in_one_line(code, message, tmp_path, "degree_one/one")
    assert "whole batches of 100" in message
