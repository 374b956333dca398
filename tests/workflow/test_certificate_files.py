"""Certificates as they lie beside the page, with the programs that check them."""

import ast
import copy
import inspect
import json
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import Environment

from tests.workflow.certificate_samples import CHECKERS, COMPARED, LEAST, accepted_by_kind
from workflow.certificates import check_certificate, check_inequalities
from workflow.report import certificates
from workflow.report.site import Site


@pytest.fixture(scope="module")
def accepted() -> dict[str, list[dict]]:
    return accepted_by_kind()


@pytest.mark.parametrize("path", certificates.programs(), ids=lambda path: path.name)
def test_a_program_is_one_short_file_of_the_standard_library(path):
    text = path.read_text(encoding="utf-8")
    found = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in found if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in found if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names and len(text.splitlines()) < 600


def test_what_two_programs_both_carry_is_one_text():
    """A mend to one is a mend to all."""
    carried: dict[str, set[str]] = {}
    for module in CHECKERS.values():
        for one in vars(module).values():
            if getattr(one, "__module__", None) == module.__name__ and hasattr(one, "__qualname__"):
                carried.setdefault(one.__name__, set()).add(inspect.getsource(one))
    assert {name for name, texts in carried.items() if len(texts) > 1} == set()


def write(folder: Path, *made: tuple[str, dict]) -> list[str]:
    """The certificates of a claim, written into a site."""
    found = [{"file": f"{name}.json", **one} for name, one in made]
    return certificates.write(
        Site(folder, Environment(autoescape=True), {}), [{"id": "a.b", "parts": [{"name": "c", "certificates": found}]}]
    )


def test_certificates_are_written_with_their_words_and_checked_from_the_folder(tmp_path):
    written = ["certificates/one.json", "certificates/two.json"]
    assert write(tmp_path, ("one", COMPARED), ("two", LEAST)) == written
    folder = tmp_path / "certificates"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert set(before) == {"one.json", "two.json"} | {path.name for path in certificates.programs()}
    write(tmp_path, ("one", COMPARED), ("two", LEAST))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    command = [sys.executable, "-I", "check_certificate.py", "."]
    done = subprocess.run(command, cwd=folder, env={}, capture_output=True, text=True, check=True)
    assert {line.split(":")[0] for line in done.stdout.splitlines()} == {"accepted one.json", "accepted two.json"}


def test_a_program_leaves_the_other_kinds_of_a_folder_and_refuses_one_by_itself(tmp_path, accepted, capsys):
    for kind, made in accepted.items():
        (tmp_path / f"{CHECKERS[kind].__name__.rpartition('.')[2]}.json").write_text(json.dumps(made[0]))
    for kind, module in CHECKERS.items():
        assert module.main([str(tmp_path)]) == 0
        first = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
        assert sorted(first) == ["accepted", *["left"] * (len(CHECKERS) - 1)]
        other = next(one for one in CHECKERS if one != kind)
        assert module.main([str(tmp_path / f"{CHECKERS[other].__name__.rpartition('.')[2]}.json")]) == 1
        assert f"wanted the kind {kind}" in capsys.readouterr().out


def test_a_kind_without_a_program_is_refused(tmp_path, capsys):
    """Nor is the program that reads kinds one of a kind: it would hand the file to itself for ever."""
    for name, kind in (("one", "no such kind"), ("two", "../x"), ("three", None), ("four", "certificate")):
        (tmp_path / f"{name}.json").write_text(json.dumps({"kind": kind}))
    assert check_certificate.main([str(tmp_path)]) == 1
    assert capsys.readouterr().out.count("refused") == 4


def test_a_file_whose_name_is_an_option_is_refused(tmp_path, monkeypatch, accepted):
    """As an option it would turn the comparison of words off for the files after it."""
    monkeypatch.chdir(tmp_path)
    for name in ("--words", "one.json"):
        Path(name).write_text(json.dumps(accepted["inequalities"][0]))
    assert check_certificate.program(Path("--words")) is None
    assert check_certificate.program(Path("one.json")) == Path(check_inequalities.__file__)


@pytest.mark.parametrize("kind", sorted(CHECKERS))
def test_nothing_is_not_accepted(tmp_path, kind, capsys):
    """No file, an empty folder, one with certificates of other kinds alone."""
    for arguments in ([], ["--words"], [str(tmp_path)]):
        assert CHECKERS[kind].main(arguments) == 1
        assert capsys.readouterr().out == f"refused: there is no certificate of the kind {kind}\n"
    (tmp_path / "one.json").write_text(json.dumps(dict.fromkeys(CHECKERS[kind].NAMES, "") | {"certificate": "1"}))
    assert CHECKERS[kind].main([str(tmp_path)]) == 1
    assert capsys.readouterr().out.startswith("left ")
    assert check_certificate.main([]) == check_certificate.main([str(tmp_path / "none")]) == 1


def test_a_run_without_certificates_has_the_program_alone(tmp_path):
    assert write(tmp_path) == []
    assert sorted(path.name for path in (tmp_path / "certificates").iterdir()) == [
        p.name for p in certificates.programs()
    ]


def test_a_certificate_that_is_not_accepted_stops_the_page(tmp_path):
    wrong = copy.deepcopy(LEAST)
    wrong["data"]["risk"] = ["0.1", "0.2"]
    with pytest.raises(certificates.RefusedCertificate, match=r"one.json: the risk is not found"):
        write(tmp_path, ("one", wrong))


def test_every_kind_has_the_program_of_its_name():
    names = {certificates.program(kind): Path(one.__file__) for kind, one in CHECKERS.items()}
    assert {certificates.PROGRAMS / name for name in names} == set(names.values())
    assert {*names.values(), Path(check_certificate.__file__)} == set(certificates.programs())
