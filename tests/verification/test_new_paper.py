"""The smallest whole paper: written whole or not at all, and standing as it is written."""

import importlib
import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workflow.links import broken
from verification import papers, wings
from verification.__main__ import main as check
from verification.check import collect
from verification.experiments.plan import Run
from verification.jobs import METHODS, jobs
from verification.lint import bare_formulas
from verification.new_paper.__main__ import commands, main, write
from workflow.paths import ROOT, planned


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
    said = [check.says for job in jobs(("some2001",)) for check in collect(wings.imported(job.module))]
    assert said and not any(map(bare_formulas, said))
    assert {job.method for job in jobs(("some2001",))} == set(METHODS)
    assert len(one.experiments) == len(one.figures) == len(one.comparisons) == len(one.published) == 1
    plan = importlib.import_module(one.experiments[0].room + ".plan")
    assert len(plan.jobs({"trials": 40, "samples": 1000}, Run(1, "cpu"))) == 2


@pytest.mark.parametrize("key", ["Some", "2001", "a-b", "a b", "../a", ""])
def test_what_is_no_key_is_refused(place, key, capsys):
    assert main([key, "--in", str(place)]) == 2
    assert "is no key of a paper" in capsys.readouterr().err
    assert not place.exists()


@pytest.mark.parametrize("key", ["class", "json", "numpy", "pnn", "verification"])
def test_a_word_of_python_or_a_module_is_no_key(place, key, capsys):
    assert main([key, "--in", str(place)]) == 2
    assert "the name of a module" in capsys.readouterr().err
    assert not place.exists()


@pytest.mark.parametrize(
    ("below", "message"), [("some1999", "is a paper itself; wanted the folder that holds it"), ("a:b", "has a ':'")]
)
def test_a_place_where_no_paper_is_found_is_refused(place, below, message, capsys):
    write("some1999", place)
    assert main(["some2001", "--in", str(place / below)]) == 2
    error = capsys.readouterr().err
    assert message in error and error.count("\n") == 1
    assert not list(place.rglob("some2001"))


def test_an_empty_folder_is_taken_and_a_link_to_nowhere_is_not(place, capsys):
    (place / "some2001").mkdir(parents=True)
    assert write("some2001", place) / "paper.py" in (place / "some2001").iterdir()
    (place / "some2002").symlink_to(place / "nowhere")
    assert main(["some2002", "--in", str(place)]) == 2
    assert "is there already" in capsys.readouterr().err


def test_its_commands_can_be_pasted_into_a_shell_in_the_checkout(tmp_path, monkeypatch):
    folder = tmp_path / 'a $b "c" `d`' / "some2001"
    claim, page, tests = map(shlex.split, commands("some2001", folder))
    assert claim[-2:] == [str(folder.parent), "some2001.relu-of-a-normal"] and tests[-1] == f"{folder}/tests"
    assert page == ["make", "try", f"PAPER={folder}".replace("$", "$$")]
    monkeypatch.chdir(tmp_path)
    assert shlex.split(commands("some2001", Path("some2001"))[2])[-1] == str(tmp_path / "some2001" / "tests")
    monkeypatch.chdir(ROOT)
    assert shlex.split(commands("some2001", Path("../papers/some2001"))[2])[-1] == "../papers/some2001/tests"


def test_two_new_papers_go_together(place, tmp_path):
    for key in ("some2001", "some2002"):
        write(key, place)
    config = {"papers_from": [str(place)], "papers": ["some2001", "some2002"]}
    plan = planned(config, tmp_path / "closure.json")
    assert set(plan.figures) == set(plan.experiments) == {"some2001_means", "some2002_means"}
    assert len(plan.pieces) == 4 and len(plan.jobs) == 2 * len(METHODS)


@pytest.mark.parametrize(
    ("module", "line", "message"),
    [
        ("claims", "x = = 2", "relu.claims cannot be imported: invalid syntax (claims.py, line "),
        ("exact", "import no_such_library", "relu.exact cannot be imported: No module named 'no_such_library'"),
    ],
)
def test_a_module_that_cannot_be_imported_is_named_in_one_line(place, module, line, message, capsys):
    path = write("some2001", place) / "relu" / f"{module}.py"
    path.write_text(f"{path.read_text()}{line}\n")
    assert check(["--papers-from", str(place), "some2001.relu-of-a-normal"]) == 2
    error = capsys.readouterr().err
    assert message in error and error.count("\n") == 1


def test_no_claim_without_its_folder(place, capsys):
    write("some2001", place)
    assert check(["some2001.relu-of-a-normal"]) == 2
    assert "there is no claim 'some2001.relu-of-a-normal'" in capsys.readouterr().err
    assert check(["--papers-from", str(place / "nowhere"), "some2001.relu-of-a-normal"]) == 2
    assert "papers_from: there is no folder" in capsys.readouterr().err


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
    assert broken(results / "report") == []
    claim = (results / "report" / "claims" / "some2001.relu-of-a-normal.html").read_text()
    assert 'href="../figures.html#some2001_means"' in claim
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
