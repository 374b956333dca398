"""`make try`: one paper alone at small sizes, judged; a wrong formula in it ends the run with the claim's name."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.guests import paper
from tests.workflow.conftest import ROOT, Pipeline, copied, edited
from verification.new_paper.__main__ import write
from workflow.settings import BadConfig
from workflow.try_paper import configuration, main

pytestmark = pytest.mark.xdist_group("try")
CLAIM = "some2001.relu-of-a-normal"


@pytest.fixture
def guest(guests):
    """A paper outside with an experiment."""
    return paper(guests, "guest2001", "doubling")


def test_a_paper_outside_runs_alone_without_the_sections_of_others(guest):
    quick = yaml.safe_load((ROOT / "config-quick.yaml").read_text())
    assert configuration(guest) == {
        "results": "results-guest2001",
        "size": "quick",
        "papers": ["guest2001"],
        "papers_from": [str(guest.parent)],
        "checks": quick["checks"],
    }


def test_a_paper_of_the_house_has_the_sizes_of_its_quick_run():
    config = configuration(ROOT / "verification" / "papers" / "basin2016")
    quick = yaml.safe_load((ROOT / "config-quick.yaml").read_text())
    assert config["basin_path"] == quick["basin_path"] and config["basin_auer"] == quick["basin_auer"]
    assert config["papers"] == ["basin2016"] and "decay" not in config


def test_a_link_to_a_paper_bears_the_name_of_the_link(guest, tmp_path):
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "other2001"
    link.symlink_to(guest)
    assert configuration(link)["results"] == "results-other2001"


def test_results_of_a_quick_run_are_not_written_over(guest):
    with pytest.raises(BadConfig, match=r"results-quick, where those of make quick lie; wanted another key$"):
        configuration(guest.rename(guest.parent / "quick"))


def test_the_command_line_writes_the_run_and_prints_where(guest, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main([str(guest)]) == 0
    written = "results-guest2001/config.yaml"
    assert capsys.readouterr().out == f"{written}\n"
    assert list(yaml.safe_load((tmp_path / written).read_text()).items()) == list(configuration(guest).items())


@pytest.mark.parametrize("words", [[], [""], ["one", "two"], ["none"]])
def test_the_command_line_refuses_what_is_no_paper(words, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    told = capsys.readouterr()
    assert len(told.err.splitlines()) == 1 and "wanted the folder of" in told.err and not told.out
    assert not [*tmp_path.iterdir()]


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Pipeline:
    """A copy of the project with its Makefile."""
    built = copied(tmp_path_factory.mktemp("a house"))
    shutil.copy(ROOT / "Makefile", built.folder)
    return built


@pytest.fixture(scope="module")
def tried(house, tmp_path_factory) -> Path:
    """The folder of a new paper, in a place with an odd name, after a run of it."""
    folder = write("some2001", tmp_path_factory.mktemp("papers") / 'a $b "c" `d`')
    done = make(house, folder)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    page = house.folder / "results-some2001" / "report" / "index.html"
    assert done.stdout == f"The page: {page}\n" and done.stderr.rstrip().endswith("Every claim stands.")
    assert page.is_file() and (page.parent / "claims" / f"{CLAIM}.html").is_file()
    return folder


def make(house: Pipeline, paper: Path) -> subprocess.CompletedProcess:
    """`make try` with the interpreter that runs the tests."""
    environment = {key: value for key, value in house.environment.items() if not key.startswith("MAKE")}
    words = ["-o", ".venv/ready", f"BIN={os.path.relpath(Path(sys.executable).parent, house.folder)}"]
    told = f"PAPER={paper}".replace("$", "$$")
    return subprocess.run(
        ["make", *words, "try", told], cwd=house.folder, env=environment, capture_output=True, text=True, check=False
    )


def test_a_wrong_formula_ends_the_run_with_the_name_of_the_claim(house, tried):
    formulas = tried / "relu" / "formulas.py"
    with edited(formulas, "1 / sqrt(2 * pi)", "1 / sqrt(3 * pi)"):
        wrong = make(house, tried)
    assert wrong.returncode != 0 and "The page:" not in wrong.stdout
    log = (house.folder / "results-some2001" / "logs" / "judge_ledger.log").read_text()
    assert f"{CLAIM}:value" in log


def test_what_is_no_paper_is_refused_in_one_line(house, tmp_path):
    done = make(house, tmp_path)
    assert done.returncode != 0
    assert done.stderr.splitlines()[0] == f"{tmp_path} is no paper: it lacks paper.py; wanted the folder of a paper"
