"""Snakemake spends next to nothing of its own on a stage, however many have ended and however many wait."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SNAKEFILE = """
from workflow import scheduling

onstart:
    scheduling.look_when_stages_end(workflow)
    print("limit of a run:", workflow.scheduler.job_rate_limiter)

rule all:
    output: "made"
    shell: "touch made"
"""


@pytest.mark.parametrize(("asked", "left"), [([], False), (["5/1s"], True), (["100/2s"], True)])
def test_snakemake_looks_by_the_clock_only_where_a_limit_was_asked_for(tmp_path, asked, left):
    (tmp_path / "Snakefile").write_text(SNAKEFILE)
    words = [word for limit in asked for word in ("--max-jobs-per-timespan", limit)]
    done = subprocess.run(
        [sys.executable, "-m", "snakemake", "--cores", "1", *words],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0 and (tmp_path / "made").is_file(), done.stderr
    assert ("limit of a run: None" in done.stdout) is not left


def test_every_run_begins_so():
    text = (ROOT / "workflow" / "Snakefile").read_text(encoding="utf-8")
    assert "scheduling.look_when_stages_end(workflow)" in text.partition("\nonstart:\n")[2].partition("\n\n\n")[0]
