"""The smallest whole paper: written whole or not at all, and standing as it is written."""

import importlib
import json
import subprocess
import sys

import pytest

from verification import papers, wings
from verification.experiments.plan import Run
from verification.jobs import METHODS, jobs
from verification.new_paper.__main__ import commands, main, write
from workflow.paths import ROOT


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder of papers, forgotten again afterwards, with what was imported from it."""
    monkeypatch.setattr(papers, "__path__", list(papers.__path__))
    yield tmp_path / "papers of mine"
    for name in [name for name in sys.modules if name.startswith("verification.papers.some2001")]:
        del sys.modules[name]
    papers.__dict__.pop("some2001", None)


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_it_bears_its_key_everywhere(place, capsys):
    assert main(["some2001", "--in", str(place)]) == 0
    folder = place / "some2001"
    assert "experiments/some2001_means/section.yaml" in files(folder)
    assert not [path for path in folder.rglob("*") if path.is_file() and "mykey" in path.read_text()]
    assert [path.name for path in place.iterdir()] == ["some2001"]
    said = capsys.readouterr().out
    assert all(command in said for command in commands("some2001", folder))


def test_it_has_a_check_by_every_method_and_every_part_of_a_paper(place):
    write("some2001", place)
    wings.admit([place])
    one = wings.wing("some2001")
    assert {job.method for job in jobs(("some2001",))} == set(METHODS)
    assert len(one.experiments) == len(one.figures) == len(one.comparisons) == len(one.published) == 1
    plan = importlib.import_module(one.experiments[0].room + ".plan")
    assert len(plan.jobs({"trials": 40, "samples": 1000}, Run(1, "cpu"))) == 2


@pytest.mark.parametrize("key", ["Some", "2001", "a-b", "a b", "../a", ""])
def test_what_is_no_key_is_refused(place, key, capsys):
    assert main([key, "--in", str(place)]) == 2
    assert "is no key of a paper" in capsys.readouterr().err
    assert not place.exists()


def test_nothing_is_written_over_and_no_key_taken_twice(place, capsys):
    house = next(iter(wings.wings()))
    assert main([house, "--in", str(place)]) == 2
    assert f"there is a paper {house!r} already" in capsys.readouterr().err
    (place / "some2001").mkdir(parents=True)
    (place / "some2001" / "mine.txt").write_text("mine")
    assert main(["some2001", "--in", str(place)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert files(place) == ["some2001/mine.txt"]


def test_a_failure_leaves_nothing(place, monkeypatch, capsys):
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError("the disk is full")))
    assert main(["some2001", "--in", str(place)]) == 2
    assert "the disk is full" in capsys.readouterr().err
    assert files(place) == []


def test_its_own_tests_pass_and_see_a_wrong_formula(place):
    folder = write("some2001", place)
    command = [sys.executable, "-m", "pytest", "-q", str(folder / "tests")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    formulas = folder / "relu" / "formulas.py"
    formulas.write_text(formulas.read_text().replace("1 / sqrt(2 * pi)", "1 / sqrt(3 * pi)"))
    wrong = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert wrong.returncode == 1 and "2 failed, 1 passed" in wrong.stdout, wrong.stdout


def test_the_run_of_it_alone_stands(place, tmp_path):
    """The quick run and the page, in a folder of their own, from a paper in a folder with spaces."""
    folder = write("some2001", place)
    away = tmp_path / "away"
    away.mkdir()
    words = [sys.executable, "-m", "workflow.try_paper", str(folder)]
    tried = subprocess.run(words, cwd=away, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True)
    run = [sys.executable, "-m", "snakemake", "--cores", "2", "-s", str(ROOT / "Snakefile"), "--configfile"]
    done = subprocess.run([*run, tried.stdout.strip()], cwd=away, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    results = away / "results-some2001"
    ledger = json.loads((results / "ledger.json").read_text())
    assert ledger["failures"] == [] and [claim["paper"] for claim in ledger["claims"]] == ["some2001"]
    assert ledger["totals"]["wrong_variants"]["tried"] == ledger["totals"]["wrong_variants"]["refuted"] >= 8
    page = (results / "report" / "experiments.html").read_text()
    assert "Lemma 1: the mean of a ReLU" in page and "0.5" in page and "standard errors apart" in page
    assert (results / "report" / "figures" / "some2001_means.svg").is_file()
    again = subprocess.run(
        [*run, tried.stdout.strip(), "--dry-run"], cwd=away, capture_output=True, text=True, check=True
    )
    assert "Nothing to be done" in again.stdout + again.stderr
    source = folder / "relu" / "exact.py"
    source.write_text(source.read_text().replace("signs = (-1, 1)", "signs = (1, -1)"))
    dry = subprocess.run(
        [*run, tried.stdout.strip(), "--dry-run"], cwd=away, capture_output=True, text=True, check=True
    )
    due = {line.split()[1].rstrip(":") for line in (dry.stdout + dry.stderr).splitlines() if line.startswith("rule ")}
    assert due - {"all"} == {"check_topic", "assemble_ledger", "judge_ledger", "write_manifest", "build_page"}
    assert (dry.stdout + dry.stderr).count("rule check_topic") == 1


def test_what_is_no_paper_is_not_tried(tmp_path):
    words = [sys.executable, "-m", "workflow.try_paper", str(tmp_path)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "lacks paper.py" in done.stderr
