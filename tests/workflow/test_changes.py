"""What the page says has changed since the last run."""

import copy
import json

import pytest

from workflow.report import changes


def check(**values):
    about = {"name": "one", "method": "exact", "verdict": "proved", "says": "Count.", "cost": 3}
    return about | {"numbers": {"cases": 3}, "wrong_variants": {"w": True}} | values


def ledger(**values) -> dict:
    step = {"text": "so", "uses": "", "cites": "algebra", "verdict": "derived"}
    part = {"name": "p", "says": "x", "verdict": "proved", "role": "printed", "strength": "proved", "expected": True}
    part |= {"why": "", "unhunted": "", "argument": [step], "checks": [check()]}
    claim = {"id": "a.b", "status": "true", "verdict": "proved", "refuted_at": "", "parts": [part]}
    claim |= dict.fromkeys(changes.TEXTS, "")
    return {"run": {"size": "quick", "code": "0123456789"}, "claims": [claim | values]}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda new: new.update(status="false"), ("status", "verdict", "true", "false")),
        (lambda new: new.update(says="y"), ("says", "wording", "", "y")),
        (lambda new: new["parts"][0].update(verdict="derived"), ("p", "verdict", "proved", "derived")),
        (
            lambda new: new["parts"][0]["checks"][0]["numbers"].update(cases=4),
            ("p, exact one, cases", "number", "3", "4"),
        ),
        (
            lambda new: new["parts"][0]["checks"][0]["numbers"].update(more="5"),
            ("p, exact one, more", "number", "", "5"),
        ),
        (
            lambda new: new["parts"][0]["checks"][0].update(verdict="undecided"),
            ("p, exact one", "verdict", "proved", "undecided"),
        ),
    ],
)
def test_one_change_is_told_as_it_is(change, told):
    old = ledger()
    new = copy.deepcopy(old)
    change(new["claims"][0])
    assert [(c.where, c.kind, c.before, c.after) for c in changes.compare(old, new)] == [told]


def test_the_verdict_of_a_step_is_told_where_it_moved_and_not_in_the_argument():
    new = ledger()
    new["claims"][0]["parts"][0]["argument"][0]["verdict"] = "undecided"
    assert changes.compare(ledger(), new) == []


def test_a_claim_that_came_or_went_is_told_whole():
    new = ledger(id="c.d")
    told = changes.compare(ledger(), new)
    assert {change.claim for change in told} == {"a.b", "c.d"}
    assert [change.kind for change in told] == sorted(
        [change.kind for change in told], key=["verdict", "wording", "number"].index
    )


def test_a_first_run_has_nothing_to_compare_with(tmp_path):
    assert changes.since(tmp_path, ledger()) == {"since": "", "changes": []}
    (tmp_path / "ledger.json").write_text("no ledger")
    assert changes.since(tmp_path, ledger()) == {"since": "", "changes": []}
    (tmp_path / "ledger.json").write_text('{"claims": [{}]}')
    assert changes.since(tmp_path, ledger()) == {"since": "", "changes": []}


def test_a_page_made_again_of_the_same_ledger_keeps_what_had_changed(tmp_path):
    (tmp_path / "ledger.json").write_text(json.dumps(ledger()))
    first = changes.since(tmp_path, ledger(status="false"))
    assert len(first["changes"]) == 1
    assert "quick size, code 01234567" in first["since"]
    (tmp_path / changes.NAME).write_text(json.dumps(first))
    (tmp_path / "ledger.json").write_text(json.dumps(ledger(status="false")))
    assert changes.since(tmp_path, ledger(status="false")) == first
