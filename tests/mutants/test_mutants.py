"""Small faults are planted where they should be, and noticed where a test notices them."""

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from mutants import __main__ as command_line
from mutants import checked, server
from mutants.operators import mutants
from mutants.runner import TIMEOUT, Runner
from mutants.suites import CHECKED, ROOMS, Suites, room
from verification.papers.basin2016.monotone_path.certificates import perfect_end

ROOT = Path(__file__).resolve().parents[2]
SOURCE = b'''"""A docstring: 1 < 2."""
FAR = 1e-3


def nearer(a: int, b: int = 2) -> bool:
    """Another one."""
    if not a and b:
        raise ValueError(f"{a + 1:3d} is none", 7)
    a += 1
    b.sort(key=abs)
    return near(a, -b, 0) < FAR
'''
CHANGES = {
    "constant": ["0.001 -> 1.001", "0.001 -> -0.999", "2 -> 3", "2 -> 1", "1 -> 2", "1 -> 0", "0 -> 1", "0 -> -1"],
    "boolean": ["not a and b -> not a or b"],
    "condition": ["not a and b -> not (not a and b)"],
    "sign": ["not a -> a", "-b -> b"],
    "statement": ["raise ValueError(f'{a + 1:3d} is none', 7) -> pass", "a += 1 -> pass", "b.sort(key=abs) -> pass"],
    "arithmetic": ["a += 1 -> a -= 1"],
    "keyword": ["b.sort(key=abs) -> b.sort()"],
    "return": ["return near(a, -b, 0) < FAR -> return None"],
    "comparison": [
        "near(a, -b, 0) < FAR -> near(a, -b, 0) <= FAR",
        "near(a, -b, 0) < FAR -> near(a, -b, 0) >= FAR",
    ],
    "swap": ["near(a, -b, 0) -> near(-b, a, 0)"],
}


def test_every_operator_changes_what_it_should_and_nothing_else():
    found = mutants("pnn/some.py", SOURCE)
    assert {(one.operator, one.change) for one in found} == {
        (k, change) for k, all in CHANGES.items() for change in all
    }
    assert len({one.planted(SOURCE) for one in found} - {SOURCE}) == len(found) == len({one.name for one in found})
    for one in found:
        compile(one.planted(SOURCE), one.file, "exec")
        assert one.within == ("" if one.line == 2 else "nearer")


def test_the_same_change_twice_has_two_names():
    names = [one.name for one in mutants("pnn/some.py", b"x = 1 + 1\n") if one.operator == "constant"]
    assert len(set(names)) == 4 and names[2] == names[0] + " #2"


def test_no_arguments_are_swapped_whose_order_says_nothing():
    source = b"f('', '', a)\ng('', a)\nmin(0, a)\nnp.maximum(a, b)\nnp.max(a, b)\n"
    found = [one.change for one in mutants("pnn/some.py", source) if one.operator == "swap"]
    assert found == ["g('', a) -> g(a, '')", "np.max(a, b) -> np.max(b, a)"]


def test_all_sources_have_a_room_and_a_suite_but_those_of_looks():
    files = command_line.sources()
    assert {room(file) for file in files} == set(ROOMS)
    assert room("verification/figures/draw.py") is room("workflow/report/formulas.py") is None
    suites = Suites(ROOT)
    assert next(suites.of("pnn/schur.py")) == ("pytest", "tests/pnn/test_schur.py")
    topic = "verification.papers.pnn2017.kernel"
    wording = next(suites.of(f"{topic.replace('.', '/')}/claims.py"))
    assert wording[0] == "verification" and "pnn.psi.closed-form" in wording[1:]
    part = "verification/papers/pnn2017/landscape/at_zero.py"  # of a wording
    assert "ours.zero-is-a-maximum" in {
        claim for suite in suites.of(part) if suite[0] == "verification" for claim in suite
    }
    jobs = [module for program, module in suites.of(f"{topic.replace('.', '/')}/symbolic.py") if program == CHECKED]
    assert jobs[0] == f"{topic}.symbolic" and f"{topic}.numerical" in jobs  # which computes with what is proved there
    assert (CHECKED, f"{topic}.numerical") not in suites.of("verification/methods/numerical.py")


def test_a_sample_depends_on_its_seed_alone_and_leaves_equivalents_out():
    drawn = command_line.sample(12, 3, ["ledger", "store"])
    assert drawn == command_line.sample(12, 3, ["ledger", "store"]) != command_line.sample(12, 4, ["ledger", "store"])
    assert [room(one.file) for one in drawn] == ["ledger"] * 6 + ["store"] * 6
    names = {one.name for file in command_line.sources() for one in mutants(file, (ROOT / file).read_bytes())}
    for known, why in command_line.equivalents().items():
        assert why and any(name.startswith(known.rstrip("*")) for name in names), known


@pytest.fixture
def tree(tmp_path):
    """A small repository: one function and its test."""
    files = {
        "pnn/__init__.py": "",
        "pnn/some.py": "def half(x):\n    y = x + 0\n    return y / 2\n\ndef wait(n):\n    while n:\n        n -= 1\n",
        "tests/test_some.py": "from pnn.some import *\n\ndef test_half():\n    assert half(4) == 2\n    wait(3)\n",
        "pytest.ini": "[pytest]\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    return tmp_path


def test_a_fault_is_killed_or_survives_and_the_tree_is_as_it_was(tree, tmp_path_factory, monkeypatch):
    monkeypatch.setattr("mutants.runner.PATIENCE", 3)
    source = (tree / "pnn/some.py").read_bytes()
    faults = {one.change: one for one in mutants("pnn/some.py", source)}
    outcomes = {
        "y / 2 -> y * 2": "killed",
        "x + 0 -> x - 0": "survived",
        "n -= 1 -> pass": "timeout",
        "return y / 2 -> return None": "killed",
    }
    with closing(Runner(tree, tmp_path_factory.mktemp("copy") / "tree", Suites(tree))) as runner:
        for change, wanted in outcomes.items():
            assert runner.outcome(faults[change], 60) == {"outcome": wanted, "tried": ["pytest tests/test_some.py"]}
    assert (tree / "pnn/some.py").read_bytes() == (runner.copy / "pnn/some.py").read_bytes() == source


def test_processor_time_is_what_ends_a_suite_and_a_stalled_one_has_noticed_nothing(tree, monkeypatch):
    monkeypatch.setattr(server, "TREE", ("mutants.none",))
    (tree / "busy.py").write_text("while True:\n    pass\n")
    (tree / "idle.py").write_text("import time\ntime.sleep(60)\n")
    (tree / "exits.py").write_text("import sys\nsys.exit(3)\n")
    monkeypatch.chdir(tree)
    monkeypatch.syspath_prepend(tree)
    assert server.run(["busy"], 0.5, 60)[0] == TIMEOUT
    assert server.run(["idle"], 60, 0.5)[0] is None
    assert server.run(["exits"], 60, 60)[0] == 3


def test_the_server_holds_nothing_in_which_faults_are_planted():
    with pytest.raises(RuntimeError, match="no fault in"):
        server.run(["none"], 1, 1)
    program = (
        "import sys, mutants.server as s; sys.stdin = []; s.main(); assert not s.held() and 'sympy' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)


@pytest.mark.parametrize(
    "change",
    [{"verdict": "undecided"}, {"wrong_variants": {}}, {"items": {}}, {"idle": ["one"]}, {"certificates": [False]}],
    ids=str,
)
def test_a_job_is_held_against_what_it_found_before(change, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    words = ["verification.papers.width2019.random_rank.exact"]
    assert checked.main(words) == checked.main(words) == 0
    [path] = Path(".checked").glob("*.json")
    before = json.loads(path.read_text())
    next(iter(before.values())).update(change)
    path.write_text(json.dumps(before))
    assert checked.main(words) == 1


def test_the_table_counts_by_room_and_names_the_survivors():
    rows = [
        {"mutant": f"pnn/some.py f: {i} -> 0", "line": i, "room": "library", "outcome": outcome, "tried": []}
        for i, outcome in enumerate(["killed", "timeout", "survived", "untested"])
    ]
    lines = command_line.table(rows).splitlines()
    assert lines[1].split() == ["library", "4", "2", "1", "1", "50.0%"] and lines[2].split()[0] == "all"
    assert [line.split(":")[0] for line in lines[3:]] == ["survived", "untested"]


def test_a_certificate_that_its_program_refuses_is_noticed():
    made = perfect_end()
    assert checked.accepted(made)
    made["data"]["comparisons"][0]["is"] = "<"
    assert not checked.accepted(made)
