"""What papers outside the house use of it is told, and what they lack is named before any work."""

import pytest

from tests.guests import paper, put
from verification import papers, wings
from verification.jobs import jobs
from verification.proofs import sources
from workflow import outside
from workflow.closure import Closure
from workflow.paths import ROOT, planned
from workflow.settings import BadConfig


@pytest.fixture
def guest(guests):
    """A paper outside with an experiment."""
    folder = paper(guests, "guest2001", "doubling")
    wings.admit([guests])
    return folder


def planned_for(guest):
    return planned({"papers": [guest.name], "papers_from": [str(guest.parent)]}, guest.parent / "closure.json")


def told(*keys: str) -> list[str]:
    return list(outside.report(list(keys), Closure(ROOT)))


def test_what_a_paper_uses_of_the_house_is_told_in_one_line(guest):
    [line] = told("pnn2017", "guest2001")
    assert line.startswith(f"paper guest2001 in {guest} uses ")
    used = line.split(" uses ")[1].split(", ")
    assert used == sorted(
        ["pnn.store", "verification.claim", "verification.experiments.plan", "verification.methods.exact"]
    )


def test_papers_of_the_house_are_not_told():
    assert told("pnn2017", "basin2016") == []


def test_a_paper_that_uses_nothing_is_told_so(guests):
    put(guests / "bare2001" / "paper.py", "PAPER = None\n")
    put(guests / "bare2001" / "topic" / "claims.py", "import math\n")
    wings.admit([guests])
    assert told("bare2001") == [f"paper bare2001 in {guests / 'bare2001'} uses nothing of the house"]


def test_its_own_modules_and_its_tests_are_none_of_the_house_s(guest):
    put(guest / "doubles" / "numerical.py", "from verification.papers.guest2001.doubles import exact\n")
    put(guest / "doubles" / "helper.py", "from . import exact\nfrom .exact import rests\nfrom ..paper import PAPER\n")
    put(guest / "tests" / "test_it.py", "import no_such_library\nfrom verification import ledger\n")
    [line] = told("guest2001")
    assert "guest2001.doubles" not in line and "ledger" not in line


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("doubles/exact.py", b"# \xe9\n", "is no text in UTF-8"),
        ("experiments/doubling/section.yaml", b"doubling: \xe9\n", "is no text in UTF-8"),
        ("published.yaml", b"last: \xe9\n", "is no text in UTF-8"),
        ("published.yaml", b"last: [10\n", "expected ',' or ']'"),
        ("published.yaml", b"10\n", "is no table of printed numbers"),
    ],
)
def test_a_file_of_a_paper_that_cannot_be_read_is_named(guests, file, content, said):
    guest = paper(guests, "guest2001", "doubling", "doubles_drawn")
    (guest / file).write_bytes(content)
    with pytest.raises(BadConfig) as error:
        planned_for(guest)
    assert file in str(error.value) and said in str(error.value) and "\n" not in str(error.value)


def test_what_editors_and_file_systems_leave_in_a_paper_is_none_of_it(guest):
    before = told("guest2001"), jobs(("guest2001",)), planned_for(guest).page_code()
    lacking = "import no_such_library\n"
    put(guest / "doubles" / ".ipynb_checkpoints" / "exact-checkpoint.py", lacking)
    put(guest / ".venv" / "lib" / "module.py", lacking)
    put(guest.parent / ".old" / "paper.py", lacking)
    put(guest / ".old" / "claims.py", lacking)
    for hidden in ("doubles/._exact.py", "._paper.py", "formal/._proofs.v"):
        put(guest / hidden, "").write_bytes(b"\0\5\x16\7 of a Mac")
    (guest / "doubles" / ".#exact.py").symlink_to("user@host.123")
    assert (told("guest2001"), jobs(("guest2001",)), planned_for(guest).page_code()) == before
    assert sources.of_paper("guest2001", guest) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("import no_such_library", "imports no_such_library, which is not installed"),
        ("import no_such_library.part as x", "imports no_such_library, which is not installed"),
        ("from pnn.kernels import psy", "imports pnn.kernels.psy, which is not there"),
        ("from pnn import kernel", "imports pnn.kernel, which is not there"),
        ("import pnn.no.such", "imports pnn.no, which is not there"),
        ("from verification.papers.guest2001.doubles import exactly", "doubles.exactly, which is not there"),
        ("from .exact import rest", "imports verification.papers.guest2001.doubles.exact.rest, which is not there"),
        ("from verification.papers.pnn2017 import paper", "imports verification.papers.pnn2017, of another paper"),
        ("import verification.papers.basin2016.mathematics.basin", "imports verification.papers.basin2016, of another"),
        ("def late():\n    import no_such_library", "imports no_such_library, which is not installed"),
    ],
)
def test_an_import_that_is_not_to_be_had_is_refused(guest, line, message):
    put(guest / "doubles" / "numerical.py", f"{line}\n")
    with pytest.raises(ValueError) as error:
        told("pnn2017", "guest2001")
    assert str(error.value).startswith(f"paper guest2001 in {guest}: verification.papers.guest2001.doubles.numerical ")
    assert message in str(error.value) and "\n" not in str(error.value)


@pytest.mark.parametrize(
    "line",
    [
        "import numpy as np, scipy.optimize, os.path",
        "from pnn.kernels import psi",
        "from pnn.store import Array as Labelled, Group",
        "from verification.papers.guest2001 import doubles",
        "from verification.papers.guest2001.doubles.exact import rests",
        "from verification.claim import PROVED, Status",
        "from pnn.kernels import *",
        "import verification.papers",
    ],
)
def test_an_import_that_is_to_be_had_is_not_refused(guest, line):
    put(guest / "doubles" / "numerical.py", f"{line}\n")
    assert len(told("guest2001")) == 1


def test_a_plan_of_a_paper_outside_knows_what_would_be_missing(guest, guests, tmp_path):
    config = {"papers_from": [str(guests)], "papers": ["guest2001"]}
    assert set(planned(config, tmp_path / "closure.json").pieces) == {
        f"doubling/{n}" for n in ("2-0", "2-3", "3-0", "3-3")
    }
    put(guest / "figures" / "index.py", FIGURE.format(need="tripling"))
    with pytest.raises(
        BadConfig, match=r"^config: figure doubles reads the experiment 'tripling', which no paper of the"
    ):
        planned(config, tmp_path / "closure.json")
    assert papers.__path__[1:] == [str(guests)]


FIGURE = """
from verification.figures.index import Entry

FIGURES = (Entry("doubles", "Figure 1", "Doubles", "plot", ("{need}",)),)
"""


def test_a_module_that_is_no_python_is_named_by_its_line(guest):
    path = put(guest / "doubles" / "numerical.py", "x = 1\ny = = 2\n")
    with pytest.raises(ValueError, match=f"^{path}, line 2: invalid syntax$"):
        told("guest2001")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("plan.py", "import no_such_library\n", "plan cannot be imported: No module named 'no_such_library'"),
        ("plan.py", "def jobs(section, run) return []\n", "plan cannot be imported: expected ':'"),
        ("plan.py", "JOBS = []\n", "plan has no jobs"),
        (
            "../../figures/index.py",
            "from verification.figures.index import Entries\n",
            "index cannot be imported: cannot",
        ),
        ("../../figures/index.py", "ENTRIES = ()\n", "verification.papers.guest2001.figures.index has no FIGURES"),
        ("../../reproduction/index.py", "ENTRIES = ()\n", "guest2001.reproduction.index has no COMPARISONS"),
    ],
)
def test_what_a_run_is_planned_with_is_refused_in_one_line_where_it_cannot_be_read(
    guest, guests, tmp_path, name, text, message
):
    put(guest / "experiments" / "doubling" / name, text)
    with pytest.raises(ValueError) as error:
        planned({"papers_from": [str(guests)], "papers": ["guest2001"]}, tmp_path / "closure.json")
    assert message in str(error.value) and "\n" not in str(error.value)
