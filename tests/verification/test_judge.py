"""What the ledger's stages say and leave: files, streams and exit codes."""

import json
import math

import pytest

from pnn import store
from verification import assemble_ledger, catalogue, judge_ledger
from verification.check import Record
from verification.claim import Claim, Part, Source, Status

SETTINGS = {"size": "quick", "papers": ["test"], "false_alarm_rate": 1e-6}


def claim(name: str, formula: str, status: Status = Status.TRUE) -> Claim:
    words = {"reading": "as a mean"} if formula == "reconstructed" else {}
    part = Part("value", "x", unhunted="an equality of two numbers")
    return Claim(f"test.{name}", Source("test", "1", "Theorem", formula), status, "T", "S", (part,), **words)


CLAIMS = [claim("zero", "printed"), claim("one", "reconstructed"), claim("two", "ours"), claim("three", "printed")]


def record(name: str, **fields) -> Record:
    return Record(f"test.{name}", "value", "check", "symbolic", "general", "says", "proved", **fields)


@pytest.fixture
def assembled(tmp_path, monkeypatch):
    """A function that assembles the ledger of the claims, whose last has the given variants, and says where it lies."""
    monkeypatch.setattr(
        catalogue, "claims", lambda papers: {one.id: one for one in CLAIMS} if papers == ("test",) else {}
    )
    monkeypatch.setattr(assemble_ledger, "read_records", lambda paths: paths)

    def run(variants: dict[str, bool], tmp=tmp_path, **fields):
        records = [record(name, wrong_variants={"v": True, "w": True}) for name in ("zero", "one", "two")]
        records.append(record("three", wrong_variants=variants, **fields))
        monkeypatch.setattr(assemble_ledger, "read_records", lambda paths: records if paths == [tmp / "a.h5"] else [])
        words = ["--settings", json.dumps(SETTINGS), "--code", "digest", "--output", str(tmp / "ledger.json")]
        assemble_ledger.main([*words, str(tmp / "a.h5")])
        return tmp / "ledger.json"

    return run


def test_a_ledger_holds_its_run_and_its_digest(assembled, capsys):
    path = assembled({"v": True})
    ledger = json.loads(store.read_text(path))
    assert ledger["schema"] == 1 and set(ledger) >= {"totals", "simulations", "claims"}
    assert ledger["run"] == {"size": "quick", "config": SETTINGS, "code": "digest"} and ledger["failures"] == []
    assert [entry["id"] for entry in ledger["claims"]] == [one.id for one in CLAIMS]
    command, _, said = capsys.readouterr().err.partition("\n")
    assert " -m verification.assemble_ledger " in command and said == json.dumps(ledger["totals"], indent=1) + "\n"
    assert path.read_text().startswith('{\n "') and path.read_text().endswith("}\n")


def test_a_ledger_with_a_number_that_is_none_is_not_written(assembled, tmp_path, monkeypatch):
    monkeypatch.setitem(SETTINGS, "seed", math.nan)
    with pytest.raises(ValueError, match="not JSON compliant"):
        assembled({"v": True})
    assert not (tmp_path / "ledger.json").exists()


def test_a_ledger_that_stands_is_summed_up_on_stderr_and_in_the_output(assembled, tmp_path, capsys):
    path = assembled({"v": True})
    capsys.readouterr()
    judge_ledger.main([str(path), "--output", str(tmp_path / "verdict.txt")])
    said = capsys.readouterr()
    lines = (tmp_path / "verdict.txt").read_text().splitlines()
    assert said.err.strip().splitlines() == lines and said.out == ""
    assert lines[0] == "4 claims, 4 parts, 4 checks (quick size)" and lines[-1] == "Every claim stands."
    assert lines[1:5] == [
        "  printed statements: 3 true; the formulas of 1 are reconstructed",
        "  statements of ours: 1 true",
        "  claims settled:     4 proved",
        "  wrong variants:     7 of 7 refuted",
    ]


def test_a_ledger_with_an_idle_item_ends_the_stage_and_names_it(assembled, tmp_path, capsys):
    path = assembled({"v": True}, items={"sign": 2, "size": 1}, moved={"sign": "v"})
    capsys.readouterr()
    with pytest.raises(SystemExit) as stopped:
        judge_ledger.main([str(path), "--output", str(tmp_path / "verdict.txt")])
    assert stopped.value.code == 1 and not (tmp_path / "verdict.txt").exists()
    said = capsys.readouterr().err.strip().splitlines()
    assert said[-2:] == ["FAILED, 1 times:", "  test.three:value: check: no wrong variant moves 'size'"]
    assert "  items of checks:    1 moved by a variant, 0 auxiliary, 1 moved by no variant" in said


def test_a_ledger_that_fails_ends_the_stage_without_a_verdict(assembled, tmp_path, capsys):
    path = assembled({"v": True, "w": False})
    capsys.readouterr()
    with pytest.raises(SystemExit) as stopped:
        judge_ledger.main([str(path), "--output", str(tmp_path / "verdict.txt")])
    assert stopped.value.code == 1 and not (tmp_path / "verdict.txt").exists()
    lines = capsys.readouterr().err.strip().splitlines()
    assert lines[-2:] == ["FAILED, 1 times:", "  test.three:value: check lets a wrong variant pass: w"]
    assert "  wrong variants:     7 of 8 refuted" in lines


def test_without_an_output_the_judge_only_speaks(assembled, tmp_path):
    path = assembled({"v": True})
    before = set(tmp_path.iterdir())
    judge_ledger.main([str(path)])
    assert set(tmp_path.iterdir()) == before


def test_a_place_is_named_as_far_as_there_is_one():
    assert judge_ledger.place({"claim": "a.b", "part": "c"}) == "a.b:c"
    assert judge_ledger.place({"claim": "a.b", "part": ""}) == "a.b"
    assert judge_ledger.place({"claim": "", "part": ""}) == "all simulations"


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((5, 3, 1), "3 moved by a variant, 1 auxiliary, 1 moved by no variant"),
        ((4, 3, 1), "3 moved by a variant, 1 auxiliary"),
    ],
)
def test_items_that_no_variant_moves_are_counted(assembled, counts, words):
    ledger = json.loads(assembled({"v": True}).read_text())
    ledger["totals"]["items"] = dict(zip(("items", "moved", "auxiliary"), counts, strict=True))
    assert f"  items of checks:    {words}\n" in judge_ledger.summary(ledger)


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"proved": 3, "refuted": 5, "not_run": ""}, "3 statements proved, 5 wrong ones refuted"),
        ({"proved": 0, "refuted": 0, "not_run": "no coqc"}, "not run here, no coqc"),
    ],
)
def test_what_coq_proves_is_counted(assembled, counts, words):
    ledger = json.loads(assembled({"v": True}).read_text())
    ledger["totals"]["formal"] = counts
    assert f"  Coq's kernel:       {words}\n" in judge_ledger.summary(ledger)


def test_a_ledger_may_have_no_code_and_no_records(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue, "claims", lambda papers: {})
    assemble_ledger.main(["--settings", json.dumps(SETTINGS), "--output", str(tmp_path / "ledger.json")])
    ledger = json.loads(store.read_text(tmp_path / "ledger.json"))
    assert ledger["run"]["code"] == "" and ledger["claims"] == [] and ledger["simulations"]["tests"] == 0
    assert "printed statements: none" in judge_ledger.summary(ledger)


def test_records_that_cannot_be_trusted_end_the_stage_in_a_line(tmp_path):
    words = ["--settings", json.dumps(SETTINGS), "--output", str(tmp_path / "ledger.json"), str(tmp_path / "gone.h5")]
    with pytest.raises(SystemExit, match=r"assemble_ledger: .*gone\.h5: no such file"):
        assemble_ledger.main(words)
    assert not (tmp_path / "ledger.json").exists()
