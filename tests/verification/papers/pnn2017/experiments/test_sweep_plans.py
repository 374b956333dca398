"""The plans of the experiments: every job has settings that it takes, and a sweep's jobs the memory that they need."""

import importlib

import pytest

from pnn import triangle
from verification import wings
from verification.experiments.settings import read
from verification.papers.pnn2017.experiments import memory
from workflow.settings import run_of, validated

EXPERIMENTS = wings.experiments(["pnn2017"])


def jobs(experiment, **config):
    """The jobs of an experiment by name, out of a configuration."""
    complete, one = validated(config), EXPERIMENTS[experiment]
    found = one.jobs(complete[one.section[0]], run_of(complete))
    return {name.removeprefix(f"{experiment}/"): job for name, job in found.items()}


@pytest.mark.parametrize("experiment", EXPERIMENTS)
def test_every_job_has_settings_that_it_takes(experiment):
    kind = importlib.import_module(f"{EXPERIMENTS[experiment].room}.run").Settings
    found = jobs(experiment)
    assert found
    for job in found.values():
        read(kind, job.settings)


def test_jobs_of_sweeps_are_named_by_what_they_are_and_have_a_group_of_that_name():
    by_lines, by_inputs = jobs("schur_by_lines"), jobs("schur_by_inputs")
    assert list(by_lines) == ["short-5-5", "short-10-10", "short-15-20", "short-30-30", "long-15-20"]
    long, short = (by_lines[f"{reach}-15-20"].settings for reach in ("long", "short"))
    assert {**long, "lines": 1000, "draws": 50} == short
    assert by_inputs["4-800"].settings["ratios"] == [0.25, 0.5] and by_inputs["4-800"].settings["draws"] == 8
    assert len(by_inputs) == 14
    for name, job in (by_lines | by_inputs).items():
        assert (job.name, job.group, job.at) == (name, name, {})


def test_the_limit_of_memory_is_the_library_s():
    assert memory.MOST_IN_MEMORY == triangle.MOST_IN_MEMORY


def test_memory_grows_with_the_size_and_stays_below_four_gigabytes():
    long = {"schur_by_lines": {"long_lines": 40_000}}
    needs = {
        name: job.memory for sweep in ("schur_by_lines", "schur_by_inputs") for name, job in jobs(sweep, **long).items()
    }
    assert len(needs) == 19 and max(needs.values()) < 4000 and min(needs.values()) < 600
    assert needs["4-2000"] > needs["4-1400"] > needs["1-2000"] > needs["1-50"]
    assert 260 < needs["long-15-20"] < 600  # its triangle in a file; 10,000 lines took 0.22 GB


@pytest.mark.parametrize(("experiment", "rising"), [("degree_one", False), ("random_pnn", True)])
def test_training_asks_for_a_gpu_where_the_config_wants_one_and_starts_the_longest_jobs_first(experiment, rising):
    for device, gpus in (("auto", 0), ("cpu", 0), ("cuda", 1)):
        found = jobs(experiment, device=device)
        assert {job.gpus for job in found.values()} == {gpus}
        assert {job.settings["device"] for job in found.values()} == {device}
    neurons = {int(name.split("-")[1]): job.priority for name, job in found.items()}
    assert [neurons[k] for k in sorted(neurons)] == (sorted(neurons) if rising else [0] * len(neurons))


def test_replays_have_the_authors_seeds_whatever_ours_is():
    for experiment in ("degree_one", "random_pnn"):
        seeds = {job.group: job.settings["seed"] for job in jobs(experiment, seed=7).values()}
        assert seeds.pop("fresh") == 7 and set(seeds.values()) == {0}
