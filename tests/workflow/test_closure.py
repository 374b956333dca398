from pathlib import Path

import pytest

from workflow.closure import Closure

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
    cache.write_text("not json")
    assert digests(house, cache) == digests(house)


def test_a_module_that_is_not_there_is_an_error(house):
    with pytest.raises(ValueError, match=r"no first-party module pnn\.gone"):
        Closure(house).digest("pnn.gone")
