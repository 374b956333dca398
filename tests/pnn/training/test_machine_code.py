"""A process that compiles a kernel and one that loads it come to the same bytes."""

import json
import os
import subprocess
import sys

import pytest

from tests.verification.papers.pnn2017.experiments import degree_one_jobs, random_pnn_jobs

JOBS = {
    "degree_one": [degree_one_jobs.SMALL, degree_one_jobs.SMALL | {"mode": "fresh"}],
    "random_pnn": [
        random_pnn_jobs.SMALL | {"neurons": 50, "inputs": 15, "simulations": 1},
        random_pnn_jobs.SMALL | {"neurons": 50, "inputs": 15, "simulations": 1, "mode": "fresh"},
    ],
}


@pytest.mark.parametrize(("name", "job"), [(name, job) for name, jobs in JOBS.items() for job in jobs])
def test_compiled_and_loaded_code_agree(name, job, tmp_path):
    environment = {**os.environ, "NUMBA_CACHE_DIR": str(tmp_path / "cache")}
    for output in ("compiled.h5", "loaded.h5"):
        words = ["--settings", json.dumps(job), "--code", "x", "--output", str(tmp_path / output)]
        command = [sys.executable, "-m", "verification.experiments.run_job", "pnn2017", name, *words]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        assert list((tmp_path / "cache").rglob("*.nbc"))
    assert (tmp_path / "compiled.h5").read_bytes() == (tmp_path / "loaded.h5").read_bytes()
