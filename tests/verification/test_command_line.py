"""One claim from the command line: what is checked, said and returned."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guests import paper
from verification import __main__ as command_line
from verification import catalogue, one_thread
from verification.check import record_of
from verification.jobs import jobs


def test_a_claim_of_a_paper_outside_is_checked_and_described(guests, capsys):
    paper(guests, "guest2001")
    assert command_line.main(["guest2001.even", "--papers-from", str(guests)]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("guest2001.even: ") and "  verdict: proved" in said.out and said.err == ""
    assert "1 of 1 wrong variant refuted" in said.out


@pytest.mark.parametrize(("asked", "left"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "2"}, "2")])
def test_libraries_have_one_thread_unless_more_were_asked_for(asked, left):
    free = {name: value for name, value in os.environ.items() if name not in one_thread.VARIABLES}
    asks = "import os, sys; import verification.one_thread; assert 'numpy' not in sys.modules;"
    told = "import verification.__main__; print(os.environ['OPENBLAS_NUM_THREADS'], 'numpy' in sys.modules)"
    root = Path(command_line.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", asks + told], cwd=root, env=free | asked, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [left, "True"]


def test_one_thread_comes_before_what_loads_the_libraries():
    text = Path(command_line.__file__).read_text(encoding="utf-8")
    assert text.index("from verification import one_thread") < text.index("from pnn")


def test_a_claim_that_is_not_there_is_an_error_of_its_own(guests, capsys):
    paper(guests, "guest2001")
    assert command_line.main(["guest2001.evn", "--papers-from", str(guests)]) == 2
    said = capsys.readouterr()
    assert said.out == "" and "did you mean guest2001.even?" in said.err


def test_a_claim_whose_check_fails_is_named_with_its_part(guests, capsys):
    folder = paper(guests, "guest2001")
    path = folder / "doubles" / "exact.py"
    text = path.read_text()
    assert "range(10)" in text
    path.write_text(text.replace("range(10)", "range(0)"))
    assert command_line.main(["guest2001.even", "--papers-from", str(guests)]) == 1
    assert "guest2001.even:" in capsys.readouterr().err


IDLE = """
@exact.check("guest2001.even", "rest", wrong={"three for two": {"factor": 3}}AUXILIARY)
def rests_and_a_product(factor=2):
    \"\"\"The rest of one number, and a product of others.\"\"\"
    yield {"rest": factor * 1 % 2, "product": 3 * 3 == 9}
"""


def test_an_item_that_no_wrong_variant_moves_fails_unless_it_is_declared(guests, capsys):
    path = paper(guests, "guest2001") / "doubles" / "exact.py"
    path.write_text(path.read_text() + IDLE.replace("AUXILIARY", ""))
    assert command_line.main(["guest2001.even", "--papers-from", str(guests)]) == 1
    said, fault = capsys.readouterr(), "no wrong variant moves 'product'"
    assert f"      idle: {fault}" in said.out and said.err == f"guest2001.even:rest: rests_and_a_product: {fault}\n"


def test_an_auxiliary_item_fails_nothing(guests, capsys):
    path = paper(guests, "guest2001") / "doubles" / "exact.py"
    path.write_text(path.read_text() + IDLE.replace("AUXILIARY", ', auxiliary={"product": "what the rest is of"}'))
    assert command_line.main(["guest2001.even", "--papers-from", str(guests)]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("words", [["--samples", "99999"], ["--instances", "0"]])
def test_sizes_without_sense_are_refused(words, capsys):
    with pytest.raises(SystemExit) as stopped:
        command_line.main(["pnn.theorem-4", *words])
    assert (
        stopped.value.code == 2
        and "at least 100000 samples, where means are near the normal law, and 1 instance" in capsys.readouterr().err
    )


@pytest.mark.parametrize("claim", ["diverse.theorem-8", "ours.decay-lower-bound"])
def test_checks_of_a_claim_are_found_in_other_topics_too(claim):
    home = catalogue.topic_of(claim)
    found = {(job.paper, job.topic) for job in command_line._jobs([claim], [claim], ()) if job.names([claim])}
    assert found > {home}, "all its checks are at home"
    assert found == {(job.paper, job.topic) for job in jobs((home[0],)) if job.names([claim])}


def test_of_other_claims_the_parts_that_arguments_use_are_checked_and_no_others(monkeypatch):
    parts = set(command_line.needed(["pnn.theorem-4"]))
    assert {("pnn.theorem-4", "value"), ("pnn.theorem-6", "symmetric-laws"), ("pnn.psi.closed-form", "ends")} <= parts
    assert ("pnn.theorem-6", "acute-angles") not in parts
    monkeypatch.setattr(command_line, "proofs_for", lambda job, results: {})
    monkeypatch.setattr(command_line, "run_checks", lambda checks, provided: [record_of(check) for check in checks])
    monkeypatch.setattr(command_line.Prover, "record", lambda prover, check: record_of(check))
    checked, _ = command_line.check_claims(["pnn.theorem-4"], Path(), {})
    ran = {(record.claim, record.part) for record in checked.records}
    assert {("pnn.theorem-6", "symmetric-laws"), ("pnn.psi.closed-form", "ends")} <= ran <= parts
    assert {(failure["claim"], failure["part"]) for failure in checked.failures} <= parts
