"""What rests on what, on a ledger made up: what falls with a claim, and where an argument is weakest."""

import pytest

from tests.workflow import made_up
from verification import catalogue
from verification.jobs import topics
from verification.ledger import Ledger
from workflow.report.resting import Resting


@pytest.fixture(scope="module")
def resting() -> Resting:
    return Resting(made_up.ledger().entries)


def test_what_rests_on_what_is_read_from_the_arguments(resting):
    assert resting.rests_on("p.corollary") == ["p.theorem"]
    assert resting.foundation("p.corollary") == ["p.theorem", "p.lemma"]
    assert resting.used_by("p.lemma") == ["p.theorem"]
    assert resting.neighbours("p.theorem") == ["p.lemma", "p.corollary"]
    assert resting.neighbours("p.remark") == []


def test_what_falls_with_a_claim_falls_through_what_is_between_and_no_check_of_its_own_falls(resting):
    verdicts = {name: resting.parts["p.corollary", name]["verdict"] for name in ("limit", "rough", "both")}
    assert verdicts == {"limit": "derived", "rough": "consistent", "both": "proved"}
    assert resting.falls("p.lemma") == {"p.theorem": ["bound"], "p.corollary": ["limit"]}
    assert resting.falls("p.theorem") == {"p.corollary": ["limit", "rough"]}
    assert resting.falls("p.corollary") == resting.falls("p.remark") == {}


def test_a_printed_part_rests_on_what_refutes_it(resting):
    assert resting.uses["p.converse", "printed"] == [("p.converse", "instance")]
    assert resting.rests_on("p.converse") == []


def test_the_weakest_steps_are_named(resting):
    assert resting.weakest("p.theorem") == ("derived", [], 1)
    assert resting.weakest("p.corollary") == ("consistent", ["p.corollary:seen"], 0)
    assert resting.weakest("p.remark") is None


def test_claims_that_use_each_other_fall_together():
    entries = made_up.ledger().entries
    lemma = next(one for one in entries if one["id"] == "p.lemma")
    step = {"text": "so", "uses": "p.theorem:other", "cites": "", "verdict": "proved"}
    lemma["parts"][1] |= {"argument": [step], "checks": [], "verdict": "derived"}
    joined = Resting(entries)
    assert joined.falls("p.theorem") == {"p.corollary": ["limit", "rough"], "p.lemma": ["sign"]}
    assert set(joined.falls("p.lemma")) == {"p.theorem", "p.corollary"}


def test_what_is_settled_here_is_what_the_ledger_settles(resting):
    assert all(resting._verdict(key, {}, resting.parts) == part["verdict"] for key, part in resting.parts.items())


def test_every_argument_of_the_house_uses_parts_that_there_are():
    claims = catalogue.claims(tuple({paper for paper, _ in topics()}))
    house = Resting(Ledger(claims, [], 1e-6).entries)
    used = [step["uses"] for part in house.parts.values() for step in part["argument"] if step["uses"]]
    assert len(used) > 300
    assert sum(map(len, house.uses.values())) > 300
