"""What a ledger counts of Coq's proofs, and what it says where there were none."""

from dataclasses import replace

from tests.verification.test_ledger import claim, ledger, record
from verification.claim import Part
from verification.ledger import totals


def formal_totals(*records):
    return totals(ledger([claim(Part("value", "x"))], [record("value", "proved"), *records]).entries)["formal"]


def without_coq(why):
    return replace(record("value", "not-run", "formal"), numbers=why)


def test_nothing_is_said_of_coq_where_nothing_asks_for_it():
    assert formal_totals() == {"proved": 0, "refuted": 0, "not_run": ""}


def test_every_reason_that_coq_did_not_run_is_said_once_in_their_order():
    why = {"not run here": "no coqc"}, {"not run here": "formal: off"}, {"not run here": "no coqc"}
    assert formal_totals(*map(without_coq, why))["not_run"] == "no coqc; formal: off"
    assert formal_totals(without_coq({"another": "no coqc"}))["not_run"] == ""
    assert formal_totals(replace(without_coq(why[0]), verdict="proved"))["not_run"] == ""


def test_a_statement_that_several_checks_take_is_counted_once():
    told = [("even", "proved"), ("odd", "proved"), ("even_wrong", "refuted")]
    proofs = [{"theorem": theorem, "verdict": verdict, "variant": ""} for theorem, verdict in told]
    records = [replace(record("value", "proved", "formal"), proofs=some) for some in (proofs[:2], proofs[1:])]
    assert formal_totals(*records) == {"proved": 2, "refuted": 1, "not_run": ""}
