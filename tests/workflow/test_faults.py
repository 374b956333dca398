"""Kills, a full disk, damaged files, two runs at once: nothing is lost, half written or read wrong."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pnn import store
from tests.workflow.conftest import (
    TINY,
    Pipeline,
    configured,
    copied,
    data_files,
    edited,
    gathered,
    own_data,
    papers_data,
    put_back,
    stages,
)
from workflow.report import last_page

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pipeline")]
RUN = ("--cores", "2")
TRAINING = tuple(gathered("degree_one", "random_pnn"))
KILLS, LATEST = 10, 12.0  # seconds after the start


@pytest.fixture
def house(tmp_path) -> Pipeline:
    """A fresh copy of the project."""
    return copied(tmp_path / "a house")


def finished(house: Pipeline, *until: str) -> None:
    """Run to the end."""
    done = house.snakemake(*RUN, *until)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-6000:]


def killed(running: dict[int, str], rng: np.random.Generator) -> bool:
    """End one process at random; False where there is none, or it was just over."""
    if not running:
        return False
    try:
        os.kill(int(rng.choice(list(running))), signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def kill_a_stage(run: subprocess.Popen, house: Pipeline, rng: np.random.Generator) -> None:
    """End one stage at random, as soon as one runs, and let the run see to the rest."""
    while not killed(stages(house.folder), rng):
        assert run.poll() is None, house.output[-3000:]
        time.sleep(0.05)
    run.send_signal(signal.SIGINT)
    run.wait(timeout=120)


def kill_the_run(run: subprocess.Popen, house: Pipeline) -> None:
    """End the main process; its stages live on, and the next run starts beside them."""
    run.send_signal(signal.SIGKILL)
    run.wait(timeout=120)
    assert house.snakemake("--unlock").returncode == 0


def test_after_ten_kills_the_results_are_those_of_an_undisturbed_run(house, local_run):
    house.configure(papers=["pnn2017"])
    rng = np.random.default_rng(5)
    for number in range(KILLS):
        run = house.start(*RUN)
        time.sleep(rng.uniform(1.0, LATEST))
        assert run.poll() is None, house.output[-3000:]
        kill_the_run(run, house) if number % 2 else kill_a_stage(run, house, rng)
    while stages(house.folder):
        time.sleep(0.1)
    finished(house)
    made, whole = (papers_data(results, {"pnn2017"}) for results in (house.results, local_run))
    assert len(made) > 100 and made.items() <= whole.items()
    assert not list(house.results.rglob(".*"))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_full_disk_is_named_and_leaves_nothing_half_written(house, pipeline):
    house.results.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(house.results)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("no file system can be mounted here")
    try:
        done = house.snakemake(*RUN, *TRAINING)
        assert done.returncode != 0
        assert "No space left on device" in done.stdout + done.stderr
        for path in house.results.rglob("*.h5"):
            store.check_digest(path)
        subprocess.run(["mount", "-o", "remount,size=500m", str(house.results)], check=True)
        finished(house, *TRAINING)
        made, whole = (data_files(folder) for folder in (house.results, pipeline.results))
        assert len(made) > 10 and made.items() <= whole.items()
    finally:
        subprocess.run(["umount", str(house.results)], check=True)


def with_a_bit_flipped(whole: bytes) -> bytes:
    """The bytes with one bit in their middle turned."""
    middle = len(whole) // 2
    return whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]


@contextmanager
def damaged(path: Path, content: bytes) -> Iterator[None]:
    """A file with other bytes and its old time stamp, and put back."""
    whole, times = path.read_bytes(), path.stat()
    path.write_bytes(content)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    try:
        yield
    finally:
        path.write_bytes(whole)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def held_against_its_digest(path: Path) -> None:
    """Hold a file against its digest as the stages do that read it."""
    listing = path.with_suffix(".sha256")
    if path.parent.name == "figures" and listing.is_file():
        store.check_digests(listing)
    else:
        store.check_digest(path)


@pytest.mark.parametrize("damage", ["flipped", "truncated"])
def test_every_file_with_one_byte_wrong_is_named_and_refused(pipeline, damage):
    stems = [path.with_suffix("") for path in (pipeline.results / "figures").glob("*.json")]
    drawn = [stem.with_name(f"{stem.name}.{kind}") for stem in stems for kind in ("pdf", "svg", "png", "csv", "json")]
    paths = [*own_data(pipeline.results), pipeline.results / "ledger.json", *drawn]
    assert len(paths) > 100
    for path in paths:
        whole = path.read_bytes()
        with damaged(path, whole[:-1] if damage == "truncated" else with_a_bit_flipped(whole)):
            with pytest.raises(store.DamagedFile) as error:
                held_against_its_digest(path)
            assert path.name in str(error.value)


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("ledger.json", "build_page"),
        ("figures/figure_6.svg", "build_page"),
        ("figures/figure_6.pdf", "bind_figures"),
        ("experiments/figure_data.h5", "draw_figure"),
        ("checks/pnn2017/kernel/symbolic.h5", "write_manifest"),
        ("manifest.sha256", "build_page"),
    ],
)
def test_the_stage_that_would_read_a_damaged_file_names_it_and_stops(pipeline, name, rule):
    path = pipeline.results / name
    with put_back(pipeline), damaged(path, with_a_bit_flipped(path.read_bytes())):
        done = pipeline.snakemake("--cores", "1", "--forcerun", rule, "--until", rule)
    assert done.returncode != 0
    assert "do not match" in done.stderr or "no list of digests" in done.stderr
    assert path.name in done.stderr


def test_a_second_run_in_the_same_folder_is_refused(house):
    """The stages of the first are held for so long."""
    first = house.start(*RUN, *gathered("degree_one"))
    while not (held := stages(house.folder)):
        assert first.poll() is None
        time.sleep(0.1)
    for stage in held:
        os.kill(stage, signal.SIGSTOP)
    try:
        second = house.snakemake(*RUN, *gathered("degree_one"))
    finally:
        for stage in held:
            os.kill(stage, signal.SIGCONT)
        ended = first.wait(timeout=600)
    assert second.returncode != 0 and "cannot be locked" in second.stdout + second.stderr
    assert ended == 0, house.output[-3000:]


@pytest.mark.skipif(os.geteuid() != 0, reason="written for root, whom permissions do not stop")
def test_a_read_only_results_folder_is_named(house):
    house.results.mkdir()
    folder = str(house.results)
    if subprocess.run(["mount", "--bind", folder, folder], check=False, capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        if subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=False).returncode:
            pytest.skip("no file system can be mounted here for reading only")
        done = house.snakemake(*RUN)
    finally:
        subprocess.run(["umount", folder], check=True)
    assert done.returncode != 0
    assert "Read-only file system" in done.stdout + done.stderr
    assert house.results.name in done.stdout + done.stderr
    assert not list(house.results.iterdir())


def test_a_stage_that_raises_stops_what_needs_it_and_nothing_else(pipeline):
    whole, checks = data_files(pipeline.results), pipeline.results / "checks/pnn2017"
    others = [checks / "kernel/numerical.h5", checks / "lemmas/exact.h5", checks / "degree_one/experiment.h5"]
    for path in [*others, pipeline.results / "ledger.json"]:
        path.unlink()
    with edited(
        pipeline.folder / "verification/papers/pnn2017/kernel/exact.py", "\n\n\n", "\nraise OSError('broken')\n\n"
    ):
        done = pipeline.snakemake(*RUN)
    assert done.returncode != 0
    assert "OSError: broken" in done.stdout + done.stderr
    assert not (checks / "kernel/exact.h5").exists() and not (pipeline.results / "ledger.json").exists()
    assert all(path.is_file() for path in others)
    style = pipeline.results / "report" / "style.css"
    assert last_page.SAYS in style.read_text()  # the page that is there is an earlier run's
    finished(pipeline)
    assert last_page.SAYS not in style.read_text()
    assert data_files(pipeline.results) == whole


def test_training_that_diverges_is_told_and_gives_no_verdict(pipeline):
    diverging = TINY["degree_one"] | {"learning_rate": 1e6}
    with put_back(pipeline), configured(pipeline, degree_one=diverging):
        done = pipeline.snakemake(*RUN)
        ledger = json.loads((pipeline.results / "ledger.json").read_text())
        page = (pipeline.results / "report/experiments.html").read_text()
    assert done.returncode != 0
    assert "pnn.figure-10:published-counts: the experiment check" in done.stdout + done.stderr
    assert {failure["claim"] for failure in ledger["failures"]} == {"pnn.figure-10"}
    parts = next(claim["parts"] for claim in ledger["claims"] if claim["id"] == "pnn.figure-10")
    told = [check for part in parts for check in part["checks"] if check["method"] == "experiment"]
    assert len(told) > 5 and {check["verdict"] for check in told} == {"undecided"}
    assert all("every trial diverged" in check["numbers"]["no verdict"] for check in told)
    trials = TINY["degree_one"]["replay_trials"] * len(TINY["degree_one"]["neurons"])
    assert f"replay</th><td>{trials}</td><td>0</td><td>0</td><td>0</td><td>{trials}</td>" in page
    assert "no verdict: all diverged" in page


def test_a_path_from_the_config_reaches_no_shell(house):
    marker = house.folder / "touched"
    name = "results; touch touched #'\"$(touch touched)"
    house.configure(results=name)
    done = house.snakemake(*RUN, f"{name}/experiments/figure_data.h5")
    assert done.returncode == 0, done.stderr[-3000:]
    assert not marker.exists()
    assert (house.folder / name / "experiments" / "figure_data.h5").is_file()


def test_a_run_needs_no_network(pipeline):
    if not pipeline.within:
        pytest.skip("the network cannot be taken away here")
    program = "import socket; socket.create_connection(('127.0.0.1', 9), timeout=2)"
    done = subprocess.run(
        [*pipeline.within, sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert "Network is unreachable" in done.stderr
    assert (pipeline.results / "report/index.html").is_file()


def test_a_run_from_another_folder_leaves_its_results_there(house, pipeline, tmp_path):
    elsewhere = tmp_path / "else where ü"
    elsewhere.mkdir()
    away = replace(house, folder=elsewhere)
    away.configure()
    done = away.snakemake(*RUN, "--snakefile", str(house.folder / "Snakefile"), *gathered("figure_data"))
    assert done.returncode == 0, done.stderr[-3000:]
    made = {path.name: path.read_bytes() for path in (away.results / "experiments").glob("*.h5")}
    assert list(made) == ["figure_data.h5"]
    assert made["figure_data.h5"] == (pipeline.results / "experiments" / "figure_data.h5").read_bytes()
    assert not house.results.exists()


def test_nothing_is_unpickled_or_evaluated():
    words = ("pickle.load", "yaml.load(", "yaml.unsafe", "allow_pickle=True", "torch.load(", "os.system", "shell=True")
    root = Path(__file__).resolve().parents[2]
    for folder in ("pnn", "verification", "workflow", "benchmarks"):
        for path in (root / folder).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            assert not [word for word in words if word in text], path
