"""Formal checks, given what the gate lets through: what their records hold, and what keeps them from a verdict."""

import json

import pytest

from verification.assemble_ledger import records_of
from verification.check import Record
from verification.claim import Claim, Part, Source, Status
from verification.ledger import Ledger
from verification.methods import formal
from verification.run_topic import run_checks


def stated(verdict: str, digest: str = "d") -> dict:
    return {"says": "s", "digest": digest, "verdict": verdict, "theorem": "t", "trusts": ["classical logic"]}


GATE = {
    "coq": "8.16.1",
    "why": "",
    "statements": {"even": stated("proved"), "odd": stated("refuted"), "double": stated("proved")},
}


def ran(provided: dict, digests=None, wrong=None, met_by=None):
    @formal.check("test.zero", "value", digests or {"even": "d"}, wrong or {"odd": {"parity": "odd"}}, met_by=met_by)
    def parity(parity="even"):
        """A sum of two equal numbers."""
        return {"parity": parity}

    return run_checks([parity.check], {"proofs": provided})[0]


def test_a_statement_is_proved_and_a_variant_refuted():
    record = ran(GATE)
    assert (record.verdict, record.wrong_variants, record.moved) == ("proved", {"odd": True}, {"parity": "odd"})
    assert [(proof["name"], proof["variant"]) for proof in record.proofs] == [("even", ""), ("odd", "odd")]
    assert records_of(json.dumps([vars(record)])) == [record]


def test_a_record_holds_what_coq_says_of_every_statement_once():
    statements = GATE["statements"] | {"half": stated("proved") | {"trusts": [], "says": "h", "theorem": "u"}}

    @formal.check(
        "test.zero", "value", dict.fromkeys(("even", "half"), "d"), {"odd": {"other": "odd"}},
        met_by={"double": "d"}, auxiliary={"first": "why"},
    )  # fmt: skip
    def several(other="half"):
        """Three names, two of them one."""
        return {"first": ["even"], "others": ["even", other]}

    record = formal.run(several.check, {"proofs": GATE | {"statements": statements}})
    assert (record.verdict, record.cost, record.items) == ("proved", 3, {"first": 1, "others": 2})
    assert (record.auxiliary, record.moved) == ({"first": "why"}, {"others": "odd"})
    common = {
        "verdict": "proved",
        "theorem": "t",
        "digest": "d",
        "says": "s",
        "trusts": "classical logic",
        "variant": "",
    }
    assert record.proofs == [
        common | {"name": "even"},
        common | {"name": "half", "theorem": "u", "says": "h", "trusts": "nothing but the kernel"},
        common | {"name": "double"},
        common | {"name": "odd", "verdict": "refuted", "variant": "odd"},
    ]


@pytest.mark.parametrize(
    ("statements", "verdict"),
    [({"even": "proved", "odd": "proved"}, "proved"), ({"even": "proved", "odd": "refuted"}, "refuted"),
     ({"even": "proved", "odd": "open"}, "undecided"), ({"even": "proved"}, "undecided")],
)  # fmt: skip
def test_all_statements_are_proved_or_one_is_refuted(statements, verdict):
    @formal.check("test.zero", "value", {"even": "d", "odd": "d"}, {"gone": {"names": ["gone"]}})
    def two(names=("even", "odd")):
        """Two statements."""
        return names

    given = {name: stated(found) for name, found in statements.items()}
    assert formal.run(two.check, {"proofs": GATE | {"statements": given}}).verdict == verdict


def test_no_statement_is_no_proof_and_what_is_not_there_meets_nothing():
    @formal.check("test.zero", "value", {}, {"gone": {"names": ["gone"]}})
    def nothing(names=()):
        """No statement."""
        return names

    assert formal.run(nothing.check, {"proofs": GATE}).verdict == "undecided"
    assert formal.run(nothing.check, {}).numbers == {"not run here": "no proofs were handed over"}
    told = "there is no statement gone; gone, that what is supposed can be, is not proved"
    assert ran(GATE, met_by={"gone": "d"}).numbers == {"no verdict": told}


@pytest.mark.parametrize(
    ("digests", "met_by", "told"),
    [
        ({"even": "e"}, {}, "even has the digest d, its check holds e"),
        ({"none": "d"}, {}, "even has the digest d, its check holds none"),
        ({"even": "d"}, {"odd": "d"}, "odd, that what is supposed can be, is not proved"),
        ({"even": "d"}, {"double": "e"}, "double has the digest d, its check holds e"),
    ],
)
def test_a_statement_that_changed_fails_with_its_digest(digests, met_by, told):
    record = ran(GATE, digests, met_by=met_by)
    assert (record.verdict, record.numbers) == ("undecided", {"no verdict": told})


def test_a_variant_that_is_proved_passes_and_a_name_that_is_none_decides_nothing():
    assert ran(GATE, wrong={"same": {"parity": "even"}}).wrong_variants == {"same": False}
    assert ran(GATE, wrong={"gone": {"parity": "gone"}}).wrong_variants == {"gone": False}
    assert ran({**GATE, "statements": {}}).numbers == {"no verdict": "there is no statement even"}
    assert ran({**GATE, "statements": {"even": stated("refuted")}}).verdict == "refuted"


def test_where_the_gate_did_not_run_a_part_keeps_what_it_has(claim_of_two):
    record = ran({"coq": "", "why": "formal: off", "statements": {}})
    assert (record.verdict, record.numbers) == ("not-run", {"not run here": "formal: off"})
    ledger = Ledger(*claim_of_two(record))
    assert ledger.failures == [] and ledger.entries[0]["parts"][0]["verdict"] == "proved"
    assert not ledger.entries[0]["parts"][0]["kernel"]
    assert Ledger(*claim_of_two(ran(GATE))).entries[0]["parts"][0]["kernel"]


@pytest.fixture
def claim_of_two():
    claim = Claim(
        "test.zero", Source("test", "1", "Theorem"), Status.TRUE, "T", "S", (Part("value", "x", unhunted="one number"),)
    )
    other = Record("test.zero", "value", "c", "exact", "finite", "s", "proved", wrong_variants={"v": True})
    return lambda record: ({claim.id: claim}, [other, record], 1e-6)
