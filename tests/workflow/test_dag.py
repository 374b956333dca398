"""Exactly what changed reruns: on the real DAG, after a real run."""

import json
import re
from pathlib import Path

import pytest
import xarray

from pnn import store
from pnn.training.device import has_cuda
from tests.guests import paper, put
from tests.workflow.conftest import TINY, configured, edited, own_data, put_back

pytestmark = pytest.mark.xdist_group("pipeline")
PAGE = {"build_page", "all"}
LEDGER = {"assemble_ledger", "judge_ledger", "write_manifest"} | PAGE


def rules(jobs: set[str]) -> set[str]:
    return {job.split()[0] for job in jobs}


def experiments(jobs: set[str]) -> set[str]:
    """The experiments of which a job would run."""
    return {job.removeprefix("run_job piece ").split("/")[0] for job in jobs if job.startswith("run_job ")}


def test_a_second_run_does_nothing(pipeline):
    assert pipeline.planned() == set()
    assert "Nothing to be done" in pipeline.snakemake("--cores", "2").stderr


def test_every_claim_stands_and_the_ledger_has_its_shape(pipeline):
    ledger = json.loads((pipeline.results / "ledger.json").read_text())
    assert {"schema", "run", "claims"} <= set(ledger)
    assert ledger["failures"] == []
    for claim in ledger["claims"]:
        assert {"id", "paper", "label", "title", "status", "verdict", "parts"} <= set(claim)
        for part in claim["parts"]:
            assert {"name", "role", "expected", "strength", "verdict", "checks"} <= set(part)
            for check in part["checks"]:
                assert {"method", "scope", "verdict", "margin", "wrong_variants"} <= set(check)
                ran = check["verdict"] != "not-run"  # these runs leave Coq out: `formal: off`
                assert ran == (check["method"] != "formal") == bool(check["wrong_variants"]), check["name"]
                assert all(check["wrong_variants"].values()), (claim["id"], check["name"])


@pytest.mark.parametrize(
    ("changes", "expected", "untouched"),
    [
        (
            {"figures": {"grid": 33, "lines": 12}},
            {"run_job piece figure_data", "draw_figure", "bind_figures"},
            {"check_topic", "gather_jobs"},
        ),
        (
            {"checks": {"samples": 1_000_001, "instances": 20}},
            {"check_topic", "assemble_ledger"},
            {"draw_figure", "run_job"},
        ),
        ({"size": "quick"}, {"assemble_ledger", "judge_ledger", "build_page"}, {"check_topic", "run_job"}),
    ],
)
def test_a_changed_key_reruns_the_stages_that_use_it(pipeline, changes, expected, untouched):
    with configured(pipeline, **changes):
        jobs = pipeline.planned()
    assert expected <= jobs | rules(jobs)
    assert not untouched & rules(jobs)
    assert experiments(jobs) <= {"figure_data"}


def test_more_samples_rerun_simulations_only(pipeline):
    with configured(pipeline, checks={"samples": 1_000_001, "instances": 20}):
        jobs = {job for job in pipeline.planned() if job.startswith("check_topic")}
    assert jobs
    assert all(job.endswith("monte_carlo") for job in jobs)


def test_an_edit_to_the_library_reruns_what_imports_it(pipeline):
    with edited(pipeline.folder / "pnn/schur.py", "def schur_complement(", "UNUSED = 1\n\n\ndef schur_complement("):
        jobs = pipeline.planned()
    checks = {job for job in jobs if job.startswith("check_topic")}
    assert checks
    assert not any(job.endswith(("symbolic", "monte_carlo")) for job in checks)
    assert {"random_pnn", "schur_by_lines", "decay"} <= experiments(jobs)
    assert not {"degree_one", "images", "figure_data"} & experiments(jobs)


def test_an_edit_to_an_experiment_reruns_all_its_jobs_and_gathers_them_again(pipeline):
    folder = pipeline.folder / "verification/papers/pnn2017/experiments/random_pnn"
    with edited(folder / "errors.py", "import numpy as np", "import numpy as np\n\nUNUSED = 1"):
        assert experiments(pipeline.planned()) == set()
    with edited(folder / "networks.py", "import numpy as np", "import numpy as np\n\nUNUSED = 1"):
        jobs = pipeline.planned()
    pieces = {job for job in jobs if job.startswith("run_job ")}
    firsts = [(mode, neurons, first) for mode in ("replay", "fresh") for neurons in (10, 50) for first in (0, 2)]
    assert pieces == {f"run_job piece random_pnn/{mode}-{neurons}-from-{first}" for mode, neurons, first in firsts}
    assert {job for job in jobs if job.startswith("gather_jobs")} == {"gather_jobs gathered random_pnn"}
    assert {
        "check_topic paper pnn2017, topic random_networks, method experiment",
        "draw_figure figure figure_2",
    } <= jobs
    assert "draw_figure figure figure_10" not in jobs


def test_an_edit_to_what_gathers_reruns_no_training(pipeline):
    with edited(pipeline.folder / "verification/experiments/gather.py", "import numpy", "UNUSED = 1\nimport numpy"):
        jobs = pipeline.planned()
    assert experiments(jobs) == set()
    names = ("degree_one", "diverse_table_1", "random_pnn", "schur_by_lines", "schur_by_inputs", "width_figure_1")
    assert {job for job in jobs if job.startswith("gather_jobs")} == {f"gather_jobs gathered {name}" for name in names}
    own = pipeline.folder / "verification/papers/pnn2017/experiments/degree_one/gather.py"
    with edited(own, "from pnn.store", "UNUSED = 1\nfrom pnn.store"):
        jobs = pipeline.planned()
    assert {job for job in jobs if job.startswith(("gather_jobs", "run_job"))} == {"gather_jobs gathered degree_one"}


def test_more_trials_leave_the_jobs_of_those_there_were(pipeline):
    with configured(pipeline, degree_one=TINY["degree_one"] | {"fresh_trials": 30}):
        jobs = pipeline.planned()
    made = {job for job in jobs if job.startswith("run_job ")}
    changed = {f"run_job piece degree_one/fresh-{neurons}-from-{first}" for neurons in (10, 50) for first in (12, 24)}
    assert made == changed and "gather_jobs gathered degree_one" in jobs


def test_an_edit_to_one_topic_reruns_that_job_alone(pipeline):
    path = pipeline.folder / "verification/papers/pnn2017/kernel/monte_carlo.py"
    with edited(path, "INPUTS = 6", "INPUTS = 7"):
        jobs = pipeline.planned()
    assert {job for job in jobs if job.startswith("check_topic")} == {
        "check_topic paper pnn2017, topic kernel, method monte_carlo"
    }
    assert rules(jobs) >= LEDGER


def test_a_claims_wording_reruns_the_ledger_only(pipeline):
    path = pipeline.folder / "verification/papers/pnn2017/kernel/claims.py"
    with edited(path, "The kernel of two lines in closed form", "The kernel in closed form"):
        assert rules(pipeline.planned()) == LEDGER


@pytest.mark.parametrize("name", ["pnn/kernels.py", "verification/methods/certified.py", "pnn/training/compiled.py"])
def test_an_edit_to_a_docstring_or_comment_reruns_nothing(pipeline, name):
    with edited(pipeline.folder / name, '"""', '"""Other words. '):
        assert pipeline.planned() == set()
    text = (pipeline.folder / name).read_text()
    with edited(pipeline.folder / name, text, text + "\n# a word at the end\n"):
        assert pipeline.planned() == set()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"sede": 1}, "did you mean 'seed'"),
        ({"papers": ["pnn2016"]}, "wanted one of basin2016, diversity2017, pnn2017, width2019"),
        ({"degree_one": {"neurons": [12]}}, "not divisible by the 5 inputs"),
        ({"seed": -1}, "wanted at least 0"),
    ],
)
def test_a_bad_config_is_one_line_and_an_exit_code(pipeline, changes, message):
    with configured(pipeline, **changes):
        done = pipeline.snakemake("--cores", "2")
    assert done.returncode != 0
    lines = [line for line in (done.stdout + done.stderr).splitlines() if message in line]
    assert len(lines) == 1
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(has_cuda(), reason="there is a GPU here, so it cannot be missing")
def test_a_device_that_is_not_there_is_named_before_any_job(pipeline):
    with configured(pipeline, device="cuda"):
        done = pipeline.snakemake("--cores", "2")
    assert done.returncode != 0
    assert "torch sees no GPU here; wanted 'auto' or 'cpu'" in done.stderr
    assert "rule run_job" not in done.stdout + done.stderr


def test_a_damaged_input_is_named_and_stops_the_stage(pipeline):
    damaged = pipeline.results / "checks/pnn2017/kernel/symbolic.h5"
    data = bytearray(damaged.read_bytes())
    data[len(data) // 2] ^= 1
    with put_back(pipeline):
        damaged.write_bytes(data)
        done = pipeline.snakemake("--cores", "1", "--forcerun", "assemble_ledger", "--until", "assemble_ledger")
    assert done.returncode != 0
    assert "symbolic.h5" in done.stderr
    assert "do not match" in done.stderr


def test_the_manifest_holds_every_data_file(pipeline):
    lines = (pipeline.results / "manifest.sha256").read_text().splitlines()
    listed = {line.split("  ", 1)[1]: line.split("  ", 1)[0] for line in lines}
    found = {path.relative_to(pipeline.results).as_posix(): path for path in own_data(pipeline.results)}
    found["ledger.json"] = pipeline.results / "ledger.json"
    assert set(listed) == {name for name in found if not name.startswith("checkpoints/")}
    assert all(store.sha256(found[name]) == digest for name, digest in listed.items())


def test_xarray_opens_every_file_with_its_axes(pipeline):
    for path in own_data(pipeline.results):
        with xarray.open_datatree(path, engine="h5netcdf") as tree:
            assert tree.attrs["schema"] == store.SCHEMA
            assert tree.attrs["id"]
            for node in tree.subtree:
                assert not any(re.match(r"phony_dim", str(name)) for name in node.dims), (path, node.path)


def test_a_run_of_one_paper_makes_what_is_its_own(pipeline):
    with configured(pipeline, papers=["basin2016"], results="results of one"):
        jobs = pipeline.planned()
    checks = {job for job in jobs if job.startswith("check_topic")}
    assert checks and all("paper basin2016" in job for job in checks)
    assert experiments(jobs) == {"basin_auer", "basin_path", "basin_probability", "basin_spurious"}
    assert "gather_jobs" not in rules(jobs)


@pytest.mark.parametrize("figure", ["doubles_drawn", ""], ids=["with a figure", "without figures"])
def test_a_run_of_a_paper_outside_alone_is_whole(pipeline, tmp_path, figure):
    folder = paper(tmp_path / "papers of others", "guest2001", "doubling", figure)
    root = pipeline.folder / f"results of a guest {figure}".strip()
    with configured(pipeline, papers=["guest2001"], papers_from=[str(folder.parent)], results=root.name):
        done = pipeline.snakemake("--cores", "2")
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-6000:]
        assert f"paper guest2001 in {folder} uses " in done.stderr
        assert pipeline.planned() == set()
        with edited(folder / "doubles" / "exact.py", "range(10)", "range(11)"):
            checks = {job for job in pipeline.planned() if not rules({job}) & LEDGER}
        with edited(folder / "experiments" / "doubling" / "run.py", "job.settings.base * numbers", "numbers"):
            assert experiments(pipeline.planned()) == {"doubling"}
    assert checks == {"check_topic paper guest2001, topic doubles, method exact"}
    ledger = json.loads((root / "ledger.json").read_text())
    assert [claim["verdict"] for claim in ledger["claims"]] == ["proved"] and ledger["failures"] == []
    assert store.read(root / "experiments" / "doubling.h5").arrays["product"].values[1].tolist() == [0, 3, 6, 9]
    pages = {path.name for path in (root / "report").rglob("*.html")}
    assert {"index.html", "guest2001.even.html", "verification.papers.guest2001.doubles.exact.html"} <= pages
    if figure:
        assert "<td>10</td><td>9</td>" in (root / "report" / "experiments.html").read_text()
        assert (root / "report" / "figures" / f"{figure}.svg").is_file()


def test_a_paper_outside_that_lacks_something_is_one_line_and_an_exit_code(pipeline, tmp_path):
    folder = paper(tmp_path / "papers of others", "guest2001", "doubling")
    put(folder / "doubles" / "numerical.py", "import no_such_library\n")
    given = {"papers": ["guest2001"], "papers_from": [str(folder.parent)], "results": "results of nobody"}
    with configured(pipeline, **given):
        done = pipeline.snakemake("--cores", "2")
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert "doubles.numerical imports no_such_library, which is not installed" in done.stderr
    assert not (pipeline.folder / "results of nobody").exists()


def test_every_rule_that_says_its_memory_wants_more_of_it_when_tried_again():
    rules = Path(__file__).resolve().parents[2] / "workflow" / "rules"
    wanted = [line for path in rules.glob("*.smk") for line in path.read_text().splitlines() if "mem_mb=" in line]
    assert [line.strip().split("=")[0] for line in wanted] == ["mem_mb"]
    assert not [line for line in wanted if not line.endswith("* attempt,")]
