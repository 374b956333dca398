"""The conditions of the sweeps: each has settings that its job takes, and says the memory that it needs."""

import pytest
from workflow.sweeps import SWEEPS, conditions, memory

from pnn import triangle
from verification.experiments import settings as command
from verification.papers.pnn2017.experiments.schur_by_inputs import run as schur_by_inputs
from verification.papers.pnn2017.experiments.schur_by_lines import run as schur_by_lines
from workflow import sweeps
from workflow.settings import validated

KINDS = {"schur_by_lines": schur_by_lines.Settings, "schur_by_inputs": schur_by_inputs.Settings}


@pytest.mark.parametrize("sweep", SWEEPS)
def test_every_condition_has_settings_that_its_job_takes(sweep):
    for condition in conditions(sweep, validated({})).values():
        command.read(KINDS[sweep], condition)


def test_conditions_are_named_by_what_they_are():
    config = validated({})
    by_lines, by_inputs = (conditions(sweep, config) for sweep in SWEEPS)
    assert list(by_lines) == ["short-5-5", "short-10-10", "short-15-20", "short-30-30", "long-15-20"]
    assert by_lines["long-15-20"] | {"lines": 1000, "draws": 50} == by_lines["short-15-20"]
    assert by_inputs["4-800"]["ratios"] == [0.25, 0.5] and by_inputs["4-800"]["draws"] == 8
    assert len(by_inputs) == 14


def test_the_limit_of_memory_is_the_library_s():
    assert sweeps.MOST_IN_MEMORY == triangle.MOST_IN_MEMORY


def test_memory_grows_with_the_size_and_stays_below_four_gigabytes():
    config = validated({"schur_by_lines": {"long_lines": 40_000}})
    needs = {name: memory(one) for sweep in SWEEPS for name, one in conditions(sweep, config).items()}
    assert max(needs.values()) < 4000 and min(needs.values()) < 600
    assert needs["4-2000"] > needs["4-1400"] > needs["1-2000"] > needs["1-50"]
    assert 1130 < needs["long-15-20"] < 2000  # measured: 1.13 GB, its triangle being in files
