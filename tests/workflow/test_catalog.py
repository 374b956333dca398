"""What Snakemake's catalog and its users look for: either Snakefile, the linter, use as a module from anywhere."""

import os
import subprocess
import sys

import pytest
import yaml

from workflow.paths import ROOT

SMALL = {"results": "out", "papers": ["pnn2017"], "figures": {"grid": 31, "lines": 12}}
MODULE = """
module landscapes:
    snakefile: {snakefile!r}
    config: config

use rule * from landscapes as landscapes_*

rule mine:
    input: "out/experiments/figure_data.h5"
    output: "mine.txt"
    shell: "ls {{input}} > {{output}}"
"""


def snakemake(folder, *arguments):
    words = [sys.executable, "-m", "snakemake", "--configfile", "small.yaml", "--cores", "1", *arguments]
    without = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(words, cwd=folder, env=without, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "some where"
    made.mkdir()
    (made / "small.yaml").write_text(yaml.safe_dump(SMALL))
    return made


def test_both_snakefiles_make_the_same_plan(folder):
    plans = []
    for name in ("Snakefile", "workflow/Snakefile"):
        done = snakemake(folder, "--dry-run", "--snakefile", str(ROOT / name))
        assert done.returncode == 0, done.stderr
        plans.append(
            sorted(
                line for line in (done.stdout + done.stderr).splitlines() if line.startswith(("    output:", "rule "))
            )
        )
    assert plans[0] == plans[1] and len(plans[0]) > 100


def test_the_workflow_is_a_module_of_another_one(folder):
    (folder / "Snakefile").write_text(MODULE.format(snakefile=str(ROOT / "Snakefile")))
    done = snakemake(folder, "mine.txt")
    assert done.returncode == 0, done.stderr[-3000:]
    assert (folder / "mine.txt").read_text().split() == ["out/experiments/figure_data.h5"]
    assert snakemake(folder, "mine.txt").stderr.count("Nothing to be done") == 1


def test_the_linter_finds_nothing():
    done = subprocess.run(
        [sys.executable, "-m", "snakemake", "--lint"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_catalog_finds_its_files():
    listed = yaml.safe_load((ROOT / ".snakemake-workflow-catalog.yml").read_text())
    assert {"mandatory-flags", "software-stack-deployment", "report"} <= set(listed["usage"])
    told = (ROOT / "config" / "README.md").read_text()
    core = yaml.safe_load((ROOT / "workflow/schemas/config.schema.yaml").read_text())["properties"]
    assert all(f"`{key}`" in told for key in core)
