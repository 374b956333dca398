"""A run is packed as an RO-Crate that says of every file what it is, and is read back."""

import json
import os
import shutil
import subprocess
import sys

import pytest
import yaml

from pnn import store
from tests.workflow.conftest import TINY
from workflow import crate
from workflow.paths import ROOT
from workflow.report.build_page import environment
from workflow.report.site import Site

ROCrate = pytest.importorskip("rocrate.rocrate", reason="no rocrate here: make crate-library").ROCrate


@pytest.fixture
def run(tmp_path, monkeypatch):
    """A results folder with a small site, whose code is one file."""
    results = tmp_path / "results"
    ledger = {"run": {"size": "quick", "code": "abc"}, "totals": {"claims": 1}}
    store.write_text(results / "ledger.json", json.dumps(ledger))
    store.write_digests(results / "ledger.json.sha256", [results / "ledger.json"])
    store.write_digests(results / "manifest.sha256", [results / "ledger.json"])
    site = Site(results / "report", environment(), {})
    site.put("index.html", "the page")
    site.put("config.yaml", yaml.safe_dump({"papers": ["pnn2017"]}))
    site.put("figures/a figure ü.csv", "x\n1\n")
    site.place(results / "ledger.json", "ledger.json")
    site.seal()
    monkeypatch.setattr(
        crate, "SOURCE", ("workflow/Snakefile", "LICENSE", "verification/papers/pnn2017/published.yaml")
    )
    monkeypatch.setattr(crate, "_refuse_other_code", lambda config: None)
    return results


def test_it_is_read_back_with_workflow_inputs_outputs_and_versions(run, tmp_path):
    folder = tmp_path / "crate"
    assert crate.packed(run, folder) == 8 and crate.differences(folder) == []
    read = ROCrate(folder)
    assert read.mainEntity.id == crate.WORKFLOW and "ComputationalWorkflow" in read.mainEntity.type
    assert read.mainEntity.lang["name"] == "Snakemake"
    software = {one["name"]: one["softwareVersion"] for one in read.mainEntity["softwareRequirements"]}
    assert software["snakemake"] == crate.SNAKEMAKE["lang_version"] and "numpy" in software
    (action,) = read.get_by_type("CreateAction")
    published = "source/verification/papers/pnn2017/published.yaml"
    assert {one.id for one in action["object"]} == {"config.yaml", published}
    assert {"ledger.json", "index.html", "figures/a%20figure%20%C3%BC.csv"} <= {one.id for one in action["result"]}
    assert read.root_dataset["license"].id.endswith("BSD-3-Clause") and len(read.root_dataset["citation"]) == 4
    assert read.dereference("ledger.json")["sha256"] == store.sha256(run / "ledger.json")
    assert os.path.samefile(folder / "ledger.json", run / "ledger.json")


def test_the_same_run_gives_the_same_crate_and_what_it_left_before_is_replaced(run, tmp_path):
    folder = tmp_path / "crate"
    crate.packed(run, folder)
    first = (folder / crate.METADATA).read_bytes()
    (folder / "mine").write_text("of the user")
    (run / "report" / "figures" / "a figure ü.csv").unlink()
    listed = (run / "report" / "site.sha256").read_text().splitlines(keepends=True)
    (run / "report" / "site.sha256").write_text("".join(line for line in listed if ".csv" not in line))
    with pytest.raises(crate.Unfit, match="mine: not described"):
        crate.packed(run, folder)
    assert not (folder / "figures" / "a figure ü.csv").exists() and (folder / "mine").exists()
    (folder / "mine").unlink()
    crate.packed(run, folder)
    again = (folder / crate.METADATA).read_bytes()
    shutil.rmtree(folder)
    crate.packed(run, folder)
    assert (folder / crate.METADATA).read_bytes() == again != first


def test_what_is_wrong_with_a_copy_is_named(run, tmp_path):
    folder = tmp_path / "crate"
    crate.packed(run, folder)
    away = shutil.copytree(folder, tmp_path / "away")
    (away / "index.html").write_text("another page")
    (away / "config.yaml").unlink()
    with pytest.raises(SystemExit, match=r"config\.yaml: missing\nindex\.html: changed"):
        crate.main([str(away), "--verify"])
    crate.main([str(folder), "--verify"])


def test_a_page_that_is_not_whole_and_a_folder_of_something_else_are_refused(run, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "mine").write_text("mine")
    with pytest.raises(SystemExit, match="is there and is no crate"):
        crate.main([str(run), "--output", str(tmp_path / "other")])
    (run / "report" / "index.html").write_text("of an earlier run")
    with pytest.raises(SystemExit, match="the page is not whole, or a later run has begun"):
        crate.main([str(run)])
    assert not (run / "crate").exists()


@pytest.mark.xdist_group("pipeline")
def test_a_whole_run_is_packed_and_that_of_other_code_is_not(local_run, tmp_path):
    results = shutil.copytree(local_run, tmp_path / TINY["results"])
    words = [sys.executable, "-m", "workflow.crate", TINY["results"]]
    here = {"cwd": tmp_path, "env": {**os.environ, "PYTHONPATH": str(ROOT)}, "capture_output": True, "text": True}
    done = subprocess.run(words, **here, check=False)
    assert done.returncode == 0, done.stderr
    assert crate.differences(results / "crate") == []
    subprocess.run([sys.executable, "-m", "pnn.manifest", "--verify", f"{results}/manifest.sha256"], **here, check=True)
    figure = results / "figures" / "figure_6.json"
    figure.write_text(json.dumps(json.loads(figure.read_text()) | {"code": "other"}))
    refused = subprocess.run(words, **here, check=False)
    assert refused.returncode == 1 and "figure_6.json" in refused.stderr and "run the workflow again" in refused.stderr
