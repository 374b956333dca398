"""Snakemake spends next to nothing of its own on a stage, however many have ended and however many wait."""

from types import SimpleNamespace

import pytest
from snakemake.cli import get_argument_parser
from snakemake.settings.types import MaxJobsPerTimespan

from workflow.scheduling import look_when_stages_end


def limit_after(words: list[str]) -> MaxJobsPerTimespan | None:
    """What is left of the limit that Snakemake's command line gives."""
    chosen = get_argument_parser().parse_args(words).max_jobs_per_timespan
    settings = SimpleNamespace(max_jobs_per_timespan=chosen)
    look_when_stages_end(settings)
    return settings.max_jobs_per_timespan


def test_snakemake_looks_for_stages_when_one_ends_and_not_by_the_clock():
    assert limit_after([]) is None


@pytest.mark.parametrize(("asked", "jobs", "seconds"), [("5/1s", 5, 1), ("100/1m", 100, 60)])
def test_a_limit_that_was_asked_for_stands(asked, jobs, seconds):
    found = limit_after(["--max-jobs-per-timespan", asked])
    assert (found.max_jobs, found.timespan) == (jobs, seconds)


def test_none_is_left_as_it_is():
    settings = SimpleNamespace(max_jobs_per_timespan=None)
    look_when_stages_end(settings)
    assert settings.max_jobs_per_timespan is None


def test_a_snakefile_that_is_read_before_there_are_settings_is_read():
    look_when_stages_end(None)
