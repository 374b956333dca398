import os
from importlib import metadata
from pathlib import Path

import pytest

from tests.guests import paper, put
from verification import papers, wings
from workflow import closure as closures
from workflow.closure import Closure, version, with_files
from workflow.paths import ROOT

FILES = {
    "pnn/__init__.py": "",
    "pnn/kernels.py": '"""Kernels."""\n\ndef psi(rho):\n    """The kernel."""\n    return rho\n',
    "pnn/risk.py": "from pnn import kernels\n\ndef risk(rho):\n    return kernels.psi(rho)\n",
    "pnn/late.py": "def run():\n    from pnn.risk import risk\n    return risk(1)\n",
    "pnn/alone.py": "import os\nVALUE = 1\n",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def digests(house: Path, cache: Path | None = None) -> dict[str, str]:
    closure = Closure(house, cache)
    found = {name: closure.digest(f"pnn.{name}") for name in ("kernels", "risk", "late", "alone")}
    closure.save()
    return found


def changed(before: dict, after: dict) -> set[str]:
    return {name for name in before if before[name] != after[name]}


def test_an_edit_changes_exactly_the_closures_that_hold_it(house):
    before = digests(house)
    (house / "pnn/kernels.py").write_text(FILES["pnn/kernels.py"].replace("return rho", "return 2 * rho"))
    assert changed(before, digests(house)) == {"kernels", "risk", "late"}


def test_comments_docstrings_and_layout_change_nothing(house):
    before = digests(house)
    text = (
        FILES["pnn/kernels.py"].replace("The kernel.", "Another word.").replace("return rho", "# why\n    return  rho")
    )
    (house / "pnn/kernels.py").write_text(text)
    assert changed(before, digests(house)) == set()


SYNTAX = '''"""A module."""
import os.path as place

@decorated(1, *given, key=None, **named)
class One(Base, metaclass=Meta):
    field: int = -1
    def method(self, a, /, b=2.5, *c, d=(), **e) -> "One":
        """A method."""
        return lambda: [x async for x in {**a, "é\\u2028": f"{b!r:>{d}}"} if not x or x < 3 <= 4]

async def two():
    global here
    try:
        match here:
            case {"a": [1, *_], **rest} | One(field=2): pass
            case None: del here[1:, ...]
    except* OSError as error:
        raise error from None
    else:
        here += (y := 1j) @ b"\\x00"
'''


def test_every_python_gives_the_same_digest(tmp_path):
    put(tmp_path / "pnn" / "__init__.py", "")
    put(tmp_path / "pnn" / "syntax.py", SYNTAX)
    assert Closure(tmp_path).digest("pnn.syntax") == "513d11055fb7344e9db4be636944ae63"  # by 3.11, 3.12 and 3.13


def test_a_package_that_gains_code_counts(house):
    before = digests(house)
    (house / "pnn/__init__.py").write_text("VERSION = 1\n")
    assert changed(before, digests(house)) == set(before)


def test_the_cache_gives_the_same_digests_and_sees_edits(house):
    cache = house / "cache" / "closure.json"
    fresh = digests(house, cache)
    assert cache.is_file()
    assert digests(house, cache) == fresh
    (house / "pnn/risk.py").write_text(FILES["pnn/risk.py"] + "X = 1\n")
    assert changed(fresh, digests(house, cache)) == {"risk", "late"}
    for damaged in ("not json", "[]"):
        cache.write_text(damaged)
        assert digests(house, cache) == digests(house)


def test_what_another_reader_remembers_is_not_believed(house, monkeypatch):
    cache = house / "cache.json"
    monkeypatch.setattr(closures, "_told", lambda tree: "told otherwise")
    monkeypatch.setattr(closures, "_reader", lambda: "another")
    digests(house, cache)
    monkeypatch.undo()
    assert digests(house, cache) == digests(house)


def test_a_module_that_is_not_there_is_an_error(house):
    with pytest.raises(ValueError, match=r"no first-party module pnn\.gone"):
        Closure(house).digest("pnn.gone")


def test_files_that_code_reads_count_by_their_names_and_bytes(tmp_path):
    file, other = (put(tmp_path / name, "last: 10\n") for name in ("printed.yaml", "other.yaml"))
    before = with_files("code", [str(file)])
    os.utime(file, (0, 0))
    assert with_files("code", [str(file), str(tmp_path / "not there")]) == before
    assert len({before, with_files("code", [str(other)]), with_files("other code", [str(file)]), "code"}) == 4
    put(file, "last: 11\n")
    assert with_files("code", [str(file)]) != before and with_files("code", []) == "code"


LIBRARIES = {
    "pnn/sums.py": "import numpy as np\n",
    "pnn/uses_sums.py": "from pnn import sums\nimport os, json\n",
    "pnn/balls.py": "def ball():\n    import flint\n    return flint.arb(1)\n",
    "pnn/both.py": "from pnn.sums import np\nfrom pnn.balls import ball\n",
}


@pytest.fixture
def shelves(house):
    """The house with modules that import libraries."""
    for name, text in LIBRARIES.items():
        (house / name).write_text(text)
    return house


def with_versions(house: Path, monkeypatch, cache: Path | None = None, **versions: str) -> dict[str, str]:
    """The digests of all modules where these libraries have these versions."""
    monkeypatch.setattr(closures, "version", lambda library: versions.get(library, "1.0"))
    closure = Closure(house, cache)
    names = [path.stem for path in (house / "pnn").glob("[a-z]*.py")]
    found = {name: closure.digest(f"pnn.{name}") for name in names}
    closure.save()
    return found


@pytest.mark.parametrize(
    ("library", "users"),
    [
        ("numpy", {"sums", "uses_sums", "both"}),
        ("flint", {"balls", "both"}),
        ("scipy", set()),
        ("os", set()),
        ("json", set()),
    ],
)
def test_another_version_of_a_library_changes_exactly_what_imports_it(shelves, monkeypatch, library, users):
    before = with_versions(shelves, monkeypatch)
    assert len(before) == 8
    assert changed(before, with_versions(shelves, monkeypatch, **{library: "2.0"})) == users


def test_what_is_remembered_of_a_file_holds_no_version(shelves, monkeypatch):
    cache = shelves / "cache.json"
    before = with_versions(shelves, monkeypatch, cache)
    assert with_versions(shelves, monkeypatch, cache) == before
    assert changed(before, with_versions(shelves, monkeypatch, cache, numpy="2.0")) == {"sums", "uses_sums", "both"}


@pytest.mark.parametrize(
    ("library", "distribution"),
    [
        ("flint", "python-flint"),
        ("sklearn", "scikit-learn"),
        ("yaml", "PyYAML"),
        ("numpy", "numpy"),
        ("torch", "torch"),
        ("latex2mathml", "latex2mathml"),
    ],
)
def test_a_library_is_asked_for_its_version_by_the_name_under_which_it_is_installed(library, distribution):
    assert version(library) == metadata.version(distribution)


def test_a_library_of_another_name_is_found_and_one_that_is_not_there_has_none():
    [installed] = set(metadata.packages_distributions()["attr"])
    assert version("attr") == f"{installed} {metadata.version(installed)}"
    assert version("no_such_library") == "none"


def test_what_a_module_imports_is_told_apart(shelves):
    own, foreign = Closure(shelves).imports("pnn.both")
    assert {"pnn", "pnn.sums", "pnn.balls"} <= set(own) and foreign == []
    assert Closure(shelves).imports("pnn.balls") == ([], ["flint"])
    assert Closure(shelves).imports("pnn.alone") == ([], [])


def test_a_paper_outside_is_followed(guests):
    folder = paper(guests, "guest2001", "doubling")
    module = "verification.papers.guest2001.doubles.exact"
    assert Closure(ROOT).path(module) is None
    wings.admit([guests])
    closure = Closure(ROOT)
    assert closure.path(module) == folder / "doubles" / "exact.py"
    before = {name: closure.digest(name) for name in (module, "verification.methods.exact", "verification.papers")}
    put(folder / "doubles" / "helper.py", "VALUE = 1\n")
    path = folder / "doubles" / "exact.py"
    path.write_text(f"{path.read_text()}\n# a word\n")
    assert {name: Closure(ROOT).digest(name) for name in before} == before
    path.write_text(f"from verification.papers.guest2001.doubles import helper\n{path.read_text()}")
    with_helper = Closure(ROOT).digest(module)
    put(folder / "doubles" / "helper.py", "VALUE = 2\n")
    assert len({before[module], with_helper, Closure(ROOT).digest(module)}) == 3
    assert Closure(ROOT).digest("verification.methods.exact") == before["verification.methods.exact"]


def test_a_paper_of_the_house_comes_before_one_outside(guests):
    paper(guests, "pnn2017")
    papers.extend([guests])
    assert Closure(ROOT).path("verification.papers.pnn2017.paper") == wings.wing("pnn2017").folder / "paper.py"
    assert (
        Closure(ROOT).path("verification.papers.pnn2017.doubles.exact") == guests / "pnn2017" / "doubles" / "exact.py"
    )
