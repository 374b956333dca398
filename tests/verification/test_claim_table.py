"""No part, step, symbol or assumption of a claim goes or comes unseen."""

import json
from dataclasses import replace

import pytest

from tests.verification.claim_table import TABLE, found, promised
from verification.claim import Claim, Part, Role, Source, Status, Step, counterexample


def test_every_claim_promises_what_the_table_says():
    then, now = json.loads(TABLE.read_text(encoding="utf-8")), found()
    changed = {name: (then.get(name), now.get(name)) for name in then | now if then.get(name) != now.get(name)}
    assert not changed, f"if this is meant: python -m tests.verification.item_table\n{changed}"


STEP = Step("so", uses="case")
CLAIM = Claim(
    "test.zero",
    Source("test", "1", "Theorem 0"),
    Status.FALSE,
    "T",
    "S",
    (
        Part("value", "x", expected=False, refuted_by="case"),
        counterexample("case", "x"),
        Part("rest", "x", argument=(STEP, Step("so", cites="Euler"))),
    ),
    {"x": "a number", "y": "another"},
    ("one",),
    "r",
    "r",
    lacks={"repaired": "w"},
)


def test_a_part_is_a_line():
    assert promised(CLAIM)["parts"] == {
        "value": "printed, is false, proved, refuted by case",
        "case": "counterexample, holds, certified, of one instance",
        "rest": "printed, holds, proved, uses case, cites",
    }


@pytest.mark.parametrize(
    "changes",
    [
        {"status": Status.TRUE_IF_REPAIRED},
        {"source": replace(CLAIM.source, formula="ours")},
        {"where": {"x": "a number"}},
        {"assumptions": ()},
        {"lacks": {}},
        {"parts": CLAIM.parts[:2]},
        {"parts": (CLAIM.parts[0], replace(CLAIM.parts[1], universal=True))},
        {"parts": (*CLAIM.parts[:2], replace(CLAIM.parts[2], argument=(STEP,)))},
        {"parts": (*CLAIM.parts[:2], replace(CLAIM.parts[2], role=Role.OURS))},
        {"parts": (*CLAIM.parts[:2], replace(CLAIM.parts[2], expected=None))},
    ],
    ids=str,
)
def test_what_is_dropped_from_a_claim_shows(changes):
    assert promised(replace(CLAIM, **changes)) != promised(CLAIM)
