import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest

from pnn import store
from tests.verification.experiments.command_lines import RUN_JOB, gathering, job, refused_in_one_line
from tests.verification.papers.pnn2017.experiments.random_pnn_jobs import SMALL, settings, values
from verification.experiments import gather, run_job
from verification.papers.pnn2017.experiments.random_pnn import networks as random_pnn_networks
from verification.papers.pnn2017.experiments.random_pnn import run as random_pnn

MODES = ("replay", "fresh")


def words(output, *more, **changes):
    return job("pnn2017", "random_pnn/one", {**SMALL, **changes}, output, *more)


def relu_net(weights, samples):
    return np.maximum(samples @ weights, 0).sum(axis=1)


def descend(weights, samples, outputs, stream, rate):
    """One epoch on weights (inputs, neurons), the gradients projected on the weights' directions; as published."""
    order = np.arange(len(samples))
    stream.shuffle(order)
    for rows in order.reshape(-1, SMALL["batch"]):
        x, errors = samples[rows], relu_net(weights, samples[rows]) - outputs[rows]
        gradient = 2 / len(rows) * x.T @ (errors[:, None] * (x @ weights > 0))
        units = weights / np.linalg.norm(weights, axis=0)
        weights = weights - rate * units * (units * gradient).sum(axis=0)
    return weights


def published_errors(simulation):
    """Train and test errors of the restarts of a simulation, on the published program's calls, in float64."""
    neurons, inputs, samples = SMALL["neurons"], SMALL["inputs"], SMALL["samples"]
    seed = (neurons - 1) * 50 + simulation + 1
    target = np.random.RandomState(seed).normal(0, 1 / np.sqrt(inputs), [inputs, SMALL["target_neurons"]])
    train = np.random.RandomState(seed).normal(0, 1, [samples, inputs])
    stream = np.random.RandomState(seed + 1)
    test = stream.normal(0, 1, [samples, inputs])
    lines = stream.normal(0, 1, [inputs, neurons // 2])
    lines = np.repeat(lines / np.linalg.norm(lines, axis=0), 2, axis=1)
    wanted, unseen, errors = relu_net(target, train), relu_net(target, test), []
    for _ in range(SMALL["restarts"]):
        scale = stream.uniform(0, 1, neurons)
        scale[::2] *= -1
        weights = scale * lines
        for epoch in range(SMALL["epochs"]):
            weights = descend(weights, train, wanted, stream, 0.01 * 0.95 ** (epoch / 390))
        pairs = ((train, wanted), (test, unseen))
        errors.append([np.mean((relu_net(weights, x) - y) ** 2) / np.mean(unseen**2) for x, y in pairs])
    return np.array(errors).T


def test_a_replay_is_the_published_program():
    found = values()
    for simulation in range(3):
        train, test = published_errors(simulation)
        assert found["train_mse"][simulation] == pytest.approx(train, rel=1e-4)
        assert found["test_mse"][simulation] == pytest.approx(test, rel=1e-4)


@pytest.mark.parametrize("mode", MODES)
def test_optima_bound_what_was_trained(mode):
    found = values(mode=mode, simulations=6, neurons=20, epochs=30)
    assert (found["schur_value"] <= found["population_optimum"] * (1 + 1e-9)).all()
    assert (found["population_optimum"][:, None] <= found["population_mse"]).all()
    assert (found["empirical_optimum_train"][:, None] <= found["train_mse"]).all()
    assert (found["population_mse"].max(axis=1) < 1).all() and not found["diverged"].any()


def test_long_training_comes_to_the_empirical_optimum():
    found = values(mode="fresh", epochs=1500, learning_rate=0.05, stop_loss=0.0, simulations=4)
    least = found["empirical_optimum_train"][:, None]
    assert found["train_mse"] == pytest.approx(np.broadcast_to(least, found["train_mse"].shape), rel=0.02)


def test_moments_of_the_outputs_are_those_of_a_sample():
    found = values(mode="fresh", samples=100_000, epochs=1, stop_window=1)
    error = np.sqrt(found["output_variance"] / 100_000)
    assert (np.abs(found["test_mean"] - found["output_mean"]) < 6 * error).all()
    assert found["test_variance"] == pytest.approx(found["output_variance"], rel=0.05)


def test_the_affine_optimum_is_that_of_least_squares():
    size = {"mode": "fresh", "samples": 200_000, "epochs": 1, "stop_window": 1, "simulations": 1}
    simulation = random_pnn_networks.make(settings(**size), 0)
    table = np.column_stack([simulation.test, np.ones(len(simulation.test))])
    outputs = simulation.outputs(simulation.test)
    left = outputs - table @ np.linalg.lstsq(table, outputs)[0]
    found = values(**size)["affine_optimum"][0]
    assert found == pytest.approx(np.mean(left**2) / np.mean(outputs**2), rel=0.02)


@pytest.mark.parametrize("mode", MODES)
def test_results_do_not_depend_on_how_simulations_are_cut(mode, monkeypatch):
    whole = values(mode=mode)
    monkeypatch.setattr(random_pnn, "BLOCK", 2)
    cut, fewer = values(mode=mode), values(mode=mode, simulations=2)
    for name, array in whole.items():
        assert np.array_equal(cut[name], array) and np.array_equal(fewer[name], array[:2])


@pytest.mark.parametrize("mode", MODES)
def test_engines_give_the_same_errors(mode):
    first, second = (values(mode=mode, engine=name) for name in ("compiled", "torch"))
    for name in ("train_mse", "test_mse", "population_mse"):
        assert first[name] == pytest.approx(second[name], rel=1e-4)


def test_lines_of_a_fresh_simulation_are_unit_and_its_starts_alternate():
    simulation = random_pnn_networks.make(settings(mode="fresh"), 1)
    assert np.linalg.norm(simulation.lines, axis=1) == pytest.approx(np.ones(3))
    assert (simulation.starts[:, ::2] < 0).all() and (simulation.starts[:, 1::2] > 0).all()
    assert not np.array_equal(simulation.target, random_pnn_networks.make(settings(mode="fresh"), 2).target)


def test_the_command_line_writes_what_gathers(tmp_path):
    jobs = {}
    for mode in MODES:
        for neurons in (6, 4):
            output = tmp_path / f"{mode}-{neurons}.h5"
            assert run_job.main(words(output, mode=mode, neurons=neurons)) == 0
            jobs[output] = mode, {"neurons": neurons}
    total = tmp_path / "random_pnn.h5"
    assert gather.main(gathering("pnn2017", "random_pnn", jobs, total)) == 0
    root = store.read(total)
    assert set(root.groups) == set(MODES)
    fresh = root.groups["fresh"]
    assert fresh.axes["neurons"].values.tolist() == [4, 6]
    assert fresh.arrays["test_mse"].axes == ("neurons", "simulation", "restart")
    assert fresh.arrays["schur_value"].values.shape == (2, 3)
    assert np.array_equal(root.groups["replay"].arrays["test_mse"].values[1], values()["test_mse"])


@pytest.mark.parametrize("mode", MODES)
def test_a_job_with_checkpoints_leaves_none_and_the_same_bytes(tmp_path, mode):
    assert run_job.main(words(tmp_path / "plain.h5", mode=mode)) == 0
    kept = tmp_path / "checkpoints"
    assert run_job.main(words(tmp_path / "kept.h5", "--checkpoint", kept, "--seconds", 0, mode=mode)) == 0
    assert (tmp_path / "plain.h5").read_bytes() == (tmp_path / "kept.h5").read_bytes()
    assert not list(kept.iterdir())


def test_a_killed_replay_goes_on_and_leaves_the_same_bytes(tmp_path):
    size = {"samples": 10_000, "epochs": 60, "restarts": 3, "neurons": 40}
    assert run_job.main(words(tmp_path / "whole" / "job.h5", **size)) == 0
    output, kept = tmp_path / "killed" / "job.h5", tmp_path / "checkpoints"
    again = words(output, "--checkpoint", kept, "--seconds", 0, **size)
    process = subprocess.Popen([sys.executable, "-m", RUN_JOB, *again], stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not list(kept.glob("*restart-1.checkpoint")) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert len(list(kept.glob("*.checkpoint"))) == 2 and not output.exists()
    assert run_job.main(again) == 0
    assert output.read_bytes() == (tmp_path / "whole" / "job.h5").read_bytes()
    assert not list(kept.iterdir())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"mode": "fixed"}, "mode must be one of"),
        ({"neurons": 7}, "neurons must be even"),
        ({"simulations": 51}, "the authors' numbers are for 50 simulations"),
        ({"restarts": 0}, "restarts must be at least 1"),
        ({"samples": 150}, "whole batches"),
        ({"epochs": 0}, "at least one epoch"),
        ({"epochs": 2.0}, "epochs must be of type int"),
        ({"seed": -1}, "must not be negative"),
        ({"colour": 1}, r"unknown settings \['colour'\]"),
    ],
)
def test_bad_settings_are_refused(change, message, tmp_path, capsys):
    with pytest.raises(ValueError, match=message):
        settings(**change)
    code = run_job.main(words(tmp_path / "job.h5", **change))
    refused_in_one_line(code, capsys.readouterr().err, tmp_path, "random_pnn/one")
