"""The ledger is what its published schema says."""

import json
from pathlib import Path

import jsonschema
import pytest

from verification import assemble_ledger, catalogue
from verification.check import Record
from verification.jobs import topics
from verification.ledger import SCHEMA

VALIDATOR = jsonschema.Draft202012Validator(
    json.loads(Path("verification/ledger.schema.json").read_text(encoding="utf-8"))
)


@pytest.fixture(scope="module")
def ledger() -> dict:
    """The ledger of all claims with one check that was decided, one that was not, and none of the others."""
    papers = tuple({paper for paper, _ in topics()})
    catalogue.claims(papers)
    part = ("pnn.theorem-7", "dependent-lines")
    decided = Record(
        *part, "one", "certified", "instances", "It does.", "certified", 0.5, {"x": "1", "n": 2}, 3, {"w": True}
    )
    decided.certificates = [{"kind": "network", "data": {}}]
    undecided = Record(*part, "two", "certified", "instances", "It does not.", margin=float("inf"))
    run = {"size": "full", "config": {"papers": list(papers)}, "code": "0"}
    return json.loads(json.dumps(assemble_ledger.assemble(papers, [decided, undecided], 1e-6, run), allow_nan=False))


def test_a_ledger_follows_its_schema(ledger):
    assert VALIDATOR.schema["properties"]["schema"]["const"] == SCHEMA
    assert [error.message for error in VALIDATOR.iter_errors(ledger)] == []
    assert len(ledger["claims"]) > 100


@pytest.mark.parametrize(
    "spoil",
    [
        lambda ledger: ledger.update(schema=SCHEMA + 1),
        lambda ledger: ledger["claims"][0].update(verdict="sure"),
        lambda ledger: ledger["claims"][0].pop("says"),
        lambda ledger: ledger["claims"][0].update(news=""),
        lambda ledger: ledger["totals"].update(parts=-1),
        lambda ledger: ledger["claims"][0]["parts"][0].update(expected="yes"),
    ],
)
def test_another_shape_is_refused(ledger, spoil):
    spoiled = json.loads(json.dumps(ledger))
    spoil(spoiled)
    assert list(VALIDATOR.iter_errors(spoiled))
