"""What a run says on a terminal: events of Snakemake in, lines out."""

import importlib.util
import logging
import re
from types import SimpleNamespace

import pytest
from snakemake_interface_logger_plugins.common import LogEvent

from workflow.paths import ROOT

PLACE = ROOT / "workflow" / "terminal" / "snakemake_logger_plugin_stages" / "__init__.py"
LINE = re.compile(r" *(\d+) of 12 +(\d+m \d\ds|\d+h \d\dm) left +\d+\.\d s  (.*)")


@pytest.fixture
def handler():
    spec = importlib.util.spec_from_file_location("stages", PLACE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made = module.LogHandler(SimpleNamespace(dryrun=False, nocolor=False, show_failed_logs=True), None)
    made.clock = module._clock
    return made


def event(kind, level=logging.INFO, message="", **fields):
    record = logging.LogRecord("snakemake", level, "", 0, message, None, None)
    record.__dict__.update(fields, event=kind)
    return record


def test_a_finished_stage_is_one_line_with_count_and_time_left(handler, capsys):
    handler.emit(event(LogEvent.RUN_INFO, stats={"total": 12}))
    for number in (7, 8):
        handler.emit(event(LogEvent.JOB_INFO, jobid=number, rule_name="check_topic", wildcards={"topic": f"t{number}"}))
    handler.started -= 100  # as if begun so many seconds ago
    for number in (8, 7):
        handler.emit(event(LogEvent.JOB_FINISHED, job_id=number))
    lines = [LINE.fullmatch(line) for line in capsys.readouterr().err.splitlines()]
    assert [line[3] for line in lines] == ["check_topic t8", "check_topic t7"]
    assert [line[2] for line in lines] == ["18m 20s", "8m 20s"]  # eleven times 100 s, five times


def test_only_warnings_failures_and_the_end_are_said_beside(handler, capsys, tmp_path):
    handler.emit(event(None, message="Building DAG of jobs..."))
    handler.emit(event(LogEvent.SHELLCMD, message="python -m x"))
    assert capsys.readouterr().err == ""
    handler.emit(event(None, logging.WARNING, "this is odd"))
    handler.emit(event(None, message="Nothing to be done (all requested files are present and up to date)."))
    said = capsys.readouterr().err
    assert "this is odd" in said and "Nothing to be done" in said


def test_a_failure_shows_the_log_of_the_stage(handler, capsys, tmp_path):
    log = tmp_path / "stage.log"
    log.write_text("the reason stands here\n")
    fields = {"rule_name": "run_job", "jobid": 3, "input": [], "output": ["a.h5"], "log": [str(log)], "conda_env": None}
    fields |= {"container_img": None, "shellcmd": "false", "indent": False, "aux": {}, "rule_msg": None}
    handler.emit(event(LogEvent.JOB_ERROR, logging.ERROR, "Error in rule run_job", **fields))
    said = capsys.readouterr().err
    assert "run_job" in said and "the reason stands here" in said


def test_without_a_terminal_lines_have_no_colours(handler, capsys):
    handler.emit(event(LogEvent.JOB_FINISHED, job_id=1))
    assert "\033" not in capsys.readouterr().err
    handler.colours = True
    handler.emit(event(LogEvent.JOB_FINISHED, job_id=2))
    assert "\033[32m" in capsys.readouterr().err


def test_long_times_are_hours_and_minutes(handler):
    assert [handler.clock(seconds) for seconds in (0, 59.6, 3599, 3600, 7320)] == [
        "0m 00s",
        "1m 00s",
        "59m 59s",
        "1h 00m",
        "2h 02m",
    ]
