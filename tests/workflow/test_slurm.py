"""The profile on a real SLURM: the same results as a local run, through cancelled jobs and a killed main process."""

import re
import signal
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.workflow import slurm_cluster
from tests.workflow.conftest import Pipeline, copied, data_files, gathered, papers_data, stages

PROFILE = ("--profile", "workflow/profiles/slurm")
TRAINING = tuple(gathered("degree_one", "random_pnn"))
PAPER = "width2019"  # the one with fewest stages; it has every kind of rule
PREFIX = "porcupine"
LACKING = slurm_cluster.missing() or (
    "" if find_spec("snakemake_executor_plugin_slurm") else "no SLURM plugin here: make slurm-plugin"
)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("slurm"),
    pytest.mark.skipif(bool(LACKING), reason=LACKING),
]
SUBMITTED = re.compile(r"has been submitted with SLURM jobid (\d+)")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    running = slurm_cluster.Cluster(tmp_path_factory.mktemp("slurm"))
    try:
        running.start()
        yield running
    finally:
        running.stop()


@pytest.fixture
def house(tmp_path, cluster) -> Pipeline:
    """A fresh copy of the project whose jobs go to the cluster."""
    return copied(tmp_path / "house", cluster.environment)


def wait_for(condition, seconds: float = 240.0):
    """The first true value of `condition()`."""
    end = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)
    return value


def test_a_run_of_a_whole_paper_leaves_what_a_local_run_leaves(house, local_run):
    house.configure(papers=[PAPER])
    done = house.snakemake(*PROFILE)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-6000:]
    made, whole = (papers_data(results, {PAPER}) for results in (house.results, local_run))
    assert len(made) > 50 and made.items() <= whole.items()
    submissions = len(SUBMITTED.findall(done.stdout + done.stderr))
    assert 5 < submissions < 100, submissions


def test_training_is_scheduled_on_a_gpu_where_the_config_asks_for_one(house, cluster):
    house.configure(device="cuda")
    done = house.snakemake(*PROFILE, "--retries", "0", *gathered("degree_one"))
    first = SUBMITTED.search(done.stdout + done.stderr)
    assert first, done.stderr[-3000:]
    assert re.search(r"TresPer(Job|Node)=gres(:|/)gpu[:=]1", cluster.ask("scontrol", "show", "job", first[1]))
    logs = (house.results / "logs" / "experiments" / "degree_one").glob("*.log")
    assert done.returncode != 0
    assert any("torch finds no CUDA device" in log.read_text() for log in logs)


def test_a_cancelled_job_is_submitted_again(house, cluster, local_run):
    run = house.start(*PROFILE, *gathered("degree_one"))
    victim, *_, comment = wait_for(lambda: [job for job in cluster.jobs() if job[1] == "RUNNING"])[0]
    cluster.ask("scancel", victim)
    assert run.wait(timeout=600) == 0, house.output[-4000:]
    assert "Trying to restart job" in house.output
    tries = [job for job, *_, told in cluster.jobs("all") if told == comment and int(job) >= int(victim)]
    assert [cluster.memory(job) for job in tries] == [1500, 3000]
    folder = Path("experiments", "degree_one")
    made, whole = (data_files(results / folder) for results in (house.results, local_run))
    assert len(made) > 5 and made == whole


def test_a_killed_main_process_is_restarted_as_documented(house, cluster, local_run):
    run = house.start(*PROFILE, *TRAINING)
    wait_for(lambda: len(list(house.results.rglob("*.h5"))) > 3 and stages(house.folder))
    run.send_signal(signal.SIGKILL)
    run.wait()
    kept = {path: path.stat().st_mtime_ns for path in house.results.rglob("*.h5")}
    cluster.cancel(PREFIX)
    assert house.snakemake(*PROFILE, "--unlock").returncode == 0
    wait_for(lambda: not stages(house.folder))
    again = house.start(*PROFILE, *TRAINING)
    while again.poll() is None:
        running = stages(house.folder)
        assert len(set(running.values())) == len(running), running
        time.sleep(0.1)
    assert again.returncode == 0, house.output[-4000:]
    made, whole = data_files(house.results), data_files(local_run)
    assert len(made) > 15 and made.items() <= whole.items()
    assert sum(path.stat().st_mtime_ns == before for path, before in kept.items()) > 0
