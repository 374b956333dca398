"""What is trusted: which ways carry a claim, and which theorems its arguments cite."""

import re

import pytest

from tests.workflow import made_up
from verification import catalogue
from verification.jobs import METHODS, topics
from verification.ledger import Ledger
from verification.verdict import Verdict
from workflow.report import trusting
from workflow.report.resting import Resting


@pytest.fixture(scope="module")
def claims() -> dict[str, dict]:
    return {entry["id"]: entry for entry in made_up.ledger().entries}


@pytest.fixture(scope="module")
def house() -> Resting:
    claims = catalogue.claims(tuple({paper for paper, _ in topics()}))
    return Resting(Ledger(claims, [], 1e-6).entries)


def test_a_claim_is_carried_as_its_least_carried_part(claims):
    found = trusting.carried(claims["p.lemma"])
    assert (found.parts, found.ways, found.least) == (2, {"numerical": 1, "symbolic": 2}, 1)
    assert found.alone == {"sign": "symbolic"}


def test_a_derivation_and_its_check_are_two_ways(claims):
    theorem = claims["p.theorem"]
    assert trusting.ways_of(theorem, theorem["parts"][0]) == {"derivation", "numerical"}


def test_a_refuted_part_is_carried_by_what_carries_its_counterexample(claims):
    converse = claims["p.converse"]
    assert trusting.ways_of(converse, converse["parts"][0]) == {"certified"}
    assert trusting.carried(converse).alone == {"printed": "certified"}


def test_what_decides_nothing_or_the_opposite_carries_nothing(claims):
    remark = claims["p.remark"]
    for verdict in (Verdict.UNDECIDED, Verdict.NOT_RUN, Verdict.REFUTED):
        part = remark["parts"][0] | {"checks": [remark["parts"][0]["checks"][0] | {"verdict": verdict}]}
        assert trusting.ways_of(remark, part) == set()
        assert trusting.carried(remark | {"parts": [part]}).alone == {"value": "nothing"}


def test_a_hunt_is_shown_and_not_counted(claims):
    part = claims["p.remark"]["parts"][0]
    hunted = part | {"checks": [*part["checks"], part["checks"][0] | {"method": "hunt"}]}
    found = trusting.carried(claims["p.remark"] | {"parts": [hunted]})
    assert (found.ways, found.least) == ({"exact": 1, "hunt": 1}, 1)


def test_a_new_method_and_certificates_have_columns_of_their_own(claims):
    part = claims["p.remark"]["parts"][0]
    new = part | {"checks": [part["checks"][0] | {"method": "by_hand"}], "certificates": [{"whole": True}]}
    rows = [trusting.carried(claims["p.remark"] | {"parts": [new]}), trusting.carried(claims["p.corollary"])]
    assert trusting.columns(rows) == ["derivation", "formal", "exact", "numerical", "certificate", "by_hand"]
    assert trusting.name_of("by_hand") == "by hand" and trusting.name_of("certified") == "balls"


def test_a_certificate_of_instances_does_not_carry_what_holds_for_all(claims):
    """It is shown in a column of its own, and not counted; nor would it lift a part that nothing else carries."""
    part = claims["p.remark"]["parts"][0]
    found = trusting.carried(claims["p.remark"] | {"parts": [part | {"certificates": [{"whole": False}]}]})
    assert (found.ways, found.least) == ({"certificate_on_instances": 1, "exact": 1}, 1)
    assert found.uncounted == ["certificate_on_instances"] and found.alone == {"value": "exact"}
    assert trusting.columns([found, trusting.carried(claims["p.corollary"])])[-1] == "certificate_on_instances"
    bare = part | {"checks": [], "certificates": [{"whole": False}]}
    assert trusting.carried(claims["p.remark"] | {"parts": [bare]}).alone == {"value": "nothing"}


def test_citations_are_gathered_by_theorem_with_what_rests_on_them(claims):
    theorems, facts = trusting.citations(Resting(claims.values()))
    assert [(one.name, one.claims, one.through) for one in theorems] == [("Jensen's inequality", ["p.theorem"], 1)]
    assert facts == []
    step = {"text": "so", "uses": "", "cites": "counting", "verdict": "derived"}
    part = claims["p.remark"]["parts"][0] | {"argument": [step]}
    _, facts = trusting.citations(Resting([claims["p.remark"] | {"parts": [part]}]))
    assert [(one.name, one.reference, one.claims) for one in facts] == [("counting", "", ["p.remark"])]


def test_what_no_way_of_a_run_rests_on_is_not_listed(claims):
    counts = {one["name"]: one["claims"] for one in trusting.trusted(claims.values())}
    assert counts["Our reading of the papers"] == 5 and counts["SymPy's core"] == 1
    assert counts["Coq's kernel"] == 1 and "The checkers of certificates" not in counts


def test_every_method_is_named_and_trusted_for_a_reason():
    resting = {way for one in trusting.told()["trusted"] for way in one["ways"]}
    assert {*METHODS} <= set(trusting.told()["ways"]) and resting == set(trusting.told()["ways"])


def test_every_theorem_of_the_list_is_cited_in_the_house_and_every_dated_citation_is_in_the_list(house):
    theorems, facts = trusting.citations(house)
    assert {one.name for one in theorems} == {one["name"] for one in trusting.told()["theorems"]}
    assert all(one.reference for one in theorems)
    assert [one.name for one in facts if re.search(r"\b1[89]\d\d\b|\b20\d\d\b|'s theorem|'s lemma", one.name)] == []
